#!/usr/bin/env bash
# fuzz.sh SECONDS SEED: feeds every call with made-up input for so long, with overflow checks, and prints how many there were.
. "$(dirname "$0")/env.sh"
use_rust

# Optimised, because the count is what matters, but with every check of a debug build.
CARGO_PROFILE_TEST_OPT_LEVEL=2 FUZZ_SECONDS=$1 FUZZ_SEED=$2 cargo test --locked --test fuzz --target-dir target/fuzz -- --nocapture
