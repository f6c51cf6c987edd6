"""Ed25519 (RFC 8032) in extended coordinates. Not constant in time: for reading and testing, not for high stakes."""

import hashlib
import secrets

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
_ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
_NEUTRAL = (0, 1, 1, 0)


def _hash(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")


def _add(first, second):
    a = (first[1] - first[0]) * (second[1] - second[0]) % P
    b = (first[1] + first[0]) * (second[1] + second[0]) % P
    c = 2 * first[3] * second[3] * D % P
    d = 2 * first[2] * second[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _double(point):
    x, y, z, _ = point
    a, b = x * x % P, y * y % P
    h = a + b
    e = h - (x + y) * (x + y) % P
    g = a - b
    f = 2 * z * z % P + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def _multiply(*pairs):
    """The sum of scalar times point over the pairs, in one run of doublings."""
    total = _NEUTRAL
    for bit in reversed(range(max(scalar.bit_length() for scalar, _ in pairs))):
        total = _double(total)
        for scalar, point in pairs:
            if scalar >> bit & 1:
                total = _add(total, point)
    return total


def _recover_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * _ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


_BASE_Y = 4 * pow(5, P - 2, P) % P
_BASE_X = _recover_x(_BASE_Y, 0)
_BASE = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % P)


def _encode(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _decode(data):
    number = int.from_bytes(data, "little")
    y = number & (1 << 255) - 1
    x = _recover_x(y, number >> 255)
    return None if x is None else (x, y, 1, x * y % P)


def _expand(secret):
    digest = hashlib.sha512(secret).digest()
    scalar = int.from_bytes(digest[:32], "little")
    return scalar & (1 << 254) - 8 | 1 << 254, digest[32:]


def new_secret():
    return secrets.token_bytes(32)


def public_key(secret):
    """The public key of a 32-byte secret."""
    return _encode(_multiply((_expand(secret)[0], _BASE)))


def sign(secret, message):
    scalar, prefix = _expand(secret)
    public = _encode(_multiply((scalar, _BASE)))
    nonce = _hash(prefix, message) % L
    commitment = _encode(_multiply((nonce, _BASE)))
    answer = (nonce + _hash(commitment, public, message) * scalar) % L
    return commitment + answer.to_bytes(32, "little")


def verify(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    key = _decode(public)
    commitment, answer = signature[:32], int.from_bytes(signature[32:], "little")
    if key is None or answer >= L:
        return False
    challenge = _hash(commitment, public, message) % L
    minus_key = (P - key[0], key[1], 1, P - key[3])
    return _encode(_multiply((answer, _BASE), (challenge, minus_key))) == commitment
