#!/usr/bin/env bash
# Installs what is missing, builds, runs every test and gate, and tells the story. From a clean clone:
#   bash Tests/run.sh
# CONSTAT_SHARED names the folder of real registers (default: ../shared). Where it is absent the tests that need it say
# by name what they skip; with CI=true its absence fails.
set -euo pipefail
cd "$(dirname "$0")/.."
source Examples/install.sh
install_packages git python3 libsqlite3-dev libcurl4-openssl-dev zlib1g-dev libncurses-dev openssl

export CONSTAT_SHARED="${CONSTAT_SHARED:-$(cd .. && pwd)/shared}"
flags=(--explicit-target-dependency-import-check error)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0 failed=0
step() { # name, command…
  local name=$1 began=$SECONDS; shift
  printf '\n== %s\n' "$name"
  if "$@"; then passed=$((passed + 1)); printf '== %s: ok (%d s)\n' "$name" $((SECONDS - began))
  else failed=$((failed + 1)); printf '== %s: FAILED (%d s)\n' "$name" $((SECONDS - began)); fi
}

quiet_build() { # keeps the log for failures only
  "$@" > "$log" 2>&1 || { tail -n 60 "$log"; return 1; }
}
lint() { swift format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests Examples; }
undeclared_import_is_refused() {
  # The compiler flag is a gate too: a package with an undeclared import must not build under it.
  local place; place=$(mktemp -d)
  mkdir -p "$place/Sources/Low" "$place/Sources/High"
  cat > "$place/Package.swift" <<'SWIFT'
// swift-tools-version: 6.2
import PackageDescription
let package = Package(name: "planted", targets: [.target(name: "Low"), .target(name: "High")])
SWIFT
  echo 'public let low = 1' > "$place/Sources/Low/Low.swift"
  echo 'import Low' > "$place/Sources/High/High.swift"
  swift build --package-path "$place" "${flags[@]}" > "$log" 2>&1 && { rm -rf "$place"; echo "it was accepted"; return 1; }
  rm -rf "$place"
  grep -qi 'low' "$log"
}
# Tests of real sockets run apart: starved by hundreds of others on two cores, kept connections outlive libcurl's
# patience (118 s idle) and the test says what the machine did, not what the code does.
of_sockets='HTTPTransportTests|ServerHTTPTests'
count=0 binaries=
tests() { # arguments of swift test
  swift test --skip-build --disable-xctest "${flags[@]}" "$@" > "$log" 2>&1 || {
    grep -E '✘|error:|Fatal|crash' "$log" | head -n 60
    tail -n 5 "$log"
    return 1
  }
  grep -iE 'skip(s|ped)?:' "$log" | sort -u || true
  tail -n 1 "$log"
  count=$((count + $(grep -oE 'Test run with [0-9]+ tests?' "$log" | grep -oE '[0-9]+' | tail -n 1)))
}
unit_tests() {
  tests --skip "$of_sockets" || return 1
  tests --filter "$of_sockets" || return 1
  # A filter that matches nothing ends with 0, and so would a lost target: the floor is raised as tests are added.
  local floor; floor=$(cat Tests/count-floor)
  [ "$count" -ge "$floor" ] || { echo "only $count tests ran, at least $floor expected"; return 1; }
}
real_register() {
  local list="$CONSTAT_SHARED/data/cfa-etablissements-2022-10-12.csv"
  if [ ! -f "$list" ]; then
    echo "skipped: the story on a real register, for want of cfa-etablissements-2022-10-12.csv"
    [ "${CI:-}" != true ]
    return
  fi
  bash Examples/field-day.sh --public-list "$list" --siren "${1}" --once
}

release_build() {
  build_release constat constat-server constat-sim EmbeddedClient || return 1
  binaries=$(release_folder)
}
scenarios() { # every file in one process; what TAP says of each is shown
  "$binaries/constat-sim" run Examples/scenarios/*.yaml Examples/scenarios/qualiopi/*.yaml --format tap > "$log" || { grep -v '^ *ok' "$log"; return 1; }
  grep -E '^ok' "$log"
}
restore() {
  python3 Tests/Torture/restore.py --binaries "$binaries" || return 1
  # The gate can fail: a recovery ended too early leaves lines behind.
  python3 Tests/Torture/restore.py --binaries "$binaries" --forget > "$log" 2>&1 && {
    echo "a recovery ended too early was not noticed"; return 1; }
  grep -q "FAUX" "$log"
}

kill_nine() {
  python3 Tests/Torture/kill_nine.py --binaries "$binaries" || return 1
  # The gate can fail: a store that lost a line it had promised is noticed.
  python3 Tests/Torture/kill_nine.py --binaries "$binaries" --plant-loss --captures 20 > "$log" 2>&1 && {
    echo "a planted loss was not noticed"; return 1; }
  grep -q 'FAUX' "$log"
}

step "lint" lint
step "gates" python3 Tests/gates.py
step "each gate can fail" python3 Tests/gates.py --self-test
step "an undeclared import is refused" undeclared_import_is_refused
step "debug build with tests, warnings as errors" quiet_build swift build --build-tests "${flags[@]}"
step "unit tests" unit_tests
step "each rule taken away is missed by a test of its name" python3 Tests/rule-switches.py
step "the gate of rules can fail" python3 Tests/rule-switches.py --self-test
step "release build" release_build
step "scenarios" scenarios
step "scenarios against a real server" bash Examples/scenarios-against.sh --binaries "$binaries"
step "200 drawn worlds of faults" "$binaries/constat-sim" explore --seeds 200
step "the second client, written from the pages alone" bash Examples/second-client.sh --binaries "$binaries"
step "a client in sixty lines" bash Examples/embedded-client.sh --binaries "$binaries"
step "kill -9 loses nothing that was promised" kill_nine
step "a restored server gets back what its laptops hold" restore
step "terminal transcripts, one admitted and one refused per form" python3 Tests/Transcripts/play.py --binaries "$binaries"
step "each check of the transcripts can fail" python3 Tests/Transcripts/play.py --binaries "$binaries" --self-test
step "requests drawn from the API's document" bash Tests/OpenAPI/run.sh --binaries "$binaries"
step "an answer missing in the API's document is missed" bash Tests/OpenAPI/run.sh --binaries "$binaries" --self-test
step "the office's journeys in a browser" bash Tests/Browser/run.sh --binaries "$binaries"
step "the story, in both sync orders" bash Examples/field-day.sh
step "the story on a body of a real register" real_register 193523172

printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
