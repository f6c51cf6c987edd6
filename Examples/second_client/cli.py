"""The commands of the second client."""

import argparse
import json
import pathlib
import sqlite3
import sys

from . import capture, ed25519, names
from .exchange import Sync
from .frames import NotOurs
from .json_spelling import Refusal, canonical
from .merge_table import TABLE, table_from_data
from .store import Fault, Store
from .sign_in import Signer
from .transport import Offline, Problem, Server
from .vectors import run as run_vectors
from .visible_state import fold_lines, report

OK, ERROR, USAGE, OFFLINE = 0, 1, 2, 5


def _say(text):
    """Text from elsewhere reaches a terminal without its control characters."""
    harmless = (character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
    print("".join(harmless), file=sys.stderr)


def _print(value):
    sys.stdout.buffer.write(canonical(value) + b"\n")
    sys.stdout.buffer.flush()


def _value(text):
    def no_float(_):
        raise argparse.ArgumentTypeError("decimals are texts: put quotes around it")

    def no_twin(pairs):
        if len(dict(pairs)) < len(pairs):
            raise argparse.ArgumentTypeError("a key stands twice")
        return dict(sorted(pairs))

    try:
        return json.loads(text, parse_float=no_float, parse_constant=no_float, object_pairs_hook=no_twin)
    except ValueError as failure:
        raise argparse.ArgumentTypeError(f"no JSON value: {failure} (a text stands in quotes)") from failure


def _name(fits, what):
    def check(text):
        if not fits(text):
            raise argparse.ArgumentTypeError(f"no {what}")
        return text

    return check


def _vectors(options):
    return OK if run_vectors(options.folder, sys.stdout) else ERROR


def _fold(options):
    table = TABLE
    if options.schema:
        try:
            table = table_from_data(json.loads(pathlib.Path(options.schema).read_text(encoding="utf-8")))
        except (OSError, ValueError) as failure:
            _say(f"{options.schema}: {failure}")
            return USAGE
    lines = sys.stdin.buffer.read().split(b"\n")
    answer = fold_lines(lines if lines[-1] else lines[:-1], table, options.tenant)
    _print(answer)
    return ERROR if answer["refused"] else OK


def _joined(options):
    store = Store(options.profile)
    if store.fact("serverKey") is None:
        raise Fault("this profile has not joined: client.py join URL CODE --profile DIR")
    return store


def _join(options):
    store = Store(options.profile)
    if store.fact("serverKey") is not None:
        raise Fault("this profile has joined already")
    server = Server(options.url)
    if store.fact("secret") is None:
        # Kept before it is sent, so that a join whose answer was lost is repeated as the same device.
        with store.transaction():
            store.keep(replica=names.new_replica(), secret=ed25519.new_secret())
    code = options.code.replace(" ", "").replace("-", "")
    joined = server.join(code, store.replica, ed25519.public_key(store.fact("secret")))
    with store.transaction():
        # Another replica may be written as later; assertions go on naming the one the key was made known with.
        store.keep(url=options.url, bookmark="", keyHolder=store.replica, **{key: joined[key] for key in joined if key != "serverTime"})
    _print({"replica": store.replica, "tenant": joined["tenant"], "user": joined["user"]})
    return OK


def _capture(options):
    store = _joined(options)
    stream, entity = options.stream, options.entity

    def steps(state):
        match options.command:
            case "set":
                user = store.fact("user")
                return capture.set_steps(state, user, entity, options.field, options.value, options.motive)
            case "add":
                return capture.add_steps(state, entity, options.field, options.value)
            case "remove":
                return capture.remove_steps(state, entity, options.field, options.value)
            case "append":
                return capture.append_steps(state, entity, options.field, options.value, options.answers)
            case "delete":
                return capture.delete_steps(state, store.seen(stream), entity)
            case "restore":
                return [capture.restore_step(state, entity)]
            case "request":
                return capture.request_steps(state, store.seen(stream), entity, options.act)

    _print({"change": capture.write(store, stream, steps)})
    return OK


def _sync(options):
    store = _joined(options)
    try:
        Sync(store, Server(store.fact("url"), Signer(store)), _say).run()
    except (Offline, NotOurs) as failure:
        _say(f"not synced: {failure}; what was written is safe here and goes up with the next sync")
        return OFFLINE
    return _status(options)


def _show(options):
    store = _joined(options)
    streams = store.streams()
    if options.stream:
        streams = [stream for stream in streams if stream == options.stream]
    reports = {stream: report(store.state(stream), store.set_digest(stream)) for stream in streams}
    _print({"fold": 1, "refused": [], "streams": reports})
    return OK


def _lines(options):
    store = _joined(options)
    for stream in [options.stream] if options.stream else store.streams():
        for change in sorted(store.changes(stream), key=lambda change: (change.replica, change.seq)):
            sys.stdout.buffer.write(change.line + b"\n")
    return OK


def _status(options):
    store = _joined(options)
    refused = "SELECT replica, seq, stream, code, detail FROM line WHERE code IS NOT NULL ORDER BY replica, seq"
    seals = "SELECT COUNT(*), COALESCE(SUM(holds), 0) FROM seal"
    received, verified = store.rows(seals)[0]
    _print(
        {
            "lastSync": store.fact("lastSync"),
            "pending": [f"{store.replica}:{seq}" for seq, *_ in store.outbox()],
            "refused": [
                {"change": f"{replica}:{seq}", "code": code, "detail": detail, "stream": stream}
                for replica, seq, stream, code, detail in store.rows(refused)
            ],
            "replica": store.replica,
            "seals": {"received": received, "verified": verified},
            "streams": store.streams(),
            "tenant": store.fact("tenant"),
            "user": store.fact("user"),
        }
    )
    return OK


def _parser():
    parser = argparse.ArgumentParser(prog="client.py", description="A second client of Constat, in Python.")
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name, action, text, *arguments):
        sub = commands.add_parser(name, help=text)
        sub.set_defaults(action=action)
        for argument, options in arguments:
            sub.add_argument(argument, **options)

    profile = ("--profile", {"required": True, "metavar": "DIR"})
    stream = ("stream", {"type": _name(names.is_stream, "stream")})
    entity = ("entity", {"type": _name(names.is_entity, "entity")})
    field = ("field", {"type": _name(names.is_field, "field")})
    value = ("value", {"type": _value, "metavar": "JSONVALUE"})
    motive = ("--motive", {"metavar": "TEXT"})
    answers = ("--answers", {"type": _name(names.is_change, "change"), "metavar": "CHANGE"})
    act = ("act", {"type": _name(names.is_field, "act")})
    command("vectors", _vectors, "run every case of FOLDER/*.json", ("folder", {}))
    tenant = ("--tenant", {"type": _name(names.is_user, "tenant"), "metavar": "ID"})
    command("fold", _fold, "change lines in, their state out", ("--schema", {"metavar": "FILE"}), tenant)
    command("join", _join, "join a server as a new device", ("url", {}), ("code", {}), profile)
    command("set", _capture, "write a register", stream, entity, field, value, motive, profile)
    command("add", _capture, "add to a set", stream, entity, field, value, profile)
    command("remove", _capture, "take out of a set", stream, entity, field, value, profile)
    command("append", _capture, "append to a journal", stream, entity, field, value, answers, profile)
    command("delete", _capture, "delete an entity", stream, entity, profile)
    command("restore", _capture, "restore an entity", stream, entity, profile)
    command("request", _capture, "ask for an act", stream, entity, act, profile)
    command("sync", _sync, "push and pull", profile)
    command("show", _show, "what fold prints, of the streams held", (stream[0], stream[1] | {"nargs": "?"}), profile)
    command("lines", _lines, "the change lines held", (stream[0], stream[1] | {"nargs": "?"}), profile)
    command("status", _status, "pending, refused, streams, last sync", profile)
    return parser


def main(arguments):
    """Runs one command; 0 done, 1 error, 2 usage, 5 offline but safe."""
    options = _parser().parse_args(arguments)
    try:
        return options.action(options)
    except (Offline, NotOurs) as failure:
        _say(f"no answer of ours: {failure}")
        return OFFLINE
    except (Problem, Fault, Refusal, capture.Unusable, ValueError, OSError, sqlite3.Error) as failure:
        _say(f"error: {failure}")
        return ERROR
