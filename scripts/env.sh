# shellcheck shell=bash disable=SC2034 # the variables are for those who source it
# Sourced by every script: where things are, which versions, how a step is told. Changes nothing.

set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
# Everything that is installed for this project and is no package of npm goes here.
TOOLS=$ROOT/.tools

# Installed when the machine's own Rust will not do; the least that will do is rust-version in Cargo.toml.
RUST_PINNED=1.95.0
WASM_PACK_VERSION=0.15.1
# wasm-opt up to 108 relabels a table, and no module it has written can be instantiated.
WASM_OPT_MINIMUM=110
NODE_MINIMUM=20.19
# What prettier keeps in form. The vectors are not among it: one row a line.
PRETTIER_FILES=(www scripts benches tests/package tests/sites tests/e2e tests/size-budget.json package.json playwright.config.ts)
PLAYWRIGHT_BROWSERS_PATH=$TOOLS/browsers
export PLAYWRIGHT_BROWSERS_PATH

# node_modules comes first: wasm-pack takes the first wasm-opt it meets, and Debian's is the broken one.
# ~/.cargo/bin comes last: that is where rustup lives when a shell has not been told.
PATH=$ROOT/node_modules/.bin:$TOOLS/bin:$PATH:$HOME/.cargo/bin
export PATH

# The Rust that setup-rust.sh chose. Not for every script: a child inherits it, and setup-rust.sh has to see the machine as it is.
use_rust() {
  [ -f "$TOOLS/rust.env" ] || fail 'the tools are not set up.' 'Run: make setup'
  # shellcheck source=/dev/null
  . "$TOOLS/rust.env"
}

# The source of the standard library that belongs to the chosen Rust.
standard_library_source() { printf '%s/lib/rustlib/src/rust/library' "$(rustc --print sysroot)"; }

# How the small build treats a panic, which no input reaches: a trap without a text. Not stable yet, hence RUSTC_BOOTSTRAP.
SMALL_RUST=(-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none)

say() { printf '  %s\n' "$*"; }

# fail "what went wrong" "what to do about it"...
fail() {
  printf '\nerror: %s\n' "$1" >&2
  shift
  local line
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# at_least 20.20.2 20.19: by major and minor number.
at_least() {
  local major minor want_major want_minor rest
  IFS=. read -r major minor rest <<<"$1"
  IFS=. read -r want_major want_minor rest <<<"$2"
  minor=${minor:-0} want_minor=${want_minor:-0}
  [ "$major" -gt "$want_major" ] || { [ "$major" -eq "$want_major" ] && [ "$minor" -ge "$want_minor" ]; }
} 2>/dev/null

# within SECONDS command...: macOS has no timeout, and waits as long as the command does.
within() {
  if have timeout; then timeout "$@"; else shift && "$@"; fi
}

# One number for the contents of files and folders, so that a step runs again only when what it reads has changed.
fingerprint() { find "$@" -type f -exec cksum {} + | LC_ALL=C sort | cksum | cut -d' ' -f1; }

# A line of SHA256SUMS; macOS has the one program, Linux the other.
sha256() { if have sha256sum; then sha256sum "$1"; else shasum -a 256 "$1"; fi; }

is_current() { [ "$(cat "$TOOLS/stamps/$1" 2>/dev/null)" = "$2" ]; }
mark_current() { mkdir -p "$TOOLS/stamps" && printf '%s\n' "$2" >"$TOOLS/stamps/$1"; }

# May this script install packages of the system?
is_debian_root() { have apt-get && [ "$(id -u)" -eq 0 ]; }
apt_install() {
  say "installing system packages (apt-get): $*"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >"$TOOLS/apt.log" 2>&1 ||
    { tail -5 "$TOOLS/apt.log" >&2; fail "apt-get could not install: $*" "The whole log is .tools/apt.log; try: apt-get install $*"; }
}
apt_refresh() {
  [ -z "${APT_REFRESHED:-}" ] || return 0
  say 'refreshing the package lists (apt-get update)'
  apt-get update -qq >"$TOOLS/apt.log" 2>&1 || { tail -5 "$TOOLS/apt.log" >&2; fail 'apt-get update failed.' 'Is the machine online?'; }
  export APT_REFRESHED=yes
}
# The version apt would install, or nothing.
apt_version() { apt-cache policy "$1" | sed -n 's/^ *Candidate: *\([0-9].*\)/\1/p'; }
