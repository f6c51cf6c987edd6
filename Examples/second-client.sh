#!/usr/bin/env bash
# The second client against the server: vectors, its unit tests, then two laptops that edit one field apart, sync, see
# the conflict on both, settle it and agree to the byte. One line for each thing that holds; exit 1 at the first that
# does not.
#
#     Examples/second-client.sh --binaries .build/release [--vectors Protocol/vectors]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
binaries=""
vectors="$here/../Protocol/vectors"
while [ $# -gt 0 ]; do
  case "$1" in
    --binaries) binaries=$(cd "$2" && pwd); shift 2 ;;
    --vectors) vectors=$(cd "$2" && pwd); shift 2 ;;
    *) echo "usage: second-client.sh --binaries DIR [--vectors DIR]" >&2; exit 2 ;;
  esac
done
[ -x "$binaries/constat-server" ] || { echo "no constat-server in ${binaries:-?}: give --binaries DIR" >&2; exit 2; }

work=$(mktemp -d)
server=""
stop_server() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  server=""
}
trap 'stop_server; rm -rf "$work"' EXIT

client() { python3 "$here/client.py" "$@"; }
office() { "$binaries/constat-server" "$@" --data "$work/data" --tenant certifier-01 --json; }

# pick EXPRESSION < JSON: what the expression makes of `it`, in JSON; a text bare.
pick() { python3 -c 'import json,sys; it = json.load(sys.stdin); got = eval(sys.argv[1]); print(got if isinstance(got, str) else json.dumps(got))' "$1"; }

holds() { # holds WHAT GOT WANTED
  if [ "$2" != "$3" ]; then echo "FALSE: $1"; echo "  got    $2"; echo "  wanted $3"; exit 1; fi
  echo "holds: $1"
}

start_server() {
  "$binaries/constat-server" serve --data "$work/data" --tenant certifier-01 --listen "127.0.0.1:${1:-0}" \
    >"$work/ready" 2>>"$work/server.log" &
  server=$!
  for _ in $(seq 100); do [ -s "$work/ready" ] && break; sleep 0.1; done
  url=$(pick 'it["listening"]' <"$work/ready")
}

sync() { client sync --profile "$work/$1" >/dev/null 2>>"$work/client.log"; }
code_of() { set +e; "$@" >/dev/null 2>&1; local code=$?; set -e; echo "$code"; }
show() { client show --profile "$work/$1" "$dossier" | pick "it['streams']['$dossier']$2"; }

# 1. Vectors and unit tests

client vectors "$vectors" >"$work/vectors.tap" || { grep -A3 '^not ok' "$work/vectors.tap" || true; holds "vectors" false true; }
holds "vectors: $(grep -c '^ok' "$work/vectors.tap") cases" true true
(cd "$here" && python3 -m unittest discover -q -s second_client/tests -t .) 2>"$work/unit.log" ||
  { cat "$work/unit.log"; holds "unit tests" false true; }
holds "unit tests: $(sed -n 's/^Ran \([0-9]*\) tests.*/\1/p' "$work/unit.log") tests" true true

# 2. A server, two auditors of one dossier, two laptops

dossier=dossier.qualiopi.130002850
item="audit/A1/item/17"
office tenant add certifier-01 >/dev/null
lead=$(office user add --name "Lead" --role auditor | pick 'it["user"]')
other=$(office user add --name "Other" --role auditor | pick 'it["user"]')
for user in "$lead" "$other"; do office assign "$user" "$dossier" >/dev/null; done
start_server
client join "$url" "$(office invite "$lead" | pick 'it["code"]')" --profile "$work/a" >/dev/null
client join "$url" "$(office invite "$other" | pick 'it["code"]')" --profile "$work/b" >/dev/null
holds "a spent or wrong code is refused" "$(code_of client join "$url" WRONG --profile "$work/c")" 1

client set --profile "$work/a" "$dossier" audit/A1 lead "\"$lead\"" >/dev/null
client set --profile "$work/a" "$dossier" $item grade '"conform"' >/dev/null
client set --profile "$work/a" "$dossier" $item comment '"Livret daté, remis à tous."' >/dev/null
client add --profile "$work/a" "$dossier" audit/A1 team "\"$other\"" >/dev/null
sync a && sync b
holds "what one laptop wrote is on the other" "$(show b "['state']['entities']['$item']['fields']['grade']['shown']")" conform

# 3. Apart: both edit the grade and the comment

client set --profile "$work/a" "$dossier" $item grade '"minor"' >/dev/null
client set --profile "$work/b" "$dossier" $item grade '"major"' >/dev/null
client set --profile "$work/a" "$dossier" $item comment '"Livret non daté, remis à tous."' >/dev/null
client set --profile "$work/b" "$dossier" $item comment '"Livret daté, remis à quelques-uns."' >/dev/null
port=${url##*:}
stop_server
holds "without a server a sync says offline but safe" "$(code_of sync a)" 5
holds "and the work stays in the outbox" "$(client status --profile "$work/a" | pick 'len(it["pending"])')" 2
start_server "$port"
sync a && sync b && sync a
for laptop in a b; do
  holds "laptop $laptop sees the conflict" \
    "$(show $laptop "['conflicts'][0]['field']") $(show $laptop "['conflicts'][0]['reason']")" "grade concurrent-values"
  holds "laptop $laptop shows the graver grade" \
    "$(show $laptop "['state']['entities']['$item']['fields']['grade']['shown']")" major
  holds "laptop $laptop has both edits of the comment" \
    "$(show $laptop "['state']['entities']['$item']['fields']['comment']['shown']")" "Livret non daté, remis à quelques-uns."
done
holds "both show the same state" "$(show a "['stateDigest']")" "$(show b "['stateDigest']")"

# 4. Settled: refused to who may not, taken from the lead

client set --profile "$work/b" "$dossier" $item grade '"minor"' --motive "Vu sur place" >/dev/null
sync b
holds "a settling by another than the lead is refused and kept" \
  "$(client status --profile "$work/b" | pick 'it["refused"][0]["code"]')" not-settler
client set --profile "$work/a" "$dossier" $item grade '"major"' --motive "Vu ensemble sur place" >/dev/null
sync a && sync b
for laptop in a b; do holds "no conflict is left on laptop $laptop" "$(show $laptop "['conflicts']")" "[]"; done
holds "both show the same state" "$(show a "['stateDigest']")" "$(show b "['stateDigest']")"
holds "both hold the same lines" "$(show a "['setDigest']")" "$(show b "['setDigest']")"
holds "every seal received verifies" "$(client status --profile "$work/b" | pick 'it["seals"]["received"] - it["seals"]["verified"]')" 0

# 5. An old copy of a laptop goes on as a replica of its own

cp -r "$work/b" "$work/old"
client set --profile "$work/b" "$dossier" audit/A1/item/18 grade '"conform"' >/dev/null
client set --profile "$work/old" "$dossier" audit/A1/item/18 grade '"minor"' >/dev/null
sync b && sync old && sync b
holds "what an old copy wrote is not lost" "$(show b "['conflicts'][0]['values']")" '["conform", "minor"]'
holds "both show the same state" "$(show b "['stateDigest']")" "$(show old "['stateDigest']")"

if [ -x "$binaries/constat-sim" ]; then
  client lines --profile "$work/b" >"$work/lines"
  holds "constat-sim fold prints the same bytes" \
    "$("$binaries/constat-sim" fold --tenant certifier-01 <"$work/lines" | sha256sum)" \
    "$(client fold --tenant certifier-01 <"$work/lines" | sha256sum)"
fi
stop_server
holds "the server finds no fault in its ledger" "$(code_of office verify)" 0
