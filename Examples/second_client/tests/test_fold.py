"""Statements of model.md, "Merge", each on a history of a few lines, and one state for every order."""

import random
import unittest

from second_client import names
from second_client.change_line import print_line, read_line
from second_client.json_spelling import canonical
from second_client.merge import fold
from second_client.merge_table import TABLE
from second_client.visible_state import conflicts, late, visible

A, B, S = "000000000000A", "000000000000B", "F00000000000S"
ITEM = "audit/A1/item/17"


def change(replica, seq, *ops, time=None):
    return read_line(print_line(replica, seq, "0" * 26, time or seq, "u-1", "dossier.x.y", list(ops)))


def write(value, *over, on=ITEM, field="lack"):
    return {"set": field, "on": on, "to": value, "over": list(over)}


def folded(*changes):
    return fold("dossier.x.y", changes, TABLE)


def field(state, name="lack", entity=ITEM):
    return visible(state)["entities"][entity]["fields"][name]


class Registers(unittest.TestCase):
    def test_a_line_before_its_cause_covers_it_when_it_comes(self):
        self.assertEqual(field(folded(change(A, 2, write(2, f"{A}:1")), change(A, 1, write(1)))), {
            "heads": [f"{A}:2"], "shown": 2,
        })  # fmt: skip

    def test_a_write_that_names_itself_covers_nothing(self):
        self.assertEqual(field(folded(change(A, 1, write(1, f"{A}:1"))))["shown"], 1)

    def test_an_unknown_grade_is_gravest_and_null_lightest(self):
        steps = [write(value, field="grade") for value in ("major", "unheard", None)]
        state = folded(*(change(A, seq, step) for seq, step in enumerate(steps, 1)))
        self.assertEqual(field(state, "grade")["shown"], "unheard")

    def test_a_criss_cross_has_two_bases_and_no_merged_text(self):
        texts = [
            change(A, 1, write("a", field="comment")), change(B, 1, write("b", field="comment")),
            change(A, 2, write("a b", f"{A}:1", f"{B}:1", field="comment")),
            change(B, 2, write("b a", f"{A}:1", f"{B}:1", field="comment")),
        ]  # fmt: skip
        self.assertEqual(field(folded(*texts), "comment")["conflict"]["base"], [f"{A}:1", f"{B}:1"])

    def test_a_set_never_moves_a_machine(self):
        moved = change(S, 1, {"state": "stage", "on": "audit/A1", "to": "open", "over": []})
        state = folded(moved, change(A, 1, write("closed", f"{S}:1", on="audit/A1", field="stage")))
        self.assertEqual(field(state, "stage", "audit/A1")["shown"], "open")


class Sets(unittest.TestCase):
    def test_an_addition_wins_over_a_removal_that_had_not_seen_it(self):
        add = {"add": "team", "on": "audit/A1", "value": "u-1"}
        remove = {"remove": "team", "on": "audit/A1", "value": "u-1", "over": [f"{A}:1"]}
        self.assertEqual(field(folded(change(A, 1, add), change(A, 2, remove)), "team", "audit/A1"), {"shown": None})
        both = folded(change(A, 1, add), change(A, 2, remove), change(B, 1, add))
        self.assertEqual(field(both, "team", "audit/A1"), {"shown": ["u-1"]})


class Life(unittest.TestCase):
    written = change(A, 1, write(1))
    seen_all = change(B, 1, {"delete": "audit/A1", "seen": {A: 1}, "over": []})

    def test_a_deletion_that_saw_every_touch_hides_all_below(self):
        state = folded(self.written, self.seen_all)
        self.assertEqual(visible(state)["entities"]["audit/A1"]["life"], "deleted")
        self.assertTrue(state.hidden(ITEM))

    def test_a_touch_it_had_not_seen_makes_it_disputed_until_named(self):
        more = change(A, 2, write(2, f"{A}:1"))
        disputed = folded(self.written, self.seen_all, more)
        self.assertEqual(visible(disputed)["entities"]["audit/A1"]["life"], [f"{B}:1"])
        self.assertEqual(conflicts(disputed)[0]["deletions"], [f"{B}:1"])
        restored = folded(self.written, self.seen_all, more, change(A, 3, {"restore": "audit/A1", "over": [f"{B}:1"]}))
        self.assertNotIn("life", visible(restored)["entities"]["audit/A1"])


class Freeze(unittest.TestCase):
    frozen = [change(A, 1, write(1)), change(S, 1, {"freeze": "audit/A1", "at": {A: 1}})]
    after = change(B, 1, write(2, f"{A}:1"))

    def test_a_write_outside_is_late_and_covers_nothing_until_a_thaw(self):
        state = folded(*self.frozen, self.after)
        self.assertEqual(field(state), {"heads": [f"{A}:1"], "late": [f"{B}:1"], "shown": 1})
        self.assertEqual(late(state), [{"entity": ITEM, "field": "lack", "write": f"{B}:1"}])
        thaw = change(S, 2, {"thaw": "audit/A1", "over": [f"{S}:1"]})
        self.assertEqual(field(folded(*self.frozen, self.after, thaw)), {"heads": [f"{B}:1"], "shown": 2})

    def test_a_late_deletion_is_disputed_and_a_late_edit_revives_nothing(self):
        late_deletion = change(B, 2, {"delete": ITEM, "seen": {A: 1, S: 1}, "over": []})
        self.assertEqual(visible(folded(*self.frozen, late_deletion))["entities"][ITEM]["life"], [f"{B}:2"])
        deleted = change(A, 2, {"delete": ITEM, "seen": {}, "over": []})
        freeze = change(S, 1, {"freeze": "audit/A1", "at": {A: 2}})
        state = folded(self.frozen[0], deleted, freeze, self.after)
        self.assertEqual(visible(state)["entities"][ITEM]["life"], "deleted")


class Orders(unittest.TestCase):
    def test_every_order_and_repetition_has_one_state(self):
        chance = random.Random(1)
        entities, fields = ["audit/A1", ITEM, "audit/A1/observation/o"], ["grade", "comment", "team", "stage", "new"]
        for _ in range(150):
            changes = []
            for replica in (A, B, S):
                for seq in range(1, 6):
                    names_so_far = sorted({made.name for made in changes}, key=names.change_order)
                    over = [name for name in names_so_far if chance.random() < 0.4]
                    step = _step(chance, entities, fields, over)
                    changes.append(change(replica, seq, step, time=chance.randint(1, 4)))
            wanted = canonical(visible(fold("dossier.x.y", changes, TABLE)))
            for _ in range(4):
                chance.shuffle(changes)
                again = changes + chance.sample(changes, 3)
                self.assertEqual(canonical(visible(fold("dossier.x.y", again, TABLE))), wanted)


def _step(chance, entities, fields, over):
    on, name, value = chance.choice(entities), chance.choice(fields), chance.choice(["a b", "a c", "major", None, 7])
    vector = {replica: chance.randint(1, 5) for replica in (A, B, S) if chance.random() < 0.7}
    return chance.choice(
        [
            {"set": name, "on": on, "to": value, "over": over},
            {"set": name, "on": on, "to": value, "over": over},
            {"add": name, "on": on, "value": value},
            {"remove": name, "on": on, "value": value, "over": over},
            {"append": name, "on": on, "value": value},
            {"delete": on, "seen": vector, "over": over},
            {"restore": on, "over": over},
            {"state": name, "on": on, "to": "open", "over": over},
            {"freeze": on, "at": vector},
            {"thaw": on, "over": over},
        ]
    )
