#!/usr/bin/env bash
# The crate as crates.io would take it: it packs, builds from what was packed, and knows no JavaScript without its feature.
. "$(dirname "$0")/env.sh"
use_rust

bindings=$(cargo tree --locked --no-default-features --edges normal --prefix none | grep -E '^(wasm-bindgen|js-sys|web-sys|serde-wasm-bindgen|tsify)\b') &&
  fail 'without default features the crate still depends on JavaScript bindings:' "$bindings"
say 'crate: no JavaScript dependency without default features'

# What is being worked on is packed too.
cargo package --quiet --locked --allow-dirty --no-default-features || fail 'the crate cannot be packed: see above.'
packed=$(cargo package --list --locked --allow-dirty)
strangers=$(grep -vE '^(src/.*\.rs|examples/.*\.rs|[A-Z]+(\.zh-CN)?\.md|Cargo\.(toml(\.orig)?|lock)|\.cargo_vcs_info\.json)$' <<<"$packed") &&
  fail 'the crate would carry files it does not need:' "$strangers"
say "crate: packed and built, $(wc -l <<<"$packed") files"
