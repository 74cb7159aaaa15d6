#!/usr/bin/env bash
# Compares the types that the package offers with those it offered last; with --accept, takes the new ones.
. "$(dirname "$0")/env.sh"

golden=tests/golden/trade_credit.d.ts
if [ "${1:-}" = --accept ]; then
  mkdir -p tests/golden
  cp pkg/trade_credit.d.ts "$golden"
  say "$golden: taken from pkg/; look at the difference before you commit it"
  exit
fi
[ -f "$golden" ] || fail "$golden is missing." 'Write it with: make golden'
diff -u "$golden" pkg/trade_credit.d.ts ||
  fail 'the types of the package have changed: see above.' 'If that is meant, accept it with: make golden (and tell CHANGELOG.md)'
say 'types of the package: unchanged'
