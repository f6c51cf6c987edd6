import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import ServerCore
import SyncCore
import SyncProtocol
import Testing

@Suite struct `decisions bound to the state shown` {
  /// A certified body whose surveillance was missed, a competent decider, and the office, each with a device.
  private struct Scene {
    let house: House
    let office: FieldDevice
    let decider: FieldDevice
    let dossier: StreamID
    let entity: EntityID

    init(_ kind: LedgerKind) async throws {
      house = try House(kind)
      office = try await house.device("Service certification", [.office], seed: 21)
      decider = try await house.device("Experte décisionnaire", [.decider], seed: 22)
      dossier = try #require(Sample.dossier)
      entity = try #require(AuditNames.dossier("900000019"))
      let competence = try #require(EntityID("competence/C1"))
      try await office.sync()
      try office.write(
        .directory,
        [
          Self.set("person", competence, .string(decider.user.description)), Self.set("role", competence, "decider"),
          Self.set("categories", competence, .array(["AF"])),
          Self.set("period", competence, .sorted([("from", "2026-01-01")])),
        ])
      try office.write(
        dossier,
        [
          Self.set("profile", entity, .sorted([("categories", .array(["AF"]))])),
          Self.set("validFrom", entity, "2024-06-01"), Self.set("certificateEnd", entity, "2026-09-21"),
        ])
      try await office.sync()
      try await house.server.assign(decider.user, streams: [dossier])
      try await decider.sync()
    }

    static func set(_ field: FieldName, _ on: EntityID, _ to: JSONValue) -> SyncCore.Operation {
      .set(field, on: on, to: to, over: [], motive: nil)
    }

    /// What the form writes on what the decider's device holds now: a suspension for the missed surveillance.
    func filledIn(_ number: Int) throws -> [SyncCore.Operation] {
      let form = ActForm.required("decision.record")
      let answers = try form.answers(to: [
        "measure": ["suspendre"], "decidedOn": ["2026-09-21"], "motive": ["surveillance non tenue"],
        "condition": ["tenir la surveillance"],
      ])
      let decision = try #require(EntityID("decision/D\(number)"))
      let desk = CaptureDesk(
        fold: try decider.fold(dossier), author: WriteAuthor(user: decider.user, roles: [.decider]),
        seen: try decider.frontier(of: dossier).seen, shown: { _, _ in [] }, newEntity: { _, _ in decision })
      return form.steps(desk, on: decision, answers)
    }

    /// Sends a decision and reads how it was ruled on.
    func ask(_ steps: [SyncCore.Operation]) async throws -> (verdict: Ruling.Verdict?, codes: [String]) {
      let request = try decider.write(dossier, steps)
      try await decider.sync()
      let ruling = try decider.fold(dossier).rulings[request]?.ruling
      return (ruling?.verdict, ruling.map { RulingReasons.read($0.reasons).map(\.code) } ?? [])
    }

    /// The same steps, their request claiming to have seen all that the decider's device holds now.
    func seeing(_ steps: [SyncCore.Operation]) throws -> [SyncCore.Operation] {
      let seen = try decider.frontier(of: dossier).seen
      return steps.map { step in
        guard case .request(let act, let on, _) = step else { return step }
        return .request(act, on: on, seen: seen)
      }
    }

    func standing() throws -> CertificateStanding { CertificateRecord(try decider.fold(dossier)).standing }
  }

  @Test(arguments: LedgerKind.allCases)
  func `T-QUAL-A13 T-QUAL-C06 a decision on the state as it stands is accepted, and stays readable once frozen`(
    _ kind: LedgerKind
  ) async throws {
    let scene = try await Scene(kind)
    let answer = try await scene.ask(try scene.filledIn(1))
    #expect(answer.verdict == .accepted, "\(answer.codes)")
    #expect(try scene.standing() == .suspended)
    let decision = try #require(EntityID("decision/D1"))
    let motive = try scene.decider.fold(scene.dossier).field("motive", of: decision, schema: AuditSchema.current)
    #expect(motive?.shown == "surveillance non tenue")
    #expect(motive?.late.isEmpty == true)
    #expect(await scene.house.server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `T-QUAL-A13 a line in between refuses the decision, also one that its request claims to have seen`(
    _ kind: LedgerKind
  ) async throws {
    let scene = try await Scene(kind)
    let decided = try scene.filledIn(1)
    try scene.office.write(scene.dossier, [Scene.set("newEntrant", scene.entity, true)])
    try await scene.office.sync()
    try await scene.decider.sync()
    let answer = try await scene.ask(try scene.seeing(decided))
    #expect(answer.codes == ["state-changed"])
    #expect(try scene.standing() == .active)
    let again = try await scene.ask(try scene.filledIn(2))
    #expect(again.verdict == .accepted, "\(again.codes)")
  }

  @Test(arguments: LedgerKind.allCases)
  func `T-QUAL-A13 T-QUAL-C09 an automatic effect in between refuses the decision`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    let decided = try scene.filledIn(1)
    scene.house.clock.advance(milliseconds: 86_400_000)
    let answer = try await scene.ask(decided)
    #expect(answer.verdict == .refused)
    #expect(answer.codes.contains("state-changed"))
    #expect(try scene.standing() == .expired)
  }

  @Test(arguments: LedgerKind.allCases)
  func `T-QUAL-A13 of two decisions taken apart on the same state the second is refused`(_ kind: LedgerKind)
    async throws
  {
    let scene = try await Scene(kind)
    let (first, second) = (try scene.filledIn(1), try scene.filledIn(2))
    #expect(try await scene.ask(first).verdict == .accepted)
    let answer = try await scene.ask(second)
    #expect(answer.verdict == .refused)
    #expect(answer.codes.contains("state-changed"))
  }
}
