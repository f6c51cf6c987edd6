#!/usr/bin/env bash
# Plays scenarios against a real server: starts constat-server on this machine with a test clock and a fresh data
# folder, lets constat-sim make people and invitations there, and ends the server.
#   bash Examples/scenarios-against.sh [--binaries DIR]     DIR: where the programs are (default: the release build's)
set -euo pipefail
cd "$(dirname "$0")/.."
binaries=
while [ $# -gt 0 ]; do
  case $1 in
    --binaries) binaries=${2:?--binaries wants a folder}; shift 2 ;;
    *) echo "scenarios-against: unknown argument « $1 »." >&2; exit 2 ;;
  esac
done
[ -n "$binaries" ] || binaries=$(swift build -c release --show-bin-path)
for program in constat-server constat-sim; do
  [ -x "$binaries/$program" ] || { echo "scenarios-against: $binaries/$program is missing: build it first." >&2; exit 1; }
done
folder=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || { kill "$server" 2> /dev/null && wait "$server" || true; }
  rm -rf "$folder"
}
trap finish EXIT
"$binaries/constat-server" tenant add certifier --data "$folder/data" > /dev/null
"$binaries/constat-server" serve --data "$folder/data" --listen 127.0.0.1:0 --test-clock 2026-05-04T07:00:00Z \
  > "$folder/ready" 2> "$folder/log" &
server=$!
for _ in $(seq 100); do
  [ ! -s "$folder/ready" ] || break
  kill -0 "$server" 2> /dev/null || { cat "$folder/log" >&2; exit 1; }
  sleep 0.1
done
url=$(sed -n 's/.*"listening":"\([^"]*\)".*/\1/p' "$folder/ready")
[ -n "$url" ] || { echo "scenarios-against: the server did not get ready." >&2; cat "$folder/log" >&2; exit 1; }
# A server at an address is neither restarted nor put back from outside: the last two are skipped by name.
"$binaries/constat-sim" run --against "$url" --server-binary "$binaries/constat-server" --data "$folder/data" \
  Examples/scenarios/{one-field-by-two,lost-response,refused-act,handover-and-sync,clone,a-week-offline,gap}.yaml
