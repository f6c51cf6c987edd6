#!/usr/bin/env python3
"""Law L1 with the real programs: what a user was told is saved, and what the server acknowledged, survives kill -9.

    python3 Tests/Torture/kill_nine.py --binaries .build/debug [--seed N] [--captures 60] [--deaths 16]

Captures, syncs and the server are killed at drawn moments; then nothing a process had answered for may be missing, both
verifications find no fault, and one more sync ends with an empty outbox and equal digests. Standard library only.
"""

import argparse
import json
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Examples"))
from field_day.world import Story, World  # noqa: E402

SIREN = "130002850"
STREAM = f"dossier.qualiopi.{SIREN}"


class Torture:
    def __init__(self, world, seed):
        self.w, self.draw = world, random.Random(seed)
        self.told = {}  # what a process answered for: the text, by its number
        self.number = 0

    def prepare(self):
        w = self.w
        w.clock = "2026-05-12T07:00:00Z"
        w.office("tenant", "add", "certificateur-fictif")
        w.open_server()
        users = {}
        for profile, role in (("bureau", "office"), ("auditrice", "auditor")):
            users[profile] = w.office("user", "add", "--name", profile, "--role", role)["user"]
        w.constat("bureau", "join", w.url, w.office("invite", users["bureau"])["code"])
        w.constat("bureau", "sync")
        w.constat("bureau", "dossier", "open", "qualiopi", SIREN, "--category", "CFA", "--valid-from", "2024-11-15")
        w.constat(
            "bureau", "audit", "plan", STREAM, "--kind", "surveillance", "--from", "2026-05-12", "--to", "2026-05-13",
            "--lead", users["auditrice"], "--team", users["auditrice"], "--site", "siege=Siège",
        )
        w.constat("bureau", "sync")
        w.office("assign", users["auditrice"], STREAM, f"organisation.{SIREN}")
        w.constat("auditrice", "join", w.url, w.office("invite", users["auditrice"])["code"])
        w.constat("auditrice", "sync")

    def start(self, *words):
        command = [str(self.w.binaries / "constat"), *words, "--json"]
        return subprocess.Popen(
            command, env=self.w.environment("auditrice"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def capture(self, dies):
        """One interview; killed at a drawn moment or not. It counts as told once its answer is out, whole."""
        self.number += 1
        text = f"entretien numéro {self.number}."
        process = self.start("interview", "add", "--with", "Direction", "--site", "siege", text)
        if dies:
            time.sleep(self.draw.uniform(0, self.typical * 1.3))
            process.kill()
        answer, _ = process.communicate(timeout=60)
        if answer.endswith(b"\n"):
            self.told[self.number] = text
        return process.returncode

    def plant_a_loss(self):
        """Takes one saved line out of the laptop's file, as a store that promised too early would have lost it."""
        with sqlite3.connect(self.store()) as database:
            text = self.told[max(self.told)]
            database.execute("DELETE FROM lines WHERE instr(CAST(bytes AS TEXT), ?) > 0", (text,))

    def captures(self, count, plant_loss=False):
        began = time.monotonic()
        for _ in range(3):
            self.w.equal("une saisie qu'on laisse finir finit bien", self.capture(dies=False), 0)
        self.typical = (time.monotonic() - began) / 3
        killed = [self.capture(dies=True) for _ in range(count)].count(-signal.SIGKILL)
        self.w.holds(f"{killed} saisies sur {count} sont mortes en chemin", 0 < killed, killed)
        if plant_loss:
            self.plant_a_loss()
        held = self.texts(self.store())
        lost = [number for number, text in self.told.items() if text not in held]
        self.w.equal(f"L1 : des {len(self.told)} saisies dites enregistrées, aucune n'est perdue", lost, [])
        self.w.equal("la vérification du poste ne trouve aucun défaut", self.faults(), [])

    def deaths(self, count):
        """The server, or the laptop's sync, dies while lines are on their way."""
        cut = 0
        for turn in range(count):
            for _ in range(3):
                self.capture(dies=False)
            process = self.start("sync")
            time.sleep(self.draw.uniform(0, self.typical * 2))
            if turn % 2:
                process.kill()
                process.communicate(timeout=60)
                cut += process.returncode == -signal.SIGKILL
            else:
                port = self.w.port()
                self.w.server.kill()
                self.w.server.wait(timeout=20)
                process.communicate(timeout=60)
                cut += process.returncode != 0
                self.w.open_server(port)
            acknowledged = self.acknowledged()
            log = self.log()
            missing = [row for row in acknowledged if row not in log]
            if missing:
                raise Story(f"FAUX : L1, le serveur avait répondu de {missing[:3]} et ne les a plus")
        self.w.holds(f"{cut} synchronisations sur {count} ont été coupées", 0 < cut, cut)
        self.w.holds(
            f"L1 : les {len(self.acknowledged())} lignes dont le serveur avait répondu sont toutes dans son journal",
            len(self.acknowledged()) > 0)
        report = self.w.constat("auditrice", "sync")
        self.w.equal("après les pannes, une synchronisation vide la file", report["outbox"], 0)
        self.w.equal("les empreintes des deux côtés sont égales", report["digests"]["different"], [])
        held = self.texts(self.store())
        self.w.equal(
            "aucun des entretiens dits enregistrés ne manque",
            [number for number, text in self.told.items() if text not in held], [])
        self.w.equal("la vérification du poste ne trouve aucun défaut", self.faults(), [])
        self.w.equal("la vérification du serveur ne trouve aucun défaut", self.w.office("verify")["faults"], [])

    # --- what the files hold, read beside the programs ---------------------------------------------------------

    def store(self):
        return next((self.w.folder / "laptops").rglob("auditrice/**/*.sqlite"))

    def read(self, path, query):
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
            return database.execute(query).fetchall()

    def texts(self, store):
        lines = self.read(store, "SELECT bytes FROM lines")
        return b"\n".join(bytes(line) for (line,) in lines).decode()

    def acknowledged(self):
        query = "SELECT position, replica, seq FROM lines WHERE own = 1 AND position IS NOT NULL"
        return [tuple(row) for row in self.read(self.store(), query)]

    def log(self):
        path = next((self.w.folder / "server").glob("*.sqlite"))
        return {tuple(row) for row in self.read(path, "SELECT position, replica, seq FROM log WHERE kind = 1")}

    def faults(self):
        return self.w.constat("auditrice", "verify")["faults"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binaries", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--captures", type=int, default=60)
    parser.add_argument("--deaths", type=int, default=16)
    parser.add_argument("--plant-loss", action="store_true", help="loses a saved line: must end with 1")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="constat-torture-") as folder:
        world = World(pathlib.Path(options.binaries).resolve(), folder)
        torture = Torture(world, options.seed)
        world.chapter(f"kill -9, graine {options.seed}")
        try:
            torture.prepare()
            torture.captures(options.captures, options.plant_loss)
            torture.deaths(options.deaths)
        except Story as fault:
            print(f"{fault}\n  graine {options.seed}", file=sys.stderr)
            return 1
        finally:
            world.end()
    print(json.dumps({"told": len(torture.told), "seed": options.seed, "sentences": world.sentences}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
