#!/usr/bin/env bash
# Everything that building needs; with "browser", what testing needs too. Says what it finds, installs what is missing.
. "$(dirname "$0")/env.sh"

started=$SECONDS
echo 'Set-up'
./scripts/setup-node.sh
./scripts/setup-rust.sh
./scripts/setup-wasm-tools.sh
if [ "${1:-}" = browser ]; then ./scripts/setup-browser.sh; fi
say "$((SECONDS - started)) s"
