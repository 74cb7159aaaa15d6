#!/usr/bin/env bash
# Builds the page with Vite: www/ and pkg/ to dist/, with checksums of all its files. Does nothing while its inputs are the same.
. "$(dirname "$0")/env.sh"

[ -f www/index.html ] || fail 'www/index.html is missing.'
inputs=$(fingerprint www pkg package-lock.json scripts/build-page.sh)
if is_current page "$inputs" && [ -f dist/index.html ]; then
  say 'page: up to date'
  exit
fi
started=$SECONDS
say 'page: building (vite build)'
rm -f "$TOOLS/stamps/page"
vite build www --logLevel warn || fail 'the page could not be built: see above.'
vite build www --logLevel warn --mode widget || fail 'the widget could not be built: see above.'
vite build www --logLevel warn --mode single || fail 'the single file could not be built: see above.'
# The types of the element, with those of the package beside them.
mkdir -p dist/types
cp pkg/calculators/trade_credit.d.ts dist/types/
for file in www/types/*.d.ts; do sed "s|'../../pkg/calculators/|'./|" "$file" >"dist/types/${file##*/}"; done
cp www/types/custom-elements.json dist/
(cd dist && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | sed 's|^\./||' | while IFS= read -r file; do sha256 "$file"; done >SHA256SUMS)
mark_current page "$inputs"
say "page: built in $((SECONDS - started)) s"
