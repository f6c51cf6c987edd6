"""Digests, links, seals and set digests (model.md, "Evidence")."""

import hashlib

from . import ed25519


def sha256(data):
    return hashlib.sha256(data).digest()


def first_link(tenant, stream, replica):
    return sha256(b"\0".join([b"constat.link.0", tenant.encode(), stream.encode(), replica.encode()]))


def next_link(link, seq, digest):
    return sha256(b"constat.link.n\0" + link + seq.to_bytes(8, "big") + digest)


def signed_bytes(link):
    return b"constat.seal\0" + link


def seal(secret, link):
    return ed25519.sign(secret, signed_bytes(link))


def seal_holds(public, link, signature):
    return ed25519.verify(public, signed_bytes(link), signature)


def set_digest(frontier):
    """The set digest of {replica: (seq, link)}, in lower-case hexadecimal."""
    lines = "".join(f"{replica}:{seq}:{link.hex()}\n" for replica, (seq, link) in sorted(frontier.items()))
    return sha256(lines.encode()).hex()


def frontier_of(tenant, changes):
    """The frontier that lines of one stream make when each replica's lines are one chain in the order of seqs."""
    frontier = {}
    for change in sorted(changes, key=lambda change: (change.replica, change.seq)):
        before = frontier.get(change.replica)
        link = before[1] if before else first_link(tenant, change.stream, change.replica)
        frontier[change.replica] = (change.seq, next_link(link, change.seq, sha256(change.line)))
    return frontier
