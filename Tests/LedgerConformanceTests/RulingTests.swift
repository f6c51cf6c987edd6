import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import SyncProtocol
import Testing

@Suite struct `rulings` {
  private struct Scene {
    let house: House
    let lead: FieldDevice
    let colleague: FieldDevice
    let dossier: StreamID
    let audit: EntityID
    let item: EntityID

    init(_ kind: LedgerKind) async throws {
      house = try House(kind)
      lead = try await house.device("Camille Renaud", [.auditor], seed: 11)
      colleague = try await house.device("Alex Morel", [.auditor], seed: 12)
      dossier = try #require(Sample.dossier)
      audit = try #require(Sample.audit)
      item = try #require(AuditNames.item(audit, indicator: 1))
      for user in [lead.user, colleague.user] { try await house.server.assign(user, streams: [dossier]) }
      try await lead.sync()
      try await colleague.sync()
    }

    /// An audit under way with one indicator graded, as one change.
    func conduct() throws {
      func set(_ field: FieldName, _ on: EntityID, _ to: JSONValue) -> SyncCore.Operation {
        .set(field, on: on, to: to, over: [], motive: nil)
      }
      try lead.write(
        dossier,
        [
          set("lead", audit, .string(lead.user.description)), set("startedOn", audit, "2026-09-21"),
          set("scope", audit, .array([1])), set("grade", item, "major"), set("lack", item, "aucun document"),
        ])
    }

    func seen(by device: FieldDevice) throws -> SeenVector { try device.frontier(of: dossier).seen }
  }

  private func verdict(_ request: ChangeID, _ fold: StreamFold) -> Ruling.Verdict? {
    fold.rulings[request]?.ruling.verdict
  }

  private func reasons(_ request: ChangeID, _ fold: StreamFold) -> String {
    JSONWriter.text(fold.rulings[request]?.ruling.reasons ?? .null)
  }

  @Test(arguments: LedgerKind.allCases)
  func `closing and presenting in one push are ruled in order, each with its effects in the ruling's change`(
    _ kind: LedgerKind
  ) async throws {
    let scene = try await Scene(kind)
    try scene.conduct()
    let own = SeenVector([scene.lead.replica: 1])
    let closing = try scene.lead.write(scene.dossier, [.request("audit.close", on: scene.audit, seen: own)])
    let presenting = try scene.lead.write(scene.dossier, [.request("report.present", on: scene.audit, seen: own)])
    try await scene.lead.sync()
    let fold = try scene.lead.fold(scene.dossier)
    #expect(verdict(closing, fold) == .accepted)
    #expect(verdict(presenting, fold) == .accepted)
    let rulings = (scene.lead.held[scene.dossier] ?? []).compactMap { entry -> Change? in
      guard case .line(let line) = entry.content, line.change.by == .server else { return nil }
      return line.change
    }
    #expect(rulings.count == 2)
    #expect(rulings.allSatisfy { $0.operations.count > 1 })
    #expect(fold.standing(ofType: "nonconformity").count == 1)
    let view = try #require(fold.entity(scene.audit, schema: AuditSchema.current))
    // What the asker had seen, the change that asks included.
    #expect(view.frozenAt == SeenVector([scene.lead.replica: presenting.seq]))

    // What a colleague sends after the freeze is taken in, listed as late, and never shown.
    let late = try scene.colleague.write(
      scene.dossier, [.set("grade", on: scene.item, to: "conform", over: [], motive: nil)])
    try await scene.colleague.sync()
    guard case .accepted = scene.colleague.receipts[late.seq] else {
      Issue.record("a late line was refused")
      return
    }
    try await scene.lead.sync()
    let grade = try #require(
      try scene.lead.fold(scene.dossier).field("grade", of: scene.item, schema: AuditSchema.current))
    #expect(grade.shown == "major")
    #expect(grade.late.map(\.id) == [late])
    #expect(await scene.house.server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `a binding act is refused as stale when a colleague's accepted line was not seen`(_ kind: LedgerKind)
    async throws
  {
    let scene = try await Scene(kind)
    try scene.conduct()
    try await scene.lead.sync()
    try scene.colleague.write(scene.dossier, [try Sample.title("bulletin")])
    try await scene.colleague.sync()
    let own = SeenVector([scene.lead.replica: 1])
    let closing = try scene.lead.write(scene.dossier, [.request("audit.close", on: scene.audit, seen: own)])
    let blind = try scene.lead.write(scene.dossier, [.request("report.present", on: scene.audit, seen: own)])
    try await scene.lead.sync()
    var fold = try scene.lead.fold(scene.dossier)
    #expect(verdict(closing, fold) == .accepted)
    #expect(verdict(blind, fold) == .refused)
    #expect(reasons(blind, fold).contains("stale"))
    let informed = try scene.lead.write(
      scene.dossier, [.request("report.present", on: scene.audit, seen: try scene.seen(by: scene.lead))])
    try await scene.lead.sync()
    fold = try scene.lead.fold(scene.dossier)
    #expect(verdict(informed, fold) == .accepted)
    // A ruling holds: the same push again is answered, not ruled on anew.
    let again = try scene.lead.request(from: blind.seq, count: 2, limit: 100)
    let before = await scene.house.server.lastPosition()
    _ = try await scene.house.server.exchange(again.body, as: scene.lead.principal).get()
    #expect(await scene.house.server.lastPosition() == before)
  }

  @Test(arguments: LedgerKind.allCases)
  func `an act on a stream no scheme rules is refused, and the line stays`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    let organisation = try #require(Sample.organisation)
    let asked = try scene.lead.write(
      organisation, [.request("audit.close", on: try #require(EntityID("body/900000019")), seen: SeenVector())])
    try await scene.lead.sync()
    let fold = try scene.lead.fold(organisation)
    #expect(verdict(asked, fold) == .refused)
    #expect(reasons(asked, fold).contains("unknown-act"))
  }
}
