#!/usr/bin/env bash
# Builds what the bench of the ledger compares with: the same engine natively, and in wasm the floors.
. "$(dirname "$0")/env.sh"
use_rust

log=$TOOLS/bench-build.log
run() { "$@" >"$log" 2>&1 || { cat "$log" >&2; fail 'the bench of the ledger could not be built: see above.'; }; }
say 'bench of the ledger: compiling what it compares with'
run cargo build --locked --profile fast --no-default-features --features encoding --example ledger-bench
export RUSTFLAGS='-Ctarget-feature=+simd128'
run wasm-pack build --target web --profile=fast --mode no-install --out-dir target/bench/floor -- --locked --no-default-features --features wasm,floor
