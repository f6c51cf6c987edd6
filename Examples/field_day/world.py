"""The little world of the story: programs, profiles, clocks and the server's process. Standard library only."""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys


class Story(Exception):
    """A sentence of the story that turned out false."""


class World:
    """Runs the real programs with a clock passed in, and keeps count of the sentences shown to be true."""

    def __init__(self, binaries, folder, quiet=False):
        self.binaries = pathlib.Path(binaries)
        self.folder = pathlib.Path(folder)
        self.quiet = quiet
        self.clock = None
        self.server = None
        self.url = None
        self.sentences = 0
        self.proxies = []

    # --- telling ---------------------------------------------------------------------------------------------

    def chapter(self, text):
        if not self.quiet:
            print(f"\n\033[1m{text}\033[0m" if sys.stdout.isatty() else f"\n{text}", flush=True)

    def holds(self, sentence, truth, seen=None):
        """Asserts one sentence of the story and tells it."""
        if not truth:
            raise Story(f"FAUX : {sentence}" + (f"\n  vu : {seen!r}" if seen is not None else ""))
        self.sentences += 1
        if not self.quiet:
            print(f"  ✓ {sentence}", flush=True)

    def equal(self, sentence, seen, expected):
        self.holds(sentence, seen == expected, f"{seen!r} au lieu de {expected!r}")

    # --- programs --------------------------------------------------------------------------------------------

    def environment(self, profile=None):
        environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": str(self.folder / "home"),
            "XDG_DATA_HOME": str(self.folder / "laptops"),
            "LANG": "fr_FR.UTF-8",
            "NO_PROXY": "127.0.0.1,localhost",
        }
        for name in ("LD_LIBRARY_PATH",):
            if name in os.environ:
                environment[name] = os.environ[name]
        if self.clock:
            environment["CONSTAT_CLOCK"] = self.clock
        if profile:
            environment["CONSTAT_PROFILE"] = profile
        return environment

    def call(self, program, *words, profile=None, expect=0, typed=None):
        command = [str(self.binaries / program), *map(str, words)]
        done = subprocess.run(
            command, env=self.environment(profile), capture_output=True, timeout=120,
            input=typed.encode() if typed is not None else None,
        )
        allowed = expect if isinstance(expect, tuple) else (expect,)
        if done.returncode not in allowed:
            raise Story(
                f"« {program} {' '.join(map(str, words))} » a rendu {done.returncode}, attendu {expect}\n"
                f"{done.stdout.decode(errors='replace')}{done.stderr.decode(errors='replace')}"
            )
        return done

    def constat(self, profile, *words, expect=0):
        """Runs a command of the terminal client on one laptop; gives back its JSON."""
        done = self.call("constat", *words, "--json", profile=profile, expect=expect)
        lines = [line for line in done.stdout.decode().splitlines() if line]
        if not lines:
            return json.loads(done.stderr.decode().splitlines()[-1])
        return json.loads(lines[-1])

    def screen(self, profile, *words, expect=0):
        """What a person reads."""
        return self.call("constat", *words, profile=profile, expect=expect).stdout.decode()

    def office(self, *words, expect=0, typed=None):
        """Runs an administration command on the server's machine, `typed` on its standard input; gives back its JSON."""
        done = self.call(
            "constat-server", *words, "--data", self.folder / "server", "--test-clock", self.clock, "--json",
            expect=expect, typed=typed,
        )
        return json.loads(done.stdout.decode().splitlines()[-1])

    # --- the server ------------------------------------------------------------------------------------------

    def open_server(self, port=0):
        log = open(self.folder / "server.log", "ab")
        self.server = subprocess.Popen(
            [
                str(self.binaries / "constat-server"), "serve", "--data", str(self.folder / "server"),
                "--listen", f"127.0.0.1:{port}", "--test-clock", self.clock,
            ],
            env=self.environment(), stdout=subprocess.PIPE, stderr=log,
        )
        line = self.server.stdout.readline().decode()
        if not line:
            raise Story("le serveur ne s'est pas ouvert : voir server.log")
        self.url = json.loads(line)["listening"]
        return self.url

    def port(self):
        return int(re.search(r":(\d+)$", self.url).group(1))

    def close_server(self):
        """Asks the server to stop and waits: a graceful stop ends with 0."""
        if self.server is None:
            return 0
        self.server.send_signal(signal.SIGTERM)
        try:
            code = self.server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.server.kill()
            code = -9
        self.server = None
        return code

    def bad_line(self, cut_answer, after):
        """Puts a hotel's bad line before the server: it cuts one answer in its middle, once."""
        here = pathlib.Path(__file__).resolve().parent.parent
        state = self.folder / "bad-line.state"
        proxy = subprocess.Popen(
            [
                sys.executable, str(here / "bad-line.py"), "--listen", "0", "--to", f"127.0.0.1:{self.port()}",
                "--cut-answer", str(cut_answer), "--after", str(after), "--path", "/v1/exchange",
                "--state-file", str(state),
            ],
            stdout=subprocess.PIPE, stderr=open(self.folder / "bad-line.log", "ab"),
        )
        self.proxies.append(proxy)
        port = int(proxy.stdout.readline().decode().rsplit(":", 1)[1])
        return f"http://127.0.0.1:{port}"

    def end(self, keep_server=False):
        for proxy in self.proxies:
            proxy.terminate()
            proxy.wait(timeout=10)
        if not keep_server:
            self.close_server()
