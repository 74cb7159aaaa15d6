#!/usr/bin/env bash
# Formats Rust and the rest in place.
. "$(dirname "$0")/env.sh"
use_rust

cargo fmt
prettier --write --log-level warn --ignore-unknown "${PRETTIER_FILES[@]}"
