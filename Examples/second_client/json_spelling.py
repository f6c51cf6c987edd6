"""The one accepted spelling of JSON: a strict reader and its printer (model.md, "Spelling")."""

import re

MAX_INTEGER = 2**53 - 1
MAX_LEVELS = 16
MAX_TEXT_BYTES = 49_152


class Refusal(Exception):
    """A line or a frame that is not accepted, with the code of model.md or exchange.md."""

    def __init__(self, code, detail=""):
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


_UTF8 = (
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_RUN = re.compile(rb"(?:[\x20\x21\x23-\x5b\x5d-\x7f]+|" + _UTF8 + rb")+")
_NUMBER = re.compile(rb"(-?)([0-9]*)")
_HEX4 = re.compile(rb"[0-9A-Fa-f]{4}")
_SHORT = {0x22: '"', 0x5C: "\\", 0x62: "\b", 0x66: "\f", 0x6E: "\n", 0x72: "\r", 0x74: "\t"}
_LITERALS = ((b"null", None), (b"true", True), (b"false", False))


class _Reader:
    """Reads from the left and stops at the first fault."""

    def __init__(self, data, text_bytes):
        self.data = data
        self.text_bytes = text_bytes
        self.at = 0

    def fault(self):
        """What is wrong where a token should begin and none does."""
        byte = self.peek()
        if byte == 0:
            return Refusal("nul-character")
        if byte in (0x20, 0x09, 0x0A, 0x0D):
            return Refusal("not-canonical", f"white space at byte {self.at}")
        return Refusal("malformed-json", f"byte {self.at}")

    def peek(self):
        return self.data[self.at] if self.at < len(self.data) else -1

    def expect(self, byte):
        if self.peek() != byte:
            raise self.fault()
        self.at += 1

    def value(self, level):
        byte = self.peek()
        if byte == 0x22:
            return self.text()
        if byte == 0x7B:
            return self.object(level + 1)
        if byte == 0x5B:
            return self.array(level + 1)
        if byte == 0x2D or 0x30 <= byte <= 0x39:
            return self.integer()
        for word, value in _LITERALS:
            if self.data.startswith(word, self.at):
                self.at += len(word)
                return value
        raise self.fault()

    def object(self, level):
        if level > MAX_LEVELS:
            raise Refusal("too-deep")
        self.at += 1
        members = {}
        twice = None
        if self.peek() == 0x7D:
            self.at += 1
            return members
        while True:
            if self.peek() != 0x22:
                raise self.fault()
            key = self.text()
            twice = key if key in members else twice
            self.expect(0x3A)
            members[key] = self.value(level)
            if self.peek() == 0x2C:
                self.at += 1
                continue
            self.expect(0x7D)
            if twice is not None:
                raise Refusal("duplicate-key", twice)
            return members

    def array(self, level):
        if level > MAX_LEVELS:
            raise Refusal("too-deep")
        self.at += 1
        items = []
        if self.peek() == 0x5D:
            self.at += 1
            return items
        while True:
            items.append(self.value(level))
            if self.peek() == 0x2C:
                self.at += 1
            else:
                self.expect(0x5D)
                return items

    def text(self):
        self.at += 1
        parts = []
        size = 0
        while True:
            run = _RUN.match(self.data, self.at)
            if run:
                parts.append(run.group().decode("utf-8"))
                size += run.end() - run.start()
                self.at = run.end()
            byte = self.peek()
            if byte == 0x5C:
                parts.append(self.escape())
                size += 1
            elif byte == 0x22:
                if size > self.text_bytes:
                    raise Refusal("text-too-long")
                self.at += 1
                return "".join(parts)
            elif byte == 0:
                raise Refusal("nul-character")
            elif byte >= 0x80:
                raise Refusal("invalid-utf8", f"byte {self.at}")
            elif byte > 0:
                raise Refusal("not-canonical", "a raw control character")
            else:
                raise Refusal("malformed-json", "a text without an end")

    def escape(self):
        """One escape; every escaped character is one byte of text."""
        letter = self.data[self.at + 1] if self.at + 1 < len(self.data) else -1
        if letter in _SHORT:
            self.at += 2
            return _SHORT[letter]
        if letter == 0x2F:
            raise Refusal("not-canonical", "an escaped slash")
        if letter != 0x75 or not (digits := _HEX4.match(self.data, self.at + 2)):
            raise Refusal("malformed-json", "an unknown escape")
        code = int(digits.group(), 16)
        if code == 0:
            raise Refusal("nul-character")
        if code >= 0x20 or _escape(chr(code)).encode() != b"\\u" + digits.group():
            raise Refusal("not-canonical", "an escape that is not the shortest")
        self.at += 6
        return chr(code)

    def integer(self):
        sign, digits = _NUMBER.match(self.data, self.at).groups()
        after = self.at + len(sign) + len(digits)
        if not digits:
            raise Refusal("malformed-json", "a sign without digits")
        if after < len(self.data) and self.data[after] in b".eE":
            raise Refusal("float")
        if len(digits) > 1 and digits[0] == 0x30:
            raise Refusal("not-canonical", "a leading zero")
        if sign and digits == b"0":
            raise Refusal("not-canonical", "-0")
        if len(digits) > 16 or int(digits) > MAX_INTEGER:
            raise Refusal("integer-out-of-range")
        self.at = after
        return int(sign + digits)


def read(data, text_bytes=MAX_TEXT_BYTES):
    """The value these bytes spell; objects keep the order of their keys, for the caller to judge. Raises Refusal."""
    reader = _Reader(data, text_bytes)
    value = reader.value(0)
    if reader.at != len(data):
        raise Refusal("trailing-bytes")
    return value


_TO_ESCAPE = re.compile(r'[\x00-\x1f"\\]')
_NAMED = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _escape(character):
    return _NAMED.get(character) or f"\\u{ord(character):04x}"


def _spell(value, sort):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return '"' + _TO_ESCAPE.sub(lambda found: _escape(found.group()), value) + '"'
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(_spell(item, sort) for item in value) + "]"
    keys = sorted(value) if sort else value
    return "{" + ",".join(f"{_spell(key, sort)}:{_spell(value[key], sort)}" for key in keys) + "}"


def printed(value):
    """The bytes of a value whose keys stand in their order already (lines, frames)."""
    return _spell(value, False).encode("utf-8")


def canonical(value):
    """The bytes of a value, keys ascending by bytes."""
    return _spell(value, True).encode("utf-8")
