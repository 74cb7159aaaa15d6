#!/usr/bin/env bash
# wasm-pack, and the wasm-bindgen program of exactly the locked version: those on PATH, else built into .tools/bin.
. "$(dirname "$0")/env.sh"
use_rust

locked=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/version = |"/, ""); print }' Cargo.lock)
build=$TOOLS/build
# They run for a second each: compile them fast, not to be fast.
export CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_RELEASE_STRIP=true \
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256

# build_tool NAME cargo-install-arguments...
build_tool() {
  local name=$1
  shift
  say "$name: building it into .tools/bin (one to three minutes, once)"
  # Both share one folder of dependencies.
  cargo install --quiet --root "$TOOLS" --target-dir "$build" "$@" >"$TOOLS/$name.log" 2>&1 ||
    { tail -15 "$TOOLS/$name.log" >&2; fail "$name could not be built." "The whole log is .tools/$name.log; is the crate registry reachable?"; }
}

if [ "$(wasm-bindgen --version 2>/dev/null)" != "wasm-bindgen $locked" ]; then
  # Without --locked: its lock file may name versions that a mirror does not have yet.
  build_tool wasm-bindgen wasm-bindgen-cli --version "$locked" --no-default-features --bin wasm-bindgen --force
fi
say "wasm-bindgen: $locked"

version=$(wasm-pack --version 2>/dev/null | cut -d' ' -f2) || true
if ! at_least "${version:-0}" "$WASM_PACK_VERSION"; then
  build_tool wasm-pack wasm-pack --version "$WASM_PACK_VERSION" --locked --force
fi
say "wasm-pack: $(wasm-pack --version | cut -d' ' -f2)"
rm -rf "$build"
