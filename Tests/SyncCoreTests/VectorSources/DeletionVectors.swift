import SyncCore

/// Deletions and restorations.
enum DeletionVectors: VectorTheme {
  static let file = "deletion"
  static let about =
    "Deletions: when they take effect, when they are disputed, what hides below, how a restoration ends it."

  @VectorCaseList static var cases: [VectorSource] {
    effect
    disputes
    nesting
    ending
    oddOver
  }

  /// The audit and one item below it, written by `a1`.
  private static var start: Change { change("a1", set(audit, "lead", "u-1"), set(item, "grade", "minor")) }

  @VectorCaseList private static var effect: [VectorSource] {
    history(
      "A deletion that had seen all takes effect, and what is below goes along; content is kept.",
      [start, change("b1", delete(audit, seen: "a1"))],
      [.deleted(audit), .deleted(item), .shows(item, "grade", "minor")])
    history(
      "A deletion of something never mentioned takes effect.",
      [change("a1", delete("audit/A9", seen: ""))],
      [.deleted("audit/A9")])
    history(
      "A deleter's own earlier steps need not stand in its vector.",
      [change("a1", set(audit, "lead", "u-1")), change("a2", delete(audit, seen: ""))],
      [.deleted(audit)])
    history(
      "The steps of the deletion's own change, before and after it, do not stand against it.",
      [change("a1", set(audit, "lead", "u-1"), delete(audit, seen: ""), set(item, "grade", "minor"))],
      [.deleted(audit), .deleted(item)])
    history(
      "A vector holds all a replica wrote up to its seq, and may reach past what there is.",
      [start, change("a4", set(item, "lack", true)), change("b1", delete(audit, seen: "a7"))],
      [.deleted(audit), .deleted(item)])
    history(
      "Another deletion is no touch: two deletions beside each other both hold.",
      [start, change("b1", delete(audit, seen: "a1")), change("c1", delete(audit, seen: "a1"))],
      [.deleted(audit), .deleted(item)])
    history(
      "Of two deletions beside each other the one that had seen more takes effect.",
      [
        start, change("b1", set(item, "lack", true)), change("a2", delete(audit, seen: "a1")),
        change("c1", delete(audit, seen: "a1 b1")),
      ],
      [.deleted(audit), .deleted(item)])
    history(
      "Conflicts of a deleted entity and below it are no one's to settle.",
      [
        change("a1", set(audit, "lead", "u-1"), set(item, "grade", "minor")),
        change("b1", set(audit, "lead", "u-2"), set(item, "grade", "major")),
        change("c1", delete(audit, seen: "a1 b1")),
      ],
      [
        .deleted(audit), .deleted(item), .conflict(audit, "lead", "u-1", "u-2"),
        .conflict(item, "grade", "minor", "major"),
      ])
  }

  @VectorCaseList private static var disputes: [VectorSource] {
    history(
      "A deletion of a parent is disputed by an edit of its child that the deleter had not seen.",
      [start, change("b1", set(item, "grade", "major", over: "a1")), change("c1", delete(audit, seen: "a1"))],
      [.disputed(audit, "c1"), .shows(item, "grade", "major")])
    history(
      "A vector that holds an earlier change of a replica and not its last leaves the deletion disputed.",
      [start, change("a2", set(photo, "file", "p.jpg")), change("b1", delete(audit, seen: "a1"))],
      [.disputed(audit, "b1"), .shows(photo, "file", "p.jpg")])
    history(
      "What the deleter writes after the deletion stands against it.",
      [start, change("a2", delete(audit, seen: "")), change("a3", set(item, "grade", "major", over: "a1"))],
      [.disputed(audit, "a2")])
    history(
      "A request the deleter had not seen stands against a deletion.",
      [start, change("b1", request("audit.close", audit, seen: "a1")), change("c1", delete(audit, seen: "a1"))],
      [.disputed(audit, "c1"), .requests(audit, "b1")])
    history(
      "A lapse, a state and a journal entry the deleter had not seen stand against a deletion, each for itself.",
      [
        change("s1", lapse("audit/A1", "D-1", due: "2026-11-21")), change("s2", state("audit/A2", "stage", "held")),
        change("b1", append("audit/A3", "interviews", "oui")),
        change("c1", delete("audit/A1", seen: ""), delete("audit/A2", seen: ""), delete("audit/A3", seen: "")),
      ],
      [.disputed("audit/A1", "c1"), .disputed("audit/A2", "c1"), .disputed("audit/A3", "c1")])
    history(
      "An addition and a removal the deleter had not seen stand against a deletion.",
      [
        change("a1", add(audit, "team", "u-1")), change("b1", remove(audit, "team", "u-1", over: "a1")),
        change("c1", delete(audit, seen: "a1")),
      ],
      [.disputed(audit, "c1"), .shows(audit, "team", .null)])
    history(
      "A settling and a deletion at once: the conflict is settled and the deletion disputed.",
      [
        change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2")),
        change("c1", set(audit, "lead", "u-1", over: "a1 b1", motive: "m")), change("d1", delete(audit, seen: "a1 b1")),
      ],
      [.disputed(audit, "d1"), .shows(audit, "lead", "u-1"), .heads(audit, "lead", "c1")])
    history(
      "A disputed deletion stands beside the conflicts of its entity.",
      [
        change("a1", set(audit, "lead", "u-1")), change("b1", set(audit, "lead", "u-2")),
        change("c1", delete(audit, seen: "a1")),
      ],
      [.disputed(audit, "c1"), .conflict(audit, "lead", "u-1", "u-2")])
    history(
      "A freeze the deleter had not seen stands against a deletion inside it only if the freeze holds itself.",
      [start, change("s1", freeze(audit, at: "a1 b1 s1")), change("b1", delete(audit, seen: "a1"))],
      [.disputed(audit, "b1"), .frozen(audit, "a1 b1 s1")])
    history(
      "A step not understood stands against no deletion.",
      [
        start, change("b1", .unknown(name: "link", object(("link", .string(audit))))),
        change("c1", delete(audit, seen: "a1")),
      ],
      [.deleted(audit), .deleted(item), .unknown("b1")])
  }

  @VectorCaseList private static var nesting: [VectorSource] {
    history(
      "Deleting a child leaves its parent.",
      [start, change("b1", delete(item, seen: "a1"))],
      [.deleted(item), .shows(audit, "lead", "u-1")])
    history(
      "An edit of the parent is no touch of the child.",
      [start, change("b1", set(audit, "lead", "u-2", over: "a1")), change("c1", delete(item, seen: "a1"))],
      [.deleted(item)])
    history(
      "A deleted child stays deleted below a parent whose deletion is disputed.",
      [
        start, change("b1", delete(item, seen: "a1")), change("c1", delete(audit, seen: "a1")),
        change("d1", set(audit, "phone", "1")),
      ],
      [.deleted(item), .disputed(audit, "c1")])
    history(
      "A child's own deletion is no touch: the parent's takes effect without having seen it.",
      [start, change("b1", delete(item, seen: "a1")), change("c1", delete(audit, seen: "a1"))],
      [.deleted(audit), .deleted(item)])
    history(
      "A child's restoration is a touch: a deletion of the parent that had not seen it is disputed.",
      [
        start, change("b1", delete(item, seen: "a1")), change("b2", restore(item, over: "b1")),
        change("c1", delete(audit, seen: "a1 b1")),
      ],
      [.disputed(audit, "c1")])
    history(
      "Restoring the parent does not restore a child that was deleted by itself.",
      [
        start, change("b1", delete(item, seen: "a1")), change("c1", delete(audit, seen: "a1 b1")),
        change("d1", restore(audit, over: "c1")),
      ],
      [.deleted(item)])
    history(
      "An entity whose name merely begins alike is neither deleted along nor stands against it.",
      [
        start, change("b1", set("audit/A10/item/1", "grade", "major"), set("audit/A1x", "lead", "u-9")),
        change("c1", delete(audit, seen: "a1")),
      ],
      [.deleted(audit), .deleted(item), .shows("audit/A10/item/1", "grade", "major")])
    history(
      "A grandchild goes along though nothing was ever said of the child between.",
      [change("a1", set(photo, "file", "p.jpg")), change("b1", delete(audit, seen: "a1"))],
      [.deleted(audit), .deleted(photo)])
  }

  @VectorCaseList private static var ending: [VectorSource] {
    history(
      "A restoration over the deletion brings all below back.",
      [start, change("b1", delete(audit, seen: "a1")), change("c1", restore(audit, over: "b1"))],
      [.shows(item, "grade", "minor")])
    history(
      "A restoration and a second deletion at once are a dispute, whatever the clocks say.",
      [
        start, change("b1", delete(audit, seen: "a1")), change("c1", at: 9, restore(audit, over: "b1")),
        change("d1", at: 1, delete(audit, seen: "a1 b1", over: "b1")),
      ],
      [.disputed(audit, "d1")])
    history(
      "A new deletion over a disputed one, which had seen the edit, takes effect.",
      [
        start, change("b1", set(item, "grade", "major", over: "a1")), change("c1", delete(audit, seen: "a1")),
        change("c2", delete(audit, seen: "a1 b1", over: "c1")),
      ],
      [.deleted(audit), .deleted(item)])
    history(
      "A restoration over a disputed deletion ends the dispute.",
      [
        start, change("b1", set(item, "grade", "major", over: "a1")), change("c1", delete(audit, seen: "a1")),
        change("d1", restore(audit, over: "c1")),
      ],
      [.shows(item, "grade", "major")])
    history(
      "A restoration that names nothing leaves a deletion in dispute, since it is a touch the deleter had not seen.",
      [start, change("b1", delete(audit, seen: "a1")), change("c1", restore(audit, over: ""))],
      [.disputed(audit, "b1")])
    history(
      "One change restores an entity and writes on it.",
      [
        start, change("b1", delete(audit, seen: "a1")),
        change("c1", restore(audit, over: "b1"), set(audit, "lead", "u-2", over: "a1")),
      ],
      [.shows(audit, "lead", "u-2")])
    history(
      "Two disputed deletions are both listed, ascending by id.",
      [
        start, change("b1", set(item, "lack", true)), change("d1", at: 1, delete(audit, seen: "a1")),
        change("c1", at: 2, delete(audit, seen: "a1")),
      ],
      [.disputed(audit, "c1 d1")])
  }

  @VectorCaseList private static var oddOver: [VectorSource] {
    history(
      "Two deletions that name each other leave no head: the entity stands.",
      [
        start, change("b1", delete(audit, seen: "a1", over: "c1")), change("c1", delete(audit, seen: "a1", over: "b1")),
      ],
      [.shows(audit, "lead", "u-1")])
    history(
      "A restoration that names a later deletion covers it.",
      [start, change("b1", restore(audit, over: "c1")), change("c1", delete(audit, seen: "a1 b1"))],
      [.shows(audit, "lead", "u-1")])
    history(
      "A restoration that names the deletion of another entity covers nothing here.",
      [start, change("b1", delete(audit, seen: "a1 c1")), change("c1", restore(item, over: "b1"))],
      [.deleted(audit), .deleted(item)])
  }
}
