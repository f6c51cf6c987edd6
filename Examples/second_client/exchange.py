"""Bringing device and server up to date (exchange.md)."""

import random
import time

from . import ed25519, evidence, frames, names
from .change_line import read_line
from .store import Fault
from .transport import Offline, Problem

MAX_PUSH_LINES = 500
MAX_PUSH_BYTES = 1_048_576
MAX_SEALS = 500
MAX_ROUNDS = 1_000
ENTRIES_OF_A_PAGE = 2_000
ATTEMPTS = 4
LONGEST_WAIT = 60
_BYTES_OF_A_SEAL = 400


class Push:
    """One request: its body and the seqs it carries, voids included."""

    def __init__(self, store, most_lines):
        outbox = store.outbox()
        last = store.last_seq()
        self.replica = store.replica
        self.bookmark = store.fact("bookmark")
        start = outbox[0][0] if outbox else last + 1
        before = store.one("SELECT digest FROM line WHERE replica = ? AND seq = ?", store.replica, start - 1)
        digest = before.hex() if before else ""
        lines = [frames.header(self.replica, start, last, digest, self.bookmark, ENTRIES_OF_A_PAGE)]
        size = len(lines[0]) + 1
        self.seqs = []
        touched = {}
        for seq, stream, digest, line in outbox[:most_lines]:
            up = line if line is not None else frames.void(seq, digest.hex())
            size += len(up) + 1 + (0 if stream in touched else _BYTES_OF_A_SEAL)
            if size > MAX_PUSH_BYTES or (stream not in touched and len(touched) == MAX_SEALS):
                break
            lines.append(up)
            self.seqs.append(seq)
            if line is not None:
                touched[stream] = seq
        secret = store.fact("secret")
        for stream, seq in sorted(touched.items()):
            link = store.link(stream, store.replica, seq)
            lines.append(frames.seal(stream, seq, evidence.seal(secret, link)))
        self.body = b"".join(line + b"\n" for line in lines)


class Sync:
    """The rounds of one sync; `say` takes what a person should know."""

    def __init__(self, store, server, say):
        self.store = store
        self.server = server
        self.say = say
        self.most_lines = MAX_PUSH_LINES
        self.sent_again = False

    def run(self):
        """Push and pull until nothing is left. Raises Offline, NotOurs, Problem or Fault; what was applied stays."""
        for _ in range(MAX_ROUNDS):
            push = Push(self.store, self.most_lines)
            answer = self.ask(push)
            if answer is None:
                continue
            with self.store.transaction():
                if (push.replica, push.bookmark) != (self.store.replica, self.store.fact("bookmark")):
                    continue  # Another sync of this profile was faster; asking again is free.
                self.apply(push, answer)
                done = answer.fault is None and not answer.more and not self.store.outbox()
                differing = [name for name, digest in answer.digests.items() if self.store.set_digest(name) != digest]
            if done:
                for stream in differing:
                    self.fetch_anew(stream, answer.digests[stream])
                self.store.keep(lastSync=answer.server_time)
                return
        raise Fault(f"not done after {MAX_ROUNDS} rounds")

    def ask(self, push):
        """The answer to a push; None when the request has to be made anew."""
        attempt = 0
        while True:
            try:
                return self.server.exchange(push.body)
            except Problem as problem:
                if problem.status == 410 and problem.bookmark is not None:
                    self.say("the server was set back: going on from the bookmark it knows")
                    if problem.bookmark == self.store.fact("bookmark"):
                        raise
                    self.store.keep(bookmark=problem.bookmark)
                    return None
                if problem.status == 413 and self.most_lines > 1:
                    self.most_lines //= 2
                    return None
                if problem.status == 400 and not self.sent_again:
                    self.sent_again = True
                elif problem.status in (429, 500, 503):
                    attempt += 1
                    if attempt == ATTEMPTS:
                        raise Offline(str(problem)) from problem
                    wait = problem.retry_after if problem.retry_after is not None else 1
                    time.sleep(min(LONGEST_WAIT, wait * 2 ** (attempt - 1)) * (1 + random.random() / 4))
                else:
                    raise

    def apply(self, push, answer):
        """Takes a whole answer, within one transaction."""
        for receipt in answer.receipts:
            self.take_receipt(push, receipt)
        if answer.fault:
            self.take_fault(*answer.fault)
            return
        for stream, epoch, position, signature in answer.leaves:
            if not self.is_said(stream, epoch, position, signature):
                raise Fault(f"a leave of {stream} that the server did not sign")
            self.store.purge(stream)
            self.say(f"out of scope: {stream}")
        for stream, _ in answer.enters:
            self.store.run("INSERT OR REPLACE INTO stream VALUES (?, 0)", stream)
            self.say(f"in scope: {stream}")
        for entry in answer.entries:
            take_entry(self.store, entry)
        verify_seals(self.store)
        self.store.keep(bookmark=answer.bookmark, backedUpThrough=answer.backed_up_through)
        if not answer.more:
            self.store.run("UPDATE stream SET whole = 1")

    def is_said(self, stream, epoch, position, signature):
        """Whether the server's key says that a stream left the scope of this replica."""
        fact = self.store.fact
        text = "\n".join([fact("tenant"), self.store.replica, stream, str(epoch), str(position)])
        message = b"constat.leave\0" + text.encode()
        key = bytes.fromhex(fact("serverKey"))
        return epoch >= fact("epoch") and ed25519.verify(key, message, bytes.fromhex(signature))

    def take_receipt(self, push, receipt):
        if receipt.seq not in push.seqs:
            raise Fault(f"a receipt for {receipt.seq}, which was not sent")
        own, seq = self.store.replica, receipt.seq
        self.store.run(
            "UPDATE line SET answered = 1, position = ?, code = ?, detail = ? WHERE replica = ? AND seq = ?",
            receipt.position, receipt.code, receipt.detail, own, seq,
        )  # fmt: skip
        if receipt.code is None:
            self.store.run("UPDATE chain SET counted = 1 WHERE replica = ? AND seq = ?", own, seq)
        else:
            self.say(f"refused {own}:{seq}: {receipt.code} {receipt.detail}".rstrip())

    def take_fault(self, kind, seq):
        """What a gap, a regressed or a forked asks for (exchange.md, "Down")."""
        if kind in ("gap", "forked"):
            self.say(f"the server answers {kind} at {seq}")
            own = self.store.replica
            reset = "UPDATE line SET answered = 0, position = NULL, code = NULL, detail = NULL"
            self.store.run(f"{reset} WHERE replica = ? AND seq >= ?", own, seq)
            self.store.run("UPDATE chain SET counted = 0 WHERE replica = ? AND seq >= ?", own, seq)
            self.store.unchain_purged()
        if kind != "gap":
            new = take_new_replica(self.store)
            self.say(f"this store is an old copy of itself: it goes on as replica {new}")

    def fetch_anew(self, stream, digest):
        """Fetches a stream whose set digest differs at the end of a sync."""
        self.say(f"{stream} differs from the server: fetching it anew")
        entries = self.server.stream(stream)
        with self.store.transaction():
            refetched(self.store, stream, entries)
        if self.store.set_digest(stream) != digest:
            self.say(f"{stream} still differs from the server; the next sync compares again")


def take_entry(store, entry):
    """A line, a skip or a seal of the log; what is held already stays as it is."""
    if entry.signature is not None:
        store.run(
            "INSERT OR IGNORE INTO seal VALUES (?, ?, ?, ?, NULL)",
            entry.stream, entry.replica, entry.seq, entry.signature,
        )  # fmt: skip
        return
    if entry.digest is not None:
        store.extend_chain(entry.stream, entry.replica, entry.seq, entry.digest, 0)
        # What was accepted once and is skipped now was erased.
        erase = "UPDATE line SET bytes = NULL WHERE replica = ? AND seq = ? AND answered AND code IS NULL"
        store.run(erase, entry.replica, entry.seq)
        return
    digest = evidence.sha256(entry.change.line)
    store.extend_chain(entry.stream, entry.replica, entry.seq, digest, 1)
    store.run(
        "INSERT OR REPLACE INTO line VALUES (?, ?, ?, ?, ?, 1, ?, ?, NULL, NULL)",
        entry.replica, entry.seq, entry.stream, digest, entry.change.line, entry.position, entry.received,
    )  # fmt: skip


def refetched(store, stream, entries):
    """Puts what the server holds of a stream in the place of what is held; the outbox stays."""
    own = store.replica
    store.run("DELETE FROM line WHERE stream = ? AND replica <> ? AND code IS NULL", stream, own)
    store.run("DELETE FROM chain WHERE stream = ? AND replica <> ?", stream, own)
    store.run("UPDATE chain SET counted = 0 WHERE stream = ?", stream)
    store.run("DELETE FROM seal WHERE stream = ?", stream)
    for entry in entries:
        take_entry(store, entry)
    verify_seals(store)


def verify_seals(store):
    """Checks each seal not checked yet whose device key is known. Raises Fault at the first that does not hold."""
    keys = None
    for stream, replica, seq, signature in store.rows(
        "SELECT stream, replica, seq, signature FROM seal WHERE holds IS NULL"
    ):
        keys = device_keys(store) if keys is None else keys
        link = store.link(stream, replica, seq)
        if link is None or replica not in keys:
            continue
        if not evidence.seal_holds(keys[replica], link, signature):
            raise Fault(f"the seal of {replica}:{seq} in {stream} does not hold")
        store.run("UPDATE seal SET holds = 1 WHERE (stream, replica, seq) = (?, ?, ?)", stream, replica, seq)


def device_keys(store):
    """The public key of each replica: this device's, the server's, and those of the directory."""
    keys = {store.fact("serverReplica"): bytes.fromhex(store.fact("serverKey"))}
    for entity, state in store.state("directory").entities.items():
        shown = state.fields["publicKey"].shown if "publicKey" in state.fields else None
        if entity.startswith("device/") and names.is_digest(shown):
            keys[entity.split("/")[1]] = bytes.fromhex(shown)
    keys[store.replica] = ed25519.public_key(store.fact("secret"))
    return keys


def take_new_replica(store):
    """Takes a new replica and re-issues with `was` what has no receipt (exchange.md, `regressed` and `forked`)."""
    old, outbox = store.replica, store.outbox()
    store.run("DELETE FROM line WHERE replica = ? AND NOT answered", old)
    store.run(
        "DELETE FROM chain WHERE replica = ? AND seq IN (SELECT value FROM json_each(?))",
        old, str([seq for seq, *_ in outbox]),
    )  # fmt: skip
    new = names.new_replica()
    # The bookmark was made for the old replica, whose further lines were never sent to this copy.
    store.keep(replica=new, bookmark="")
    renamed = {}
    for seq, stream, _, line in outbox:
        if line is None:
            continue
        change = read_line(line)
        ops = [_mapped(store, step, stream, old, renamed) for step in change.ops]
        renamed[change.name] = (stream, store.write(stream, ops, at=change.time, was=change.name))
    return new


def _mapped(store, step, stream, old, renamed):
    """A step whose `over`, `seen` and `answers` name re-issued changes by their new names."""
    step = dict(step)

    def name(change):
        return renamed[change][1] if change in renamed else change

    if "over" in step:
        step["over"] = sorted(map(name, step["over"]), key=names.change_order)
    if "answers" in step:
        step["answers"] = name(step["answers"])
    if old in step.get("seen", ()):
        seen = dict(step["seen"])
        reached = seen.pop(old)
        kept = "SELECT MAX(seq) FROM line WHERE stream = ? AND replica = ? AND seq <= ? AND code IS NULL"
        if (accepted := store.one(kept, stream, old, reached)) is not None:
            seen[old] = accepted
        for before, (where, after) in renamed.items():
            if where == stream and names.change_order(before)[1] <= reached:
                replica, seq = names.change_order(after)
                seen[replica] = max(seq, seen.get(replica, 0))
        step["seen"] = dict(sorted(seen.items()))
    return step
