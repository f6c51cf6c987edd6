#!/usr/bin/env python3
"""Takes each rule away in turn and demands that a test named after it misses it.

A debug build obeys CONSTAT_RULE_OFF, the id of one rule, transition or deadline (Sources/SchemeRules/Verdicts/
RuleSwitches.swift). For each id of Protocol/rules.md that code keeps (acts refused, due dates, automatic effects, things
computed, every transition, and whatever switch code asks by name) the tests whose names hold the id run with that id off: at least one must fail. Readings
(A-) are not taken away one by one: without its reading a rule says nothing; their tests are asked for by gates.py.
Tests/rules-not-switched lists the ids nothing obeys yet, with why in lines that begin with #; it only shrinks.

  rule-switches.py [--bundle PATH]       every id, two at a time, on the debug build of the whole package
  rule-switches.py --only ID [--only ID] some ids, whatever the list says
  rule-switches.py --self-test           plants what the gate must see, and demands that it sees it

Standard library only."""

import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LISTED = ROOT / "Tests/rules-not-switched"
BUNDLE = ROOT / ".build/debug/constatPackageTests.xctest"
AT_ONCE = 2
PATIENCE = 600  # seconds for the tests of one rule: a switch that makes a test wait for ever is a failure too
DONE_BY_CODE = ("refusal of", "deadline", "automatic", "computed")


def consulted():
    """The ids whose switch some code asks by name."""
    asked = set()
    for path in (ROOT / "Sources").rglob("*.swift"):
        asked.update(re.findall(r'\bRuleSwitch(?:es)?\.isOn\(\s*"([A-Z0-9-]+)"', path.read_text(encoding="utf-8")))
    return asked


def registered():
    """The ids that code keeps, in the order of the page: by how the page says they are held, or because code asks."""
    ids, asked = [], consulted()
    for line in (ROOT / "Protocol/rules.md").read_text(encoding="utf-8").split("\n"):
        cells = line.strip("|").split(" | ")
        rule = cells[0].strip()
        if len(cells) < 5 or not re.fullmatch(r"(?:R|T|DL)-[A-Z0-9-]+", rule):
            continue
        if rule.startswith("T-") or rule in asked or cells[3].startswith(DONE_BY_CODE):
            ids.append(rule)
    return ids


def pattern(rule):
    """Matches the id alone: R-QUAL-1 is not in R-QUAL-12, nor A-44 in R-CLEA-44."""
    return rf"\b{re.escape(rule)}\b"


def test_names():
    """The names of all tests that are sentences."""
    names = []
    for path in sorted((ROOT / "Tests").rglob("*.swift")):
        names += re.findall(r"\bfunc\s+`([^`]*)`", path.read_text(encoding="utf-8"))
    return names


class Bundle:
    """The compiled tests."""

    def __init__(self, path):
        self.path = str(path)

    def run(self, expression, off=None):
        """How the tests that an expression matches end, and what they said."""
        environment = dict(os.environ, SWIFT_BACKTRACE="enable=no")
        environment.pop("CONSTAT_RULE_OFF", None)
        if off:
            environment["CONSTAT_RULE_OFF"] = off
        try:
            ran = subprocess.run(
                [self.path, "--testing-library", "swift-testing", "--filter", expression],
                cwd=ROOT, env=environment, capture_output=True, text=True, errors="replace", timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return "failed", f"not done after {PATIENCE} s"
        said = ran.stdout + ran.stderr
        if re.search(r"Test run with 0 tests", said):
            return "none", said
        return ("passed" if ran.returncode == 0 else "failed"), said

    def misses(self, rule, off, names):
        """Why no test misses a rule, or None when one does."""
        expression = pattern(rule)
        if not any(re.search(expression, name) for name in names):
            return "no test is named after it"
        end, _ = self.run(expression, off)
        if end == "none":
            return "the tests named after it are not in this bundle"
        return None if end == "failed" else "its tests pass without it"


def judge(bundle, rules, names, listed, off=lambda rule: rule):
    """The faults of some rules, one sentence each, and how many a test missed; `listed` may go unmissed."""
    faults, missed = [], 0
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        for rule, why in zip(rules, pool.map(lambda rule: bundle.misses(rule, off(rule), names), rules)):
            if why is None:
                missed += 1
                if rule in listed:
                    faults.append(f"{rule}: its tests miss it now; remove its line from Tests/rules-not-switched")
            elif rule not in listed:
                faults.append(f"{rule}: {why}")
    return faults, missed


def stale(listed, rules):
    """Lines of the list that name nothing the page holds, or name it twice."""
    for rule in sorted(set(listed)):
        if rule not in rules:
            yield f"{rule}: Tests/rules-not-switched names it, and Protocol/rules.md has no such id that code keeps"
        elif listed.count(rule) > 1:
            yield f"{rule}: twice in Tests/rules-not-switched"


def run(bundle, only):
    rules, names = registered(), test_names()
    lines = LISTED.read_text(encoding="utf-8").split("\n")
    listed = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    chosen = only or rules
    # With every rule on, the same tests pass: otherwise what follows would prove nothing.
    end, said = bundle.run("|".join(pattern(rule) for rule in chosen))
    if end == "failed":
        print("FAIL with no rule taken away, tests named after rules fail already:")
        print("\n".join(line for line in said.split("\n") if "✘" in line)[:2000])
        return 1
    faults, missed = judge(bundle, chosen, names, set() if only else set(listed))
    if not only:
        faults += stale(listed, rules)
    for fault in faults:
        print(f"FAIL {fault}")
    left = f"; {len(set(listed))} on the list of those not switched" if listed and not only else ""
    print(f"{len(chosen)} rules taken away one at a time, {missed} missed by a test named after them{left}")
    return 1 if faults else 0


def self_test(bundle):
    """A check that cannot fail is none: each fault planted here must be seen, and a rule that is kept must pass."""
    kept, names = "R-QUAL-71", test_names()
    absent = "R-QUAL-" + "999"
    plants = [
        ("lets a rule pass whose tests miss it", not judge(bundle, [kept], names, set())[0]),
        ("sees a rule whose switch nothing obeys", bool(judge(bundle, [kept], names, set(), lambda rule: absent)[0])),
        ("sees a rule no test is named after", bool(judge(bundle, [absent], names, set())[0])),
        ("sees a rule whose tests are not in the bundle",
         bool(judge(bundle, [absent], names + [f"{absent} planted"], set())[0])),
        ("sees a listed rule that is missed after all", bool(judge(bundle, [kept], names, {kept})[0])),
        ("sees a listed id that the page lacks", bool(list(stale([absent], registered())))),
        ("does not take R-QUAL-1 for R-QUAL-12", not re.search(pattern("R-QUAL-1"), "R-QUAL-12 a sentence")),
    ]
    for what, seen in plants:
        print(f"{'ok  ' if seen else 'FAIL'} the gate {what}")
    return 0 if all(seen for _, seen in plants) else 1


def main():
    parser = argparse.ArgumentParser(description="Takes each rule away in turn: a test named after it must miss it.")
    parser.add_argument("--bundle", type=pathlib.Path, default=BUNDLE, help="the compiled tests, of a debug build")
    parser.add_argument("--only", action="append", default=[], metavar="ID", help="only this rule; may be repeated")
    parser.add_argument("--self-test", action="store_true", help="prove that the gate can fail")
    options = parser.parse_args()
    if not options.bundle.is_file():
        print(f"no tests at {options.bundle}: swift build --build-tests makes them")
        return 1
    bundle = Bundle(options.bundle.resolve())
    return self_test(bundle) if options.self_test else run(bundle, options.only)


if __name__ == "__main__":
    sys.exit(main())
