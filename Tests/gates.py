#!/usr/bin/env python3
"""The gates: facts about the tree that no compiler checks. `gates.py` runs them, `gates.py --self-test` plants one
fault for each in a copy of the tree and demands that the gate sees it. Standard library only."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BELOW_THE_RIMS = [
    "SyncCore", "AuditModel", "AuditSchema", "SchemeRules", "WorkingDays", "SyncProtocol", "ServerCore", "ReplicaStore", "Gzip",
    "AuditDesk", "AuditReport",
]
# What stands lower may not know what stands higher: DESIGN §10, floor by floor.
FLOORS = {
    "WorkingDays": 0, "SyncCore": 0, "Gzip": 0, "AuditModel": 1, "SyncProtocol": 1, "AuditSchema": 2, "SchemeRules": 2.5,
    "AuditDesk": 2.7, "AuditReport": 2.8,
    "ReplicaStore": 3, "ServerCore": 3, "FieldClient": 4, "HTTPTransport": 4, "ServerStorage": 4, "ServerHTTP": 4, "Terminal": 4,
    "OfficeConsole": 4.5, "CommandLineProgram": 4.5, "Simulation": 4.5,
    "constat": 5, "constat-server": 5, "constat-sim": 5,
    # What tests share stands above everything: no program sees it.
    "TestSupport": 9, "StoreTestSupport": 9,
}


def tracked(root):
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=root, capture_output=True, text=True)
    return [line for line in listed.stdout.splitlines() if (root / line).is_file()]


def swift_sources(root, below="Sources/"):
    for name in tracked(root):
        if name.startswith(below) and name.endswith(".swift"):
            yield name, (root / name).read_text(encoding="utf-8")


def code_only(text):
    """The text without comments and string contents, line by line."""
    text = re.sub(r'"""(?:.|\n)*?"""', lambda m: "\n" * m.group().count("\n"), text)
    lines = []
    for line in text.split("\n"):
        line = re.sub(r'"(?:\\.|[^"\\])*"', '""', line)
        lines.append(line.split("//")[0])
    return lines


def find(root, pattern, below="Sources/", rooms=None, keep=lambda line: True):
    for name, text in swift_sources(root, below):
        if rooms and name.split("/")[1] not in rooms:
            continue
        for number, line in enumerate(code_only(text), 1):
            if re.search(pattern, line) and keep(line):
                yield f"{name}:{number}: {line.strip()[:100]}"


def imports_point_down(root):
    for name, text in swift_sources(root):
        room = name.split("/")[1]
        for module in re.findall(r"^\s*(?:public |internal |package )?import (?:struct |enum )?(\w+)", text, re.M):
            if module in FLOORS and room in FLOORS and FLOORS[module] >= FLOORS[room]:
                yield f"{name}: imports {module}, which is not below {room}"


def no_clock_or_chance_below_the_rims(root):
    pattern = r"\b(Date\(\)|Date\.now|UUID\(\)|Task\.sleep|SystemRandomNumberGenerator|ContinuousClock\(\))|\.random\(in"
    yield from find(root, pattern, rooms=BELOW_THE_RIMS)


def no_forced_tries_or_casts(root):
    yield from find(root, r"\btry!|\bas!")


def no_hidden_reasons(root):
    for name, text in swift_sources(root):
        for number, line in enumerate(text.split("\n"), 1):
            if re.search(r"\btry\? ", line.split("//")[0]) and "//" not in line:
                yield f"{name}:{number}: try? without saying why the reason may be lost"


def no_prints_in_libraries(root):
    yield from find(root, r"(?<![\w.])print\(", rooms=[room for room, floor in FLOORS.items() if floor < 5])


def unchecked_is_proved(root):
    for name, text in swift_sources(root):
        lines = text.split("\n")
        for number, line in enumerate(lines):
            if "@unchecked Sendable" in line and not line.strip().startswith("//"):
                near = "\n".join(lines[max(0, number - 6): number + 2])
                if "//" not in near:
                    yield f"{name}:{number + 1}: @unchecked Sendable without its proof"


def nothing_unfinished(root):
    for name in tracked(root):
        if not name.startswith(("Sources/", "Examples/", "Protocol/")) or name.endswith((".json", ".png")):
            continue
        for number, line in enumerate((root / name).read_text(encoding="utf-8").split("\n"), 1):
            if re.search(r"\b(TODO|FIXME|XXX|HACK)\b|not implemented|unimplemented", line):
                yield f"{name}:{number}: {line.strip()[:100]}"


def files_are_one_concept(root):
    for name, text in swift_sources(root):
        if text.count("\n") > 400:
            yield f"{name}: {text.count(chr(10))} lines: more than one concept?"


def tests_assert_and_run(root):
    for name, text in swift_sources(root, "Tests/"):
        if re.search(r"\.disabled\(|XCTSkip|withKnownIssue", text):
            yield f"{name}: a test that does not run"
        for body in re.split(r"\n\s*@Test\b", text)[1:]:
            body = re.split(r"\n\s*@Suite\b", body)[0]
            title = re.search(r"func\s+(`[^`]*`|\w+)", body)
            if title and not re.search(
                r"#expect|#require|Issue\.record|expect\w*\(|check\w*\(|require\w*\(|confirmation\(|assert\w*\(|\.judge\(", body
            ):
                yield f"{name}: {title.group(1)} asserts nothing"


def rules_have_tests(root):
    """A test names each rule, example and transition id that the rules cite in code (not in comments)."""
    tests = "\n".join(text for _, text in swift_sources(root, "Tests/"))
    cited = {}
    for name, text in swift_sources(root, "Sources/SchemeRules/"):
        if "/Deadlines/DeadlineTable" in name:
            continue  # the table cites the source of every delay; each row is tested by its EX- example
        if "/Register/" in name:
            continue  # the register tells every rule; the next gate asks a test of each
        for line in text.split("\n"):
            for rule in re.findall(r'"(R-[A-Z]+-\d+)"', line.split("//")[0]):
                cited.setdefault(rule, name)
    for rule, name in sorted(cited.items()):
        if rule not in tests:
            yield f"{name}: {rule} is applied but no test names it"


def registered_rules(root):
    page = root / "Protocol/rules.md"
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    return re.findall(r"^\| ((?:R|T|DL|A)-[A-Z0-9-]+) \|", text, re.M)


def listed_ids(path):
    """The ids of a list, one a line; a line that begins with # says why the next ones are there."""
    lines = path.read_text(encoding="utf-8").split("\n") if path.is_file() else []
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def test_names(root):
    """The names of all tests that are sentences, in one text."""
    return " ".join(
        name for _, text in swift_sources(root, "Tests/") for name in re.findall(r"\bfunc\s+`([^`]*)`", text)
    )


def rules_are_named_by_tests(root):
    """Each id of Protocol/rules.md stands in the name of a test, but those that Tests/rules-without-test still lists;
    that list only shrinks: an id that has a test, or that the page lacks, is not for it."""
    named = set(re.findall(r"(?<![\w-])(?:R|T|DL|A)-[A-Z0-9-]*\d+(?![\w-])", test_names(root)))
    listed = listed_ids(root / "Tests/rules-without-test")
    rules = registered_rules(root)
    for rule in rules:
        if rule not in named and rule not in listed:
            yield f"Protocol/rules.md: {rule} stands in no test's name"
    for rule in listed:
        if rule in named:
            yield f"Tests/rules-without-test: {rule} has a test now; remove its line"
        elif rule not in rules:
            yield f"Tests/rules-without-test: {rule} is not in Protocol/rules.md"


RULEBOOK = pathlib.Path(os.environ.get("CONSTAT_SHARED", "")) / "domain/RULEBOOK.md"
# Examples and lines of the other schemes: told by one table of worked examples, or of a scheme with no guards yet.
OTHER_SCHEMES = (
    [f"EX-{n:02d}" for n in (*range(1, 26), *range(43, 51))] + ["GX-89", "GX-91"] + [f"GX-{n}" for n in range(81, 85)])


def examples_of(text):
    """The ids of the rulebook's tables of examples (4.4, 5.1 to 5.5, 5.10, 5.11), of its transitions of Qualiopi and of
    its readings on Qualiopi and on time (6.2, 6.4), in its order, those of the other schemes left out."""
    chapters = re.split(r"^#{2,3} (?=\d)", text, flags=re.M)[1:]
    of = lambda *numbers: "\n".join(c for c in chapters if c.split(" ")[0].rstrip(".") in numbers)
    found = re.findall(r"^\| ((?:EX|GX)-\d+) \|", of("4.4", "5.1", "5.2", "5.3", "5.4", "5.5", "5.10", "5.11"), re.M)
    found += re.findall(r"^\| (T-QUAL-[A-Z]\d+) \|", text, re.M)
    found += re.findall(r"^\| (A-\d+) \|", of("6.2", "6.4"), re.M)
    return [rule for rule in dict.fromkeys(found) if rule not in OTHER_SCHEMES]


def rulebook_examples_are_named_by_tests(root):
    """Each example, transition and reading of the rulebook for Qualiopi stands in the name of a test; EX-01 to EX-50
    are rows of WorkedExample, each of them."""
    path = RULEBOOK
    if not path.is_file():
        print(f"skipped, no {path.name} under CONSTAT_SHARED: rulebook examples are named by tests")
        if os.environ.get("CI") == "true":
            yield f"{path.name} is absent; CI must have it"
        return
    text = path.read_text(encoding="utf-8")
    wanted = examples_of(text)
    if len(wanted) < 100:
        yield f"{path.name}: {len(wanted)} examples read, so its tables are no longer read"
    named = set(re.findall(r"(?<![\w-])(?:EX|GX|T|A)-[A-Z0-9-]*\d+(?![\w-])", test_names(root)))
    for rule in wanted:
        if rule not in named:
            yield f"{path.name}: {rule} stands in no test's name"
    rows = " ".join(text for name, text in swift_sources(root, "Tests/") if name.endswith("/WorkedExample.swift"))
    for rule in re.findall(r"^\| (EX-\d+) \|", text, re.M):
        if f'"{rule}"' not in rows:
            yield f"{path.name}: {rule} is no row of WorkedExample"


def cited_rules_are_registered(root):
    """A rule, transition or reading of Qualiopi or of all schemes that the rules cite in code is in Protocol/rules.md."""
    rules = set(registered_rules(root))
    for name, text in swift_sources(root, "Sources/"):
        for number, line in enumerate(text.split("\n"), 1):
            for rule in re.findall(r'"((?:R-(?:QUAL|TIME|ROLE)|T-QUAL)-[A-Z]?\d+)"', line.split("//")[0]):
                if rule not in rules:
                    yield f"{name}:{number}: {rule} is not in Protocol/rules.md"


def no_place_of_writing(root):
    for name in tracked(root):
        if name.endswith((".png",)) or name == "Tests/gates.py":
            continue
        try:
            text = (root / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if re.search(r"(^|[^A-Za-z0-9._-])/(work|farm|root|opt/swift)/", line):
                yield f"{name}:{number}: a path of some machine"


def no_build_products(root):
    for name in tracked(root):
        if name.endswith("Package.resolved") or ".build" in name.split("/")[0]:
            yield f"{name}: a build product"


GATES = [
    (imports_point_down, "Sources/SyncCore/Planted.swift", "import ServerHTTP\n"),
    (no_clock_or_chance_below_the_rims, "Sources/SyncCore/Planted.swift", "let planted = Date()\n"),
    (no_forced_tries_or_casts, "Sources/SyncCore/Planted.swift", "let planted = try! value()\n"),
    (no_hidden_reasons, "Sources/SyncCore/Planted.swift", "let planted = try? value()\n"),
    (no_prints_in_libraries, "Sources/SyncCore/Planted.swift", "func planted() { print(1) }\n"),
    (unchecked_is_proved, "Sources/SyncCore/Planted.swift", "final class Planted: @unchecked Sendable {}\n"),
    (nothing_unfinished, "Sources/SyncCore/Planted.swift", "// TO" + "DO later\n"),
    (files_are_one_concept, "Sources/SyncCore/Planted.swift", "let planted = 1\n" * 401),
    (tests_assert_and_run, "Tests/SyncCoreTests/Planted.swift", "import Testing\n\n@Test func planted() { _ = 1 }\n"),
    (rules_have_tests, "Sources/SchemeRules/Planted.swift", 'let planted = "R-QUAL-' + '999"\n'),
    (rules_are_named_by_tests, "Protocol/rules.md", "| R-QUAL-" + "999 | guard | planted |\n"),
    (rules_are_named_by_tests, "Tests/rules-without-test", "R-TIME-15\n"),
    (rules_are_named_by_tests, "Tests/rules-without-test", "R-QUAL-" + "998\n"),
    # A test whose name the rulebook's example needs is taken away by an edit of the file, not by an addition.
    (rulebook_examples_are_named_by_tests, "Tests/SchemeRulesTests/Qualiopi/Durations/AuditDurationCheckTests.swift",
     ("GX-32", "GX-3x")),
    (cited_rules_are_registered, "Sources/SchemeRules/Planted.swift", 'let planted = "R-QUAL-' + '998"\n'),
    (no_place_of_writing, "Protocol/planted.md", "see /wo" + "rk/here\n"),
    (no_build_products, "Package.resolved", "{}\n"),
]


def run():
    failed = 0
    for gate in dict.fromkeys(gate for gate, _, _ in GATES):
        found = list(gate(ROOT))
        print(f"{'FAIL' if found else 'ok  '} {gate.__name__.replace('_', ' ')}")
        for line in found[:20]:
            print(f"       {line}")
        failed += bool(found)
    return failed


def self_test():
    """Each gate must fail on a tree with its fault planted: a check that cannot fail is none."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "tree"
        for name in tracked(ROOT):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
        # Without ignore rules of its own, so that a planted Package.resolved counts as part of the tree.
        subprocess.run(["git", "init", "-q"], cwd=copy, check=True)
        (copy / ".gitignore").unlink(missing_ok=True)
        subprocess.run(["git", "config", "core.excludesFile", "/dev/null"], cwd=copy, check=True)
        for gate, name, planted in GATES:
            if gate is rulebook_examples_are_named_by_tests and not RULEBOOK.is_file():
                failed += bool(list(gate(copy)))
                continue
            before = set(gate(copy))
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            kept = (copy / name).read_text(encoding="utf-8") if (copy / name).exists() else None
            # A pair replaces, a text is added.
            changed = (kept or "").replace(*planted) if isinstance(planted, tuple) else (kept or "") + planted
            (copy / name).write_text(changed, encoding="utf-8")
            sees = bool(set(gate(copy)) - before)
            if kept is None:
                (copy / name).unlink()
            else:
                (copy / name).write_text(kept, encoding="utf-8")
            print(f"{'ok  ' if sees else 'FAIL'} the gate \"{gate.__name__.replace('_', ' ')}\" sees a planted fault")
            failed += not sees
    return failed


if __name__ == "__main__":
    sys.exit(1 if (self_test() if "--self-test" in sys.argv else run()) else 0)
