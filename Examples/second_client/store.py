"""What a device keeps: lines, chains, seals and the bookmark in one SQLite file; state is folded (decision 0006)."""

import contextlib
import os
import pathlib
import sqlite3
import time

from . import evidence, names
from .change_line import print_line, read_line
from .merge import fold
from .merge_table import TABLE

_TABLES = """
CREATE TABLE IF NOT EXISTS fact (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
-- A line; bytes NULL when purged, code not NULL when refused. An own line is in the outbox until answered.
CREATE TABLE IF NOT EXISTS line (
  replica TEXT, seq INTEGER, stream TEXT, digest BLOB, bytes BLOB, answered INTEGER, position INTEGER, received INTEGER,
  code TEXT, detail TEXT, PRIMARY KEY (replica, seq)) WITHOUT ROWID;
-- A place of a replica's chain in a stream; counted when its line was accepted.
CREATE TABLE IF NOT EXISTS chain (
  stream TEXT, replica TEXT, seq INTEGER, digest BLOB, link BLOB, counted INTEGER,
  PRIMARY KEY (stream, replica, seq)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seal (
  stream TEXT, replica TEXT, seq INTEGER, signature BLOB, holds INTEGER,
  PRIMARY KEY (stream, replica, seq)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stream (stream TEXT PRIMARY KEY, whole INTEGER) WITHOUT ROWID;
"""


class Fault(Exception):
    """Something that must not happen: what led to it is not taken."""


class Store:
    """One profile: one device of one person in one tenant."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "client.sqlite"
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        self._database = sqlite3.connect(file, isolation_level=None, timeout=30)
        # One file and its rollback journal, each transaction on the disk before it is called done.
        self._database.execute("PRAGMA journal_mode = DELETE")
        self._database.execute("PRAGMA synchronous = EXTRA")
        self._database.executescript(_TABLES)

    @contextlib.contextmanager
    def transaction(self):
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")

    def rows(self, query, *values):
        return self._database.execute(query, values).fetchall()

    def one(self, query, *values):
        row = self._database.execute(query, values).fetchone()
        return row[0] if row else None

    def run(self, query, *values):
        self._database.execute(query, values)

    # Facts of the profile

    def fact(self, key):
        return self.one("SELECT value FROM fact WHERE key = ?", key)

    def keep(self, **facts):
        for key, value in facts.items():
            self.run("INSERT OR REPLACE INTO fact VALUES (?, ?)", key, value)

    @property
    def replica(self):
        return self.fact("replica")

    # Chains (model.md, "Evidence")

    def extend_chain(self, stream, replica, seq, digest, counted):
        """Puts a line at the end of its chain, or finds it there already."""
        held = self.rows("SELECT digest FROM chain WHERE (stream, replica, seq) = (?, ?, ?)", stream, replica, seq)
        if held:
            if held[0][0] != digest:
                raise Fault(f"another line stands at {replica}:{seq}")
            if counted:
                self.run("UPDATE chain SET counted = 1 WHERE (stream, replica, seq) = (?, ?, ?)", stream, replica, seq)
            return
        last = self.rows(
            "SELECT seq, link FROM chain WHERE (stream, replica) = (?, ?) ORDER BY seq DESC LIMIT 1", stream, replica
        )
        if last and last[0][0] > seq:
            raise Fault(f"{replica}:{seq} comes after a later line of its chain")
        before = last[0][1] if last else evidence.first_link(self.fact("tenant"), stream, replica)
        link = evidence.next_link(before, seq, digest)
        self.run("INSERT INTO chain VALUES (?, ?, ?, ?, ?, ?)", stream, replica, seq, digest, link, counted)

    def link(self, stream, replica, seq):
        return self.one("SELECT link FROM chain WHERE (stream, replica, seq) = (?, ?, ?)", stream, replica, seq)

    def set_digest(self, stream):
        query = "SELECT replica, seq, link FROM chain WHERE stream = ? AND counted ORDER BY replica, seq"
        return evidence.set_digest({replica: (seq, link) for replica, seq, link in self.rows(query, stream)})

    def unchain_purged(self):
        """Takes own purged lines that go up as voids out of their chains: a void belongs to none."""
        voids = "SELECT seq FROM line WHERE replica = ? AND NOT answered AND bytes IS NULL"
        own = self.replica
        streams = self.rows(f"SELECT DISTINCT stream FROM chain WHERE replica = ? AND seq IN ({voids})", own, own)
        self.run(f"DELETE FROM chain WHERE replica = ? AND seq IN ({voids})", own, own)
        for (stream,) in streams:
            link = evidence.first_link(self.fact("tenant"), stream, own)
            places = "SELECT seq, digest FROM chain WHERE (stream, replica) = (?, ?) ORDER BY seq"
            for seq, digest in self.rows(places, stream, own):
                link = evidence.next_link(link, seq, digest)
                self.run("UPDATE chain SET link = ? WHERE (stream, replica, seq) = (?, ?, ?)", link, stream, own, seq)

    # Lines

    def last_seq(self):
        return self.one("SELECT COALESCE(MAX(seq), 0) FROM line WHERE replica = ?", self.replica)

    def write(self, stream, ops, at=None, was=None):
        """One more line of this replica, within a transaction of the caller; its name."""
        replica, seq = self.replica, self.last_seq() + 1
        moment = time.time_ns() // 1_000_000 if at is None else at
        line = print_line(replica, seq, names.new_salt(), moment, self.fact("user"), stream, ops, was)
        digest = evidence.sha256(line)
        self.run(
            "INSERT INTO line VALUES (?, ?, ?, ?, ?, 0, NULL, NULL, NULL, NULL)", replica, seq, stream, digest, line
        )
        self.extend_chain(stream, replica, seq, digest, 0)
        return f"{replica}:{seq}"

    def outbox(self):
        """The own lines without an answer: seq, stream, digest and bytes, in the order of their seqs."""
        query = "SELECT seq, stream, digest, bytes FROM line WHERE replica = ? AND NOT answered ORDER BY seq"
        return self.rows(query, self.replica)

    def streams(self):
        """The streams one may look at: those that came whole, and those only this device knows yet."""
        query = """SELECT DISTINCT stream FROM line WHERE code IS NULL AND bytes IS NOT NULL
                   AND stream NOT IN (SELECT stream FROM stream WHERE NOT whole) ORDER BY stream"""
        return [stream for (stream,) in self.rows(query)]

    def changes(self, stream):
        """The changes that make the stream's state: the accepted ones and the own ones not answered yet."""
        query = "SELECT bytes FROM line WHERE stream = ? AND code IS NULL AND bytes IS NOT NULL"
        return [read_line(line) for (line,) in self.rows(query, stream)]

    def is_coming(self, stream):
        """Whether only a part of the stream's past is here yet."""
        return self.one("SELECT NOT whole FROM stream WHERE stream = ?", stream) == 1

    def state(self, stream):
        return fold(stream, self.changes(stream), TABLE)

    def seen(self, stream):
        """What this device has seen of the stream."""
        query = """SELECT replica, MAX(seq) FROM line WHERE stream = ? AND code IS NULL AND bytes IS NOT NULL
                   GROUP BY replica ORDER BY replica"""
        return dict(self.rows(query, stream))

    def purge(self, stream):
        """Lets go of a stream that is out of scope; own lines that still have to go up, or were refused, stay."""
        own = self.replica
        self.run("DELETE FROM line WHERE stream = ? AND replica <> ? AND code IS NULL", stream, own)
        self.run(
            "UPDATE line SET bytes = NULL WHERE stream = ? AND replica = ? AND answered AND code IS NULL", stream, own
        )
        self.run("DELETE FROM chain WHERE stream = ? AND replica <> ?", stream, own)
        self.run("UPDATE chain SET counted = 0 WHERE stream = ?", stream)
        self.run("DELETE FROM seal WHERE stream = ?", stream)
        self.run("DELETE FROM stream WHERE stream = ?", stream)
