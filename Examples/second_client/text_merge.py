"""Merging texts (model.md, "Texts")."""

import re

from .json_spelling import MAX_TEXT_BYTES

MAX_DIFFERENCES = 1_024

_TOKEN = re.compile(rb"[0-9A-Za-z\x80-\xff]+|.", re.DOTALL)


def tokens(text):
    return _TOKEN.findall(text.encode("utf-8"))


def _kept_pairs(base, other):
    """The pairs of places Myers' greedy algorithm keeps, ascending; None past 1,024 differences."""
    furthest = {1: 0}
    history = []

    def from_above(k, d):
        return k == -d or (k != d and furthest[k - 1] < furthest[k + 1])

    for d in range(MAX_DIFFERENCES + 1):
        history.append(dict(furthest) if d < 2 else {k: furthest[k] for k in range(1 - d, d, 2)})
        for k in range(-d, d + 1, 2):
            x = furthest[k + 1] if from_above(k, d) else furthest[k - 1] + 1
            while x < len(base) and x - k < len(other) and base[x] == other[x - k]:
                x += 1
            furthest[k] = x
            if x >= len(base) and x - k >= len(other):
                return _walk_back(history, len(base), len(other))
    return None


def _walk_back(history, x, y):
    pairs = []
    for d in reversed(range(len(history))):
        furthest = history[d]
        k = x - y
        above = k == -d or (k != d and furthest[k - 1] < furthest[k + 1])
        before_k = k + 1 if above else k - 1
        start_x = furthest[before_k] + (0 if above else 1)
        while x > start_x:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        if d > 0:
            x = furthest[before_k]
            y = x - before_k
    pairs.reverse()
    return pairs


def hunks(base, other):
    """What `other` changes of `base`: (start, end, tokens), ranges of base tokens and what replaces them."""
    start = 0
    while start < min(len(base), len(other)) and base[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(base), len(other)) - start and base[-1 - end] == other[-1 - end]:
        end += 1
    base_rest, other_rest = base[start : len(base) - end], other[start : len(other) - end]
    pairs = _kept_pairs(base_rest, other_rest) if base_rest and other_rest else []
    found = []
    x = y = 0
    for kept_x, kept_y in [*(pairs or []), (len(base_rest), len(other_rest))]:
        if kept_x > x or kept_y > y:
            found.append((start + x, start + kept_x, tuple(other_rest[y:kept_y])))
        x, y = kept_x + 1, kept_y + 1
    return found


def merge(base, texts):
    """One text that holds the edits of all, or None where they overlap or touch."""
    base_tokens = tokens(base)
    all_hunks = sorted({hunk for text in set(texts) for hunk in hunks(base_tokens, tokens(text))})
    merged = []
    at = 0
    for place, (start, end, replacement) in enumerate(all_hunks):
        if place > 0 and start <= at:
            return None
        merged += base_tokens[at:start]
        merged += replacement
        at = end
    merged += base_tokens[at:]
    data = b"".join(merged)
    return data.decode("utf-8") if len(data) <= MAX_TEXT_BYTES else None
