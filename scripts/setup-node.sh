#!/usr/bin/env bash
# Checks Node and installs the packages of package-lock.json into node_modules.
. "$(dirname "$0")/env.sh"

how=("Install Node $NODE_MINIMUM or newer (20, 22 or 24) with npm: https://nodejs.org, or a version manager such as nvm or fnm.")
{ have node && have npm; } || fail 'node and npm are not installed.' "${how[@]}"
version=$(node --version)
at_least "${version#v}" "$NODE_MINIMUM" || fail "Node ${version#v} is too old." "${how[@]}"

# A native part belongs to one system and one major version of Node.
locked="$(fingerprint package.json package-lock.json) ${version%%.*} $(uname -sm)"
# The stamp is inside, so that it goes when node_modules goes.
if [ "$(cat node_modules/.stamp 2>/dev/null)" != "$locked" ]; then
  say 'Node: installing packages (npm ci)'
  # No package of ours needs its install script.
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null ||
    fail 'npm ci failed.' 'Is the registry reachable? After a change of package.json, run npm install and commit package-lock.json.'
  printf '%s\n' "$locked" >node_modules/.stamp
fi
say "Node: ${version#v}"

found=$(wasm-opt --version | grep -oE '[0-9]+' | head -1)
[ "$found" -ge "$WASM_OPT_MINIMUM" ] ||
  fail "$(command -v wasm-opt) is version $found, whose output cannot be loaded." 'Remove node_modules and run make setup again.'
say "wasm-opt: $found"
