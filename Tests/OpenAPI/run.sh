#!/usr/bin/env bash
# Protocol/openapi.yaml against a real server on loopback: schemathesis draws requests from the document, good and bad,
# and looks for failures of the server and for answers the document does not have.
#   bash Tests/OpenAPI/run.sh --binaries .build/release [--examples N] [--self-test]
# With --self-test the document loses one answer before, and the run must say so.
# Installs in a folder of its own what requirements.txt names.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/../../Examples/install.sh"
binaries="" examples=40 self_test=false
while [ $# -gt 0 ]; do
  case "$1" in
    --binaries) binaries=$(cd "$2" && pwd); shift 2 ;;
    --examples) examples=$2; shift 2 ;;
    --self-test) self_test=true; shift ;;
    *) echo "usage: run.sh --binaries DIR [--examples N] [--self-test]" >&2; exit 2 ;;
  esac
done
[ -x "$binaries/constat-server" ] || { echo "no constat-server in ${binaries:-?}: give --binaries DIR" >&2; exit 2; }

install_packages python3 python3-venv
tools="${CONSTAT_OPENAPI_TOOLS:-$here/../../.build/openapi-tools}"
if ! cmp -s "$here/requirements.txt" "$tools/requirements.txt"; then
  rm -rf "$tools"
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$tools/requirements.txt"
fi

# Paths the document has and the server does not yet; the list in OpenAPITests.swift is the same.
to_come=()

work=$(mktemp -d)
server=""
finish() {
  if [ -n "$server" ]; then kill "$server" 2> /dev/null || true; wait "$server" 2> /dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT
export PYTHONDONTWRITEBYTECODE=1

office() { "$binaries/constat-server" "$@" --data "$work/data" --tenant certifier-01 --json; }
pick() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }

dossier=dossier.qualiopi.130002850
office tenant add certifier-01 > /dev/null
user=$(office user add --name "Auditrice" --role auditor | pick user)
office assign "$user" "$dossier" > /dev/null
"$binaries/constat-server" serve --data "$work/data" --tenant certifier-01 --listen 127.0.0.1:0 \
  > "$work/ready" 2> "$work/server.log" &
server=$!
for _ in $(seq 100); do [ -s "$work/ready" ] && break; sleep 0.1; done
url=$(pick listening < "$work/ready")
client() { python3 "$here/../../Examples/client.py" "$@" --profile "$work/device"; }
client join "$url" "$(office invite "$user" | pick code)" > /dev/null
client set "$dossier" audit/A1/item/17 grade '"minor"' > /dev/null
client sync > /dev/null 2> "$work/client.log"
read -r token CONSTAT_REPLICA < <(python3 "$here/bearer.py" "$work/device" "$url")
export CONSTAT_REPLICA

document="$here/../../Protocol/openapi.yaml"
selection=()
for path in "${to_come[@]}"; do selection+=(--exclude-path "$path"); done
if $self_test; then
  # An offset that is none is answered 410; without it in the document, that answer is undocumented.
  "$tools/bin/python" - "$document" "$work/openapi.yaml" << 'PY'
import sys, yaml
document = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
del document["paths"]["/v1/feed"]["get"]["responses"]["410"]
yaml.safe_dump(document, open(sys.argv[2], "w", encoding="utf-8"), sort_keys=False)
PY
  document="$work/openapi.yaml" selection=(--include-path /v1/feed)
fi

log="$work/run.log"
status=0
began=$SECONDS
# In the folder that goes away: examples found are kept where it runs.
(cd "$work" && SCHEMATHESIS_HOOKS=hooks PYTHONPATH="$here" \
  "$tools/bin/schemathesis" --config-file "$here/schemathesis.toml" run "$document" --url "$url" \
  -H "Authorization: Bearer $token" "${selection[@]}" --checks all --exclude-checks positive_data_acceptance \
  --phases examples,coverage,fuzzing --max-examples "$examples" --seed 6 --continue-on-failure --no-color) \
  > "$log" 2>&1 || status=$?

if $self_test; then
  if [ "$status" -eq 0 ] || ! grep -q 'Undocumented status code' "$log"; then
    tail -n 40 "$log"
    echo "an answer taken out of the document was not missed"
    exit 1
  fi
  echo "an answer taken out of the document is missed"
  exit 0
fi
kill -0 "$server" || { tail -n 20 "$work/server.log"; echo "the server did not outlive it"; exit 1; }
[ "$status" -eq 0 ] || { cat "$log"; exit "$status"; }
grep -E '^ +[0-9]+ generated' "$log"
echo "no failure of the server and no undocumented answer in $((SECONDS - began)) s"
