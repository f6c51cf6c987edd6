"""The state two replicas compare, and what `fold` prints (model.md, "Visible state", "Vectors and the runner")."""

from . import evidence
from .change_line import read_line
from .json_spelling import Refusal, canonical
from .merge import fold


def _field(state):
    spelled = {"shown": state.shown}
    if state.conflict:
        spelled["conflict"] = {
            "base": state.conflict.base, "reason": state.conflict.reason, "values": state.conflict.values,
        }  # fmt: skip
    for member in ("entries", "heads", "late"):
        if getattr(state, member):
            spelled[member] = getattr(state, member)
    if state.unread:
        spelled["unread"] = True
    return spelled


def _entity(state, hidden):
    spelled = {"fields": {name: _field(field) for name, field in state.fields.items()}}
    if state.frozen is not None:
        spelled["frozen"] = state.frozen
    if state.lapses:
        spelled["lapses"] = state.lapses
    if hidden or state.disputed:
        spelled["life"] = "deleted" if hidden else state.disputed
    if state.requests:
        spelled["requests"] = state.requests
    return spelled


def visible(state):
    """The visible state as a value."""
    return {
        "entities": {name: _entity(entity, state.hidden(name)) for name, entity in state.entities.items()},
        "rulings": {request: [step.id, step.body["verdict"]] for request, step in state.rulings.items()},
        "schema": state.table.version,
        "stream": state.stream,
        "unknown": state.unknown,
    }


def conflicts(state):
    """The conflicts of what is shown, by entity, a disputed deletion before the fields of its entity."""
    found = []
    for name in sorted(state.entities):
        entity = state.entities[name]
        if state.hidden(name):
            continue
        if entity.disputed:
            found.append({"deletions": entity.disputed, "entity": name, "reason": "disputed-deletion"})
        for field in sorted(entity.fields):
            conflict = entity.fields[field].conflict
            if conflict:
                found.append(
                    {"base": conflict.base, "entity": name, "field": field, "reason": conflict.reason}
                    | {"values": conflict.values}
                )
    return found


def late(state):
    """The late writes, by entity, then field, then id."""
    return [
        {"entity": name, "field": field, "write": write}
        for name in sorted(state.entities)
        for field in sorted(state.entities[name].fields)
        for write in state.entities[name].fields[field].late
    ]


def digest(value):
    return evidence.sha256(canonical(value)).hex()


def report(state, set_digest=None):
    """What `fold` prints of one stream."""
    spelled = visible(state)
    answer = {"conflicts": conflicts(state), "late": late(state), "state": spelled, "stateDigest": digest(spelled)}
    return answer if set_digest is None else answer | {"setDigest": set_digest}


def fold_lines(lines, table, tenant=None):
    """The answer of `fold` to change lines of any streams: streams, and the lines refused."""
    held = {}
    refused = []
    for number, line in enumerate(lines, start=1):
        try:
            change = read_line(line)
            if held.setdefault(change.name, change).line != change.line:
                raise Refusal("forked-line")
        except Refusal as refusal:
            refused.append({"code": refusal.code, "line": number})
    streams = {}
    for change in held.values():
        streams.setdefault(change.stream, []).append(change)
    reports = {}
    for stream, changes in streams.items():
        set_digest = evidence.set_digest(evidence.frontier_of(tenant, changes)) if tenant else None
        reports[stream] = report(fold(stream, changes, table), set_digest)
    return {"fold": 1, "refused": refused, "streams": reports}
