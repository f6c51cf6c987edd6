"""A change and its line (model.md, "The change line")."""

from dataclasses import dataclass

from . import names
from .json_spelling import Refusal, printed, read

MAX_LINE_BYTES = 65_536
MAX_STEPS = 256


def _value(value):
    if not _keys_ascend(value):
        raise Refusal("not-canonical", "keys of a value out of order")
    return True


def _keys_ascend(value):
    """Whether the keys of a value ascend by bytes, at every level; code points ascend as their bytes do."""
    if isinstance(value, list):
        return all(map(_keys_ascend, value))
    if isinstance(value, dict):
        return list(value) == sorted(value) and all(map(_keys_ascend, value.values()))
    return True


def _text(value):
    return isinstance(value, str) and value != ""


def _texts(value):
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _ids(value):
    if not isinstance(value, list) or not all(names.is_change(name) for name in value):
        return False
    order = [names.change_order(name) for name in value]
    return all(left < right for left, right in zip(order, order[1:]))


def _vector(value):
    if not isinstance(value, dict) or list(value) != sorted(value):
        return False
    return all(names.is_replica(key) and names.is_seq(seq) for key, seq in value.items())


def _verdict(value):
    return value in ("accepted", "refused")


# The members of each step in their order; a name ending in `?` may be absent.
STEPS = {
    "set": {"set": names.is_field, "on": names.is_entity, "to": _value, "over": _ids, "motive?": _text},
    "add": {"add": names.is_field, "on": names.is_entity, "value": _value},
    "remove": {"remove": names.is_field, "on": names.is_entity, "value": _value, "over": _ids},
    "append": {"append": names.is_field, "on": names.is_entity, "value": _value, "answers?": names.is_change},
    "delete": {"delete": names.is_entity, "seen": _vector, "over": _ids},
    "restore": {"restore": names.is_entity, "over": _ids},
    "request": {"request": names.is_field, "on": names.is_entity, "seen": _vector},
    "rule": {"rule": names.is_change, "verdict": _verdict, "rules": _texts, "pack": _text, "reasons": _value},
    "state": {"state": names.is_field, "on": names.is_entity, "to": _text, "over": _ids},
    "freeze": {"freeze": names.is_entity, "at": _vector},
    "thaw": {"thaw": names.is_entity, "over": _ids},
    "lapse": {"lapse": _text, "on": names.is_entity, "due": _text},
    "erase": {"erase": names.is_change, "skeleton": _value, "ground": _text},
}


def _members_fit(members, shape):
    """Whether the members stand in the order of the shape, each as it should be, none missing, none other."""
    rest = list(members)
    for name, fits in shape.items():
        key = name.rstrip("?")
        if rest and rest[0] == key:
            if not fits(members[key]):
                return False
            rest.pop(0)
        elif not name.endswith("?"):
            return False
    return not rest


def kind_of(step):
    """The first key of a step; None for a step of a newer version."""
    kind = next(iter(step))
    return kind if kind in STEPS else None


@dataclass(frozen=True)
class Change:
    """One user intention: a few steps on one stream, applied together, never altered."""

    replica: str
    seq: int
    time: int
    by: str
    stream: str
    ops: tuple
    was: str | None
    line: bytes

    @property
    def name(self):
        return f"{self.replica}:{self.seq}"


_ENVELOPE = {
    "v": names.is_seq,
    "replica": names.is_replica,
    "seq": names.is_seq,
    "salt": names.is_salt,
    "time": lambda value: type(value) is int,
    "by": names.is_user,
    "stream": names.is_stream,
    "ops": lambda value: isinstance(value, list),
    "was?": names.is_change,
}


def _check_envelope(envelope):
    if not isinstance(envelope, dict) or next(iter(envelope), None) != "v":
        raise Refusal("bad-envelope", "v")
    if type(envelope["v"]) is not int or envelope["v"] != 1:
        raise Refusal("unknown-version")
    if not _members_fit(envelope, _ENVELOPE):
        raise Refusal("bad-envelope")
    if not 1 <= len(envelope["ops"]) <= MAX_STEPS:
        raise Refusal("operation-count")


def _check_step(step, number):
    if not isinstance(step, dict) or not step:
        raise Refusal("bad-operation", f"step {number}")
    kind = kind_of(step)
    if kind is not None and not _members_fit(step, STEPS[kind]):
        raise Refusal("bad-operation", f"step {number}")


def _check_together(steps):
    """A register, or an entity's life, is written once a change; one request a change."""
    written = set()
    for number, step in enumerate(steps, start=1):
        match kind_of(step):
            case "set" | "state" as kind:
                once = ("register", step["on"], step[kind])
            case "delete" | "restore" as kind:
                once = ("life", step[kind])
            case "request":
                once = ("request",)
            case _:
                continue
        if once in written:
            raise Refusal("second-request" if once == ("request",) else "field-set-twice", f"step {number}")
        written.add(once)


def read_line(line):
    """The change these bytes are. Raises Refusal, in five passes: length, spelling, envelope, steps, steps together."""
    if len(line) > MAX_LINE_BYTES:
        raise Refusal("line-too-long")
    envelope = read(line)
    _check_envelope(envelope)
    for number, step in enumerate(envelope["ops"], start=1):
        _check_step(step, number)
    _check_together(envelope["ops"])
    return Change(
        replica=envelope["replica"],
        seq=envelope["seq"],
        time=envelope["time"],
        by=envelope["by"],
        stream=envelope["stream"],
        ops=tuple(envelope["ops"]),
        was=envelope.get("was"),
        line=bytes(line),
    )


def print_line(replica, seq, salt, time, by, stream, ops, was=None):
    """The line of a change; what comes out has been read again, so that nothing unreadable is ever stored."""
    envelope = {
        "v": 1, "replica": replica, "seq": seq, "salt": salt, "time": time, "by": by, "stream": stream, "ops": ops,
    }  # fmt: skip
    if was is not None:
        envelope["was"] = was
    line = printed(envelope)
    read_line(line)
    return line


def reprinted(line):
    """The line printed from what was read of it: the same bytes."""
    read_line(line)
    return printed(read(line))
