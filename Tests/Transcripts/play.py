#!/usr/bin/env python3
"""Plays terminal transcripts with the real programs and compares what they print, line by line.

    python3 Tests/Transcripts/play.py --binaries .build/release [FILE…]      default: every transcript of this folder
    python3 Tests/Transcripts/play.py --binaries .build/release --write FILE…  writes what was printed into the files
    python3 Tests/Transcripts/play.py --binaries .build/release --self-test    shows that a false line is noticed

A transcript is a text. Lines that begin with `#` tell; `= clock INSTANT` sets everybody's time, the server's included;
`= people NAME:ROLE…` makes people, each with a laptop that has joined; `= assign NAME STREAM…` gives them dossiers;
`= continues FILE`, first, begins where that transcript ended; `= each 1-3,7 NAME$ constat …` plays a command for each
number in the place of `{}` and shows only what did not go through. An id drawn on a laptop is written type/⟨n⟩ in the order of appearance, in commands too; `@NAME` is that person's id. `NAME$ constat …` is a command on that laptop; below it stands what it prints, lines of the error stream behind `! `,
an empty one as ⏎, then `[code]` where it does not end with 0.

A run over every transcript also checks coverage: each form a command of Sources/constat fills in has gone through once
and been refused once, an act by the forecast of its rules, a fact by what its inputs take. `--coverage` lists it form by
form; Tests/Transcripts/not-covered names those not shown yet, a list that only shrinks.
"""

import argparse
import pathlib
import re
import shlex
import shutil
import sys
import tempfile
import time
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "Examples"))

from field_day.world import Story, World  # noqa: E402

DRAWN = re.compile(r"\b([a-z]+)/([0-9A-HJKMNP-TV-Z]{13}-\d+-\d+-[0-9A-HJKMNP-TV-Z]{8})")
REPLICA = re.compile(r"\b(?=[A-Z0-9]*[0-9])(?=[A-Z0-9]*[A-Z])[0-9A-HJKMNP-TV-Z]{13}\b")
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
        named = [line.split()[2] for _, line, _ in self.blocks if line.startswith("= continues ")]
        self.continues = path.parent / named[0] if named else None


class Player:
    def __init__(self, binaries, folder, before=None):
        self.world = World(binaries, folder, quiet=True)
        self.users, self.real, self.shown, self.replicas = {}, {}, {}, {}
        self.uses = []  # (words of the command, exit code, lines printed)
        if before:
            shutil.copytree(before.world.folder, folder, dirs_exist_ok=True)
            self.users, self.real, self.shown = dict(before.users), dict(before.real), dict(before.shown)
            self.replicas = dict(before.replicas)
            self.world.clock, self.world.url = before.world.clock, before.world.url
            self.world.open_server(self.world.port())

    def play(self, line):
        """Plays one line; gives back what it printed."""
        if line.startswith("= each "):
            return self.each(*line[7:].split(" ", 1))
        if line.startswith("= "):
            return self.direct(*line[2:].split())
        laptop, _, command = line.partition("$ ")
        words = [self.concrete(word) for word in shlex.split(command)]
        if words[0] != "constat":
            raise Story(f"{line}: only constat is played")
        done = self.world.call("constat", *words[1:], profile=laptop, expect=tuple(range(256)))
        printed = [*done.stdout.decode().splitlines(), *("! " + said for said in done.stderr.decode().splitlines())]
        self.uses.append((words[1:], done.returncode, printed))
        return [self.masked(said).rstrip() or "⏎" for said in printed] + ([f"[{done.returncode}]"] if done.returncode else [])

    def each(self, numbers, line):
        said = []
        for part in numbers.split(","):
            first, _, last = part.partition("-")
            for number in range(int(first), int(last or first) + 1):
                printed = self.play(line.replace("{}", str(number)))
                said += printed if printed and printed[-1].startswith("[") else []
        return said

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
        elif word != "continues":
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

        text = DRAWN.sub(name, text)
        for real, shown in self.shown.items():  # the same id without its type, as in the name of another
            text = text.replace(real.partition("/")[2], shown.partition("/")[2])
        text = REPLICA.sub(lambda m: self.replicas.setdefault(m.group(0), f"⟨poste {len(self.replicas) + 1}⟩"), text)
        return text


class Stage:
    """Plays transcripts; one that others continue is played once, and its world kept for them."""

    def __init__(self, binaries):
        self.binaries, self.ended, self.uses = binaries, {}, []

    def play(self, transcript, write=False):
        """Plays a transcript; gives back where it prints something else."""
        before = transcript.continues and self.world_after(transcript.continues)
        player = Player(self.binaries, pathlib.Path(tempfile.mkdtemp(prefix="transcript-")), before)
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
            self.ended[transcript.path] = player
        self.uses += player.uses
        if write:
            transcript.path.write_text("\n".join(text), encoding="utf-8")
        return faults

    def world_after(self, path):
        if path not in self.ended:
            self.play(Transcript(path), write=False)
        return self.ended[path]

    def close(self):
        for player in self.ended.values():
            shutil.rmtree(player.world.folder, ignore_errors=True)


class Coverage:
    """The forms the commands fill in, and whether each was shown to go through and to be refused."""

    def __init__(self, root):
        words = (root / "Sources/constat/Words/Words.swift").read_text(encoding="utf-8")
        self.nouns, self.verbs, self.verbs_of_nouns = (
            self.table(words, name) for name in ("nouns", "verbs", "verbsOfNouns"))
        self.forms = {}  # name → (noun, verb)
        for file in sorted((root / "Sources/constat/Commands").glob("*.swift")):
            text = file.read_text(encoding="utf-8")
            for form in re.finditer(
                    r'ActForm\.required\("([^"]+)"\)(?:(?!ActForm\.required).)*?'
                    r'(?:form\(form, command|aliases\(verb): "([^"]+)", of: "([^"]+)"\)', text, re.S):
                self.forms[form.group(1)] = (form.group(3), form.group(2))
        self.acts = set()
        for file in (root / "Sources/AuditDesk/Acts").glob("ActForm+*.swift"):
            for part in file.read_text(encoding="utf-8").split("ActForm(")[1:]:
                name = re.match(r'\s*"([^"]+)"', part)
                if name and re.search(r'\bact:\s*"', part):
                    self.acts.add(name.group(1))
        listed = (HERE / "not-covered").read_text(encoding="utf-8").split("\n")
        self.excused = {line.split("#")[0].strip() for line in listed} - {""}

    @staticmethod
    def table(text, name):
        body = re.search(rf"static let {name}: .*? = \[\n(.*?)\n  \]", text, re.S).group(1)
        return {key: re.findall(r'"([^"]+)"', values) for key, values in re.findall(r'"([^"]+)": \[(.*?)\]', body)}

    @staticmethod
    def plain(word):
        return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))

    def spelt(self, canonical, aliases):
        return {self.plain(word) for word in [canonical, *aliases]}

    def faults(self, uses, tell=lambda line: None):
        faults = []
        for name, (noun, verb) in self.forms.items():
            nouns = self.spelt(noun, self.nouns.get(noun, []))
            verbs = self.spelt(verb, self.verbs_of_nouns.get(f"{noun} {verb}", self.verbs.get(verb, [])))
            mine = [
                use for use in uses
                if len(use[0]) > 1 and self.plain(use[0][0]) in nouns and self.plain(use[0][1]) in verbs]
            if name in self.acts:
                went = [use for use in mine if "devrait être admis" in " ".join(use[2])]
                not_went = [use for use in mine if "devrait être rejeté" in " ".join(use[2])]
            else:
                went = [use for use in mine if use[1] == 0]
                not_went = [use for use in mine if use[1] != 0]
            tell(f"{name:26}{noun} {verb}: {len(went)} through, {len(not_went)} refused")
            missing = ["that goes through"] * (not went) + ["that is refused"] * (not not_went)
            if missing and name not in self.excused:
                faults.append(f"{name} ({noun} {verb}): no use {' and none '.join(missing)}")
            if not missing and name in self.excused:
                faults.append(f"{name} is shown: take it off Tests/Transcripts/not-covered")
        return faults + [f"not-covered names {name}, which is no form" for name in self.excused - set(self.forms)]


def self_test(files, binaries):
    """Each check can fail: a false line, and a form nobody uses."""
    alone = [transcript for transcript in map(Transcript, files) if not transcript.continues]
    transcript = min(alone, key=lambda transcript: len(transcript.blocks))
    place = next(i for i, block in enumerate(transcript.blocks) if block[2] and block[1].count("$ "))
    transcript.blocks[place][2].append("a line nobody prints")
    stage = Stage(binaries)
    noticed = bool(stage.play(transcript))
    stage.close()
    print("ok   a false line is noticed" if noticed else "FAIL a false line went unnoticed")
    coverage = Coverage(HERE.parents[1])
    bare = {fault.split()[0] for fault in coverage.faults([])}
    missed = bool(coverage.forms) and set(coverage.forms) - coverage.excused <= bare
    print("ok   a form nobody uses is noticed" if missed else "FAIL a form nobody uses went unnoticed")
    return 0 if noticed and missed else 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binaries", required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--coverage", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    files = [file.resolve() for file in options.files] or sorted(HERE.glob("*.txt"))
    if options.self_test:
        return self_test(files, options.binaries)
    stage, faults, commands = Stage(options.binaries), [], 0
    try:
        for transcript in in_order([Transcript(path) for path in files]):
            began = time.monotonic()
            commands += sum(1 for _, line, _ in transcript.blocks if re.match(r"^\w[\w-]*\$ ", line))
            found = stage.play(transcript, options.write)
            print(("FAIL " if found else "ok   ") + f"{transcript.path.name} ({time.monotonic() - began:.0f} s)", flush=True)
            faults += found
    finally:
        stage.close()
    if not options.files or options.coverage:
        faults += Coverage(HERE.parents[1]).faults(stage.uses, print if options.coverage else lambda line: None)
    print("\n".join(faults))
    print(f"{len(files)} transcripts, {commands} commands")
    return 1 if faults or not commands else 0


def in_order(transcripts):
    """Those that others continue before them."""
    by_path = {transcript.path: transcript for transcript in transcripts}
    done = []

    def add(transcript):
        if transcript.continues in by_path:
            add(by_path[transcript.continues])
        if transcript not in done:
            done.append(transcript)

    for transcript in transcripts:
        add(transcript)
    return done


if __name__ == "__main__":
    sys.exit(main())
