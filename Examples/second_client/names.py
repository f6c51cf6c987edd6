"""Spellings and orders of names (model.md, "Names")."""

import re
import secrets

from .json_spelling import MAX_INTEGER

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_REPLICA = r"[0-9A-F][0-9A-HJKMNP-TV-Z]{12}"
_PAIR = r"[a-z]{1,32}/[A-Za-z0-9._-]{1,64}"


def _whole(pattern):
    matcher = re.compile(pattern)
    return lambda value: isinstance(value, str) and matcher.fullmatch(value) is not None


is_replica = _whole(_REPLICA)
is_salt = _whole(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")
is_user = _whole(r"[A-Za-z0-9._-]{1,64}")
is_stream = _whole(r"[a-z]{1,32}(\.[A-Za-z0-9_-]{1,64}){0,2}")
is_entity = _whole(rf"{_PAIR}(/{_PAIR}){{0,3}}")
is_field = _whole(r"[a-z][A-Za-z0-9.-]{0,63}")
is_digest = _whole(r"[0-9a-f]{64}")
is_signature = _whole(r"[0-9a-f]{128}")
_looks_like_change = _whole(_REPLICA + r":[1-9][0-9]{0,15}")


def is_seq(value):
    return type(value) is int and 1 <= value <= MAX_INTEGER


def is_change(value):
    return _looks_like_change(value) and int(value[14:]) <= MAX_INTEGER


def change_order(name):
    """Changes stand by replica, then by seq as a number."""
    return name[:13], int(name[14:])


def entity_type(entity):
    """`audit/item` for `audit/A1/item/17`."""
    return "/".join(entity.split("/")[::2])


def path(entity):
    """The entity and all it lies below, the topmost first."""
    words = entity.split("/")
    return ["/".join(words[: count + 2]) for count in range(0, len(words), 2)]


def draw(digits, bits):
    """A random name of `digits` digits of base 32 that hold `bits` bits."""
    number = secrets.randbits(bits)
    return "".join(CROCKFORD[number >> (5 * place) & 31] for place in reversed(range(digits)))


def new_replica():
    return draw(13, 64)


def new_salt():
    return draw(26, 128)
