#!/usr/bin/env python3
"""Many requests held by a real server: idle long-polls, or connections of events, of one device.

    python3 Tests/Torture/held_requests.py --binaries .build/release [--polls 1000] [--events 8] [--stalled 4]

Prints what the server's memory grows by, how fast others are answered meanwhile, and how long after a push everyone has
been told. `--stalled` connections of events ask for everything and never read. Ends with 1 when one was not told."""

import argparse
import asyncio
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "OpenAPI"))

from bearer import bearer  # noqa: E402

DOSSIER = "dossier.qualiopi.130002850"


def resident(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise RuntimeError("no resident size")


class World:
    def __init__(self, binaries, folder):
        self.binaries, self.folder, self.written = binaries, folder, 0

    def office(self, *arguments):
        command = [self.binaries / "constat-server", *arguments, "--data", self.folder / "data", "--tenant", "certifier-01", "--json"]
        return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)

    def client(self, *arguments):
        command = [sys.executable, HERE.parent.parent / "Examples/client.py", *arguments, "--profile", self.folder / "device"]
        subprocess.run(command, check=True, capture_output=True)

    def push(self):
        self.written += 1
        self.client("set", DOSSIER, f"audit/A1/item/{self.written}", "grade", '"minor"')
        self.client("sync")


async def connect(url, target, token, limit=1 << 24):
    parts = urllib.parse.urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port, limit=limit)
    writer.write(f"GET {target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
    await writer.drain()
    return reader, writer


async def gauge(url, name):
    reader, writer = await connect(url, "/metrics", "none")
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
    body = (await reader.readexactly(length)).decode()
    writer.close()
    return next(int(line.split()[1]) for line in body.splitlines() if line.startswith(f"constat_{name} "))


async def until(url, name, wanted):
    for _ in range(600):
        if await gauge(url, name) == wanted:
            return
        await asyncio.sleep(0.05)
    raise RuntimeError(f"{name} never came to {wanted}")


async def others_are_served(url, count=50):
    times = []
    for _ in range(count):
        began = time.perf_counter()
        reader, writer = await connect(url, "/readyz", "none")
        await reader.readuntil(b"\r\n\r\n")
        times.append((time.perf_counter() - began) * 1000)
        writer.close()
    times.sort()
    return times[len(times) // 2], times[-1]


async def measured(options, world, url, pid):
    token = bearer(world.folder / "device", url)
    before = resident(pid)
    polls = [await connect(url, "/v1/feed?offset=now&live=long-poll", token) for _ in range(options.polls)]
    await until(url, "held_long_polls", options.polls)
    after_polls = resident(pid)
    stalled = [await connect(url, "/v1/feed?offset=-1&live=sse", token, limit=1) for _ in range(options.stalled)]
    events = [await connect(url, "/v1/feed?offset=now&live=sse", token) for _ in range(options.events)]
    await until(url, "held_event_streams", options.stalled + options.events)
    for reader, _ in events:
        await reader.readuntil(b"event: control\n")
    middle, worst = await others_are_served(url)
    told = []

    async def wait(reader, mark):
        await reader.readuntil(mark)
        told.append(time.perf_counter())

    waiting = [asyncio.create_task(wait(reader, b"HTTP/1.1 200 ")) for reader, _ in polls]
    waiting += [asyncio.create_task(wait(reader, b"event: data\n")) for reader, _ in events]
    await asyncio.to_thread(world.push)
    _, late = await asyncio.wait(waiting, timeout=20)
    for task in late:
        task.cancel()
    for _, writer in polls + events + stalled:
        writer.close()
    await until(url, "held_event_streams", 0)
    print(f"{options.polls} long-polls held: {after_polls - before} kB more, {(after_polls - before) / max(1, options.polls):.0f} kB each")
    print(f"others meanwhile: {middle:.1f} ms in the middle, {worst:.1f} ms at worst")
    if told:
        print(f"{len(told)} told within {(max(told) - min(told)) * 1000:.0f} ms of the first; {len(late)} not at all")
    print(f"afterwards: {resident(pid)} kB resident, nobody held")
    return 0 if not late else 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binaries", type=pathlib.Path, required=True)
    parser.add_argument("--polls", type=int, default=1000)
    parser.add_argument("--events", type=int, default=4)
    parser.add_argument("--stalled", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        world = World(options.binaries.resolve(), pathlib.Path(folder))
        world.office("tenant", "add", "certifier-01")
        user = world.office("user", "add", "--name", "Auditrice", "--role", "auditor")["user"]
        world.office("assign", user, DOSSIER)
        serve = [world.binaries / "constat-server", "serve", "--data", world.folder / "data", "--tenant", "certifier-01"]
        server = subprocess.Popen([*serve, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            url = json.loads(server.stdout.readline())["listening"]
            code = world.office("invite", user)["code"]
            subprocess.run(
                [sys.executable, HERE.parent.parent / "Examples/client.py", "join", url, code, "--profile", world.folder / "device"],
                check=True, capture_output=True)
            world.push()
            return asyncio.run(measured(options, world, url, server.pid))
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    sys.exit(main())
