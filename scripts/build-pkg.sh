#!/usr/bin/env bash
# Compiles src/ to WebAssembly: pkg/, as it goes to npm and into the page. Does nothing while its inputs are the same.
. "$(dirname "$0")/env.sh"
use_rust

inputs="$(fingerprint src Cargo.toml Cargo.lock package-lock.json scripts/build-pkg.sh) $(rustc --version) $(wasm-pack --version)"
if is_current pkg "$inputs" && [ -f pkg/trade_credit_bg.wasm ] && [ -f pkg/trade_credit.d.ts ]; then
  say 'pkg: up to date'
  exit
fi

started=$SECONDS
say 'pkg: compiling (wasm-pack build --target web)'
rm -f "$TOOLS/stamps/pkg"
# The same bytes from any folder: panic messages carry the paths of sources. Encoded, because a path may hold a space.
flags=("--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=/cargo" "--remap-path-prefix=$ROOT=/trade-credit")
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && printf '%s' "${flags[*]}")
export CARGO_ENCODED_RUSTFLAGS
# no-install: what is needed is there, and nothing unchecked is downloaded behind our back.
wasm-pack build --target web --release --mode no-install -- --locked >"$TOOLS/wasm-pack-build.log" 2>&1 ||
  { cat "$TOOLS/wasm-pack-build.log" >&2; fail 'the package could not be built: see above.'; }
# wasm-bindgen types the raw exports, which nobody calls, with any.
sed -i.any -E '/^(    readonly|export const) /s/([a-z]): any([,)])/\1: unknown\2/g' pkg/trade_credit.d.ts pkg/trade_credit_bg.wasm.d.ts
rm -f pkg/*.any
node scripts/smoke.mjs
mark_current pkg "$inputs"
say "pkg: built in $((SECONDS - started)) s"
