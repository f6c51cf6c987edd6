"""Each rule of model.md, "Spelling", with a line that breaks it alone, and the order of faults."""

import unittest

from second_client.change_line import read_line, reprinted
from second_client.json_spelling import Refusal

SET = '{"set":"grade","on":"audit/A1/item/17","to":"minor","over":[]}'


def line(ops=SET, **members):
    values = {
        "v": "1", "replica": '"7000000000001"', "seq": "17", "salt": '"04T8ZQK2M6V1N9B3H5J7R0D4XC"', "time": "0",
        "by": '"u-4KX2"', "stream": '"dossier.qualiopi.130002850"', "ops": f"[{ops}]",
    } | members  # fmt: skip
    return "{" + ",".join(f'"{key}":{value}' for key, value in values.items() if value is not None) + "}"


def to(value):
    return line(SET.replace('"minor"', value))


REFUSED = {
    "not-canonical": [
        " " + line(), to('{"b":1,"a":2}'), to('"\\u0041"'), to('"\\/"'), to('"\\u000a"'), to('"\\u001F"'), to('"a\tb"'),
        to('"\\ud800"'), to("-0"), to("01"), line(SET.replace(",", ", ", 1)),
    ],
    "nul-character": [to('"\\u0000"'), to('"\0"')],
    "invalid-utf8": [
        to('"X"').encode().replace(b"X", bad)
        for bad in (b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82", b"\xff")
    ],
    "integer-out-of-range": [to("9007199254740992"), to("-9007199254740992"), to("1" * 6000)],
    "float": [to("1.5"), to("1e5"), to("0.5")],
    "duplicate-key": [to('{"a":1,"a":2}'), to('{"a":1,"b":2,"a":3}'), line().replace('"seq":17', '"seq":17,"seq":17')],
    "too-deep": [to("[" * 14 + "]" * 14)],
    "text-too-long": [to('"' + "a" * 49153 + '"')],
    "line-too-long": [to('["' + "a" * 40000 + '","' + "a" * 30000 + '"]')],
    "trailing-bytes": [line() + "\n", line() + " ", line() + "{}"],
    "malformed-json": ["", "\ufeff" + line(), line()[:-1], to("tru"), to("-"), to('"\\x"'), to("[1,]"), to("+1")],
    "unknown-version": [line(v="2"), line(v='"1"'), line(v="true")],
    "bad-envelope": [
        "[]", line(v=None), line(seq="0"), line(salt='"84T8ZQK2M6V1N9B3H5J7R0D4XC"'), line(extra="1"),
        line(replica='"G000000000001"'), line(stream='"a.b.c.d"'), line(was="null"), line(by='""'),
    ],
    "bad-operation": [
        line("1"), line("{}"), line(SET.replace(',"over":[]', "")), line(SET.replace("}", ',"motive":""}')),
        line(SET.replace("[]", '["7000000000001:9","7000000000001:10","7000000000001:10"]')),
        line(SET.replace("[]", '["7000000000001:10","7000000000001:9"]')), line(SET.replace("/17", "")),
        line('{"delete":"audit/A1","seen":{"7000000000001":0},"over":[]}'),
    ],
    "operation-count": [line(""), line(",".join(['{"x":1}'] * 257))],
    "field-set-twice": [
        line(SET + "," + SET), line('{"delete":"audit/A1","seen":{},"over":[]},{"restore":"audit/A1","over":[]}'),
    ],
    "second-request": [line(",".join(['{"request":"audit.close","on":"audit/A1","seen":{}}'] * 2))],
}  # fmt: skip


class Spelling(unittest.TestCase):
    def test_names_each_fault(self):
        for code, lines in REFUSED.items():
            for number, text in enumerate(lines):
                with self.subTest(code=code, number=number):
                    with self.assertRaises(Refusal) as caught:
                        read_line(text if isinstance(text, bytes) else text.encode())
                    self.assertEqual(caught.exception.code, code)

    def test_is_judged_before_shape_and_from_the_left(self):
        faults = {
            line(v="2", time="1.5"): "float",
            line(seq="0", time="-0"): "not-canonical",
            to('[1.5,01]'): "float",
            to('[01,1.5]'): "not-canonical",
            to("01.5"): "float",
            to('{"a":1,"a":1.5}'): "float",
            line(SET.replace('"minor"', '{"b":1,"a":2}'), seq="0"): "bad-envelope",
            line(",".join(["1"] * 257)): "operation-count",
            line(SET + "," + SET + ",1"): "bad-operation",
        }  # fmt: skip
        for text, code in faults.items():
            with self.assertRaises(Refusal) as caught:
                read_line(text.encode())
            self.assertEqual(caught.exception.code, code)

    def test_takes_what_stands_at_the_limits(self):
        accepted = [
            to("9007199254740991"), to("[" * 13 + "]" * 13), to('"' + "a" * 49152 + '"'), to('"\\u001f\\n\\""'),
            to('{"":null,"é":true}'), line('{"newer":{"b":1,"a":[]},"on":2}'), line(was='"7000000000002:3"'),
            line(",".join(['{"x":1}'] * 256)), to('"\x7f\U0001f600"'),
        ]  # fmt: skip
        for text in accepted:
            self.assertEqual(reprinted(text.encode()), text.encode())
