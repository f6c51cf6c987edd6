#!/usr/bin/env python3
"""A hotel with a bad line: a TCP proxy that cuts one answer in its middle.

    bad-line.py --listen PORT --to HOST:PORT --cut-answer N --after BYTES [--path /v1/exchange] [--state-file F]

Everything is forwarded unchanged, both ways. Of the answers to requests whose path is PATH (without the query), the
N-th is cut: after BYTES bytes of its body (as sent, compressed or not; chunk framing not counted) have reached the
client, both connections are reset. That happens once; afterwards the line is good. N = 0 never cuts. Choose BYTES below
the length of the body: a shorter answer passes whole, with a line that says so, and no later one is cut in its place.

Standard output has one line, `listening 127.0.0.1:PORT`, once connections are taken; port 0 picks a free one.
Standard error has one line for each thing done. F, when given, holds {"answers": …, "cut": …} as JSON, rewritten whole
at each answer; a proxy started again with the same F goes on counting and does not cut twice. SIGTERM or SIGINT ends it.

HTTP/1.1 is understood just far enough to know where requests and answers end (Content-Length, chunks, the close of the
connection); a connection that changes to another protocol is then forwarded as bare bytes.
"""

import argparse
import array
import collections
import fcntl
import json
import os
import signal
import socket
import struct
import sys
import termios
import threading
import time

HEAD_BYTES_MAX = 64 * 1024
PIECE_BYTES = 16 * 1024


class Broken(Exception):
    """One side has closed, or does not speak HTTP/1.1."""


class Cut(Exception):
    """The moment the line goes dead."""


class Line:
    """What has been counted so far, for all connections together."""

    def __init__(self, cut_answer, after, path, state_file):
        self.cut_answer, self.after, self.path, self.state_file = cut_answer, after, path, state_file
        self.lock = threading.Lock()
        self.answers, self.cut = 0, False
        if state_file and os.path.exists(state_file):
            with open(state_file, encoding="utf-8") as file:
                state = json.load(file)
            self.answers, self.cut = int(state["answers"]), bool(state["cut"])

    def count(self, path):
        """The number of this answer, and after how many body bytes it is to be cut (None: not at all)."""
        if path != self.path:
            return None, None
        with self.lock:
            self.answers += 1
            self.save()
            doomed = self.answers == self.cut_answer and not self.cut
            return self.answers, self.after if doomed else None

    def has_cut(self):
        with self.lock:
            self.cut = True
            self.save()

    def save(self):
        if not self.state_file:
            return
        draft = self.state_file + ".draft"
        with open(draft, "w", encoding="utf-8") as file:
            json.dump({"answers": self.answers, "cut": self.cut}, file)
            file.write("\n")
        os.replace(draft, self.state_file)


class Reader:
    """Bytes from one socket, taken line by line or piece by piece."""

    def __init__(self, source):
        self.source, self.held = source, b""

    def more(self):
        try:
            piece = self.source.recv(PIECE_BYTES)
        except OSError as error:
            raise Broken(f"read: {error.strerror}") from error
        if not piece:
            raise Broken("closed")
        self.held += piece

    def until(self, mark):
        while mark not in self.held:
            if len(self.held) > HEAD_BYTES_MAX:
                raise Broken("a head or line is too long")
            self.more()
        end = self.held.index(mark) + len(mark)
        taken, self.held = self.held[:end], self.held[end:]
        return taken

    def piece(self, most):
        if not self.held:
            self.more()
        taken, self.held = self.held[:most], self.held[most:]
        return taken


def send(target, data):
    try:
        target.sendall(data)
    except OSError as error:
        raise Broken(f"write: {error.strerror}") from error


def fields(head):
    """The header fields by lower-case name; of a repeated name the values joined by commas."""
    found = {}
    for line in head.split(b"\r\n")[1:]:
        name, colon, value = line.partition(b":")
        if colon:
            name, value = name.strip().lower(), value.strip()
            found[name] = found[name] + b"," + value if name in found else value
    return found


def number(text, base):
    try:
        return int(text, base)
    except ValueError as error:
        raise Broken("a length that is no number") from error


def forward_length(reader, target, length, passed):
    while length > 0:
        piece = reader.piece(min(length, PIECE_BYTES))
        length -= len(piece)
        passed(piece, target)


def forward_body(reader, target, found, to_close, passed):
    """Forwards one body; `passed` forwards each piece of content. To the close only where the sender may do that."""
    if b"chunked" in found.get(b"transfer-encoding", b"").lower():
        while True:
            line = reader.until(b"\r\n")
            length = number(line.split(b";")[0].strip(), 16)
            send(target, line)
            if length == 0:
                break
            forward_length(reader, target, length, passed)
            send(target, reader.until(b"\r\n"))
        while True:
            line = reader.until(b"\r\n")
            send(target, line)
            if line == b"\r\n":
                return
    elif b"content-length" in found:
        length = number(found[b"content-length"].split(b",")[0], 10)
        forward_length(reader, target, length, passed)
    elif to_close:
        forward_bare(reader, target, passed)


def forward_bare(reader, target, passed):
    """Until the sender closes, which ends the connection for both."""
    while True:
        passed(reader.piece(PIECE_BYTES), target)


class Pair:
    """One client connection and the connection to the server that was made for it."""

    def __init__(self, line, client, server, name):
        self.line, self.client, self.server, self.name = line, client, server, name
        self.asked = collections.deque()
        self.waiting = threading.Semaphore(0)
        self.is_cut = False

    def run(self):
        upward = threading.Thread(target=self.guarded, args=(self.requests,), daemon=True)
        upward.start()
        self.guarded(self.answers)
        upward.join(1)
        if upward.is_alive():
            self.end_both()  # It hangs in a write to a server that does not read.
            upward.join()
        self.client.close()
        self.server.close()

    def guarded(self, work):
        try:
            work()
        except Broken as reason:
            if not self.is_cut:
                say(f"{self.name} {work.__name__} ended: {reason}")
                self.end_both()
        except Cut as reason:
            say(str(reason))
            # With no time to linger, closing is a reset. Ending the reading side sends nothing, but frees the other
            # thread from its read, without which closing would not take effect.
            for side in (self.client, self.server):
                side.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                end(side, socket.SHUT_RD)

    def end_both(self):
        for side in (self.client, self.server):
            end(side, socket.SHUT_RDWR)

    def requests(self):
        reader = Reader(self.client)
        while True:
            head = reader.until(b"\r\n\r\n")
            words = head.split(b"\r\n")[0].split(b" ")
            if len(words) != 3:
                raise Broken("a request line that is none")
            path = words[1].split(b"?")[0].decode("ascii", "replace")
            self.asked.append((words[0], path))
            self.waiting.release()
            send(self.server, head)
            forward_body(reader, self.server, fields(head), False, lambda piece, target: send(target, piece))

    def answers(self):
        reader = Reader(self.server)
        while True:
            head = reader.until(b"\r\n\r\n")
            status = number(head.split(b" ")[1][:3] if b" " in head else b"", 10)
            if 100 <= status < 200 and status != 101:
                send(self.client, head)
                continue
            if not self.waiting.acquire(blocking=False):
                raise Broken("an answer nobody asked for")
            method, path = self.asked.popleft()
            count, cut_after = self.line.count(path)
            self.answer(reader, head, status, method, path, count, cut_after)

    def answer(self, reader, head, status, method, path, count, cut_after):
        label = f"{self.name} {method.decode('ascii', 'replace')} {path} {status}"
        label += f", answer {count}" if count else ""
        bytes_passed = 0

        def passed(piece, target):
            nonlocal bytes_passed
            if cut_after is not None and bytes_passed + len(piece) >= cut_after:
                send(target, piece[: cut_after - bytes_passed])
                self.cut(label, cut_after)
            send(target, piece)
            bytes_passed += len(piece)

        send(self.client, head)
        if cut_after == 0:
            self.cut(label, 0)
        if status == 101:
            forward_bare(reader, self.client, passed)
        elif method != b"HEAD" and status not in (204, 304):
            forward_body(reader, self.client, fields(head), True, passed)
        say(f"{label}: {bytes_passed} bytes passed on" + (", too short to cut" if cut_after is not None else ""))

    def cut(self, label, after):
        drain(self.client)
        self.is_cut = True
        self.line.has_cut()
        raise Cut(f"{label}: cut after {after} bytes")


def drain(target):
    """Waits until the peer's machine has what was sent, since a reset throws away what is still queued here."""
    queued = array.array("i", [1])
    for _ in range(200):
        fcntl.ioctl(target, termios.TIOCOUTQ, queued)
        if queued[0] == 0:
            return
        time.sleep(0.01)


def end(side, way):
    try:
        side.shutdown(way)
    except OSError:
        pass  # It was down already.


def say(text):
    with SAYING:
        print(text, file=sys.stderr, flush=True)


SAYING = threading.Lock()


def serve(line, client, target, name):
    try:
        server = socket.create_connection(target, timeout=30)
    except OSError as error:
        say(f"{name} refused: no connection to {target[0]}:{target[1]} ({error})")
        client.close()
        return
    server.settimeout(None)
    for side in (client, server):
        side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    say(f"{name} connected")
    Pair(line, client, server, name).run()


def host_and_port(text):
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isdigit():
        raise argparse.ArgumentTypeError("write HOST:PORT")
    return host.strip("[]"), int(port)


def count_of(text):
    if not text.isdigit():
        raise argparse.ArgumentTypeError("write a whole number, 0 or more")
    return int(text)


def main():
    parser = argparse.ArgumentParser(description="A TCP proxy that cuts one answer in its middle, once.")
    parser.add_argument("--listen", type=count_of, required=True, metavar="PORT", help="0 picks a free port")
    parser.add_argument("--to", type=host_and_port, required=True, metavar="HOST:PORT", help="the server")
    parser.add_argument("--cut-answer", type=count_of, required=True, metavar="N", help="which answer; 0 cuts none")
    parser.add_argument("--after", type=count_of, required=True, metavar="BYTES", help="how much of its body passes")
    parser.add_argument("--path", default="/v1/exchange", help="answers to this path count (default: %(default)s)")
    parser.add_argument("--state-file", metavar="F", help="remember the count and the cut here")
    options = parser.parse_args()
    try:
        line = Line(options.cut_answer, options.after, options.path, options.state_file)
    except (OSError, ValueError, KeyError, TypeError) as error:
        sys.exit(f"bad-line: the state file {options.state_file} cannot be used ({error}). Remove it to count anew.")
    try:
        listener = socket.create_server(("127.0.0.1", options.listen))
    except OSError as error:
        sys.exit(f"bad-line: cannot listen on 127.0.0.1:{options.listen} ({error}). Choose another port, or 0.")
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, lambda *_: sys.exit(0))
    print(f"listening 127.0.0.1:{listener.getsockname()[1]}", flush=True)
    made = 0
    while True:
        client, _ = listener.accept()
        made += 1
        threading.Thread(target=serve, args=(line, client, options.to, f"connection {made}:"), daemon=True).start()


if __name__ == "__main__":
    main()
