#!/usr/bin/env bash
# Finds a Rust that compiles for the browser, or installs one, and leaves in .tools/rust.env how to reach it.
#
#   1. active   the rustc on PATH, when it is new enough and has the wasm32 target, clippy, rustfmt and rust-src
#   2. rustup   the pinned version into .tools/rustup; the user's own toolchains are left alone
#   3. debian   as root on Debian: the rustc-web packages, and the standard library for wasm32 built from their source
#
# TRADE_CREDIT_RUST=active|rustup|debian allows one of the three only.
. "$(dirname "$0")/env.sh"

RUST_MINIMUM=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
RUSTUP_BY=300 # seconds; without its server the third way is as good
wanted=${TRADE_CREDIT_RUST:-any}
mkdir -p "$TOOLS"

# The proof is a compiled and linked module, not a version number; and the source of the standard library, which is
# compiled too, for few bytes.
compiles_for_the_browser() {
  local version
  version=$(rustc --version 2>/dev/null | cut -d' ' -f2) || return 1
  at_least "$version" "$RUST_MINIMUM" || return 1
  cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 || return 1
  [ -f "$(standard_library_source)/Cargo.lock" ] || return 1
  RUSTC_BOOTSTRAP=1 rustc "${SMALL_RUST[@]}" --print cfg --target wasm32-unknown-unknown >/dev/null 2>&1 || return 1
  printf 'pub fn probe() -> String { String::new() }' |
    rustc --crate-type cdylib --target wasm32-unknown-unknown -C linker="${CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER:-rust-lld}" \
      -o "$TOOLS/probe.wasm" - >/dev/null 2>&1 && rm -f "$TOOLS/probe.wasm"
}

# chosen WAY 'line of rust.env'...
chosen() {
  local way=$1
  shift
  { printf '# %s\n' "$way" && printf '%s\n' "$@"; } >"$TOOLS/rust.env"
}

# Is the one in rust.env good? In a shell of its own, so that a bad one leaves nothing behind.
works() (
  [ -f "$TOOLS/rust.env" ] || exit 1
  use_rust
  compiles_for_the_browser || exit 1
  case $(sed -n '1s/^# //p' "$TOOLS/rust.env") in
    active) how='the one on PATH' ;;
    rustup) how='from rustup, in .tools/rustup' ;;
    debian) how="Debian's rustc-web, its wasm32 library in .tools/debian" ;;
  esac
  say "Rust: $(rustc --version | cut -d' ' -f2), $how"
)

has_linker() {
  have cc && return
  if is_debian_root; then
    apt_refresh
    apt_install gcc libc6-dev
  else
    fail 'there is no C compiler (cc), which Rust needs to link.' \
      'Debian, Ubuntu: sudo apt-get install gcc libc6-dev' 'macOS:          xcode-select --install'
  fi
}

from_rustup() {
  have rustup || return 1
  local toolchain
  say "Rust: installing $RUST_PINNED with rustup into .tools/rustup"
  if ! RUSTUP_HOME=$TOOLS/rustup within "$RUSTUP_BY" rustup toolchain install "$RUST_PINNED" --profile minimal \
    --component clippy --component rustfmt --component rust-src --target wasm32-unknown-unknown --no-self-update >"$TOOLS/rustup.log" 2>&1; then
    rm -rf "$TOOLS/rustup"
    say "Rust: rustup could not: $(grep -m1 '^error' "$TOOLS/rustup.log" || tail -1 "$TOOLS/rustup.log")"
    return 1
  fi
  toolchain=$(ls -d "$TOOLS/rustup/toolchains/$RUST_PINNED-"*)
  # The toolchain's own programs, not rustup's stand-ins: no setting of the user's can choose another.
  chosen rustup "export PATH=\"${toolchain/#$ROOT/\$ROOT}/bin:\$PATH\""
}

from_debian() {
  is_debian_root || return 1
  apt_refresh
  at_least "$(apt_version rustc-web)" "$RUST_MINIMUM" || return 1
  if ! have wasm-ld || [ ! -x /usr/bin/rustc ] || ! dpkg -s rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web >/dev/null 2>&1; then
    apt_install rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web lld
  fi
  ./scripts/debian-sysroot.sh || exit 1
  # shellcheck disable=SC2016
  chosen debian 'export PATH="$ROOT/.tools/debian/bin:$PATH"' \
    'export SYSROOT="$ROOT/.tools/debian/sysroot" # clippy asks for it by this name' \
    'export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld'
}

# One that was chosen before is tried again each time: a compiler may have been removed since.
case $wanted in
  any | "$(sed -n '1s/^# //p' "$TOOLS/rust.env" 2>/dev/null)") if works; then exit; fi ;;
esac
has_linker
case $wanted in any | active) chosen active && if works; then exit; fi ;; esac
case $wanted in any | rustup) if from_rustup && works; then exit; fi ;; esac
case $wanted in any | debian) if from_debian && works; then exit; fi ;; esac
rm -f "$TOOLS/rust.env"
fail "no Rust $RUST_MINIMUM or newer that compiles for wasm32-unknown-unknown, and none could be installed." \
  'Install rustup (https://rustup.rs), then:' \
  "    rustup toolchain install $RUST_PINNED -c clippy -c rustfmt -c rust-src -t wasm32-unknown-unknown && rustup default $RUST_PINNED" \
  'or, on Debian 12 and later, run this as root (sudo make setup): it takes rustc-web from the distribution.'
