"""What counts as an answer (exchange.md, "Down")."""

import unittest

from second_client.frames import NotOurs, read_answer

END = b'{"bookmark":"b","more":false,"serverTime":5,"backedUpThrough":0,"digests":{}}\n'
SKIP = b'{"position":3,"received":5,"skip":["office","7000000000001",1,"' + b"0" * 64 + b'"]}\n'
RECEIPT = b'{"receipt":17,"position":9}\n{"receipt":18,"refused":"new-code","detail":"step 1"}\n'


class Answers(unittest.TestCase):
    def test_a_whole_one_is_read(self):
        leave = b'{"leave":"office","epoch":1,"position":7,"signature":"' + b"0" * 128 + b'"}\n'
        enter = leave + b'{"enter":"office","through":4}\n'
        answer = read_answer(RECEIPT + enter + SKIP + END)
        self.assertEqual([receipt.code for receipt in answer.receipts], [None, "new-code"])
        self.assertEqual((answer.leaves, answer.enters, answer.bookmark), ([("office", 1, 7, "0" * 128)], [("office", 4)], "b"))
        self.assertEqual((answer.entries[0].seq, answer.entries[0].digest), (1, bytes(32)))

    def test_a_fault_may_follow_receipts(self):
        self.assertEqual(read_answer(RECEIPT + b'{"forked":17}\n').fault, ("forked", 17))

    def test_what_is_cut_or_none_of_ours_counts_for_nothing(self):
        whole = RECEIPT + SKIP + END
        for cut in (b"", b"\n", whole[:-1], RECEIPT + SKIP, b"<html></html>\n", END + RECEIPT, SKIP + RECEIPT + END):
            with self.assertRaises(NotOurs):
                read_answer(cut)
        no_position = SKIP.replace(b"3", b"0", 1) + END
        for altered in (END.replace(b":", b": ", 1), END.replace(b'"more":false,', b""), no_position):
            with self.assertRaises(NotOurs):
                read_answer(altered)
        with self.assertRaises(NotOurs):
            read_answer(SKIP + b'{"gap":3}\n')
