import SyncCore

/// Kind `cautious`: the graver value holds until someone settles.
enum CautiousVectors: VectorTheme {
  static let file = "cautious"
  static let about =
    "Registers of the kind cautious, ranked major, minor, conform, not-audited from gravest to lightest."

  @VectorCaseList static var cases: [VectorSource] {
    history(
      "The graver of two grades is shown though it is the earlier one.",
      [change("a1", set(item, "grade", "major")), change("b1", set(item, "grade", "minor"))],
      [.shows(item, "grade", "major"), .conflict(item, "grade", "major", "minor")])
    history(
      "Of three grades the gravest is shown, and all stay in the conflict.",
      [
        change("a1", set(item, "grade", "conform")), change("b1", set(item, "grade", "major")),
        change("c1", set(item, "grade", "minor")),
      ],
      [.shows(item, "grade", "major"), .conflict(item, "grade", "conform", "major", "minor")])
    history(
      "A grade the ranking does not know is gravest of all.",
      [change("a1", set(item, "grade", "suspended")), change("b1", set(item, "grade", "major"))],
      [.shows(item, "grade", "suspended"), .conflict(item, "grade", "suspended", "major")])
    history(
      "Of two grades the ranking does not know the last in display order is shown.",
      [
        change("a1", set(item, "grade", "x")), change("b1", set(item, "grade", "w")),
        change("c1", set(item, "grade", "major")),
      ],
      [.shows(item, "grade", "w"), .conflict(item, "grade", "x", "w", "major")])
    history(
      "A grade in other letters is not known, hence gravest.",
      [change("a1", set(item, "grade", "Conform")), change("b1", set(item, "grade", "major"))],
      [.shows(item, "grade", "Conform"), .conflict(item, "grade", "Conform", "major")])
    history(
      "A number and an object are grades the ranking does not know.",
      [
        change("a1", set(item, "grade", object(("rank", "conform")))), change("b1", set(item, "grade", 3)),
        change("c1", set(item, "grade", "major")),
      ],
      [.shows(item, "grade", 3), .conflict(item, "grade", object(("rank", "conform")), 3, "major")])
    history(
      "A cleared grade is lightest: the other one is shown though it is earlier.",
      [change("a1", set(item, "grade", "not-audited")), change("b1", set(item, "grade", .null))],
      [.shows(item, "grade", "not-audited"), .conflict(item, "grade", "not-audited", .null)])
    history(
      "A grade cleared by its only head shows nothing.",
      [change("a1", set(item, "grade", "major")), change("b1", set(item, "grade", .null, over: "a1"))],
      [.shows(item, "grade", .null), .heads(item, "grade", "b1")])
    history(
      "A settling makes the lighter grade hold.",
      [
        change("a1", set(item, "grade", "major")), change("b1", set(item, "grade", "minor")),
        change("c1", set(item, "grade", "minor", over: "a1 b1", motive: "preuve vue sur place")),
      ],
      [.shows(item, "grade", "minor"), .heads(item, "grade", "c1")])
    history(
      "An edit over one's own head leaves the other's graver one in force.",
      [
        change("a1", set(item, "grade", "minor")), change("b1", set(item, "grade", "major")),
        change("a2", set(item, "grade", "conform", over: "a1")),
      ],
      [.shows(item, "grade", "major"), .heads(item, "grade", "a2 b1"), .conflict(item, "grade", "major", "conform")])
    history(
      "The same grade given twice is no conflict.",
      [
        change("a1", set(item, "grade", "minor")), change("b1", set(item, "grade", "minor")),
      ],
      [.shows(item, "grade", "minor"), .heads(item, "grade", "a1 b1")])
    history(
      "A clock decades ahead makes no grade graver.",
      [change("a1", at: 4_102_444_800_000, set(item, "grade", "conform")), change("b1", set(item, "grade", "minor"))],
      [.shows(item, "grade", "minor"), .conflict(item, "grade", "minor", "conform")])
  }
}
