import AuditModel
import AuditSchema
import SyncCore
import Testing

@testable import SchemeRules

/// The register of complaints and appeals (R-ROLE-21).
struct ExamineComplaintTests {
  private static let complaint = EntityID("complaint/C1")!

  /// A decided audit, and an appeal against it received by letter.
  private func appeal(against matter: EntityID? = CorrectionWorld.decision) -> CorrectionWorld {
    var world = CorrectionWorld.decided()
    world.set(EntityID("mail/M9")!, ["direction": "in", "received": "2026-07-20"])
    world.set(
      Self.complaint,
      [
        "kind": "appeal", "from": "Les Ateliers du Pont", "about": "la décision",
        "concerns": matter.map { .string($0.description) } ?? .null, "received": "mail/M9",
      ])
    return world
  }

  private func examine(
    _ world: inout CorrectionWorld, by user: UserID = CorrectionWorld.second, roles: Set<Role> = [.decider],
    outcome: String? = "sans suite : la preuve manque"
  ) -> ActRuling {
    let examination = AuditNames.examination(Self.complaint, by: user)!
    if let outcome { world.set(examination, by: user, ["outcome": .string(outcome)]) }
    return world.ask("complaint.examine", on: Self.complaint, by: user, roles: roles, day: "2026-07-25")
  }

  private func codes(_ ruling: ActRuling) -> [String] { RulingReasons.read(ruling.reasons).map(\.code) }

  @Test func `R-ROLE-21 somebody not involved examines, and nothing changes state`() {
    var world = appeal()
    let ruling = examine(&world)
    #expect(ruling.verdict == .accepted)
    #expect(world.text("outcome", Self.complaint) == "sans suite : la preuve manque")
    #expect(world.text("stage", CorrectionWorld.audit) == "decided")
    #expect(world.reopenings.isEmpty)
  }

  @Test(arguments: [CorrectionWorld.decision, CorrectionWorld.audit, CorrectionWorld.major])
  func `R-ROLE-21 auditors and deciders of the matter do not examine it`(matter: EntityID) {
    for user in [CorrectionWorld.lead, CorrectionWorld.decider] {
      var world = appeal(against: matter)
      #expect(codes(examine(&world, by: user)) == ["examiner-involved"])
    }
  }

  @Test func `R-ROLE-21 whoever graded or reviewed the report is involved, listed in the team or not`() {
    var world = appeal(against: CorrectionWorld.audit)
    world.set(EntityID("audit/A1/report/1")!, by: CorrectionWorld.second, ["reservations": "relu"])
    #expect(codes(examine(&world)) == ["examiner-involved"])
    var other = appeal(against: CorrectionWorld.audit)
    other.set(EntityID("audit/A1/item/1")!, by: CorrectionWorld.second, ["grade": "conform"])
    #expect(codes(examine(&other)) == ["examiner-involved"])
  }

  @Test func `R-ROLE-21 deciders of the certificate are involved in what concerns it, and in their own corrections`() {
    var world = appeal(against: CorrectionWorld.title)
    #expect(codes(examine(&world, by: CorrectionWorld.decider)) == ["examiner-involved"])
    var corrected = appeal(against: EntityID("correction/X1")!)
    corrected.set(CorrectionWorld.audit, ["lead": .string(CorrectionWorld.decider.description)])
    corrected.correct(corrected.reopenings.first)
    #expect(codes(examine(&corrected)) == ["examiner-involved"])
  }

  @Test func `R-ROLE-21 where nothing is named, all auditors and deciders of the certification are involved`() {
    for user in [CorrectionWorld.lead, CorrectionWorld.decider] {
      var world = appeal(against: nil)
      #expect(codes(examine(&world, by: user)) == ["examiner-involved"])
    }
    var world = appeal(against: nil)
    #expect(examine(&world).verdict == .accepted)
  }

  @Test func `R-ROLE-21 only a person entitled to decide examines`() {
    var world = appeal()
    #expect(codes(examine(&world, roles: [.office])) == ["examiner-not-decider"])
  }

  @Test func `R-ROLE-21 what is examined was received, names its matter and has an outcome`() {
    var unreceived = appeal()
    unreceived.set(Self.complaint, ["received": .null])
    #expect(codes(examine(&unreceived)) == ["complaint-not-received"])
    var undated = appeal()
    undated.set(EntityID("mail/M9")!, ["received": .null])
    #expect(codes(examine(&undated)) == ["complaint-not-received"])
    for matter in ["audit/A99", "mail/M9"] {
      var unknown = appeal(against: EntityID(matter))
      #expect(codes(examine(&unknown)) == ["complaint-matter-unknown"])
    }
    var free = appeal()
    free.set(Self.complaint, ["concerns": "la décision de juillet"])
    #expect(codes(examine(&free)) == ["complaint-matter-unknown"])
    for outcome in [nil, "  "] as [String?] {
      var world = appeal()
      #expect(codes(examine(&world, outcome: outcome)) == ["complaint-outcome-missing"])
    }
  }

  @Test func `R-ROLE-21 two matters, or two outcomes of one examiner, are settled before the examination`() {
    var world = appeal()
    world.write(CorrectionWorld.office, [.set("concerns", on: Self.complaint, to: "audit/A1", over: [], motive: nil)])
    #expect(codes(examine(&world)) == ["conflict-open"])
    var twice = appeal()
    let examination = AuditNames.examination(Self.complaint, by: CorrectionWorld.second)!
    for outcome in ["sans suite", "fondée"] {
      twice.write(
        CorrectionWorld.second, [.set("outcome", on: examination, to: .string(outcome), over: [], motive: nil)])
    }
    #expect(codes(examine(&twice, outcome: nil)) == ["conflict-open"])
  }

  @Test func `R-ROLE-21 what somebody involved wrote as the outcome counts for nothing and stands against nobody`() {
    var world = appeal()
    #expect(codes(examine(&world, by: CorrectionWorld.decider, outcome: "fondée")) == ["examiner-involved"])
    #expect(world.text("outcome", Self.complaint) == nil, "a refused examination gives no outcome")
    #expect(examine(&world).verdict == .accepted, "no divergence is left for the office")
    // Over what the examiner wrote, or beside it: not in their own name, so that it is not read.
    let second = AuditNames.examination(Self.complaint, by: CorrectionWorld.second)!
    world.write(CorrectionWorld.decider, [.set("outcome", on: second, to: "fondée", over: [], motive: nil)])
    #expect(examine(&world, outcome: nil).verdict == .accepted)
    #expect(world.text("outcome", Self.complaint) == "sans suite : la preuve manque")
    for role in [Role.decider, .auditor, .office, .committee] {
      let refusal = AuditSchema.current.judge(
        .set("outcome", on: Self.complaint, to: "fondée", over: [], motive: nil),
        of: Change(
          id: ChangeID(replica: ReplicaID(bits: 9), seq: 1), salt: String(repeating: "0", count: 26), time: 0,
          by: CorrectionWorld.decider, stream: world.fold.stream, operations: []),
        author: WriteAuthor(user: CorrectionWorld.decider, roles: [role]), fold: world.fold)
      #expect(refusal == .notWriter(detail: "complaint.outcome"), "only a ruling writes the outcome")
    }
  }

  @Test func `A-50 R-ROLE-21 without the setting no register is held`() {
    var settings = QualiopiSettings.standard
    settings.complaintsRegister = false
    var world = appeal()
    world.set(
      AuditNames.examination(Self.complaint, by: CorrectionWorld.second)!, by: CorrectionWorld.second,
      ["outcome": "sans suite"])
    let id = world.write(
      CorrectionWorld.second, [.request("complaint.examine", on: Self.complaint, seen: SeenVector())])
    let ruling = ActJudge.judge(
      ActCase(
        request: world.fold.entities[Self.complaint]!.requests[id]!, entity: Self.complaint,
        context: ActContext(
          dossier: world.fold, directory: nil, today: DossierWorld.day, settings: settings),
        actor: ActActor(user: CorrectionWorld.second, roles: [.decider])))
    #expect(codes(ruling) == ["complaints-not-held"])
  }

  @Test(arguments: [
    "complaints-not-held", "examiner-not-decider", "examiner-involved", "complaint-not-received",
    "complaint-matter-unknown", "complaint-outcome-missing",
  ])
  func `R-ROLE-21 a refusal says what, why and the way out in both languages`(code: String) {
    let text = RuleReason(rule: "R-ROLE-21", code: code).text
    #expect(text.sentences(in: .french).hasSuffix("."))
    #expect(!text.sentences(in: .english).contains(code))
    #expect(text.what.fr != text.wayOut.fr)
  }
}
