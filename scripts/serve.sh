#!/usr/bin/env bash
# Serves dist/ on this machine only, at PORT (4173) or the next free one. Ctrl-C ends it.
. "$(dirname "$0")/env.sh"

port=$(node scripts/free-port.mjs "${PORT:-4173}")
printf '\nThe page is at  http://127.0.0.1:%s/  (Ctrl-C to stop)\n' "$port"
exec vite preview www --host 127.0.0.1 --port "$port" --strictPort --logLevel warn
