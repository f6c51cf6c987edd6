import AuditModel
import AuditSchema
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

/// The act that answers what is « à reprendre » (T-QUAL-X01).
struct RecordCorrectionTests {
  private func reopened() -> CorrectionWorld {
    var world = CorrectionWorld.lapsedMajor()
    world.evidence(received: "2026-08-12", recorded: "2026-08-20")
    return world
  }

  private func codes(_ ruling: ActRuling) -> [String] { RulingReasons.read(ruling.reasons).map(\.code) }

  @Test func `T-QUAL-X01 maintained, nothing moves, the correction is frozen and the file is no longer to be taken up`()
  {
    var world = reopened()
    let ruling = world.correct(world.reopenings.first)
    #expect(ruling.verdict == .accepted)
    #expect(ruling.rules == ["T-QUAL-X01"])
    #expect(ruling.effects.count == 1)
    #expect(world.fold.entity(EntityID("correction/X1")!, schema: AuditSchema.current)?.frozenAt != nil)
    #expect(world.text("stage", CorrectionWorld.major) == "notLifted")
    #expect(world.reopenings.isEmpty)
  }

  @Test func `T-QUAL-X01 R-ROLE-18 replaced, the state the true facts give takes its place and both stay readable`() {
    var world = reopened()
    let ruling = world.correct(
      world.reopenings.first, outcome: .replaced, standing: "evidenceReceived", from: "2026-08-12")
    #expect(ruling.verdict == .accepted)
    #expect(world.text("stage", CorrectionWorld.major) == "evidenceReceived")
    #expect(world.reopenings.isEmpty)
    #expect(world.fold.entities[CorrectionWorld.major]?.lapses.map(\.due) == ["2026-08-13"])
    let correction = AcceptedCorrection.all(in: world.fold).first
    #expect(correction?.from == CivilDate("2026-08-12"))
    #expect(correction?.motive == "la preuve était à temps")
    #expect(correction?.by == CorrectionWorld.second)
  }

  @Test func `R-ROLE-18 a further new fact opens again what was maintained`() {
    var world = reopened()
    world.correct(world.reopenings.first)
    #expect(world.reopenings.isEmpty)
    world.evidence(received: "2026-08-11", mail: "M7", recorded: "2026-09-10")
    #expect(world.reopenings.count == 1)
    #expect(world.reopenings.first?.facts.flatMap(\.sources).map(\.entity).contains(EntityID("mail/M1")!) == false)
    world.correct(world.reopenings.first, "X2")
    #expect(world.reopenings.isEmpty)
  }

  @Test func `GX-90 T-QUAL-X01 expired on a mistyped end, the certificate is active without a gap to the printed end`()
  {
    var world = CorrectionWorld.expired(typed: "2027-06-30", printed: "2027-07-31")
    let ruling = world.correct(
      world.reopenings.first, outcome: .replaced, standing: "active", from: "2027-07-01", end: "2027-07-31",
      day: "2027-07-03")
    #expect(ruling.verdict == .accepted)
    #expect(world.text("standing", CorrectionWorld.title) == "active")
    #expect(world.text("since", CorrectionWorld.title) == "2027-07-01")
    #expect(world.text("certificateEnd", CorrectionWorld.dossier) == "2027-07-31")
    #expect(world.reopenings.isEmpty)
  }

  @Test(arguments: CorrectedMachine.certificate.states)
  func `T-QUAL-X01 a decision is corrected from any state of a certificate to any other, ends included`(state: String) {
    var world = CorrectionWorld.decided()
    world.move(CorrectionWorld.title, "standing", to: state)
    world.set(CorrectionWorld.audit, on: "2026-08-01", ["lead": .string(CorrectionWorld.decider.description)])
    for target in CorrectedMachine.certificate.states {
      var copy = world
      let ruling = copy.correct(
        copy.reopenings.first, outcome: .replaced, standing: target, from: "2026-07-02",
        condition: target == "suspended" ? "lever la majeure" : nil)
      #expect(ruling.verdict == .accepted)
      #expect(copy.text("standing", CorrectionWorld.title) == target)
    }
  }

  @Test(arguments: QualiopiAuditState.allCases)
  func `T-QUAL-X01 a cancelled audit takes up again at the state the facts give`(state: QualiopiAuditState) {
    var world = CorrectionWorld()
    world.accept(
      "audit.cancel", on: CorrectionWorld.audit, by: CorrectionWorld.office, day: "2026-06-03",
      [.state("stage", on: CorrectionWorld.audit, to: "cancelled", over: [])])
    world.set(CorrectionWorld.audit, by: CorrectionWorld.lead, ["startedOn": "2026-06-02"])
    let ruling = world.correct(
      world.reopenings.first, outcome: .replaced, standing: state.rawValue, from: "2026-06-02")
    #expect(ruling.verdict == .accepted)
    #expect(world.text("stage", CorrectionWorld.audit) == state.rawValue)
  }

  @Test(arguments: QualiopiNonConformityState.allCases)
  func `T-QUAL-X01 a lapse on a non-conformity gives way to any of its states`(state: QualiopiNonConformityState) {
    var world = reopened()
    world.correct(world.reopenings.first, outcome: .replaced, standing: state.rawValue, from: "2026-08-12")
    #expect(world.text("stage", CorrectionWorld.major) == state.rawValue)
  }

  // MARK: what a state needs

  /// A decision to be taken up again because its decider conducted the audit.
  private func partial() -> CorrectionWorld {
    var world = CorrectionWorld.decided()
    world.set(CorrectionWorld.audit, on: "2026-08-01", ["lead": .string(CorrectionWorld.decider.description)])
    return world
  }

  @Test
  func `R-QUAL-87 T-QUAL-X01 a suspension that replaces says its condition and delay, and the certificate has them`() {
    var world = partial()
    let mute = world.correct(world.reopenings.first, outcome: .replaced, standing: "suspended", from: "2026-08-20")
    #expect(codes(mute) == ["condition-missing"])
    world.correct(
      world.reopenings.first, "X2", outcome: .replaced, standing: "suspended", from: "2026-08-20",
      condition: "lever la majeure")
    let suspension = CertificateRecord(world.fold).suspension
    #expect(suspension?.condition == "lever la majeure")
    #expect(suspension?.from == CivilDate("2026-08-20"))
    #expect(suspension?.until == CivilDate("2026-11-20"))
    #expect(suspension?.decision == CorrectionWorld.decision)
    #expect(suspension?.transition == "T-QUAL-C05")
  }

  @Test func `T-QUAL-X01 GX-90 a certificate that ended is active again only with an end still to come`() {
    let world = CorrectionWorld.expired(typed: "2027-06-30", printed: "2027-07-31")
    for (end, expected) in [(nil, ["validity-over"]), ("2027-08-01", ["validity-over"]), ("2027-09-30", [])]
      as [(String?, [String])]
    {
      var copy = world
      let ruling = copy.correct(
        copy.reopenings.first, outcome: .replaced, standing: "active", from: "2027-07-01", end: end, day: "2027-08-02")
      #expect(codes(ruling) == expected)
    }
  }

  // MARK: refusals

  @Test func `R-ROLE-01 whoever conducted the audit does not correct the decision taken on it`() {
    var world = partial()
    #expect(codes(world.correct(world.reopenings.first, as: CorrectionWorld.lead)) == [], "only named before")
    var graded = partial()
    graded.set(EntityID("audit/A1/item/1")!, by: CorrectionWorld.second, ["grade": "conform"])
    #expect(codes(graded.correct(graded.reopenings.first)) == ["corrector-audited"])
  }

  @Test func `R-ROLE-22 a corrector is competent for every category, and without a directory that stays open`() {
    var world = partial()
    world.set(CorrectionWorld.dossier, ["profile": .sorted([("categories", .array(["AF"]))])])
    let ruling = world.correct(world.reopenings.first, directory: StreamFold(stream: .directory))
    #expect(codes(ruling) == ["competence-missing"])
    #expect(world.correct(world.reopenings.first, "X2").needs == [.competenceRegister])
  }

  @Test func `T-QUAL-X01 a correction is bound to the state its author was shown`() {
    var world = partial()
    let shown = world.fold.stateDigest(schema: AuditSchema.current)
    let other = CorrectionWorld.decided().fold.stateDigest(schema: AuditSchema.current)
    #expect(codes(world.correct(world.reopenings.first, shown: other, before: shown)) == ["state-changed"])
    #expect(codes(world.correct(world.reopenings.first, "X2", before: shown)) == ["state-not-shown"])
    #expect(world.correct(world.reopenings.first, "X3", shown: shown, before: shown).verdict == .accepted)
  }

  @Test func `T-QUAL-X01 what is not to be taken up again is not corrected`() {
    var world = CorrectionWorld.lapsedMajor()
    #expect(codes(world.correct(nil, facts: ["R:1"])) == ["not-reopened"])
  }

  @Test func `R-ROLE-18 only a person entitled to decide corrects`() {
    for role in [Role.auditor, .office, .committee, .reviewer, .inspector, .administrator] {
      var world = reopened()
      #expect(codes(world.correct(world.reopenings.first, roles: [role])) == ["corrector-not-decider"])
    }
  }

  @Test func `R-ROLE-18 the person whose independence is the cause does not correct, another decider does`() {
    var world = CorrectionWorld.decided()
    world.set(CorrectionWorld.audit, on: "2026-08-01", ["lead": .string(CorrectionWorld.decider.description)])
    #expect(
      codes(world.correct(world.reopenings.first, as: CorrectionWorld.decider)) == ["corrector-is-cause"])
    #expect(world.correct(world.reopenings.first, "X2").verdict == .accepted)
  }

  @Test func `R-ROLE-18 where facts alone are the cause, whoever decided may correct`() {
    var world = reopened()
    #expect(world.correct(world.reopenings.first, as: CorrectionWorld.decider).verdict == .accepted)
  }

  @Test func `T-QUAL-X01 the new fact is cited, and it is one the file shows`() {
    var world = reopened()
    #expect(codes(world.correct(world.reopenings.first, facts: [])) == ["new-fact-not-cited"])
    #expect(codes(world.correct(world.reopenings.first, "X2", facts: ["ailleurs"])) == ["new-fact-not-cited"])
  }

  @Test func `R-ROLE-17 a correction says its motive`() {
    for (name, motive) in [("X1", nil), ("X2", "  ")] as [(String, String?)] {
      var world = reopened()
      #expect(codes(world.correct(world.reopenings.first, name, motive: motive)) == ["motive-missing"])
    }
  }

  @Test func `T-QUAL-X01 what replaces says which state and from which day`() {
    var world = reopened()
    let reopening = world.reopenings.first
    #expect(codes(world.correct(reopening, outcome: nil)) == ["correction-outcome-missing"])
    #expect(
      codes(world.correct(reopening, "X2", outcome: .replaced, from: "2026-08-12")) == ["replacing-state-unknown"])
    #expect(
      codes(world.correct(reopening, "X3", outcome: .replaced, standing: "active", from: "2026-08-12"))
        == ["replacing-state-unknown"])
    #expect(
      codes(world.correct(reopening, "X4", outcome: .replaced, standing: "raised")) == ["correction-date-missing"])
  }

  @Test func `T-QUAL-X01 two values of one field are settled before anything rests on them`() {
    var world = reopened()
    let id = EntityID("correction/X1")!
    world.write(CorrectionWorld.office, [.set("motive", on: id, to: "a", over: [], motive: nil)])
    world.write(CorrectionWorld.lead, [.set("outcome", on: id, to: "replaced", over: [], motive: nil)])
    world.write(CorrectionWorld.office, [.set("standing", on: id, to: "lifted", over: [], motive: nil)])
    world.write(CorrectionWorld.office, [.set("from", on: id, to: "2026-08-10", over: [], motive: nil)])
    let reopening = world.reopenings.first!
    world.write(
      CorrectionWorld.second,
      [
        .set("of", on: id, to: .string(reopening.subject.key), over: [], motive: nil),
        .set("fact", on: id, to: .array(reopening.facts.map { .string($0.citation) }), over: [], motive: nil),
        .set("motive", on: id, to: "b", over: [], motive: nil),
        .set("standing", on: id, to: "raised", over: [], motive: nil),
        .set("from", on: id, to: "2026-08-11", over: [], motive: nil),
      ])
    let ruling = world.ask(
      "correction.record", on: id, by: CorrectionWorld.second, roles: [.decider], day: "2026-09-01")
    #expect(codes(ruling) == ["conflict-open", "conflict-open", "conflict-open"])
  }

  @Test(arguments: [
    "corrector-not-decider", "corrector-is-cause", "not-reopened", "new-fact-not-cited", "correction-outcome-missing",
    "replacing-state-unknown", "correction-date-missing", "corrector-audited", "validity-over",
  ])
  func `T-QUAL-X01 R-ROLE-18 a refusal says what, why and the way out in both languages`(code: String) {
    let rule: RuleID =
      code == "corrector-audited" ? "R-ROLE-01" : code.hasPrefix("corrector") ? "R-ROLE-18" : "T-QUAL-X01"
    let text = RuleReason(
      rule: rule, code: code, facts: ["correctedStates": CorrectedMachine.nonConformity.states, "end": ["2027-07-31"]]
    ).text
    for language in Language.allCases {
      let said = text.sentences(in: language)
      #expect(!said.contains("{") && !said.contains(code))
      #expect(said.split(separator: ".").count >= 3)
    }
    if code == "replacing-state-unknown" { #expect(text.wayOut.fr.contains("non levée dans le délai")) }
  }
}
