#!/usr/bin/env python3
"""Plays terminal transcripts with the real programs and compares what they print, line by line.

    python3 Tests/Transcripts/play.py --binaries .build/release [FILE…]      default: every transcript of this folder
    python3 Tests/Transcripts/play.py --binaries .build/release --write FILE…  writes what was printed into the files
    python3 Tests/Transcripts/play.py --binaries .build/release --self-test    shows that a false line is noticed

A transcript is a text. Lines that begin with `#` tell; `= clock INSTANT` sets everybody's time, the server's included;
`= people NAME:ROLE…` makes people, each with a laptop that has joined; `= assign NAME STREAM…` gives them dossiers.
An id drawn on a laptop is written type/⟨n⟩ in the order of appearance, in commands too; `@NAME` is that person's id. `NAME$ constat …` is a command on that laptop; below it stands what it prints, lines of the error stream behind `! `,
then `[code]` where it does not end with 0.

Every form that asks for an act must be granted once and refused once over all transcripts, every other form taken once and
not taken once: the forms are those `constat form list` names.
"""

import argparse
import json
import pathlib
import re
import shlex
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "Examples"))

from field_day.world import Story, World  # noqa: E402

DRAWN = re.compile(r"\b([a-z]+)/([0-9A-HJKMNP-TV-Z]{13}-\d+-\d+-[0-9A-HJKMNP-TV-Z]{8})")
NAMED = re.compile(r"([a-z]+)/⟨(\d+)⟩")


class Transcript:
    def __init__(self, path):
        self.path = path
        self.blocks = []  # (line, command line, lines printed)
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line.startswith(("#", "= ")) or re.match(r"^\w[\w-]*\$ ", line) or not line.strip():
                self.blocks.append((number, line, []))
            else:
                self.blocks[-1][2].append(line)


class Player:
    def __init__(self, binaries, folder):
        self.world = World(binaries, folder, quiet=True)
        self.users, self.real, self.shown = {}, {}, {}
        self.uses = []  # (words of the command, exit code, lines printed)

    def play(self, line):
        """Plays one line; gives back what it printed."""
        if line.startswith("= "):
            return self.direct(*line[2:].split())
        laptop, _, command = line.partition("$ ")
        words = [self.concrete(word) for word in shlex.split(command)]
        if words[0] != "constat":
            raise Story(f"{line}: only constat is played")
        done = self.world.call("constat", *words[1:], profile=laptop, expect=tuple(range(256)))
        printed = [*done.stdout.decode().splitlines(), *("! " + said for said in done.stderr.decode().splitlines())]
        self.uses.append((words[1:], done.returncode, printed))
        return [self.masked(said).rstrip() for said in printed] + ([f"[{done.returncode}]"] if done.returncode else [])

    def direct(self, word, *rest):
        w = self.world
        if word == "clock":
            w.clock = rest[0]
            if w.server is None:
                w.office("tenant", "add", "certificateur-fictif")
                w.open_server()
            else:
                port = w.port()
                w.close_server()
                w.open_server(port)
        elif word == "people":
            for entry in rest:
                name, role = entry.split(":")
                self.users[name] = w.office("user", "add", "--name", name.capitalize(), "--role", role)["user"]
                w.constat(name, "join", w.url, w.office("invite", self.users[name])["code"])
                w.constat(name, "sync")
        elif word == "assign":
            w.office("assign", self.users[rest[0]], *rest[1:])
        else:
            raise Story(f"= {word}: no such direction")
        return []

    def concrete(self, word):
        word = re.sub(r"@(\w+)", lambda m: self.users.get(m.group(1), m.group(0)), word)
        return NAMED.sub(lambda m: self.real.get(m.group(0), m.group(0)), word)

    def masked(self, text):
        for name, user in self.users.items():
            text = text.replace(user, f"@{name}")

        def name(match):
            whole = match.group(0)
            if whole not in self.shown:
                count = 1 + sum(1 for known in self.shown.values() if known.startswith(match.group(1) + "/"))
                self.shown[whole] = f"{match.group(1)}/⟨{count}⟩"
                self.real[self.shown[whole]] = whole
            return self.shown[whole]

        return DRAWN.sub(name, text)


def compare(transcript, binaries, write):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="transcript-"))
    player = Player(binaries, folder)
    faults, text = [], []
    try:
        for number, line, expected in transcript.blocks:
            text.append(line)
            if line.startswith("#") or not line.strip():
                text.extend(expected)
                continue
            printed = player.play(line)
            text.extend(printed)
            if printed != [said.rstrip() for said in expected] and not write:
                faults.append(f"{transcript.path.name}:{number}: {line}")
                faults += [f"    - {said}" for said in expected] + [f"    + {said}" for said in printed]
    finally:
        player.world.end()
        shutil.rmtree(folder, ignore_errors=True)
    if write:
        transcript.path.write_text("\n".join(text), encoding="utf-8")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binaries", required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    files = options.files or sorted(HERE.glob("*.txt"))
    if options.self_test:
        transcript = Transcript(files[0])
        place = next(i for i, block in enumerate(transcript.blocks) if block[2] and block[1].count("$ "))
        transcript.blocks[place][2].append("a line nobody prints")
        noticed = bool(compare(transcript, options.binaries, write=False))
        print("ok   a false line is noticed" if noticed else "FAIL a false line went unnoticed")
        return 0 if noticed else 1
    faults, commands = [], 0
    for path in files:
        transcript = Transcript(path)
        commands += sum(1 for _, line, _ in transcript.blocks if re.match(r"^\w[\w-]*\$ ", line))
        found = compare(transcript, options.binaries, options.write)
        print(("FAIL " if found else "ok   ") + path.name)
        faults += found
    print("\n".join(faults))
    print(f"{len(files)} transcripts, {commands} commands")
    return 1 if faults or not commands else 0


if __name__ == "__main__":
    sys.exit(main())
