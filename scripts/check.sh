#!/usr/bin/env bash
# Format, lints, documentation and types, of Rust and of the page. Changes nothing; `make format` does.
. "$(dirname "$0")/env.sh"
use_rust

run() {
  local title=$1 started=$SECONDS
  shift
  "$@" || fail "$title: see above." "The command was: $*"
  say "$title: $((SECONDS - started)) s"
}

run 'rustfmt' cargo fmt --check
run 'clippy, without JavaScript' cargo clippy --quiet --locked --all-targets --no-default-features -- -D warnings
run 'clippy' cargo clippy --quiet --locked --all-targets -- -D warnings
run 'clippy, wasm32' cargo clippy --quiet --locked --target wasm32-unknown-unknown -- -D warnings
run 'documentation' env RUSTDOCFLAGS='-D warnings' cargo doc --quiet --locked --no-deps
# The page is checked against the types of the package.
./scripts/build-pkg.sh
run 'types of the page' tsc --noEmit -p www
run 'types of the build' tsc --noEmit -p www/plugins
run 'types of the browser tests' tsc --noEmit -p tests/e2e
run 'prettier' prettier --check --log-level warn --ignore-unknown "${PRETTIER_FILES[@]}"
