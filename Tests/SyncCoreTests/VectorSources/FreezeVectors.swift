import SyncCore

/// Freezes, thaws and what is late.
enum FreezeVectors: VectorTheme {
  static let file = "freeze-and-late"
  static let about = "Freezes: which writes are late, what late writes do not do, and what a thaw brings back."

  @VectorCaseList static var cases: [VectorSource] {
    registers
    several
    setsAndOthers
    lives
  }

  private static var start: Change { change("a1", set(item, "grade", "conform")) }

  @VectorCaseList private static var registers: [VectorSource] {
    history(
      "A grade outside the freeze is late: not shown, covering nothing, listed.",
      [start, change("s1", freeze(audit, at: "a1")), change("b1", set(item, "grade", "major", over: "a1"))],
      [
        .shows(item, "grade", "conform"), .heads(item, "grade", "a1"), .late(item, "grade", "b1"),
        .frozen(item, "a1"), .frozen(audit, "a1"),
      ])
    history(
      "What counts is the vector, not the clock: a write with an early time is late too.",
      [start, change("s1", freeze(audit, at: "a1")), change("b1", at: -1, set(item, "grade", "major"))],
      [.shows(item, "grade", "conform"), .late(item, "grade", "b1")])
    history(
      "A thaw lets late writes count.",
      [
        start, change("s1", freeze(audit, at: "a1")), change("b1", set(item, "grade", "major", over: "a1")),
        change("s2", thaw(audit, over: "s1")),
      ],
      [.shows(item, "grade", "major"), .heads(item, "grade", "b1")])
    history(
      "A new freeze after a thaw sets late writes aside again.",
      [
        start, change("s1", freeze(audit, at: "a1")), change("b1", set(item, "grade", "major", over: "a1")),
        change("s2", thaw(audit, over: "s1")), change("s3", freeze(audit, at: "a1")),
      ],
      [.shows(item, "grade", "conform"), .late(item, "grade", "b1")])
    history(
      "A late settling settles nothing: the conflict inside the freeze stays.",
      [
        change("a1", set(item, "grade", "minor")), change("b1", set(item, "grade", "major")),
        change("s1", freeze(audit, at: "a1 b1")),
        change("c1", set(item, "grade", "minor", over: "a1 b1", motive: "m")),
      ],
      [.shows(item, "grade", "major"), .conflict(item, "grade", "minor", "major"), .late(item, "grade", "c1")])
    history(
      "A late text is not merged.",
      [
        change("a1", set(item, "comment", "un deux trois")),
        change("b1", set(item, "comment", "UN deux trois", over: "a1")), change("s1", freeze(audit, at: "a1 b1")),
        change("c1", set(item, "comment", "un deux TROIS", over: "a1")),
      ],
      [.shows(item, "comment", "UN deux trois"), .late(item, "comment", "c1")])
    history(
      "A field that has nothing but late writes shows nothing and has no heads.",
      [change("s1", freeze(item, at: "")), change("b1", set(item, "grade", "major"))],
      [.shows(item, "grade", .null), .heads(item, "grade", ""), .late(item, "grade", "b1"), .frozen(item, "")])
    history(
      "A vector holds a replica's writes up to its seq: the next one is late.",
      [
        start, change("a2", set(item, "grade", "minor", over: "a1")),
        change("a3", set(item, "grade", "major", over: "a2")),
        change("s1", freeze(audit, at: "a2")),
      ],
      [.shows(item, "grade", "minor"), .heads(item, "grade", "a2"), .late(item, "grade", "a3")])
    history(
      "Several late writes are listed ascending by id, not by time.",
      [
        start, change("s1", freeze(audit, at: "a1")), change("c1", at: 1, set(item, "grade", "minor")),
        change("b1", at: 2, set(item, "grade", "major")),
      ],
      [.shows(item, "grade", "conform"), .late(item, "grade", "b1 c1")])
    history(
      "A common ancestor may be late: a base is what was written, counted or not.",
      [
        change("a1", set(item, "lack", 1)), change("b1", set(item, "lack", 2, over: "a1")),
        change("c1", set(item, "lack", 3, over: "a1")), change("s1", freeze(item, at: "b1 c1")),
      ],
      [.shows(item, "lack", 3), .conflict(item, "lack", base: "a1", 2, 3), .late(item, "lack", "a1")])
  }

  @VectorCaseList private static var several: [VectorSource] {
    history(
      "Two freezes in force hold what either holds.",
      [
        start, change("b1", set(item, "grade", "minor")), change("c1", set(item, "grade", "major")),
        change("s1", freeze(audit, at: "a1")), change("s2", freeze(audit, at: "b1")),
      ],
      [
        .shows(item, "grade", "minor"), .conflict(item, "grade", "conform", "minor"), .late(item, "grade", "c1"),
        .frozen(item, "a1 b1"),
      ])
    history(
      "A thaw of one of two freezes leaves the other in force.",
      [
        start, change("b1", set(item, "grade", "minor")), change("s1", freeze(audit, at: "a1")),
        change("s2", freeze(audit, at: "b1")), change("s3", thaw(audit, over: "s2")),
      ],
      [.shows(item, "grade", "conform"), .late(item, "grade", "b1"), .frozen(audit, "a1")])
    history(
      "Two freezes of an entity in one change hold together; a thaw of another entity that the change froze too leaves them.",
      [
        start, change("b1", set(item, "grade", "minor")),
        change("s1", freeze(audit, at: "a1"), freeze(audit, at: "b1"), freeze("audit/A2", at: "a1")),
        change("s2", thaw("audit/A2", over: "s1")),
      ],
      [.conflict(item, "grade", "conform", "minor"), .frozen(audit, "a1 b1"), .shows(item, "grade", "minor")])
    history(
      "A freeze above and one on the entity itself hold together.",
      [
        start, change("b1", set(item, "grade", "minor")), change("c1", set(item, "grade", "major")),
        change("s1", freeze(audit, at: "a1")), change("s2", freeze(item, at: "b1")),
      ],
      [
        .frozen(audit, "a1"), .frozen(item, "a1 b1"), .conflict(item, "grade", "conform", "minor"),
        .late(item, "grade", "c1"),
      ])
    history(
      "A freeze of a child leaves its parent and its siblings free.",
      [
        change("s1", freeze(item, at: "")), change("a1", set(audit, "lead", "u-1")),
        change("b1", set("audit/A1/item/18", "grade", "minor")),
      ],
      [.shows(audit, "lead", "u-1"), .shows("audit/A1/item/18", "grade", "minor"), .frozen(item, "")])
    history(
      "A thaw of another entity ends no freeze, though it names it.",
      [
        start, change("s1", freeze(audit, at: "a1")), change("s2", thaw(item, over: "s1")),
        change("b1", set(item, "grade", "major")),
      ],
      [.shows(item, "grade", "conform"), .late(item, "grade", "b1"), .frozen(item, "a1")])
    history(
      "A thaw may name a freeze that is not held yet: once it is held it is not in force.",
      [
        start, change("s1", thaw(audit, over: "s2 s9")), change("s2", freeze(audit, at: "")),
        change("s3", freeze(audit, at: "a1")),
      ],
      [.shows(item, "grade", "conform"), .frozen(audit, "a1")])
  }

  @VectorCaseList private static var setsAndOthers: [VectorSource] {
    history(
      "A late addition adds nothing and a late removal takes nothing out.",
      [
        change("a1", add(item, "proofs", "p1")), change("s1", freeze(audit, at: "a1")),
        change("b1", add(item, "proofs", "p2")), change("c1", remove(item, "proofs", "p1", over: "a1")),
      ],
      [.shows(item, "proofs", .array(["p1"])), .late(item, "proofs", "b1 c1")])
    history(
      "A late change stands in the list once for each value it adds and once for each it takes out.",
      [
        change("a1", add(item, "proofs", "p1")), change("s1", freeze(audit, at: "a1")),
        change(
          "b1", add(item, "proofs", "p2"), add(item, "proofs", "p3"), add(item, "proofs", "p3"),
          remove(item, "proofs", "p1", over: "a1"), remove(item, "proofs", "p1", over: "")),
      ],
      [.shows(item, "proofs", .array(["p1"])), .late(item, "proofs", "b1 b1 b1")])
    history(
      "A removal inside the freeze covers an addition outside it, which stays late.",
      [
        change("b1", add(item, "proofs", "p1")), change("a1", remove(item, "proofs", "p1", over: "b1")),
        change("s1", freeze(audit, at: "a1")),
      ],
      [.shows(item, "proofs", .null), .late(item, "proofs", "b1")])
    history(
      "A journal grows under a freeze.",
      [
        change("a1", append(audit, "interviews", "avant")), change("s1", freeze(audit, at: "a1")),
        change("b1", append(audit, "interviews", "après")),
      ],
      [.shows(audit, "interviews", .array(["avant", "après"])), .frozen(audit, "a1")])
    history(
      "A machine moves on under a freeze, and a set on it is not even late.",
      [
        change("s1", state(audit, "stage", "held")), change("s2", freeze(audit, at: "s1")),
        change("s3", state(audit, "stage", "presented", over: "s1")), change("b1", set(audit, "stage", "closed")),
      ],
      [.shows(audit, "stage", "presented"), .heads(audit, "stage", "s3")])
    history(
      "Requests and lapses stand under a freeze.",
      [
        start, change("s1", freeze(audit, at: "a1")), change("b1", request("audit.close", audit, seen: "a1")),
        change("s2", lapse(audit, "D-1", due: "2026-11-21")),
      ],
      [.requests(audit, "b1"), .lapses(audit, [.array(["D-1", "2026-11-21"])]), .frozen(audit, "a1")])
  }

  @VectorCaseList private static var lives: [VectorSource] {
    history(
      "A late deletion never takes effect and is disputed.",
      [start, change("s1", freeze(audit, at: "a1")), change("b1", delete(item, seen: "a1"))],
      [.disputed(item, "b1"), .shows(item, "grade", "conform")])
    history(
      "A restoration ends the dispute of a late deletion, late as it is itself.",
      [
        start, change("s1", freeze(audit, at: "a1")), change("b1", delete(item, seen: "a1")),
        change("c1", restore(item, over: "b1")),
      ],
      [.shows(item, "grade", "conform"), .frozen(item, "a1")])
    history(
      "A late deletion takes effect once the freeze is thawed.",
      [
        start, change("s1", freeze(audit, at: "a1")), change("b1", delete(item, seen: "a1")),
        change("s2", thaw(audit, over: "s1")),
      ],
      [.deleted(item)])
    history(
      "A late edit does not bring back what was deleted inside the freeze; it is listed all the same.",
      [
        start, change("a2", delete(item, seen: "")), change("s1", freeze(audit, at: "a2")),
        change("b1", set(item, "grade", "major")),
      ],
      [.deleted(item), .late(item, "grade", "b1"), .shows(item, "grade", "conform")])
    history(
      "After the thaw the late edit stands against the deletion.",
      [
        start, change("a2", delete(item, seen: "")), change("s1", freeze(audit, at: "a2")),
        change("b1", set(item, "grade", "major")), change("s2", thaw(audit, over: "s1")),
      ],
      [.disputed(item, "a2"), .conflict(item, "grade", "conform", "major"), .shows(item, "grade", "major")])
    history(
      "A late restoration does not bring back what was deleted inside the freeze.",
      [
        start, change("a2", delete(item, seen: "")), change("s1", freeze(audit, at: "a2")),
        change("b1", restore(item, over: "a2")),
      ],
      [.deleted(item), .frozen(item, "a2")])
    history(
      "An edit below that lies outside the freeze does not stand against a deletion inside it.",
      [
        start, change("a2", delete(audit, seen: "")), change("s1", freeze(audit, at: "a2")),
        change("b1", set(photo, "file", "p.jpg")),
      ],
      [.deleted(audit), .deleted(item), .deleted(photo), .late(photo, "file", "b1")])
  }
}
