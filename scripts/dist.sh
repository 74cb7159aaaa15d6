#!/usr/bin/env bash
# The built site as an archive, ready to unpack on a host: release/trade-credit-<version>.tar.gz, its checksum beside it.
# The same commit gives the same bytes.
. "$(dirname "$0")/env.sh"

version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
name=trade-credit-$version
# One's own time and user are no part of it.
date=$(git log -1 --format=%ct 2>/dev/null || echo 0)
tar=$(type -P gtar || type -P tar)
"$tar" --version 2>/dev/null | grep -q GNU || fail 'the archive needs GNU tar.' 'macOS: brew install gnu-tar'

rm -rf release
mkdir release
"$tar" --create --format=ustar --sort=name --owner=0 --group=0 --numeric-owner --mode=a=rX,u+w --mtime="@$date" \
  --directory=dist --transform="s|^\\.|$name|" . | gzip -9 --no-name >"release/$name.tar.gz"
(cd release && sha256 "$name.tar.gz" >SHA256SUMS)
say "release/$name.tar.gz: $(wc -c <"release/$name.tar.gz" | tr -d ' ') bytes, SHA-256 $(cut -d' ' -f1 release/SHA256SUMS)"
