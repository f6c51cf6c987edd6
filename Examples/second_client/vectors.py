"""The runner of vectors/*.json (model.md, "Vectors and the runner"), printing TAP."""

import itertools
import json
import pathlib

from . import evidence
from .change_line import read_line, reprinted
from .json_spelling import Refusal, canonical
from .merge import fold
from .merge_table import TABLE, table_from_data
from .visible_state import conflicts, digest, fold_lines, late, visible


def orders(lines):
    """As given, backwards, rotated by every number of places, each twice; up to five lines in every order."""
    yield lines
    yield lines[::-1]
    for places in range(1, len(lines)):
        yield lines[places:] + lines[:places]
    yield [line for line in lines for _ in range(2)]
    if len(lines) <= 5:
        yield from map(list, itertools.permutations(lines))


def line_of(given):
    """The bytes of a line given as a text, or as texts and pairs [text, times] to be joined."""
    parts = [given] if isinstance(given, str) else given
    return "".join(part if isinstance(part, str) else part[0] * part[1] for part in parts).encode("utf-8")


def _differs(what, got, wanted):
    return [] if got == wanted else [f"{what} is {_short(got)}", f"{what} should be {_short(wanted)}"]


def _short(value):
    return value if isinstance(value, str) else canonical(value).decode()


def run_history(case, table, tenant):
    """What is wrong with a history; empty when nothing is."""
    faults = []
    lines = [line_of(line) for line in case["lines"]]
    for line in lines:
        if reprinted(line) != line:
            faults.append(f"printed otherwise than read: {line.decode()}")
    changes = [read_line(line) for line in lines]
    states = (fold(order[0].stream, order, table) for order in orders(changes))
    for state in states:
        spelled = visible(state)
        faults += _differs("stateDigest", digest(spelled), case["stateDigest"])
        # A history of long texts leaves these out; the digest stands for them.
        if "state" in case:
            faults += _differs("state", canonical(spelled).decode(), canonical(case["state"]).decode())
            faults += _differs("conflicts", conflicts(state), case["conflicts"])
            faults += _differs("late", late(state), case["late"])
        if faults:
            break
    set_digest = evidence.set_digest(evidence.frontier_of(tenant, changes))
    return faults + _differs("setDigest", set_digest, case["setDigest"])


def run_refusal(case):
    try:
        read_line(bytes.fromhex(case["hex"]) if "hex" in case else line_of(case["line"]))
    except Refusal as refusal:
        return _differs("code", refusal.code, case["refused"])
    return [f"accepted, should be refused {case['refused']}"]


def run_taken(case):
    line = line_of(case["line"])
    faults = _differs("digest", evidence.sha256(line).hex(), case["taken"])
    return faults if reprinted(line) == line else faults + ["printed otherwise than read"]


def run_document(case, table, tenant):
    got = fold_lines([line_of(line) for line in case["lines"]], table, tenant)
    return _differs("document", canonical(got).decode(), canonical(case["document"]).decode())


def run_case(case, table, tenant):
    """What is wrong with a case, whatever its shape."""
    if "refused" in case:
        return run_refusal(case)
    if "taken" in case:
        return run_taken(case)
    if "document" in case:
        return run_document(case, table, tenant)
    return run_history(case, table, tenant)


def _cases(file, seen):
    """The cases of one file: name and what is wrong with it."""
    data = json.loads(file.read_text(encoding="utf-8"))
    if "vectors" not in data and "types" in data:
        yield "the merge table", _differs("table", data, TABLE.as_data())
        return
    if data["vectors"] != 1:
        yield "the version of the file", [f"vectors is {data['vectors']}, this runner knows 1"]
        return
    table = table_from_data(data["table"])
    for case in data["cases"]:
        twice = [f"a second case named {case['name']}"] if case["name"] in seen else []
        seen.add(case["name"])
        try:
            faults = run_case(case, table, data["tenant"])
        except (Refusal, KeyError, ValueError) as failure:
            faults = [f"{type(failure).__name__}: {failure}"]
        yield case["name"], twice + faults


def run(folder, output):
    """Runs every case of every file; whether all of them, at least one, came out right."""
    count = failed = 0
    seen = set()
    for file in sorted(pathlib.Path(folder).glob("*.json")):
        for name, faults in _cases(file, seen):
            count += 1
            failed += bool(faults)
            title = f"{file.stem}: {name}".replace("\\", "\\\\").replace("#", "\\#")
            print(f"{'not ok' if faults else 'ok'} {count} - {title}", file=output)
            for fault in faults:
                print(f"# {fault}", file=output)
    print(f"1..{count}", file=output)
    return count > 0 and failed == 0
