#!/usr/bin/env python3
"""Law L1 with the real programs: a server restored from an older backup gets back what its laptops hold.

    python3 Tests/Torture/restore.py --binaries .build/debug [--forget]

Two laptops work and sync; the server is backed up while it serves; more work and syncs; the server is killed and the
older backup restored. Both laptops sync, the recovery is ended, and nothing acknowledged is missing, in the same bytes.
Then the file itself is copied back without a word, and the first laptop's sync notices. Standard library only.
"""

import argparse
import contextlib
import json
import pathlib
import shutil
import sqlite3
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Examples"))
from field_day.world import Story, World  # noqa: E402

SIREN = "130002850"
STREAM = f"dossier.qualiopi.{SIREN}"
LAPTOPS = ("auditrice", "auditeur")


class Restoration:
    def __init__(self, world):
        self.w = world
        self.number = 0

    def prepare(self):
        w = self.w
        w.clock = "2026-05-12T07:00:00Z"
        w.office("tenant", "add", "certificateur-fictif")
        w.open_server()
        users = {}
        for profile, role in (("bureau", "office"), ("auditrice", "auditor"), ("auditeur", "auditor")):
            users[profile] = w.office("user", "add", "--name", profile, "--role", role)["user"]
            w.constat(profile, "join", w.url, w.office("invite", users[profile])["code"])
        w.constat("bureau", "sync")
        w.constat("bureau", "dossier", "open", "qualiopi", SIREN, "--category", "CFA", "--valid-from", "2024-11-15")
        w.constat(
            "bureau", "audit", "plan", STREAM, "--kind", "surveillance", "--from", "2026-05-12", "--to", "2026-05-13",
            "--lead", users["auditrice"], "--team", users["auditrice"], "--team", users["auditeur"],
            "--site", "siege=Siège",
        )
        w.constat("bureau", "sync")
        for profile in LAPTOPS:
            w.office("assign", users[profile], STREAM, f"organisation.{SIREN}")
            w.constat(profile, "sync")

    def interview(self, profile):
        self.number += 1
        self.w.constat(
            profile, "interview", "add", "--with", "Direction", "--site", "siege", f"entretien {self.number}.")

    def work(self, profile, count=3):
        for _ in range(count):
            self.interview(profile)
        return self.w.constat(profile, "sync")

    def ledger(self):
        return next((self.w.folder / "server").glob("*.sqlite"))

    def log(self):
        """Every line of the log by its name: the bytes from the change on, since a line may get another position."""
        # Closed, not only left: the file is about to be copied over.
        with contextlib.closing(sqlite3.connect(f"file:{self.ledger()}?mode=ro", uri=True)) as database:
            rows = database.execute("SELECT replica, seq, frame FROM log WHERE kind = 1").fetchall()
        return {(replica, seq): bytes(frame).split(b'"line":', 1)[1] for replica, seq, frame in rows}

    def refused(self, *words):
        """Nothing is overwritten without being asked for."""
        self.w.call(
            "constat-server", *words, "--data", self.w.folder / "server", "--test-clock", self.w.clock, expect=6)

    def kill_server(self):
        port = self.w.port()
        self.w.server.kill()
        self.w.server.wait(timeout=20)
        return port

    def restored(self, forget):
        w = self.w
        for profile in LAPTOPS:
            self.work(profile)
        backup = w.folder / "nuit.sqlite"
        w.holds("une sauvegarde se fait serveur en marche", w.office("backup", backup)["position"] > 0)
        self.refused("backup", backup)
        self.work("auditeur")
        self.work("auditrice")
        # What only its author holds: the other laptop has not synced since.
        self.work("auditeur")
        before = self.log()
        port = self.kill_server()
        self.refused("restore", backup)
        kept = w.office("restore", backup, "--replace")["kept"]
        w.holds("l'ancien registre reste à côté", pathlib.Path(kept).exists())
        lost = [name for name in before if name not in self.log()]
        w.holds(f"le registre restauré a perdu {len(lost)} lignes", len(lost) >= 9)
        w.open_server(port)
        self.interview("auditrice")
        for profile in LAPTOPS:
            report = w.constat(profile, "sync", expect=5)
            w.equal(f"{profile} : la synchronisation dit que le serveur est en reprise", report["end"], "recovering")
            if forget:
                break
        w.holds("le travail nouveau attend sur le poste", w.constat("auditrice", "sync", expect=5)["outbox"] > 0)
        w.holds("recovery list dit ce qui est revenu", len(w.office("recovery", "list")["entries"]) > 0)
        w.office("recovery", "end")
        w.equal("après la clôture, plus de reprise", w.office("recovery", "status")["recovering"], False)
        back = self.log()
        missing = [name for name, line in before.items() if back.get(name) != line]
        w.equal(f"L1 : des {len(before)} lignes admises, aucune ne manque, aucun octet n'a changé", missing, [])
        self.settle(port)

    def settle(self, port):
        w = self.w
        for profile in (*LAPTOPS, "bureau", *LAPTOPS):
            report = w.constat(profile, "sync")
            w.equal(f"{profile} : la file est vide", report["outbox"], 0)
            w.equal(f"{profile} : les empreintes sont égales", report["digests"]["different"], [])
            w.equal(f"{profile} : la vérification ne trouve aucun défaut", w.constat(profile, "verify")["faults"], [])
        w.equal("la vérification du serveur ne trouve aucun défaut", w.office("verify")["faults"], [])

    def copied_back(self):
        w = self.w
        self.settle(w.port())
        self.work("auditrice", 1)
        backup = w.folder / "copie.sqlite"
        w.office("backup", backup)
        self.work("auditrice")
        before = self.log()
        port = self.kill_server()
        path = self.ledger()
        for suffix in ("-wal", "-shm"):
            pathlib.Path(f"{path}{suffix}").unlink(missing_ok=True)
        shutil.copyfile(backup, path)
        w.open_server(port)
        w.equal("sans restore, le serveur ne sait rien encore", w.office("recovery", "status")["recovering"], False)
        w.equal("le premier poste s'en aperçoit", w.constat("auditrice", "sync", expect=5)["end"], "recovering")
        w.equal("le serveur dit pourquoi", w.office("recovery", "status")["cause"], "noticed")
        w.office("recovery", "end")
        back = self.log()
        w.equal("rien ne manque", [name for name, line in before.items() if back.get(name) != line], [])
        self.settle(port)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binaries", required=True)
    parser.add_argument(
        "--forget", action="store_true", help="ends the recovery before the second laptop has come: must end with 1")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="constat-restore-") as folder:
        world = World(pathlib.Path(options.binaries).resolve(), folder)
        story = Restoration(world)
        world.chapter("Un serveur restauré d'une sauvegarde plus ancienne")
        try:
            story.prepare()
            story.restored(options.forget)
            world.chapter("Un fichier recopié sans le dire")
            story.copied_back()
        except Story as fault:
            print(fault, file=sys.stderr)
            return 1
        finally:
            world.end()
    print(json.dumps({"sentences": world.sentences}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
