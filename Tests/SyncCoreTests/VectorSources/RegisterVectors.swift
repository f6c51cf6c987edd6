import SyncCore

/// Kinds `latest` and `contested`: heads, conflicts, bases, clocks, equality by bytes.
enum RegisterVectors: VectorTheme {
  static let file = "registers"
  static let about =
    "Registers of the kinds contested and latest: heads, conflicts and their bases, clocks, equal values."

  @VectorCaseList static var cases: [VectorSource] {
    heads
    settling
    bases
    oddOver
    clocks
    values
  }

  @VectorCaseList private static var heads: [VectorSource] {
    history(
      "A value written over another replaces it.",
      [change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2", over: "a1"))],
      [.shows(audit, "lead", "u-2"), .heads(audit, "lead", "b1")])
    history(
      "Two values written without sight of each other are a conflict, and the last in display order is shown.",
      [change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2"))],
      [.shows(audit, "lead", "u-2"), .heads(audit, "lead", "a1 b1"), .conflict(audit, "lead", "u-1", "u-2")])
    history(
      "Two people who write the same value agree: two heads, no conflict.",
      [change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-1"))],
      [.shows(audit, "lead", "u-1"), .heads(audit, "lead", "a1 b1")])
    history(
      "Three heads of which two agree are a conflict of two values, each listed once.",
      [
        change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2")),
        change("c1", set(audit, "lead", "u-1")),
      ],
      [
        .shows(audit, "lead", "u-1"), .heads(audit, "lead", "a1 b1 c1"), .conflict(audit, "lead", "u-1", "u-2"),
      ])
    history(
      "Null written over a value clears the field.",
      [change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", .null, over: "a1"))],
      [.shows(audit, "lead", .null), .heads(audit, "lead", "b1")])
    history(
      "A clearing and a new value, both over the same write, are a conflict that has null among its values.",
      [
        change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", .null, over: "a1")),
        change("c1", set(audit, "lead", "u-3", over: "a1")),
      ],
      [.shows(audit, "lead", "u-3"), .conflict(audit, "lead", base: "a1", .null, "u-3")])
    history(
      "A clearing that is last in display order is shown as nothing, and the conflict stays.",
      [change("b1", set(audit, "lead", "u-2")), change("c1", set(audit, "lead", .null))],
      [.shows(audit, "lead", .null), .heads(audit, "lead", "b1 c1"), .conflict(audit, "lead", "u-2", .null)])
    history(
      "Two clearings agree.",
      [
        change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", .null, over: "a1")),
        change("c1", set(audit, "lead", .null, over: "a1")),
      ],
      [.shows(audit, "lead", .null), .heads(audit, "lead", "b1 c1")])
    history(
      "Of a field of kind latest the last write in display order is shown, and there is no conflict.",
      [change("a1", set(audit, "phone", "1")), change("b1", set(audit, "phone", "2"))],
      [.shows(audit, "phone", "2"), .heads(audit, "phone", "a1 b1")])
    history(
      "Of a field of kind latest a clearing that comes last shows nothing.",
      [change("a1", set(audit, "phone", "1")), change("b1", set(audit, "phone", .null))],
      [.shows(audit, "phone", .null), .heads(audit, "phone", "a1 b1")])
  }

  @VectorCaseList private static var settling: [VectorSource] {
    history(
      "A settling over both heads ends the conflict.",
      [
        change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2")),
        change("c1", set(audit, "lead", "u-1", over: "a1 b1", motive: "lettre de mission")),
      ],
      [.shows(audit, "lead", "u-1"), .heads(audit, "lead", "c1")])
    history(
      "A value nobody had seen reopens a settled conflict, with the settling as one side and no base.",
      [
        change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2")),
        change("c1", set(audit, "lead", "u-1", over: "a1 b1", motive: "lettre de mission")),
        change("d1", set(audit, "lead", "u-4")),
      ],
      [.shows(audit, "lead", "u-4"), .heads(audit, "lead", "c1 d1"), .conflict(audit, "lead", "u-1", "u-4")])
    history(
      "A settling and a third write over one of the two heads: the base is the head both had seen.",
      [
        change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2")),
        change("c1", set(audit, "lead", "u-1", over: "a1 b1", motive: "lettre de mission")),
        change("d1", set(audit, "lead", "u-4", over: "b1")),
      ],
      [
        .shows(audit, "lead", "u-4"), .heads(audit, "lead", "c1 d1"),
        .conflict(audit, "lead", base: "b1", "u-1", "u-4"),
      ])
    history(
      "Two settlings of one conflict that agree leave none.",
      [
        change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2")),
        change("c1", set(audit, "lead", "u-2", over: "a1 b1", motive: "m")),
        change("d1", set(audit, "lead", "u-2", over: "a1 b1", motive: "n")),
      ],
      [.shows(audit, "lead", "u-2"), .heads(audit, "lead", "c1 d1")])
    history(
      "Someone who may not settle names only their own head and so joins as one more alternative.",
      [
        change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2", over: "a1")),
        change("c1", set(audit, "lead", "u-3", over: "a1")), change("b2", set(audit, "lead", "u-5", over: "b1")),
      ],
      [
        .shows(audit, "lead", "u-5"), .heads(audit, "lead", "b2 c1"),
        .conflict(audit, "lead", base: "a1", "u-3", "u-5"),
      ])
  }

  @VectorCaseList private static var bases: [VectorSource] {
    history(
      "The base is the nearest common ancestor, not the first.",
      [
        change("a1", set(audit, "lead", "u-1")), change("a2", set(audit, "lead", "u-2", over: "a1")),
        change("b1", set(audit, "lead", "u-3", over: "a2")), change("c1", set(audit, "lead", "u-4", over: "a2")),
      ],
      [.heads(audit, "lead", "b1 c1"), .conflict(audit, "lead", base: "a2", "u-3", "u-4")])
    history(
      "A short and a long line of descent meet in the one ancestor they share.",
      [
        change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2", over: "a1")),
        change("b2", set(audit, "lead", "u-3", over: "b1")), change("c1", set(audit, "lead", "u-4", over: "a1")),
      ],
      [.shows(audit, "lead", "u-3"), .conflict(audit, "lead", base: "a1", "u-4", "u-3")])
    history(
      "Two settlings of one conflict that differ have both heads as their base.",
      [
        change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2")),
        change("c1", set(audit, "lead", "u-1", over: "a1 b1", motive: "m")),
        change("d1", set(audit, "lead", "u-2", over: "a1 b1", motive: "n")),
      ],
      [.shows(audit, "lead", "u-2"), .conflict(audit, "lead", base: "a1 b1", "u-1", "u-2")])
    history(
      "Where two common ancestors name each other there is no base.",
      [
        change("a1", set(audit, "lead", "u-1", over: "b1")), change("b1", set(audit, "lead", "u-2", over: "a1")),
        change("c1", set(audit, "lead", "u-3", over: "a1")), change("d1", set(audit, "lead", "u-4", over: "b1")),
      ],
      [.heads(audit, "lead", "c1 d1"), .conflict(audit, "lead", "u-3", "u-4")])
  }

  @VectorCaseList private static var oddOver: [VectorSource] {
    history(
      "A write that names a change nobody holds counts all the same.",
      [change("a1", set(audit, "lead", "u-1", over: "e7")), change("b1", set(audit, "lead", "u-2"))],
      [.shows(audit, "lead", "u-2"), .heads(audit, "lead", "a1 b1"), .conflict(audit, "lead", "u-1", "u-2")])
    history(
      "A write that names a later one covers it, whatever the clocks say.",
      [change("a1", at: 1, set(audit, "lead", "u-1", over: "b1")), change("b1", at: 9, set(audit, "lead", "u-2"))],
      [.shows(audit, "lead", "u-1"), .heads(audit, "lead", "a1")])
    history(
      "Two writes that name each other overwrite neither.",
      [change("a1", set(audit, "lead", "u-1", over: "b1")), change("b1", set(audit, "lead", "u-2", over: "a1"))],
      [.shows(audit, "lead", "u-2"), .heads(audit, "lead", "a1 b1"), .conflict(audit, "lead", "u-1", "u-2")])
    history(
      "A write over one of two that name each other leaves the other a head.",
      [
        change("a1", set(audit, "lead", "u-1", over: "b1")), change("b1", set(audit, "lead", "u-2", over: "a1")),
        change("c1", set(audit, "lead", "u-3", over: "a1")),
      ],
      [.shows(audit, "lead", "u-3"), .heads(audit, "lead", "b1 c1"), .conflict(audit, "lead", "u-2", "u-3")])
    history(
      "A circle of three and a write beside it are four heads.",
      [
        change("a1", set(audit, "lead", "u-1", over: "c1")), change("b1", set(audit, "lead", "u-2", over: "a1")),
        change("c1", set(audit, "lead", "u-3", over: "b1")), change("d1", at: 1, set(audit, "lead", "u-4")),
      ],
      [
        .shows(audit, "lead", "u-3"), .heads(audit, "lead", "a1 b1 c1 d1"),
        .conflict(audit, "lead", "u-4", "u-1", "u-2", "u-3"),
      ])
    history(
      "A write that names itself stays a head: only another write covers it.",
      [change("a1", set(audit, "lead", "u-1", over: "a1"))],
      [.shows(audit, "lead", "u-1"), .heads(audit, "lead", "a1")])
    history(
      "Naming a write of another field covers nothing.",
      [change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "days", "2026-05-04", over: "a1"))],
      [.shows(audit, "lead", "u-1"), .shows(audit, "days", "2026-05-04")])
    history(
      "Naming a write of the same field of another entity covers nothing.",
      [change("a1", set(audit, "lead", "u-1")), change("b1", set("audit/A2", "lead", "u-2", over: "a1"))],
      [.shows(audit, "lead", "u-1"), .shows("audit/A2", "lead", "u-2")])
    history(
      "One change writes two fields of two entities; naming it covers each only where it is named.",
      [
        change("a1", set(audit, "lead", "u-1"), set(audit, "phone", "1"), set("audit/A2", "lead", "u-1")),
        change("b1", set(audit, "lead", "u-2", over: "a1")),
      ],
      [
        .heads(audit, "lead", "b1"), .heads(audit, "phone", "a1"), .heads("audit/A2", "lead", "a1"),
        .shows("audit/A2", "lead", "u-1"),
      ])
  }

  @VectorCaseList private static var clocks: [VectorSource] {
    history(
      "A write over another holds though its clock is thirty years behind.",
      [
        change("a1", set(audit, "phone", "1")), change("b1", at: 800_000_000_000, set(audit, "phone", "2", over: "a1")),
      ],
      [.shows(audit, "phone", "2"), .heads(audit, "phone", "b1")])
    history(
      "Times before 1970 are ordered as numbers.",
      [change("a1", at: -3, set(audit, "phone", "1")), change("b1", at: -5, set(audit, "phone", "2"))],
      [.shows(audit, "phone", "1"), .heads(audit, "phone", "a1 b1")])
    history(
      "The earliest and the latest time there can be stand at the two ends.",
      [
        change("a1", at: 9_007_199_254_740_991, set(audit, "lead", "u-1")),
        change("b1", at: -9_007_199_254_740_991, set(audit, "lead", "u-2")),
        change("c1", at: 0, set(audit, "lead", "u-3")),
      ],
      [.shows(audit, "lead", "u-1"), .conflict(audit, "lead", "u-2", "u-3", "u-1")])
    history(
      "At one time the greater replica is last, by its digits in the alphabet of base 32.",
      [
        change("z1", at: 5, set(audit, "phone", "z")), change("o1", at: 5, set(audit, "phone", "o")),
        change("a1", at: 5, set(audit, "phone", "a")),
      ],
      [.shows(audit, "phone", "z"), .heads(audit, "phone", "o1 a1 z1")])
    history(
      "At one time of one replica the greater seq is last, compared as a number.",
      [change("a10", at: 5, set(audit, "lead", "u-10")), change("a9", at: 5, set(audit, "lead", "u-9"))],
      [.shows(audit, "lead", "u-10"), .heads(audit, "lead", "a9 a10"), .conflict(audit, "lead", "u-9", "u-10")])
    history(
      "Seqs go up to the largest integer.",
      [
        change("a9007199254740991", at: 5, set(audit, "lead", "u-1")),
        change("a9007199254740990", at: 5, set(audit, "lead", "u-2")),
      ],
      [
        .shows(audit, "lead", "u-1"), .heads(audit, "lead", "a9007199254740990 a9007199254740991"),
        .conflict(audit, "lead", "u-2", "u-1"),
      ])
  }

  @VectorCaseList private static var values: [VectorSource] {
    history(
      "The same letters composed and decomposed are different values.",
      [change("a1", set(audit, "lead", "\u{E9}")), change("b1", set(audit, "lead", "e\u{301}"))],
      [.shows(audit, "lead", "e\u{301}"), .conflict(audit, "lead", "\u{E9}", "e\u{301}")])
    history(
      "The number 1, the text 1 and true are three values.",
      [
        change("a1", set(audit, "lead", 1)), change("b1", set(audit, "lead", "1")),
        change("c1", set(audit, "lead", true)),
      ],
      [.shows(audit, "lead", true), .conflict(audit, "lead", 1, "1", true)])
    history(
      "False, zero, an empty text, an empty array and an empty object are values, not clearings.",
      [
        change("a1", set(audit, "lead", false)), change("b1", set(audit, "lead", 0)),
        change("c1", set(audit, "lead", "")),
        change("d1", set(audit, "lead", .array([]))), change("e1", set(audit, "lead", .object([]))),
      ],
      [.shows(audit, "lead", .object([])), .conflict(audit, "lead", false, 0, "", .array([]), .object([]))])
    history(
      "Objects with equal members agree.",
      [
        change("a1", set("body/1", "address", object(("city", "Lyon"), ("street", "1, quai Bleu")))),
        change("b1", set("body/1", "address", object(("city", "Lyon"), ("street", "1, quai Bleu")))),
      ],
      [
        .shows("body/1", "address", object(("city", "Lyon"), ("street", "1, quai Bleu"))),
        .heads("body/1", "address", "a1 b1"),
      ])
    history(
      "An object is one value: two edits of different members of it are a conflict of the whole.",
      [
        change("a1", set("body/1", "address", object(("city", "Lyon"), ("street", "1")))),
        change("b1", set("body/1", "address", object(("city", "Lyon"), ("street", "2")), over: "a1")),
        change("c1", set("body/1", "address", object(("city", "Metz"), ("street", "1")), over: "a1")),
      ],
      [
        .shows("body/1", "address", object(("city", "Metz"), ("street", "1"))),
        .conflict(
          "body/1", "address", base: "a1", object(("city", "Lyon"), ("street", "2")),
          object(("city", "Metz"), ("street", "1"))),
      ])
    history(
      "Arrays in another order are other values.",
      [change("a1", set(audit, "days", .array([1, 2]))), change("b1", set(audit, "days", .array([2, 1])))],
      [.conflict(audit, "days", .array([1, 2]), .array([2, 1]))])
  }
}
