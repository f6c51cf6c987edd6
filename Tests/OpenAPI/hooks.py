"""What schemathesis has to be told of this protocol: how lines of JSON are written and read, which requests would be held
on purpose, and what makes a push worth more than a refusal of its first byte."""

import json
import os

import schemathesis

REPLICA = os.environ["CONSTAT_REPLICA"]
JOIN = ("code", "replica", "publicKey")


@schemathesis.serializer("application/x-ndjson")
def write_lines(context, value):
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    return json.dumps(value).encode() + b"\n"


@schemathesis.serializer("application/json")
def write_one_spelling(context, value):
    """Members in the order of the document and no space: anything else is refused at its first byte."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, dict) and set(JOIN) == set(value):
        value = {name: value[name] for name in JOIN}
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


@schemathesis.deserializer("application/x-ndjson", "text/event-stream")
def read_text(context, response):
    return response.content.decode("utf-8")


@schemathesis.hook
def before_call(context, case, kwargs):
    """A request that would be held for its whole time says nothing more than one that is answered at once."""
    query = case.query
    if not query:
        return
    if query.get("live") == "sse" and query.get("offset"):
        query["offset"] = "none-of-yours"
    if query.get("live") == "long-poll" and query.get("offset") in ("now", "-1"):
        query.pop("kinds", None)
        query["offset"] = "-1"


def _pull(limit, bookmark="", digest="", start=1, last=0):
    return json.dumps(
        {"replica": REPLICA, "from": start, "last": last, "digest": digest, "bookmark": bookmark, "limit": limit},
        separators=(",", ":"),
    )


PUSHES = [
    _pull(1),
    _pull(2000),
    _pull(0),
    _pull(500, bookmark="none-of-yours"),
    _pull(500, start=9, last=8, digest="00" * 32),
    _pull(500, last=1) + '\n{"void":1,"digest":"' + "00" * 32 + '"}',
    _pull(500, last=1) + '\n{"not":"a line"}',
    _pull(500, last=1) + '\n{"seal":["directory",1,"' + "00" * 64 + '"]}',
    _pull(500) + "\n\n",
]


@schemathesis.hook
def map_body(context, body):
    """Every other push is one of this device's own, so that more than its header is looked at."""
    # A body that breaks the schema is to be refused and stays as it is.
    if context.operation.path != "/v1/exchange" or not isinstance(body, str) or not body.endswith("\n") or len(body) % 2:
        return body
    return PUSHES[len(body) // 2 % len(PUSHES)] + "\n"


@schemathesis.check
def frames_are_whole(context, response, case):
    """An answer of the exchange is lines of JSON, the last of which ends it."""
    if case.operation.path != "/v1/exchange" or response.status_code != 200:
        return
    lines = response.content.split(b"\n")
    assert lines[-1] == b"", "the answer does not end with a newline"
    frames = [json.loads(line) for line in lines[:-1]]
    assert frames and next(iter(frames[-1])) in ("bookmark", "gap", "regressed", "forked"), "the last frame is no end"


@schemathesis.check
def problems_are_ours(context, response, case):
    """What is refused is refused with a problem document that says its own status."""
    if response.status_code < 400:
        return
    assert response.headers.get("content-type") == ["application/problem+json"], "a refusal without a problem document"
    assert json.loads(response.content)["status"] == response.status_code
