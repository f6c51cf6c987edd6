import SyncCore

/// Kind `set`.
enum SetVectors: VectorTheme {
  static let file = "sets"
  static let about = "Sets: additions, removals, which of two concurrent ones wins, the order of values by bytes."

  @VectorCaseList static var cases: [VectorSource] {
    membership
    order
    history(
      "A register written into a set shows nothing and is no conflict.",
      [change("a1", set(audit, "team", "u-1")), change("b1", set(audit, "team", "u-2"))],
      [.shows(audit, "team", .null), .heads(audit, "team", "")])
    history(
      "An addition to a contested field is kept without effect.",
      [change("a1", add(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2"))],
      [.shows(audit, "lead", "u-2"), .heads(audit, "lead", "b1")])
  }

  @VectorCaseList private static var membership: [VectorSource] {
    history(
      "A removal takes out the additions it names.",
      [change("a1", add(audit, "team", "u-1")), change("b1", remove(audit, "team", "u-1", over: "a1"))],
      [.shows(audit, "team", .null)])
    history(
      "A value added by two people stands once.",
      [change("a1", add(audit, "team", "u-1")), change("b1", add(audit, "team", "u-1"))],
      [.shows(audit, "team", .array(["u-1"]))])
    history(
      "An addition wins over a removal that had not seen it.",
      [
        change("a1", add(audit, "team", "u-1")), change("b1", remove(audit, "team", "u-1", over: "a1")),
        change("c1", at: 1, add(audit, "team", "u-1")),
      ],
      [.shows(audit, "team", .array(["u-1"]))])
    history(
      "A removal that names one of two additions leaves the value there.",
      [
        change("a1", add(audit, "team", "u-1")), change("b1", add(audit, "team", "u-1")),
        change("c1", remove(audit, "team", "u-1", over: "b1")),
      ],
      [.shows(audit, "team", .array(["u-1"]))])
    history(
      "Two removals that together name all additions take the value out.",
      [
        change("a1", add(audit, "team", "u-1")), change("b1", add(audit, "team", "u-1")),
        change("c1", remove(audit, "team", "u-1", over: "b1")), change("d1", remove(audit, "team", "u-1", over: "a1")),
      ],
      [.shows(audit, "team", .null)])
    history(
      "A removal that names nothing takes nothing out.",
      [change("a1", add(audit, "team", "u-1")), change("b1", remove(audit, "team", "u-1", over: ""))],
      [.shows(audit, "team", .array(["u-1"]))])
    history(
      "A removal of another value takes nothing out though it names the addition.",
      [change("a1", add(audit, "team", "u-1")), change("b1", remove(audit, "team", "u-2", over: "a1"))],
      [.shows(audit, "team", .array(["u-1"]))])
    history(
      "A value taken out and added again is back.",
      [
        change("a1", add(audit, "team", "u-1")), change("a2", remove(audit, "team", "u-1", over: "a1")),
        change("a3", add(audit, "team", "u-1")),
      ],
      [.shows(audit, "team", .array(["u-1"]))])
    history(
      "One change adds several values, and a removal of one leaves the others.",
      [
        change("a1", add(audit, "team", "u-1"), add(audit, "team", "u-2"), add(audit, "team", "u-3")),
        change("b1", remove(audit, "team", "u-2", over: "a1")),
      ],
      [.shows(audit, "team", .array(["u-1", "u-3"]))])
    history(
      "A change that adds a value and takes it out again, naming itself, leaves nothing.",
      [change("a1", add(audit, "team", "u-1"), remove(audit, "team", "u-1", over: "a1"))],
      [.shows(audit, "team", .null)])
    history(
      "A value added twice in one change is one addition.",
      [
        change("a1", add(audit, "team", "u-1"), add(audit, "team", "u-1")),
        change("b1", remove(audit, "team", "u-1", over: "a1")),
      ],
      [.shows(audit, "team", .null)])
    history(
      "Two removals of one value in one change take out what either names.",
      [
        change("a1", add(audit, "team", "u-1")), change("b1", add(audit, "team", "u-1")),
        change("c1", remove(audit, "team", "u-1", over: "a1"), remove(audit, "team", "u-1", over: "b1")),
      ],
      [.shows(audit, "team", .null)])
    history(
      "A removal that names an addition of the same value elsewhere takes nothing out here.",
      [
        change("a1", add(audit, "team", "u-1")), change("b1", remove("audit/A2", "team", "u-1", over: "a1")),
      ],
      [.shows(audit, "team", .array(["u-1"])), .shows("audit/A2", "team", .null)])
    history(
      "The same letters composed and decomposed are two members: a removal of the one leaves the other.",
      [
        change("a1", add(audit, "team", "\u{E9}"), add(audit, "team", "e\u{301}"), add(audit, "team", "z")),
        change("b1", remove(audit, "team", "z", over: "a1")),
      ],
      [.shows(audit, "team", .array(["e\u{301}", "\u{E9}"]))])
  }

  @VectorCaseList private static var order: [VectorSource] {
    history(
      "Values of all shapes are ordered by their canonical bytes.",
      [
        change("a1", add(audit, "team", 9), add(audit, "team", 10), add(audit, "team", -1), add(audit, "team", "b")),
        change("b1", add(audit, "team", "a"), add(audit, "team", .null), add(audit, "team", .array([1]))),
        change("c1", add(audit, "team", object(("k", 1))), add(audit, "team", true)),
      ],
      [
        .shows(
          audit, "team", .array(["a", "b", -1, 10, 9, .array([1]), .null, true, object(("k", 1))]))
      ])
    history(
      "The order is that of bytes, not of code units: U+FFFD stands before U+10000.",
      [change("a1", add(audit, "team", "\u{10000}"), add(audit, "team", "\u{FFFD}"))],
      [.shows(audit, "team", .array(["\u{FFFD}", "\u{10000}"]))])
    history(
      "The closing quote takes part in the order, so that a! stands before a.",
      [change("a1", add(audit, "team", "a"), add(audit, "team", "a!"), add(audit, "team", "a#"))],
      [.shows(audit, "team", .array(["a!", "a", "a#"]))])
    history(
      "Escapes take part in the order as they are written.",
      [
        change(
          "a1", add(audit, "team", "\n"), add(audit, "team", "Z"), add(audit, "team", "a"), add(audit, "team", "\u{1}"))
      ],
      [.shows(audit, "team", .array(["Z", "\n", "\u{1}", "a"]))])
  }
}
