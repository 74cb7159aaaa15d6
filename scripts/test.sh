#!/usr/bin/env bash
# Everything, from nothing: set-up, checks, and all tests. Stops at the first that fails.
. "$(dirname "$0")/env.sh"

logs=$TOOLS/logs
rm -rf "$logs"
mkdir -p "$logs"
passed=0 failed=0

closing_line() { printf '\n%s passed, %s failed\n' "$passed" "$failed"; }

# What the runners say of themselves: cargo, node, Playwright. Checks and comparisons are not counted.
count() {
  local sums
  sums=$(awk '
    /^test result: /            { pass += $4; fail += $6; next }
    /^(ℹ|#) pass [0-9]+$/       { pass += $3; next }
    /^(ℹ|#) fail [0-9]+$/       { fail += $3; next }
    /^ +[0-9]+ (passed|flaky)/  { pass += $1; next }
    /^ +[0-9]+ failed/          { fail += $1 }
    END { print pass + 0, fail + 0 }' "$1")
  passed=$((passed + ${sums% *})) failed=$((failed + ${sums#* }))
  [ "$sums" != '0 0' ]
}

# step 'title' command...
step() {
  local title=$1 started=$SECONDS
  shift
  log=$logs/$(printf '%s' "$title" | tr -cs '[:alnum:]' -).log
  printf '\n== %s\n' "$title"
  if ! "$@" 2>&1 | tee "$log"; then
    count "$log" || true
    closing_line
    fail "$title: failed after $((SECONDS - started)) s; what it said is above." "The command was: $*"
  fi
  printf '== %s: %s s\n' "$title" "$((SECONDS - started))"
}

# A runner that ran nothing has tested nothing.
tests() {
  step "$@"
  count "$log" || fail "$1: no test ran." "The command was: ${*:2}"
}

in_rust() { (use_rust && "$@"); }

step 'Set-up' ./scripts/setup.sh browser
step 'Checks' ./scripts/check.sh
tests 'Rust tests, without JavaScript, for few bytes' in_rust cargo test --locked --no-default-features --features encoding
tests 'Rust tests' in_rust cargo test --locked --features encoding
step 'Crate' ./scripts/crate.sh
step 'Package' ./scripts/build-pkg.sh
step 'Types of the package' ./scripts/golden.sh
tests 'Package tests' node --test --test-reporter=spec tests/package/*.test.mjs
step 'Page' ./scripts/build-page.sh
tests 'Sites that use it' node --test --test-reporter=spec tests/sites/*.test.mjs
step 'Size' node scripts/size.mjs
tests 'Browser tests' playwright test

printf '\nAll of it: %s s\n' "$SECONDS"
closing_line
