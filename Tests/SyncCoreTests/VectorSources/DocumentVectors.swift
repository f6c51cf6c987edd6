import SyncCore

/// What `constat-sim fold` prints of lines of several streams, bad ones among them.
enum DocumentVectors: VectorTheme {
  static let file = "documents"
  static let about =
    "Whole documents of the fold command: several streams, refused lines, forked lines, the order of lists."

  private static let organisation = "organisation.130002850"
  private static let dossier = "dossier.qualiopi.130002850"

  private static func line(_ change: Change) -> VectorLine {
    .text(String(decoding: ChangeWriter.bytes(change), as: UTF8.self))
  }

  @VectorCaseList static var cases: [VectorSource] {
    VectorSource.document(name: "No line at all makes a document without streams.", lines: [], refused: [], facts: [:])
    VectorSource.document(
      name: "Lines of two streams make two states, and a replica has a chain in each.",
      lines: [
        line(change("a2", set(audit, "lead", "u-1"))),
        line(change("a1", in: organisation, set("body/1", "legalName", "Bleu"))),
        line(change("a3", set(audit, "lead", "u-2", over: "a2"))),
        line(change("b1", in: organisation, set("body/1", "legalName", "Vert"))),
      ],
      refused: [],
      facts: [
        dossier: [.shows(audit, "lead", "u-2"), .heads(audit, "lead", "a3")],
        organisation: [.shows("body/1", "legalName", "Vert"), .conflict("body/1", "legalName", "Bleu", "Vert")],
      ])
    VectorSource.document(
      name: "A refused line is left out, counted from 1, and the rest is folded.",
      lines: [
        line(change("a1", set(audit, "lead", "u-1"))), .text("{}"), .text(""),
        line(change("a2", set(audit, "lead", "u-2", over: "a1"))), .text(" "),
      ],
      refused: ["2 bad-envelope", "3 malformed-json", "5 not-canonical"],
      facts: [dossier: [.shows(audit, "lead", "u-2")]])
    VectorSource.document(
      name:
        "The same line again is the same line; another under its name is forked, in whatever stream, and the first stands.",
      lines: [
        line(change("a1", set(audit, "lead", "u-1"))), line(change("a1", set(audit, "lead", "u-1"))),
        line(change("a1", salt: 5, set(audit, "lead", "u-1"))),
        line(change("a1", in: organisation, set("body/1", "legalName", "Bleu"))),
        line(change("a1", set(audit, "lead", "u-1"))),
      ],
      refused: ["3 forked-line", "4 forked-line"],
      facts: [dossier: [.shows(audit, "lead", "u-1"), .heads(audit, "lead", "a1")]])
    VectorSource.document(
      name: "Conflicts and late writes stand by entity, then field; a dispute before the fields of its entity.",
      lines: [
        line(change("a1", set(item, "lack", 1), set(item, "grade", "minor"), set(audit, "lead", "u-1"))),
        line(change("b1", set(item, "lack", 2), set(item, "grade", "major"), set(audit, "lead", "u-2"))),
        line(change("c1", delete(audit, seen: "a1"))),
        line(change("s1", freeze("audit/A1/item/9", at: ""), freeze("body/1", at: ""))),
        line(change("d1", at: 1, set("audit/A1/item/9", "lack", 1), set("audit/A1/item/9", "comment", "x"))),
        line(change("b2", at: 2, set("audit/A1/item/9", "lack", 2), set("body/1", "legalName", "Bleu"))),
        line(change("e1", delete("body/1", seen: "b2 s1"))),
      ],
      refused: [],
      facts: [
        dossier: [
          .disputed(audit, "c1"), .disputed("body/1", "e1"), .conflict(audit, "lead", "u-1", "u-2"),
          .conflict(item, "grade", "minor", "major"), .conflict(item, "lack", 1, 2),
          .late("audit/A1/item/9", "lack", "b2 d1"), .late("audit/A1/item/9", "comment", "d1"),
          .late("body/1", "legalName", "b2"),
        ]
      ])
  }
}
