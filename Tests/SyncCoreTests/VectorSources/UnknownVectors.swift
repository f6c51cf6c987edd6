import SyncCore

/// What a newer version wrote.
enum UnknownVectors: VectorTheme {
  static let file = "unknown"
  static let about = "Steps, fields and types the table or the version does not know."

  @VectorCaseList static var cases: [VectorSource] {
    history(
      "A step not understood is listed by its change, and the known step beside it counts.",
      [
        change(
          "a1", .unknown(name: "link", object(("link", "audit/A1"))), set(audit, "lead", "u-1"),
          .unknown(name: "mark", object(("mark", 1)))),
        change("b1", .unknown(name: "link", object(("link", "x"), ("on", .null)))),
      ],
      [.shows(audit, "lead", "u-1"), .unknown("a1"), .unknown("b1")])
    history(
      "A step not understood mentions no entity.",
      [change("a1", .unknown(name: "paint", object(("paint", "colour"), ("x", "audit/A1"))))],
      [.unknown("a1")])
    history(
      "A field of no kind known to the table is contested when it was only set.",
      [change("a1", set(audit, "weather", "rain")), change("b1", set(audit, "weather", "sun"))],
      [.shows(audit, "weather", "sun"), .conflict(audit, "weather", "rain", "sun")])
    history(
      "An unknown field is a set when anything was added.",
      [change("a1", add(audit, "weather", "rain")), change("b1", add(audit, "weather", "fog"))],
      [.shows(audit, "weather", .array(["fog", "rain"]))])
    history(
      "An unknown field is a set when anything was taken out, and then a register in it does not show.",
      [change("a1", set(audit, "weather", "rain")), change("b1", remove(audit, "weather", "rain", over: "a1"))],
      [.shows(audit, "weather", .null), .heads(audit, "weather", "")])
    history(
      "An unknown field is a journal when anything was appended, whatever else was done to it.",
      [
        change("a1", set(audit, "weather", "rain")), change("b1", add(audit, "weather", "fog")),
        change("c1", append(audit, "weather", "sun")),
      ],
      [.shows(audit, "weather", .array(["sun"])), .entries(audit, "weather", "c1"), .heads(audit, "weather", "")])
    history(
      "A state of a machine the table does not know is a write of a contested field.",
      [
        change("s1", state(audit, "appeal", "lodged")), change("s2", state(audit, "appeal", "heard", over: "s1")),
        change("a1", set(audit, "appeal", "closed")),
      ],
      [
        .shows(audit, "appeal", "heard"), .heads(audit, "appeal", "a1 s2"),
        .conflict(audit, "appeal", "closed", "heard"),
      ])
    history(
      "An entity of a type the table does not know has fields, lives and freezes like any other.",
      [
        change("a1", set("quest/1", "grade", "minor")), change("b1", set("quest/1", "grade", "major")),
        change("c1", set("quest/2", "grade", "minor")), change("c2", delete("quest/2", seen: "")),
      ],
      [.shows("quest/1", "grade", "major"), .conflict("quest/1", "grade", "minor", "major"), .deleted("quest/2")])
    history(
      "A field name known to one type is unknown to another.",
      [change("a1", set("body/1", "grade", "major")), change("b1", set("body/1", "grade", "minor"))],
      [.shows("body/1", "grade", "minor"), .conflict("body/1", "grade", "major", "minor")])
    history(
      "A re-issued change counts under its own name, beside the one it stands for.",
      [change("a1", set(audit, "lead", "u-1")), change("b5", was: "a1", set(audit, "lead", "u-1"))],
      [.shows(audit, "lead", "u-1"), .heads(audit, "lead", "a1 b5")])
    history(
      "One change speaks of several entities and kinds at once.",
      [
        change(
          "a1", set(audit, "lead", "u-1"), add(audit, "team", "u-1"), append(audit, "interviews", "oui"),
          set(item, "grade", "minor"), set("body/1", "legalName", "Bleu"), request("audit.close", audit, seen: ""))
      ],
      [
        .shows(audit, "lead", "u-1"), .shows(audit, "team", .array(["u-1"])), .entries(audit, "interviews", "a1"),
        .shows(item, "grade", "minor"), .shows("body/1", "legalName", "Bleu"), .requests(audit, "a1"),
      ])
  }
}
