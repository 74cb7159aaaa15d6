#!/usr/bin/env bash
# Compiles src/ to WebAssembly. Does nothing while its inputs are the same.
#   pkg/              everything, as it goes to npm
#   pkg/ledger/       the ledger alone, and as fast: what the page loads when it is opened
#   pkg/calculators/  all calculators for few bytes: what the page loads behind its first screen
#   pkg/check/, pkg/customers/, pkg/collection/, pkg/cover/
#                     a part of them each (src/registry.rs): the first is what the page starts with, an embed takes the one it needs
#   pkg/small/        everything for few bytes: what the single file carries
. "$(dirname "$0")/env.sh"
use_rust

inputs="$(fingerprint src Cargo.toml Cargo.lock package-lock.json scripts/build-pkg.sh scripts/env.sh scripts/smoke.mjs scripts/package-json.mjs) $(rustc --version) $(wasm-pack --version)"
builds=(pkg pkg/ledger pkg/calculators pkg/check pkg/customers pkg/collection pkg/cover pkg/small)
is_built() {
  local build
  for build in "${builds[@]}"; do [ -f "$build/trade_credit_bg.wasm" ] && [ -f "$build/trade_credit.d.ts" ] || return 1; done
}
if is_current pkg "$inputs" && is_built; then
  say 'pkg: up to date'
  node scripts/package-readme.mjs
  exit
fi

# compile FOLDER PROFILE FEATURES RUSTFLAGS...
compile() {
  local folder=$1 profile=$2 features=$3 started=$SECONDS flags log
  log=$TOOLS/wasm-pack-${folder//\//-}.log
  shift 3
  # The same bytes from any folder, wherever Rust is: panic messages carry the paths of sources. Encoded, because a path may
  # hold a space. Of several that fit the last holds.
  flags=(
    "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=/cargo"
    "--remap-path-prefix=$ROOT=/trade-credit"
    "--remap-path-prefix=$(standard_library_source)=/rustc/std"
    "$@"
  )
  # no-install: what is needed is there, and nothing unchecked is downloaded behind our back.
  CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && printf '%s' "${flags[*]}") \
    wasm-pack build --target web "$profile" --mode no-install --out-dir "$folder" -- \
    --locked --no-default-features --features "$features" ${standard_library[@]+"${standard_library[@]}"} >"$log" 2>&1 ||
    { cat "$log" >&2; fail "$folder could not be built: see above."; }
  # wasm-bindgen types the raw exports, which nobody calls, with any; and with Symbol.dispose it asks for a newer library than
  # most projects have.
  sed -i.any -E -e '/^(    readonly|export const) /s/([a-z]): any([,)])/\1: unknown\2/g' -e '/\[Symbol\.dispose\]/d' "$folder"/trade_credit{,_bg.wasm}.d.ts
  rm -f "$folder"/*.any
  say "$folder: built in $((SECONDS - started)) s ($features)"
}

# The standard library for few bytes as well: compiled from its source, a panic being a trap without a text.
small_standard_library() {
  standard_library=(-Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size -Zpanic-immediate-abort)
  export RUSTC_BOOTSTRAP=1
}

# Every browser since 2023 has vector instructions; the calculators do without, to run in older ones too. And not memory.copy:
# for a row, or a name, calling the engine for it takes longer than moving the bytes.
for_speed() {
  local vectors=(-Ctarget-feature=+simd128,-bulk-memory)
  standard_library=()
  compile pkg --profile=fast wasm,calculators,ledger,quick "${vectors[@]}"
  small_standard_library
  compile pkg/ledger --profile=fast wasm,ledger,quick "${vectors[@]}" "${SMALL_RUST[@]}"
}

for_size() {
  local part
  small_standard_library
  for part in calculators check customers collection cover; do compile "pkg/$part" --release "wasm,$part" "${SMALL_RUST[@]}"; done
  compile pkg/small --release wasm,calculators,ledger -Ctarget-feature=+simd128 "${SMALL_RUST[@]}"
}

rm -f "$TOOLS/stamps/pkg"
say "pkg: compiling ${#builds[@]} builds"
# Linking one of them keeps one core busy. Each half has a folder of its own: cargo lets one at a time into a folder.
(for_speed) &
speed=$!
(CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/small && export CARGO_TARGET_DIR && for_size) || { kill "$speed" 2>/dev/null; exit 1; }
wait "$speed"
node scripts/package-json.mjs
node scripts/package-readme.mjs
node scripts/smoke.mjs
mark_current pkg "$inputs"
