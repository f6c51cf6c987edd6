#!/usr/bin/env bash
# The office's pages in a real browser: headless Chromium driven by Playwright through the journeys of a case officer.
#   bash Tests/Browser/run.sh --binaries .build/release [--shots DIR] [--only NAME] [--readme]
# Installs Debian's chromium and, in a folder of its own, what requirements.txt names.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source "$here/../../Examples/install.sh"
install_packages git python3 python3-venv chromium fonts-liberation
tools="${CONSTAT_BROWSER_TOOLS:-$here/../../.build/browser-tools}"
if ! cmp -s "$here/requirements.txt" "$tools/requirements.txt"; then
  rm -rf "$tools"
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$tools/requirements.txt"
fi
PYTHONPATH="$here:$here/../../Examples" PYTHONDONTWRITEBYTECODE=1 exec "$tools/bin/python" -m journeys "$@"
