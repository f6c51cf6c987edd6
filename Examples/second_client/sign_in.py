"""Tokens for signed assertions (http.md, "POST /v1/token")."""

import base64
import re
import secrets
import time

from . import ed25519
from .json_spelling import printed

SECONDS_OF_AN_ASSERTION = 600
SECONDS_LEFT_AT_LEAST = 60
CHALLENGES_ANSWERED = 3

_CHALLENGE = re.compile(r'Bearer realm="constat", nonce="([A-Za-z0-9_-]{1,512})", time="(-?\d{1,16})"')


def _base64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def challenge(header):
    """The (nonce, milliseconds) of a WWW-Authenticate header; None where it is no challenge of ours."""
    found = _CHALLENGE.fullmatch(header or "")
    return (found[1], int(found[2])) if found else None


def assertion(facts, seconds, nonce=None):
    """A signed assertion of the device whose facts these are."""
    replica = facts("keyHolder")
    header = {"alg": "EdDSA", "kid": replica, "typ": "JWT"}
    claims = {"aud": "constat:" + facts("tenant"), "epoch": facts("epoch"), "exp": seconds + SECONDS_OF_AN_ASSERTION}
    claims |= {"iat": seconds, "iss": replica, "jti": secrets.token_urlsafe(16)}
    claims |= ({"nonce": nonce} if nonce else {}) | {"sub": replica}
    signed = _base64(printed(header)) + "." + _base64(printed(claims))
    return signed + "." + _base64(ed25519.sign(facts("secret"), signed.encode()))


class Signer:
    """Keeps a device's token: the one it has as long as it lasts, else one for a new assertion."""

    def __init__(self, store):
        self._store = store
        self._token = None
        self._ends = 0
        self._challenge = None

    def token(self, ask):
        """A token that lasts; `ask` sends an assertion and gives (token, seconds)."""
        if self._token is None or time.monotonic() > self._ends - SECONDS_LEFT_AT_LEAST:
            begun = time.monotonic()
            # By the server's own clock and nonce where it named them, else by this computer's clock.
            nonce, milliseconds = self._challenge or (None, time.time() * 1000)
            self._challenge = None
            self._token, lasts = ask(assertion(self._store.fact, int(milliseconds // 1000), nonce))
            self._ends = begun + lasts
        return self._token

    def challenged(self, problem):
        """The token does not serve, or none was given: the next assertion answers the challenge."""
        self._token = None
        self._challenge = problem.challenge
        if problem.epoch is not None:
            self._store.keep(epoch=problem.epoch)
