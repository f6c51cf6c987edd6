#!/usr/bin/env bash
# Plays every scenario against real servers: starts constat-server on this machine with a test clock and a fresh data
# folder, lets constat-sim make people and invitations there, and ends the server. A server holds one past, so each order
# that a scenario leaves open gets a server of its own; so does each life of a certification, which moves the clock.
#   bash Examples/scenarios-against.sh [--binaries DIR] [LIFE…]
# DIR: where the programs are (default: the release build's). LIFE: these files of scenarios/qualiopi and nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
binaries= lives=()
while [ $# -gt 0 ]; do
  case $1 in
    --binaries) binaries=${2:?--binaries wants a folder}; shift 2 ;;
    Examples/scenarios/qualiopi/*.yaml) lives+=("$1"); shift ;;
    *) echo "scenarios-against: unknown argument « $1 »." >&2; exit 2 ;;
  esac
done
source Examples/install.sh
[ -n "$binaries" ] || binaries=$(release_folder)
for program in constat-server constat-sim; do
  [ -x "$binaries/$program" ] || { echo "scenarios-against: $binaries/$program is missing: build it first." >&2; exit 1; }
done
# These restart the server or put it back in the middle, which nobody at its address can: `constat-sim run` without
# --against plays them. What else is left out is an error.
not_from_outside='a-week-offline bad-network gap late-after-recovery'
folder=$(mktemp -d)
server=
stop_server() {
  [ -z "$server" ] || { kill "$server" 2> /dev/null && wait "$server" || true; }
  server=
}
finish() {
  stop_server
  rm -rf "$folder"
}
trap finish EXIT
start_server() { # name of its folder, time it begins at; sets url
  local place="$folder/$1"
  mkdir "$place"
  "$binaries/constat-server" tenant add certifier --data "$place/data" > /dev/null
  "$binaries/constat-server" serve --data "$place/data" --listen 127.0.0.1:0 --test-clock "$2" \
    > "$place/ready" 2> "$place/log" &
  server=$!
  for _ in $(seq 100); do
    [ ! -s "$place/ready" ] || break
    kill -0 "$server" 2> /dev/null || { cat "$place/log" >&2; exit 1; }
    sleep 0.1
  done
  url=$(sed -n 's/.*"listening":"\([^"]*\)".*/\1/p' "$place/ready")
  [ -n "$url" ] || { echo "scenarios-against: the server did not get ready." >&2; cat "$place/log" >&2; exit 1; }
}
play() { # order, files…: on a server of its own
  local order=$1; shift
  start_server "order-$order" 2026-05-04T07:00:00Z
  "$binaries/constat-sim" run --order "$order" --against "$url" --server-binary "$binaries/constat-server" \
    --data "$folder/order-$order/data" "$@" | tee "$folder/report-$order"
  stop_server
}
play_life() { # file: on a server of its own that begins at the scenario's date; nothing of it may be left out
  local name begins
  name=$(basename "$1" .yaml)
  begins=$(sed -n 's/^date: "\(.*\)"$/\1/p' "$1")
  [ -n "$begins" ] || { echo "scenarios-against: $1 says no date." >&2; exit 1; }
  start_server "$name" "$begins"
  "$binaries/constat-sim" run --against "$url" --server-binary "$binaries/constat-server" \
    --data "$folder/$name/data" "$1" | tee "$folder/report-$name"
  stop_server
  ! grep -q '# SKIP' "$folder/report-$name" || { echo "scenarios-against: $1 was left out." >&2; exit 1; }
}

if [ ${#lives[@]} -gt 0 ]; then
  for file in "${lives[@]}"; do play_life "$file"; done
  exit
fi
for file in Examples/scenarios/qualiopi/*.yaml; do play_life "$file"; done

play 1 Examples/scenarios/*.yaml
left_out=$(grep -c '# SKIP' "$folder/report-1" || true)
for name in $not_from_outside; do
  title=$(sed -n 's/^scenario: //p' "Examples/scenarios/$name.yaml")
  grep -q "^ok [0-9]* - $title # SKIP line [0-9]*: a server at an address is not" "$folder/report-1" \
    || { echo "scenarios-against: $name was to be left out, and was not." >&2; exit 1; }
  left_out=$((left_out - 1))
done
[ "$left_out" -eq 0 ] || { echo "scenarios-against: $left_out scenarios were left out that can be played." >&2; exit 1; }

# An `either-order` doubles the orders; `--order` says by name which scenario has none of a number.
opens() { grep -c '^ *- either-order:' "$1" || true; }
most=0 open=()
for file in Examples/scenarios/*.yaml; do
  count=$(opens "$file")
  [ "$count" -eq 0 ] || open+=("$file")
  [ "$count" -le "$most" ] || most=$count
done
for order in $(seq 2 $((1 << most))); do play "$order" "${open[@]}"; done
