import SyncCore

/// Requests, rulings, lapses, erasures.
enum RulingVectors: VectorTheme {
  static let file = "rulings"
  static let about = "Requests of acts and their rulings, automatic effects, erasures."

  @VectorCaseList static var cases: [VectorSource] {
    history(
      "A request is listed, and its ruling by the request it names.",
      [
        change("a1", request("audit.close", audit, seen: "")),
        change("s1", rule("a1", .accepted), state(audit, "stage", "closed"), freeze(audit, at: "a1")),
      ],
      [
        .requests(audit, "a1"), .ruled("a1", by: "s1", "accepted"), .shows(audit, "stage", "closed"),
        .frozen(audit, "a1"),
      ])
    history(
      "A refusal is a ruling too.",
      [change("a1", request("audit.close", audit, seen: "")), change("s1", rule("a1", .refused))],
      [.requests(audit, "a1"), .ruled("a1", by: "s1", "refused")])
    history(
      "Of two rulings on one request the smaller change holds, whatever its time.",
      [
        change("a1", request("audit.close", audit, seen: "")), change("s2", at: 1, rule("a1", .refused)),
        change("s1", at: 9, rule("a1", .accepted)),
      ],
      [.requests(audit, "a1"), .ruled("a1", by: "s1", "accepted")])
    history(
      "Rulings are compared by replica first, then by seq as a number.",
      [
        change("a1", request("audit.close", audit, seen: "")), change("a2", request("audit.close", audit, seen: "")),
        change("s10", rule("a1", .accepted)), change("s9", rule("a1", .refused)), change("z1", rule("a2", .accepted)),
        change("s11", rule("a2", .refused)),
      ],
      [.ruled("a1", by: "s9", "refused"), .ruled("a2", by: "s11", "refused"), .requests(audit, "a1 a2")])
    history(
      "A ruling on a request nobody holds is kept.",
      [change("s1", rule("e5", .accepted))],
      [.ruled("e5", by: "s1", "accepted")])
    history(
      "Requests on one entity stand in display order.",
      [
        change("a1", at: 9, request("audit.close", audit, seen: "")),
        change("b1", at: 3, request("audit.present", audit, seen: "a1")),
        change("a2", at: 3, request("audit.reopen", audit, seen: "")),
      ],
      [.requests(audit, "a2 b1 a1")])
    history(
      "A lapse stands once for each deadline and due date, ascending by canonical bytes.",
      [
        change("s1", lapse(audit, "D-2", due: "2026-01-02")), change("s2", lapse(audit, "D-1", due: "2026-01-03")),
        change("s3", lapse(audit, "D-1", due: "2026-01-01")), change("s4", lapse(audit, "D-1", due: "2026-01-03")),
      ],
      [
        .lapses(
          audit,
          [.array(["D-1", "2026-01-01"]), .array(["D-1", "2026-01-03"]), .array(["D-2", "2026-01-02"])])
      ])
    history(
      "An erasure changes nothing that is folded.",
      [
        change("a1", set(audit, "lead", "u-1")),
        change("s1", .erase(VectorNames.ids("a1")[0], skeleton: .array([]), ground: "RGPD 17")),
      ],
      [.shows(audit, "lead", "u-1")])
    history(
      "A ruling alone mentions no entity.",
      [change("s1", rule("a1", .refused)), change("b1", set("body/1", "legalName", "Bleu"))],
      [.ruled("a1", by: "s1", "refused"), .shows("body/1", "legalName", "Bleu")])
  }
}
