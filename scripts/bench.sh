#!/usr/bin/env bash
# Builds what the bench of the ledger compares with, and runs it: natively the same engine, in wasm the floors.
. "$(dirname "$0")/env.sh"
use_rust

log=$TOOLS/bench-build.log
say 'bench: compiling the engine natively, and the floors'
cargo build --locked --profile fast --no-default-features --features encoding --example ledger-bench >"$log" 2>&1 ||
  { cat "$log" >&2; fail 'the native bench could not be built: see above.'; }
RUSTFLAGS='-Ctarget-feature=+simd128' \
  wasm-pack build --target web --profile=fast --mode no-install --out-dir target/bench/floor -- --locked --no-default-features --features wasm,floor >"$log" 2>&1 ||
  { cat "$log" >&2; fail 'the floors could not be built: see above.'; }
node benches/ledger/run.mjs "$@"
node benches/ledger/browser.mjs "$@"
