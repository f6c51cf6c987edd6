"""The lines of an exchange: what goes up, and the frames that come down (exchange.md, "Up", "Down")."""

import re
from dataclasses import dataclass, field

from . import names
from .change_line import Change, read_line
from .json_spelling import Refusal, printed, read

MAX_ANSWER_BYTES = 8_388_608
MAX_BOOKMARK_BYTES = 65_536


class NotOurs(Exception):
    """An answer that is none of this protocol, or was cut: nothing of it may be used."""


def header(replica, start, last, digest, bookmark, limit):
    return printed(
        {"replica": replica, "from": start, "last": last, "digest": digest, "bookmark": bookmark, "limit": limit}
    )


def void(seq, digest):
    return printed({"void": seq, "digest": digest})


def seal(stream, seq, signature):
    return printed({"seal": [stream, seq, signature.hex()]})


@dataclass(frozen=True)
class Receipt:
    seq: int
    position: int | None = None
    code: str | None = None
    detail: str = ""


@dataclass(frozen=True)
class Entry:
    """A line, a skip or a seal of the log. `digest` is that of a skipped line, `signature` that of a seal."""

    position: int
    received: int
    stream: str
    replica: str
    seq: int
    change: Change | None = None
    digest: bytes | None = None
    signature: bytes | None = None


@dataclass
class Answer:
    """A whole answer; `fault` is None or one of gap, regressed, forked, with the seq it names."""

    receipts: list = field(default_factory=list)
    leaves: list = field(default_factory=list)
    enters: list = field(default_factory=list)
    entries: list = field(default_factory=list)
    fault: tuple | None = None
    recovering: bool = False
    bookmark: str = ""
    more: bool = False
    entering: list = field(default_factory=list)
    server_time: int = 0
    backed_up_through: int = 0
    digests: dict = field(default_factory=dict)


_LINE = re.compile(rb'(\{"position":[0-9]+,"received":-?[0-9]+,"line":)(\{.*\})\}', re.DOTALL)


def _need(fits):
    if not fits:
        raise NotOurs("a frame is not of its shape")


def _natural(value):
    return type(value) is int and value >= 0


def read_entry(frame):
    """An entry of the log from its frame (exchange.md, "Down")."""
    found = _LINE.fullmatch(frame)
    if found:
        values = read(found.group(1) + b"null}")
        _need(names.is_seq(values["position"]))
        change = read_line(found.group(2))
        where = (change.stream, change.replica, change.seq)
        return Entry(values["position"], values["received"], *where, change=change)
    values = read(frame)
    kind = (list(values) + ["", "", ""])[2]
    _need(list(values) == ["position", "received", kind] and kind in ("skip", "seal"))
    _need(names.is_seq(values["position"]) and type(values["received"]) is int)
    place = values[kind]
    _need(isinstance(place, list) and len(place) == 4)
    stream, replica, seq, evidence = place
    _need(names.is_stream(stream) and names.is_replica(replica) and names.is_seq(seq))
    where = (values["position"], values["received"], stream, replica, seq)
    if kind == "skip":
        _need(names.is_digest(evidence))
        return Entry(*where, digest=bytes.fromhex(evidence))
    _need(names.is_signature(evidence))
    return Entry(*where, signature=bytes.fromhex(evidence))


def _take_frame(answer, frame):
    """Takes one frame into the answer; how late in an answer such a frame stands (exchange.md, "Down")."""
    if frame.startswith(b'{"position":'):
        answer.entries.append(read_entry(frame))
        return 3
    # A bookmark may be longer than a text of a line.
    values = read(frame, MAX_BOOKMARK_BYTES)
    _need(isinstance(values, dict))
    match list(values):
        case ["receipt", "position"]:
            _need(names.is_seq(values["receipt"]) and names.is_seq(values["position"]))
            answer.receipts.append(Receipt(values["receipt"], values["position"]))
            return 0
        case ["receipt", "refused", "detail"]:
            _need(names.is_seq(values["receipt"]))
            _need(isinstance(values["refused"], str) and isinstance(values["detail"], str))
            answer.receipts.append(Receipt(values["receipt"], None, values["refused"], values["detail"]))
            return 0
        case ["leave", "epoch", "position", "signature"]:
            _need(names.is_stream(values["leave"]) and names.is_seq(values["epoch"]))
            _need(_natural(values["position"]) and names.is_signature(values["signature"]))
            answer.leaves.append(tuple(values.values()))
            return 1
        case ["enter", "through"]:
            _need(names.is_stream(values["enter"]) and _natural(values["through"]))
            answer.enters.append((values["enter"], values["through"]))
            return 2
        case ["bookmark", "more", "serverTime", "backedUpThrough", "digests", *rest]:
            answer.recovering = rest[-1:] == ["recovering"]
            if answer.recovering:
                _need(values["recovering"] is True)
                rest = rest[:-1]
            _need(isinstance(values["bookmark"], str) and isinstance(values["more"], bool))
            _need(type(values["serverTime"]) is int and _natural(values["backedUpThrough"]))
            digests = values["digests"]
            _need(isinstance(digests, dict) and list(digests) == sorted(digests))
            _need(all(map(names.is_stream, digests)) and all(map(names.is_digest, digests.values())))
            _need(len(values["bookmark"].encode()) <= MAX_BOOKMARK_BYTES)
            _need(rest == (["entering", "left"] if values["more"] else []))
            if values["more"]:
                _need(isinstance(values["entering"], list) and all(map(names.is_stream, values["entering"])))
                _need(isinstance(values["left"], list) and len(values["left"]) == 2 and all(map(_natural, values["left"])))
                answer.entering = values["entering"]
            answer.bookmark, answer.more, answer.server_time = values["bookmark"], values["more"], values["serverTime"]
            answer.backed_up_through, answer.digests = values["backedUpThrough"], digests
            return 4
        case ["gap" | "regressed" | "forked" as kind]:
            _need(names.is_seq(values[kind]) and not (answer.leaves or answer.enters or answer.entries))
            answer.fault = (kind, values[kind])
            return 4
    raise NotOurs("an unknown frame")


def read_answer(body):
    """The answer these bytes are. Raises NotOurs unless every frame is ours, in order, and the last is an end."""
    if len(body) > MAX_ANSWER_BYTES or not body.endswith(b"\n"):
        raise NotOurs("the answer was cut")
    answer = Answer()
    reached = 0
    try:
        for frame in body[:-1].split(b"\n"):
            rank = _take_frame(answer, frame)
            _need(rank >= reached and reached < 4)
            reached = rank
    except Refusal as refusal:
        raise NotOurs(str(refusal)) from refusal
    if reached != 4:
        raise NotOurs("the answer has no end")
    return answer
