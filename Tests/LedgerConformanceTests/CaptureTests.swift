import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import SyncProtocol
import Testing

@Suite struct `capture` {
  /// What the rulebook frowns on, each as somebody on site may still have to record it.
  private static func irregular(_ audit: EntityID) throws -> [[SyncCore.Operation]] {
    func set(_ field: FieldName, _ on: EntityID, _ to: JSONValue) -> SyncCore.Operation {
      .set(field, on: on, to: to, over: [], motive: nil)
    }
    let item = try #require(AuditNames.item(audit, indicator: 1))
    let beyond = try #require(AuditNames.item(audit, indicator: 99))
    let unplanned = try #require(EntityID("audit/never-planned/item/3"))
    return [
      [set("grade", unplanned, "major")],
      [set("grade", item, "a-grade-nobody-knows")],
      [set("grade", beyond, "conform")],
      [set("startedOn", audit, "2026-05-16")],
      [set("startedOn", try #require(EntityID("audit/A2")), "not-a-date")],
      [set("days", audit, .array(["2026-05-17", "2026-05-01"]))],
      [set("comment", item, .null)],
      [.append("interviews", on: audit, value: .object([]), answers: nil)],
      [.add("team", on: audit, value: "nobody-in-the-directory")],
    ]
  }

  @Test(arguments: LedgerKind.allCases)
  func `L11 no rule refuses a capture, and the act that rests on it is refused by its rules`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let auditor = try await house.device("Camille Renaud", [.auditor], seed: 11)
    let (dossier, audit) = (try #require(Sample.dossier), try #require(Sample.audit))
    try await house.server.assign(auditor.user, streams: [dossier])
    try await auditor.sync()
    var captures: [ChangeID] = []
    for steps in try Self.irregular(audit) { captures.append(try auditor.write(dossier, steps)) }
    let own = SeenVector([auditor.replica: captures.count])
    let acts = try ["audit.close", "report.present"].map { name in
      try auditor.write(dossier, [.request(try #require(ActName(name)), on: audit, seen: own)])
    }
    try await auditor.sync()

    for id in captures + acts {
      guard case .accepted = auditor.receipts[id.seq] else {
        Issue.record("\(id) was not accepted: \(String(describing: auditor.receipts[id.seq]))")
        continue
      }
    }
    #expect(try await house.server.quarantine().isEmpty)
    let fold = try auditor.fold(dossier)
    for act in acts {
      let ruling = try #require(fold.rulings[act]?.ruling)
      #expect(ruling.verdict == .refused && !ruling.rules.isEmpty)
    }
    #expect(captures.allSatisfy { fold.held.contains($0) })
  }

  @Test(arguments: LedgerKind.allCases)
  func `L11 a grade that arrives after the report was presented is recorded, marked late and not shown`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let lead = try await house.device("Camille Renaud", [.auditor], seed: 11)
    let colleague = try await house.device("Alex Morel", [.auditor], seed: 12)
    let (dossier, audit) = (try #require(Sample.dossier), try #require(Sample.audit))
    let item = try #require(AuditNames.item(audit, indicator: 1))
    for device in [lead, colleague] {
      try await house.server.assign(device.user, streams: [dossier])
      try await device.sync()
    }
    func set(_ field: FieldName, _ on: EntityID, _ to: JSONValue) -> SyncCore.Operation {
      .set(field, on: on, to: to, over: [], motive: nil)
    }
    try lead.write(
      dossier,
      [
        set("lead", audit, .string(lead.user.description)), set("startedOn", audit, "2026-09-21"),
        set("scope", audit, .array([1])), set("grade", item, "conform"),
      ])
    let seen = SeenVector([lead.replica: 1])
    for act in ["audit.close", "report.present"] as [ActName] {
      try lead.write(dossier, [.request(act, on: audit, seen: seen)])
    }
    let late = try colleague.write(dossier, [set("grade", item, "major")])
    try await lead.sync()
    try await colleague.sync()

    guard case .accepted = colleague.receipts[late.seq] else {
      Issue.record("the late grade was refused: \(String(describing: colleague.receipts[late.seq]))")
      return
    }
    let grade = try #require(try colleague.fold(dossier).field("grade", of: item, schema: AuditSchema.current))
    #expect(grade.shown == "conform" && grade.late.map(\.id) == [late] && grade.conflict == nil)
  }
}
