#!/usr/bin/env bash
# Everything that building needs; with "browser", what testing needs too. Says what it finds, installs what is missing.
. "$(dirname "$0")/env.sh"

started=$SECONDS
echo 'Set-up'
./scripts/setup-node.sh
./scripts/setup-rust.sh
# The tools are compiled while the browsers are downloaded.
browser=
if [ "${1:-}" = browser ]; then
  ./scripts/setup-browser.sh &
  browser=$!
fi
./scripts/setup-wasm-tools.sh || { [ -z "$browser" ] || kill "$browser" 2>/dev/null; exit 1; }
[ -z "$browser" ] || wait "$browser"
say "$((SECONDS - started)) s"
