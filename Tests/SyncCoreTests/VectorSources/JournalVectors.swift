import SyncCore

/// Kind `journal`.
enum JournalVectors: VectorTheme {
  static let file = "journals"
  static let about = "Journals: all entries, in display order (time, replica, seq, step)."

  @VectorCaseList static var cases: [VectorSource] {
    history(
      "Entries stand in the order of their times.",
      [
        change("a1", at: 30, append(audit, "interviews", "c")), change("b1", at: 10, append(audit, "interviews", "a")),
        change("c1", at: 20, append(audit, "interviews", "b")),
      ],
      [.shows(audit, "interviews", .array(["a", "b", "c"])), .entries(audit, "interviews", "b1 c1 a1")])
    history(
      "Entries of one time stand in the order of their replicas, then of their seqs as numbers.",
      [
        change("b1", at: 7, append(audit, "interviews", "b1")),
        change("a10", at: 7, append(audit, "interviews", "a10")),
        change("a9", at: 7, append(audit, "interviews", "a9")), change("o3", at: 7, append(audit, "interviews", "o3")),
      ],
      [
        .shows(audit, "interviews", .array(["o3", "a9", "a10", "b1"])),
        .entries(audit, "interviews", "o3 a9 a10 b1"),
      ])
    history(
      "Entries of one change stand in the order of its steps.",
      [
        change(
          "a1", append(audit, "interviews", "z"), append(audit, "interviews", "a"), append(audit, "interviews", "m"))
      ],
      [.shows(audit, "interviews", .array(["z", "a", "m"])), .entries(audit, "interviews", "a1 a1 a1")])
    history(
      "The same thing said twice is two entries, in one change or in two.",
      [
        change("a1", append(audit, "interviews", "oui"), append(audit, "interviews", "oui")),
        change("b1", append(audit, "interviews", "oui")),
      ],
      [.shows(audit, "interviews", .array(["oui", "oui", "oui"])), .entries(audit, "interviews", "a1 a1 b1")])
    history(
      "An answer stands where its time puts it, before what it answers if its clock is behind.",
      [
        change("a1", at: 50, append(audit, "interviews", "question")),
        change("b1", at: 40, append(audit, "interviews", "réponse", answers: "a1")),
        change("c1", at: 60, append(audit, "interviews", "autre", answers: "e4")),
      ],
      [
        .shows(audit, "interviews", .array(["réponse", "question", "autre"])),
        .entries(audit, "interviews", "b1 a1 c1"),
      ])
    history(
      "Clocks that are decades wrong, before 1970 included, order entries and lose none.",
      [
        change("a1", append(audit, "interviews", "aujourd'hui")),
        change("b1", at: -62_135_596_800_000, append(audit, "interviews", "an 1")),
        change("c1", at: 4_102_444_800_000, append(audit, "interviews", "2100")),
        change("d1", at: -1, append(audit, "interviews", "1969")),
      ],
      [.shows(audit, "interviews", .array(["an 1", "1969", "aujourd'hui", "2100"]))])
    history(
      "Entries are values of any shape, null included.",
      [
        change("a1", append(audit, "interviews", object(("said", "oui"), ("who", "référente")))),
        change("b1", append(audit, "interviews", .null)),
        change("c1", append(audit, "interviews", .array([1, .null]))),
      ],
      [
        .shows(
          audit, "interviews", .array([object(("said", "oui"), ("who", "référente")), .null, .array([1, .null])]))
      ])
    history(
      "A register written into a journal adds no entry.",
      [change("a1", set(audit, "interviews", "x")), change("b1", append(audit, "interviews", "y"))],
      [.shows(audit, "interviews", .array(["y"])), .heads(audit, "interviews", "")])
    history(
      "A journal in which nothing but a register was written shows nothing.",
      [change("a1", set(audit, "interviews", "x"))],
      [.shows(audit, "interviews", .null)])
  }
}
