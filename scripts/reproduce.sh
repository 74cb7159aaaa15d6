#!/usr/bin/env bash
# Shows that the archive depends on the commit alone: builds it in two fresh clones, in folders of different names and lengths,
# and compares. Takes some minutes. What is installed in .tools is lent to both.
. "$(dirname "$0")/env.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in one 'another of another length'; do
  git clone --quiet --no-hardlinks . "$work/$folder"
  mkdir "$work/$folder/.tools"
  for tool in bin rustup rust.env debian; do
    [ ! -e ".tools/$tool" ] || cp -a ".tools/$tool" "$work/$folder/.tools/"
  done
  say "building in $work/$folder"
  (cd "$work/$folder" && make dist) || fail "the build in $work/$folder failed: see above."
done
cmp "$work/one/release/SHA256SUMS" "$work/another of another length/release/SHA256SUMS" || {
  diff "$work/one/dist/SHA256SUMS" "$work/another of another length/dist/SHA256SUMS" >&2
  fail 'the two builds differ: see above.'
}
say "both builds: $(cat "$work/one/release/SHA256SUMS")"
