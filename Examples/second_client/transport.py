"""The requests of http.md over http.client; every other answer is told apart from one of ours."""

import http.client
import json
import ssl
import urllib.parse

from . import frames, names, sign_in
from .frames import NotOurs
from .json_spelling import Refusal, printed, read

SECONDS = 60


class Offline(Exception):
    """No answer of ours came: the work stays in the outbox."""


class Problem(Exception):
    """A problem document (http.md, "Errors")."""

    def __init__(self, status, code, detail, bookmark=None, retry_after=None, epoch=None, challenge=None):
        super().__init__(f"{status} {code}: {detail}")
        self.status = status
        self.code = code
        self.bookmark = bookmark
        self.retry_after = retry_after
        self.epoch = epoch
        self.challenge = challenge


class Server:
    """One server and one device's way in; a connection is kept between requests."""

    def __init__(self, url, signer=None):
        parts = urllib.parse.urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("the address begins with http:// or https:// and names a host")
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        options = {"context": ssl.create_default_context()} if parts.scheme == "https" else {}
        self._connection = kind(parts.hostname, parts.port, timeout=SECONDS, **options)
        self._base = parts.path.rstrip("/")
        self._signer = signer

    def _signed(self, method, path, media=None, body=None):
        """The same under a token; a challenge is answered a few times (http.md, "Who asks")."""
        challenges = 0
        while True:
            try:
                token = self._signer.token(self._token)
                return self._ask(method, path, media, body, {"Authorization": f"Bearer {token}"})
            except Problem as problem:
                challenges += 1
                if problem.status != 401 or problem.challenge is None or challenges > sign_in.CHALLENGES_ANSWERED:
                    raise
                self._signer.challenged(problem)

    def _token(self, assertion):
        grant = {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": assertion}
        form = urllib.parse.urlencode(grant).encode()
        media, _, data = self._ask("POST", "/v1/token", "application/x-www-form-urlencoded", form)
        try:
            answer = read(data) if media == "application/json" else None
        except Refusal as refusal:
            raise NotOurs(str(refusal)) from refusal
        if not isinstance(answer, dict) or list(answer) != ["access_token", "token_type", "expires_in"]:
            raise NotOurs("the answer is none of this protocol")
        return answer["access_token"], answer["expires_in"]

    def _ask(self, method, path, media=None, body=None, more=None):
        headers = dict(more or {})
        if media:
            headers["Content-Type"] = media
        try:
            self._connection.request(method, self._base + path, body, headers)
            response = self._connection.getresponse()
            data = response.read(frames.MAX_ANSWER_BYTES + 1)
        except (OSError, http.client.HTTPException) as failure:
            self._connection.close()
            raise Offline(f"no answer ({failure or type(failure).__name__})") from failure
        if len(data) > frames.MAX_ANSWER_BYTES:
            self._connection.close()
            raise NotOurs("the answer is too long")
        media = response.headers.get_content_type()
        if response.status != 200:
            raise _problem(response, media, data)
        return media, response, data

    def exchange(self, body):
        media, _, data = self._signed("POST", "/v1/exchange", "application/x-ndjson", body)
        if media != "application/x-ndjson":
            raise NotOurs(f"the answer is {media}")
        return frames.read_answer(data)

    def join(self, code, replica, public):
        body = printed({"code": code, "replica": replica, "publicKey": public.hex()})
        media, _, data = self._ask("POST", "/v1/devices", "application/json", body)
        if media != "application/json":
            raise NotOurs(f"the answer is {media}")
        try:
            joined = read(data)
        except Refusal as refusal:
            raise NotOurs(str(refusal)) from refusal
        members = ["tenant", "user", "epoch", "serverReplica", "serverKey", "serverTime"]
        if not isinstance(joined, dict) or list(joined) != members or not names.is_digest(joined["serverKey"]):
            raise NotOurs("the answer is none of this protocol")
        return joined

    def stream(self, stream):
        """All entries of one stream (http.md, "GET /v1/streams/{stream}")."""
        entries, offset = [], "-1"
        while True:
            query = urllib.parse.urlencode({"offset": offset, "limit": 2000})
            media, response, data = self._signed("GET", f"/v1/streams/{stream}?{query}")
            offset = response.headers.get("Stream-Next-Offset")
            if media != "application/json" or not offset:
                raise NotOurs("the answer is none of this protocol")
            try:
                # A line has one spelling, so that printing what was parsed gives its bytes back.
                entries += [frames.read_entry(printed(frame)) for frame in json.loads(data)]
            except (ValueError, TypeError, Refusal) as failure:
                raise NotOurs(str(failure)) from failure
            if response.headers.get("Stream-Up-To-Date") == "true":
                return entries


def _problem(response, media, data):
    if media != "application/problem+json":
        return NotOurs(f"status {response.status}, {media}")
    try:
        document = read(data.rstrip(b"\n"), frames.MAX_BOOKMARK_BYTES)
        after = response.headers.get("Retry-After", "")
        retry_after = int(after) if after.isdigit() else None
        code, detail = document["code"], document["detail"]
        challenge = sign_in.challenge(response.headers.get("WWW-Authenticate")) if response.status == 401 else None
        bookmark, epoch = document.get("bookmark"), document.get("epoch")
        return Problem(response.status, code, detail, bookmark, retry_after, epoch, challenge)
    except (Refusal, KeyError, TypeError, AttributeError) as failure:
        return NotOurs(f"status {response.status}: {failure}")
