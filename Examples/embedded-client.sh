#!/usr/bin/env bash
# Two programs on the client libraries grade one indicator at the same time, against a real server.
#   bash Examples/embedded-client.sh [--binaries DIR]    DIR holds constat-server and EmbeddedClient; else both are built
set -euo pipefail
cd "$(dirname "$0")/.."
source Examples/install.sh
if [ "${1:-}" = --binaries ]; then binaries=$(realpath "$2"); else
  build_release constat-server EmbeddedClient
  binaries=$(release_folder)
fi
place=$(mktemp -d)
trap 'kill $(jobs -p) 2> /dev/null || true; wait; rm -rf "$place"' EXIT
admin() { "$binaries/constat-server" "$@" --data "$place/server" --tenant certificateur-fictif; }
"$binaries/constat-server" tenant add certificateur-fictif --data "$place/server" > /dev/null
for name in anne bruno; do
  user=$(admin user add --name "$name" --role auditor)
  admin assign "$user" dossier.qualiopi.130002850 > /dev/null
  admin invite "$user" | head -n 1 > "$place/$name.code"
  mkfifo "$place/$name.keys"
  mkdir "$place/$name"
done
admin serve --listen 127.0.0.1:0 > "$place/listening" 2> "$place/log" &
server=$!
until [ -s "$place/listening" ]; do kill -0 "$server" || { cat "$place/log" >&2; exit 1; }; sleep 0.05; done
url=$(sed 's/.*"listening":"\([^"]*\)".*/\1/' "$place/listening")
run() { "$binaries/EmbeddedClient" "$url" "$(cat "$place/$1.code")" "$place/$1" < "$place/$1.keys" > "$place/$1.out" & }
run anne; anne=$!; run bruno; bruno=$!
exec 3> "$place/anne.keys" 4> "$place/bruno.keys"
until [ -s "$place/anne.out" ] && [ -s "$place/bruno.out" ]; do kill -0 "$anne" "$bruno"; sleep 0.05; done
echo minor >&3; wait "$anne"
echo major >&4; wait "$bruno"
diff - "$place/anne.out" <<< $'audit/A1/item/17 -\naudit/A1/item/17 minor'
diff - "$place/bruno.out" <<< $'audit/A1/item/17 -\naudit/A1/item/17 major (conflict)'
echo "embedded client: both grades are kept, the graver holds, and the conflict shows"
