#!/usr/bin/env bash
# Builds the standard library for wasm32 from Debian's rust-web-src, which has no package of it, into .tools/debian, with a
# rustc beside it that looks there. Nothing below /usr is changed.
. "$(dirname "$0")/env.sh"

home=$TOOLS/debian
# The folder too: the programs below name it.
version="$(/usr/bin/rustc --version) $home with source"
if is_current debian-sysroot "$version" && [ -x "$home/bin/rustc" ]; then exit; fi

say 'Rust: building the standard library for wasm32 from source (about a minute)'
rm -rf "$home"
mkdir -p "$home/bin" "$home/std/src"
touch "$home/std/src/lib.rs"
printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' >"$home/std/Cargo.toml"

# The bitcode is for link-time optimization. The paths are taken out, as they are out of Rust's own builds.
source=$(readlink -f /usr/lib/rustlib/src/rust)
flags=(-Cembed-bitcode=yes "--remap-path-prefix=$source=/rustc/std" "--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=/cargo")
(
  cd "$home/std"
  CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && printf '%s' "${flags[*]}") RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=target \
    /usr/bin/cargo build --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort,test
) >"$TOOLS/std.log" 2>&1 || { tail -20 "$TOOLS/std.log" >&2; fail 'the standard library for wasm32 could not be built.' 'The whole log is .tools/std.log.'; }

host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
libraries=$home/sysroot/lib/rustlib
mkdir -p "$libraries/wasm32-unknown-unknown/lib"
cp "$home"/std/target/wasm32-unknown-unknown/release/deps/*.rlib "$libraries/wasm32-unknown-unknown/lib/"
rm -f "$libraries"/wasm32-unknown-unknown/lib/libempty-*.rlib
ln -s "/usr/lib/rustlib/$host" "$libraries/$host"
ln -s /usr/lib/rustlib/src "$libraries/src"
rm -rf "$home/std"

for program in cargo cargo-clippy clippy-driver cargo-fmt rustfmt; do ln -s "/usr/bin/$program" "$home/bin/$program"; done
for program in rustc rustdoc; do
  printf '#!/bin/sh\nexec /usr/bin/%s --sysroot "%s" "$@"\n' "$program" "$home/sysroot" >"$home/bin/$program"
  chmod +x "$home/bin/$program"
done
mark_current debian-sysroot "$version"
