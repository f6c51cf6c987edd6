#!/usr/bin/env bash
# Two days of a real audit, told and asserted sentence by sentence with the real programs.
#   bash Examples/field-day.sh                              the fictional body, both sync orders
#   bash Examples/field-day.sh --keep                       leaves the server running and prints its address
#   bash Examples/field-day.sh --public-list FILE --siren N the same days on a body of a real register
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/install.sh"
install_packages git python3 libsqlite3-dev libcurl4-openssl-dev zlib1g-dev libncurses-dev
# A relative FILE is the caller's, not the project's.
arguments=()
while [ $# -gt 0 ]; do
  if [ "$1" = --public-list ] && [ $# -gt 1 ]; then
    [ -r "$2" ] || { echo "field-day: « $2 » cannot be read." >&2; exit 1; }
    arguments+=(--public-list "$(realpath "$2")")
    shift 2
  else
    arguments+=("$1")
    shift
  fi
done
cd "$here/.."
echo "Building constat and constat-server (release; minutes the first time)…"
build_release constat constat-server
binaries=$(release_folder)
PYTHONPATH="$here" PYTHONDONTWRITEBYTECODE=1 exec python3 -m field_day.story --binaries "$binaries" "${arguments[@]}"
