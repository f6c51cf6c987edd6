"""The worked examples of Protocol/model.md and Protocol/exchange.md, read from the pages themselves."""

import json
import pathlib
import unittest

from second_client import evidence, frames
from second_client.change_line import read_line, reprinted
from second_client.json_spelling import printed
from second_client.ed25519 import public_key
from second_client.merge import fold
from second_client.merge_table import TABLE
from second_client.text_merge import merge
from second_client.visible_state import digest, visible

PROTOCOL = pathlib.Path(__file__).resolve().parents[3] / "Protocol"


def block(page, name):
    """The lines between the fences of the block a pair of comments marks."""
    marked = (PROTOCOL / page).read_text(encoding="utf-8").split(f"<!-- {name} -->\n")[1]
    lines = marked.strip().splitlines()
    return lines[1:-1] if lines[0].startswith("```") else lines


class Lines(unittest.TestCase):
    def test_are_read_and_printed_again(self):
        for line in block("model.md", "line"):
            self.assertEqual(reprinted(line.encode()), line.encode())


class Evidence(unittest.TestCase):
    def test_matches_the_worked_example(self):
        wanted = dict(line.rsplit(maxsplit=1) for line in block("model.md", "vector"))
        wanted = {key.strip(): value for key, value in wanted.items()}
        first, second = (read_line(line.encode()) for line in block("model.md", "line"))
        secret = bytes(range(32))
        links = [evidence.first_link(wanted["tenant"], first.stream, first.replica)]
        got = {"tenant": wanted["tenant"], "link 0": links[0].hex(), "public key": public_key(secret).hex()}
        for change in (first, second):
            links.append(evidence.next_link(links[-1], change.seq, evidence.sha256(change.line)))
            got[f"digest {change.seq}"] = evidence.sha256(change.line).hex()
            got[f"link {change.seq}"] = links[-1].hex()
        got["signed bytes"] = evidence.signed_bytes(links[-1]).hex()
        got["seal"] = evidence.seal(secret, links[-1]).hex()
        got["set digest"] = evidence.set_digest(evidence.frontier_of(wanted["tenant"], [first, second]))
        self.assertEqual(got, wanted)


class Texts(unittest.TestCase):
    def test_merge_as_the_page_says(self):
        for line in block("model.md", "merges"):
            case = json.loads(line)
            with self.subTest(line):
                self.assertEqual(merge(case["base"], case["texts"]), case["merged"])
                self.assertEqual(merge(case["base"], case["texts"][::-1]), case["merged"])


class State(unittest.TestCase):
    def test_matches_the_worked_example(self):
        *lines, state, state_digest = block("model.md", "state")
        changes = [read_line(line.encode()) for line in lines]
        got = visible(fold(changes[0].stream, changes, TABLE))
        self.assertEqual(got, json.loads(state))
        self.assertEqual(digest(got), json.loads(state_digest))


class Table(unittest.TestCase):
    def test_is_the_table_of_the_page(self):
        types, current = {}, None
        for row in block("model.md", "table")[2:]:
            entity_type, name, kind = (cell.strip().strip("`") for cell in row.split("|")[1:4])
            if entity_type:
                current = types.setdefault(entity_type, {})
                continue
            kind, _, ranking = kind.partition(": ")
            current[name] = {"kind": kind} | ({"gravestFirst": ranking.split(" > ")} if ranking else {})
        self.assertEqual(TABLE.as_data()["types"], types)


class Push(unittest.TestCase):
    def test_is_spelled_as_the_page_shows(self):
        header, void, line, seal = (line.encode() for line in block("exchange.md", "up"))
        values = json.loads(header)
        self.assertEqual(frames.header(*values.values()), header)
        self.assertEqual(frames.void(*json.loads(void).values()), void)
        self.assertEqual(printed(json.loads(line)), line)
        stream, seq, signature = json.loads(seal)["seal"]
        self.assertEqual(frames.seal(stream, seq, bytes.fromhex(signature)), seal)
