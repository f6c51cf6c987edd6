import AuditModel
import AuditSchema
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

@Suite("decisions on a certificate")
struct CertificateDecisionTests {
  private static let letter: (FieldName, JSONValue) = (
    "condition", .sorted([("text", "tenir la surveillance manquée")])
  )

  private func suspended(from: String, until: String, _ transition: String) -> JSONValue {
    .sorted([
      ("condition", "lever la majeure"), ("decision", "decision/D0"), ("from", .string(from)),
      ("transition", .string(transition)), ("until", .string(until)),
    ])
  }

  @Test func `T-QUAL-C01 T-QUAL-A13 R-QUAL-33 R-QUAL-02 granting opens the first cycle on the day of the decision`() {
    var world = CertificateWorld(validFrom: nil, on: "2026-12-10")
    world.audit(.initial, "2026-11-18")
    let ruling = world.decide(.grant)
    #expect(ruling.verdict == .accepted, "\(ruling.codes)")
    #expect(ruling.rules == ["T-QUAL-C01"])
    #expect(
      world.text("measure", of: EntityID("decision/D1")!) == "grant", "frozen with its own fields, none of them late")
    #expect(world.text("stage", of: CertificateWorld.audit) == "decided")
    let record = world.record
    #expect(record.standing == .active)
    #expect(record.validity == CertificateValidity(from: CivilDate("2026-12-10")!, to: CivilDate("2029-12-10")!))
    #expect(record.cycle == 1)
    #expect(record.categories == [.training])
    #expect(!record.isRemoteSurveillanceAllowed)
  }

  @Test func `A-41 T-QUAL-C01 a printed validity wins over the computed one`() {
    var world = CertificateWorld(validFrom: nil, on: "2026-12-10")
    world.audit(.initial, "2026-11-18")
    world.decide(
      .grant, [("validity", .sorted([("from", "2026-12-15"), ("number", "C-104"), ("to", "2029-12-14")]))])
    #expect(world.record.validity?.from == CivilDate("2026-12-15"))
    #expect(world.record.validity?.to == CivilDate("2029-12-14"))
    #expect(world.record.number == "C-104")
  }

  @Test
  func `R-QUAL-90 A-62 R-QUAL-36 the initial or renewal decision allows a remote surveillance, its silence does not`() {
    var world = CertificateWorld(validFrom: nil, on: "2026-12-10")
    world.audit(.initial, "2026-11-18")
    world.decide(.grant, [("remoteSurveillance", true)])
    #expect(world.record.isRemoteSurveillanceAllowed)

    world.audit(.renewal, "2029-09-03", id: EntityID("audit/A2")!)
    world.decide(.renew, on: "2029-10-01", audit: EntityID("audit/A2")!)
    #expect(!world.record.isRemoteSurveillanceAllowed)

    world.audit(.surveillance, "2031-05-12", id: EntityID("audit/A3")!)
    let said = world.decide(
      .maintain, on: "2031-06-02", audit: EntityID("audit/A3")!, [("remoteSurveillance", true)])
    #expect(said.codes == ["R-QUAL-90 remote-not-said-here"])
  }

  @Test func `T-QUAL-C02 GX-26 EX-39 A-94 an initial audit whose major outlived its delay is refused, not before`() {
    var world = CertificateWorld(validFrom: nil, on: "2027-02-28")
    world.audit(.initial, "2026-11-30")
    world.major()
    #expect(world.decide(.refuse).codes == ["R-QUAL-84 no-major-past-delay"])
    #expect(world.decide(.grant).codes == ["R-QUAL-80 major-open"])
    let ruling = world.decide(.refuse, on: "2027-03-01")
    #expect(ruling.rules == ["T-QUAL-C02"], "\(ruling.codes)")
    #expect(world.record.standing == .refused)
    #expect(world.text("suspension", of: CertificateWorld.title) == nil)
  }

  @Test func `GX-23 T-QUAL-C03 R-QUAL-52 R-QUAL-89 A-42 maintaining leaves the end of validity where it was`() {
    var world = CertificateWorld(validFrom: "2024-12-31", on: "2026-06-30")
    world.audit(.surveillance, "2026-06-16")
    let ruling = world.decide(.maintain)
    #expect(ruling.rules == ["T-QUAL-C03"], "\(ruling.codes)")
    #expect(world.record.validity?.to == CivilDate("2027-12-31"))
    #expect(world.record.standing == .active)

    world.audit(.surveillance, "2026-07-16", id: EntityID("audit/A2")!)
    let extending = world.decide(
      .maintain, on: "2026-08-01", audit: EntityID("audit/A2")!, [("validity", .sorted([("to", "2028-06-30")]))])
    #expect(extending.codes == ["R-QUAL-52 validity-not-changed"])
  }

  @Test func `GX-24 R-QUAL-81 DL-QUAL-12 EX-38 evidence on the last day of the three months maintains`() {
    var world = CertificateWorld(validFrom: "2025-06-30", on: "2027-03-01")
    world.audit(.surveillance, "2026-11-18")
    world.major(evidence: "2027-02-18")
    #expect(world.decide(.maintain).verdict == .accepted)
  }

  @Test
  func `GX-25 T-QUAL-C05 R-QUAL-84 A-97 evidence a day late refuses the favourable decision and suspends by decision`()
  {
    var world = CertificateWorld(validFrom: "2025-06-30", on: "2027-03-01")
    world.audit(.surveillance, "2026-11-18")
    world.major(evidence: "2027-02-19")
    #expect(world.decide(.maintain).codes == ["R-QUAL-81 major-evidence-late"])
    let ruling = world.decide(.suspend, [("condition", .sorted([("text", "lever la majeure")]))])
    #expect(ruling.rules == ["T-QUAL-C05"], "\(ruling.codes)")
    #expect(world.record.standing == .suspended)
    #expect(world.record.suspension?.from == CivilDate("2027-03-01"))
  }

  @Test
  func `EX-40 DL-QUAL-13 R-QUAL-85 R-QUAL-87 A-95 the cure runs three months from the decision unless the letter says`()
  {
    var world = CertificateWorld(validFrom: "2025-06-30", on: "2027-03-01")
    world.audit(.surveillance, "2026-11-18")
    world.major()
    let early = world.decide(
      .suspend, [("condition", .sorted([("from", "2027-02-27"), ("text", "lever")]))])
    #expect(early.codes == ["R-QUAL-84 effect-before-decision"])
    #expect(world.decide(.suspend).codes == ["R-QUAL-87 condition-missing"])
    let short = world.decide(
      .suspend, [("condition", .sorted([("text", "lever"), ("until", "2027-02-28")]))])
    #expect(short.codes == ["R-QUAL-87 delay-before-effect"])
    world.decide(.suspend, [("condition", .sorted([("text", "lever la majeure")]))])
    #expect(world.record.suspension?.until == CivilDate("2027-06-01"))
    #expect(world.record.suspension?.transition == "T-QUAL-C05")
  }

  @Test
  func `GX-26 T-QUAL-C09 T-QUAL-C12 R-QUAL-142 A-96 a late renewal opens a cycle on the decision's day, gap of 9 days`()
  {
    var world = CertificateWorld(validFrom: "2024-01-15", to: "2027-01-15", on: "2027-01-20")
    world.audit(.renewal, "2026-11-18")
    world.major(evidence: "2027-01-20")
    world.lapse()
    #expect(world.record.standing == .expired)
    #expect(world.text("since", of: CertificateWorld.title) == "2027-01-16")
    let backdated = world.decide(.renew, on: "2027-01-25", [("validity", .sorted([("from", "2027-01-16")]))])
    #expect(backdated.codes == ["R-QUAL-142 validity-backdated"])
    let ruling = world.decide(.renew)
    #expect(ruling.rules == ["T-QUAL-C12"], "\(ruling.codes)")
    #expect(world.record.standing == .active)
    #expect(world.record.validity?.from == CivilDate("2027-01-25"))
    #expect(world.record.validity?.to == CivilDate("2030-01-25"))
    #expect(world.record.gapDays == 9)
    #expect(world.record.cycle == 2)
  }

  @Test
  func
    `R-QUAL-142 T-QUAL-C12 R-QUAL-86 a renewal held after the end, or proved after three months, does not come back`()
  {
    var world = CertificateWorld(validFrom: "2024-01-15", to: "2027-01-15", on: "2027-03-01")
    world.audit(.renewal, "2027-01-18")
    #expect(world.decide(.renew).codes == ["R-QUAL-142 renewal-held-after-end"])

    var late = CertificateWorld(validFrom: "2024-01-15", to: "2027-01-15", on: "2027-03-01")
    late.audit(.renewal, "2026-11-18")
    late.major(evidence: "2027-02-19")
    #expect(late.decide(.renew).codes == ["R-QUAL-81 major-evidence-late"])
    let refused = late.decide(.refuse)
    #expect(refused.rules == ["T-QUAL-A13"], "\(refused.codes)")
    #expect(late.record.standing == .expired)
    #expect(late.text("stage", of: CertificateWorld.audit) == "decided")

    var closed = CertificateWorld(validFrom: "2024-01-15", to: "2027-01-15", on: "2027-01-25")
    closed.audit(.renewal, "2026-11-18")
    closed.settings.lateRenewalAllowed = false
    #expect(closed.decide(.renew).codes == ["R-QUAL-142 late-renewal-not-allowed"])
  }

  @Test func `R-QUAL-142 a decision taken in time and recorded after the expiry asks for a correction`() {
    var world = CertificateWorld(validFrom: "2024-01-15", to: "2027-01-15", on: "2027-01-20")
    world.audit(.renewal, "2026-11-18")
    world.lapse()
    let late = world.decide(.renew, [("decidedOn", "2027-01-10")])
    #expect(late.codes == ["R-QUAL-142 decided-before-expiry"])
  }

  @Test
  func
    `GX-27 T-QUAL-C06 EX-29 DL-QUAL-04 R-QUAL-50 A-95 no surveillance: proposed the day after, decided, never by itself`()
  {
    var world = CertificateWorld(validFrom: "2024-12-31", on: "2026-10-31")
    #expect(CertificateProposals.due(world.context).isEmpty)
    #expect(
      world.decide(.suspend, audit: nil, [Self.letter]).codes == ["R-QUAL-50 surveillance-not-missed"])
    world.today = CivilDate("2026-11-01")!
    let proposals = CertificateProposals.due(world.context)
    #expect(proposals.map(\.transition) == ["T-QUAL-C06"])
    #expect(proposals.first?.due == CivilDate("2026-10-31"))
    #expect(AutomaticEffects.due(in: world.context).isEmpty)
    #expect(world.record.standing == .active)

    let ruling = world.decide(.suspend, on: "2026-11-03", audit: nil, [Self.letter])
    #expect(ruling.rules == ["T-QUAL-C06"], "\(ruling.codes)")
    let suspension = world.record.suspension
    #expect(suspension?.from == CivilDate("2026-11-03"))
    #expect(suspension?.until == CivilDate("2027-02-03"))
    #expect(suspension?.condition == "tenir la surveillance manquée")
    #expect(CertificateProposals.due(world.context).isEmpty)
  }

  @Test
  func `T-QUAL-C07 R-QUAL-87 holding the missed surveillance in the letter's delay lifts the suspension, later not`() {
    for (day, codes) in [("2027-02-03", [String]()), ("2027-02-04", ["R-QUAL-85 condition-met-late"])] {
      var world = CertificateWorld(validFrom: "2024-12-31", on: "2026-11-03")
      world.decide(.suspend, audit: nil, [Self.letter])
      #expect(
        world.decide(.reinstate, audit: nil).codes == ["R-QUAL-87 condition-not-met"])
      world.audit(.surveillance, day)
      let ruling = world.decide(.reinstate, on: "2027-02-20")
      #expect(ruling.codes == codes)
      guard codes.isEmpty else { continue }
      #expect(ruling.rules == ["T-QUAL-C07"])
      #expect(world.record.standing == .active)
      #expect(world.record.suspension == nil)
      #expect(world.text("stage", of: CertificateWorld.audit) == "decided")
      #expect(world.record.validity?.to == CivilDate("2027-12-31"))
    }
  }

  @Test
  func
    `R-ROLE-01 T-QUAL-C07 T-QUAL-C08 lifting and withdrawing without naming the audit are decisions on it all the same`()
  {
    for (measure, day) in [(DecisionMeasure.reinstate, "2027-05-25"), (.withdraw, "2027-06-05")] {
      var world = CertificateWorld(validFrom: "2025-06-30", on: "2027-03-01")
      world.audit(.surveillance, "2026-11-18")
      world.major()
      world.decide(.suspend, [("condition", .sorted([("text", "lever la majeure")]))])
      if measure == .reinstate { world.major(evidence: "2027-05-20") }
      world.world.write(
        CertificateWorld.decider, [DossierWorld.set("grade", EntityID("audit/A1/item/1")!, "conform")])
      #expect(world.decide(measure, on: day, audit: nil).codes == ["R-ROLE-01 decider-audited"])
    }
  }

  @Test func `R-QUAL-80 T-QUAL-C07 R-ROLE-01 a suspension for want of a surveillance is lifted on what it found`() {
    var world = CertificateWorld(validFrom: "2024-12-31", on: "2026-11-03")
    world.decide(.suspend, audit: nil, [Self.letter])
    world.audit(.surveillance, "2027-01-12")
    world.major()
    #expect(world.decide(.reinstate, on: "2027-02-20", audit: nil).codes == ["R-QUAL-80 major-open"])
    world.major(evidence: "2027-02-01")
    var involved = world
    involved.world.write(
      DossierWorld.other,
      [.add("team", on: CertificateWorld.audit, value: .string(CertificateWorld.decider.description))])
    #expect(involved.decide(.reinstate, audit: nil).codes == ["R-ROLE-01 decider-audited"])
    #expect(world.decide(.reinstate, audit: nil).verdict == .accepted)
  }

  @Test func `T-QUAL-C07 A-97 late evidence on the major meets the letter's condition within its delay`() {
    var world = CertificateWorld(validFrom: "2025-06-30", on: "2027-03-01")
    world.audit(.surveillance, "2026-11-18")
    world.major()
    world.decide(.suspend, [("condition", .sorted([("text", "lever la majeure")]))])
    #expect(world.decide(.reinstate, on: "2027-05-01", audit: nil).codes == ["R-QUAL-87 condition-not-met"])
    world.major(evidence: "2027-05-20")
    let ruling = world.decide(.reinstate, on: "2027-06-05", audit: nil)
    #expect(ruling.rules == ["T-QUAL-C07"], "\(ruling.codes)")
    #expect(world.record.standing == .active)
  }

  @Test func `GX-28 EX-40 T-QUAL-C08 R-QUAL-85 R-QUAL-86 withdrawal is proposed after the delay, then decided`() {
    var world = CertificateWorld(validFrom: "2025-06-30", on: "2027-03-01")
    world.audit(.surveillance, "2026-11-18")
    world.major()
    world.decide(.suspend, [("condition", .sorted([("text", "lever la majeure")]))])
    world.today = CivilDate("2027-06-01")!
    #expect(CertificateProposals.due(world.context).isEmpty)
    #expect(world.decide(.withdraw, audit: nil).codes == ["R-QUAL-85 delay-not-over"])
    world.today = CivilDate("2027-06-02")!
    #expect(CertificateProposals.due(world.context).map(\.transition) == ["T-QUAL-C08"])
    #expect(CertificateProposals.due(world.context).first?.due == CivilDate("2027-06-01"))
    let ruling = world.decide(.withdraw, audit: nil)
    #expect(ruling.rules == ["T-QUAL-C08"], "\(ruling.codes)")
    #expect(world.record.standing == .withdrawn)
    #expect(NextAuditKinds.allowed(standing: world.record.standing) == [.initial])
  }

  @Test func `T-QUAL-C08 R-QUAL-85 a condition met in time is not answered by a withdrawal`() {
    var world = CertificateWorld(validFrom: "2025-06-30", on: "2027-03-01")
    world.audit(.surveillance, "2026-11-18")
    world.major()
    world.decide(.suspend, [("condition", .sorted([("text", "lever la majeure")]))])
    world.major(evidence: "2027-05-20")
    #expect(world.decide(.withdraw, on: "2027-06-10", audit: nil).codes == ["R-QUAL-85 condition-met"])
  }

  @Test func `T-QUAL-C04 R-QUAL-33 A-39 A-42 a renewal runs from the old end, the cycle's number grows`() {
    var world = CertificateWorld(validFrom: "2024-01-15", to: "2027-01-15", on: "2026-10-20")
    world.audit(.renewal, "2026-09-08")
    let ruling = world.decide(.renew)
    #expect(ruling.rules == ["T-QUAL-C04"], "\(ruling.codes)")
    #expect(world.record.validity?.from == CivilDate("2027-01-15"))
    #expect(world.record.validity?.to == CivilDate("2030-01-15"))
    #expect(world.record.cycle == 2)
    #expect(world.record.gapDays == 0)
  }

  @Test
  func
    `EX-37 R-QUAL-84 a renewal with a major unproved at the end of validity is not renewed, then suspended or expired`()
  {
    var world = CertificateWorld(validFrom: "2024-01-15", to: "2027-01-15", on: "2027-01-15")
    world.audit(.renewal, "2026-11-18")
    world.major()
    #expect(world.decide(.renew).codes == ["R-QUAL-80 major-open"])
    #expect(
      world.decide(.suspend, [Self.letter]).codes == ["R-QUAL-84 no-major-past-delay"])
    world.today = CivilDate("2027-01-16")!
    world.lapse()
    #expect(CertificateProposals.due(world.context).map(\.measure) == [.refuse])
  }

  @Test
  func
    `T-QUAL-C10 R-QUAL-106 R-QUAL-35 an extension rests on a signed amendment, and on its audit where it asks for one`()
  {
    let contract = EntityID("contract/K2")!
    func extended(_ fields: [(FieldName, JSONValue)], audit: QualiopiAuditKind? = nil, mode: String? = nil) -> (
      ActRuling, CertificateWorld
    ) {
      var world = CertificateWorld(validFrom: "2025-06-30", on: "2026-09-01")
      world.world.write(DossierWorld.other, fields.map { DossierWorld.set($0.0, contract, $0.1) })
      if let audit { world.audit(audit, "2026-08-03") }
      if let mode {
        world.world.write(DossierWorld.other, [DossierWorld.set("mode", CertificateWorld.audit, .string(mode))])
      }
      let ruling = world.decide(
        .extend, audit: audit == nil ? nil : CertificateWorld.audit, [("contract", .string(contract.description))])
      return (ruling, world)
    }
    let amendment: [(FieldName, JSONValue)] = [
      ("amends", "contract/K1"), ("signed", "mail/M1"), ("categories", .array(["AF", "CFA"])),
    ]
    let audited = amendment + [("durations", .sorted([("extension", 2)]))]
    #expect(extended([("categories", .array(["AF", "CFA"]))]).0.codes == ["R-QUAL-106 amendment-missing"])
    #expect(extended(audited).0.codes == ["R-QUAL-106 extension-audit-missing"])
    #expect(
      extended(audited, audit: .extension, mode: "remote").0.codes == ["R-QUAL-35 held-in-wrong-mode"])
    for (ruling, world) in [extended(amendment), extended(audited, audit: .extension, mode: "on-site")] {
      #expect(ruling.rules == ["T-QUAL-C10"], "\(ruling.codes)")
      #expect(world.record.categories == [.training, .apprenticeship])
      #expect(world.record.validity?.to == CivilDate("2028-06-30"))
    }
  }

  @Test func `R-QUAL-86 after a withdrawal a new initial audit opens a new certificate, no other decision does`() {
    var world = CertificateWorld(validFrom: "2025-06-30", on: "2028-02-01")
    world.stand(.withdrawn)
    world.audit(.surveillance, "2028-01-10")
    #expect(world.decide(.maintain).codes.first == "R-QUAL-86 initial-audit-needed")
    world.audit(.initial, "2028-01-12", id: EntityID("audit/A2")!)
    let ruling = world.decide(.grant, audit: EntityID("audit/A2")!)
    #expect(ruling.rules == ["T-QUAL-C01"], "\(ruling.codes)")
    #expect(world.record.standing == .active)
    #expect(world.record.validity?.from == CivilDate("2028-02-01"))
  }

  @Test(arguments: CertificateStanding.allCases, DecisionMeasure.allCases)
  func
    `T-QUAL-C01 T-QUAL-C02 T-QUAL-C03 T-QUAL-C04 T-QUAL-C05 T-QUAL-C06 T-QUAL-C07 T-QUAL-C08 T-QUAL-C10 T-QUAL-C12 each standing takes the measures of the table, and moves as it says`(
      standing: CertificateStanding, measure: DecisionMeasure
    )
  {
    // A fitting audit with what each measure asks: only the standing decides.
    var world = CertificateWorld(validFrom: "2025-01-15", to: "2027-12-15", on: "2027-12-20")
    let old = EntityID("audit/A0")!
    world.audit(.surveillance, "2026-06-16", id: old, state: "decided")
    world.major(on: 2, evidence: measure == .withdraw ? nil : "2027-09-01", of: old)
    world.world.write(
      DossierWorld.other, [DossierWorld.set("audit", EntityID("decision/D0")!, .string(old.description))])
    let kind: QualiopiAuditKind? =
      switch measure {
      case .grant, .refuse: .initial
      case .maintain, .suspend: .surveillance
      case .renew: .renewal
      case .reinstate, .withdraw, .extend: nil
      }
    if let kind { world.audit(kind, "2027-05-05") }
    if measure == .suspend || measure == .refuse { world.major() }
    let day = standing == .expired ? "2027-12-20" : "2027-12-10"
    if standing != .notGranted || measure != .grant { world.today = CivilDate(day)! }
    world.stand(
      standing,
      suspension: standing == .suspended
        ? suspended(from: "2027-08-01", until: "2027-11-01", "T-QUAL-C05") : nil)
    world.world.write(
      DossierWorld.other,
      [
        DossierWorld.set("amends", EntityID("contract/K2")!, "contract/K1"),
        DossierWorld.set("signed", EntityID("contract/K2")!, "mail/M1"),
      ])

    let ruling = world.decide(
      measure, on: day, audit: kind == nil ? nil : CertificateWorld.audit,
      (measure == .suspend ? [Self.letter] : []) + (measure == .extend ? [("contract", "contract/K2")] : []))

    let table: [CertificateStanding: [DecisionMeasure: CertificateStanding]] = [
      .notGranted: [.grant: .active, .refuse: .refused],
      .active: [.maintain: .active, .renew: .active, .suspend: .suspended, .extend: .active],
      .suspended: [.reinstate: .active, .withdraw: .withdrawn],
      .expired: [.renew: .active, .grant: .active, .refuse: .refused],
      // A new initial audit is for a new certificate (R-QUAL-86).
      .withdrawn: [.grant: .active, .refuse: .refused], .refused: [.grant: .active, .refuse: .refused],
    ]
    let expected = table[standing]?[measure]
    #expect((ruling.verdict == .accepted) == (expected != nil), "\(ruling.codes)")
    #expect(world.record.standing == expected ?? standing)
    if expected == nil {
      #expect(ruling.codes.contains { $0.hasSuffix("measure-not-possible") || $0.hasSuffix("initial-audit-needed") })
    }
  }
}
