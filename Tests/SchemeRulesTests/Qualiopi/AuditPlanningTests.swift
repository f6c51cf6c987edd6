import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct AuditPlanningTests {
  @Test func `A-65 R-QUAL-39 the certifier's table of durations binds planning, by kind and turnover of now`() throws {
    var facts = try PathFixture.planning()
    #expect(AuditPlanning.judge(facts).refusals() == [])
    facts.settings.auditDurations = try #require(AuditDurations("surveillance<150000=4, surveillance=6, initial=8"))
    #expect(AuditPlanning.judge(facts).refusals() == ["R-QUAL-39 shorter-than-table"])
    #expect(AuditPlanning.judge(facts).reasons.first?.facts == ["scheduled": ["3"], "needed": ["4"]])
    facts.settings.auditDurations = try #require(AuditDurations("surveillance<150000=3, surveillance=6, initial=8"))
    #expect(AuditPlanning.judge(facts).refusals() == [])
    facts.settings.auditDurations = try #require(AuditDurations("initial=8"))
    #expect(AuditPlanning.judge(facts).refusals() == [], "the table says nothing of a surveillance")
  }

  /// An audit of the days given, a full day on the first and the last.
  func facts(
    _ kind: QualiopiAuditKind, _ first: String, _ last: String? = nil, mode: AuditMode = .onSite,
    remote: Bool? = false
  ) throws -> AuditPlanning.Facts {
    var facts = try PathFixture.planning(kind)
    facts.mode = mode
    facts.days = try AuditFixture.days(first, last ?? first)
    // One half-day in all where it is one date, three over two.
    facts.schedule = try PathFixture.schedule(last.map { [first: 2, $0: 1] } ?? [first: 1])
    var terms = PathFixture.terms
    terms.durations[kind] = last == nil ? 1 : 3
    facts.contract = terms
    facts.isRemoteSurveillanceAllowed = remote
    return facts
  }

  @Test func `T-QUAL-A02 a surveillance on weekdays of its window is planned`() throws {
    #expect(AuditPlanning.judge(try facts(.surveillance, "2026-05-12", "2026-05-13")).outcome == .accepted)
    #expect(
      AuditPlanning.judge(try facts(.surveillance, "2026-05-15", "2026-05-18")).outcome == .accepted,
      "a weekend in between is nobody's audit day")
  }

  @Test func `GX-29 R-QUAL-38 a Saturday is refused`() throws {
    let judgement = AuditPlanning.judge(try facts(.surveillance, "2026-05-16"))
    #expect(judgement.refusals() == ["R-QUAL-38 weekend"])
    #expect(judgement.reasons.first?.facts == ["days": ["2026-05-16"]])
    #expect(AuditPlanning.judge(try facts(.surveillance, "2026-05-15", "2026-05-17")).rules == ["R-QUAL-38"])
    var inside = try facts(.surveillance, "2026-05-15", "2026-05-18")
    inside.schedule += try PathFixture.schedule(["2026-05-16": 1])
    #expect(AuditPlanning.judge(inside).reasons.first?.facts == ["days": ["2026-05-16"]])
  }

  @Test(arguments: [QualiopiAuditKind.initial, .renewal, .extension])
  func `GX-30 R-QUAL-35 every audit but a surveillance is on site`(kind: QualiopiAuditKind) throws {
    #expect(
      AuditPlanning.judge(try facts(kind, "2026-05-12", mode: .remote, remote: true)).refusals()
        == ["R-QUAL-35 remote-only-at-surveillance"])
    #expect(AuditPlanning.judge(try facts(kind, "2026-05-12", mode: .onSite)).outcome == .accepted)
  }

  @Test func `GX-31 R-QUAL-36 a remote surveillance needs the decision's permission, silence being no`() throws {
    #expect(
      AuditPlanning.judge(try facts(.surveillance, "2026-05-12", mode: .remote, remote: false)).refusals()
        == ["R-QUAL-36 remote-not-allowed"])
    #expect(
      AuditPlanning.judge(try facts(.surveillance, "2026-05-12", mode: .remote, remote: true)).outcome == .accepted)
    #expect(
      AuditPlanning.judge(try facts(.surveillance, "2026-05-12", mode: .remote, remote: nil)).needs
        == [.remoteSurveillancePermission])
  }

  @Test(arguments: [
    ("2026-01-14", "R-QUAL-49 before-window"), ("2026-01-15", nil), ("2026-09-15", nil),
    ("2026-09-16", "R-QUAL-49 after-window"),
  ])
  func `R-QUAL-49 DL-QUAL-02 DL-QUAL-04 A-37 A-67 the window is from month 14 to month 22, both included`(
    day: String, refusal: String?
  ) throws {
    #expect(AuditPlanning.judge(try facts(.surveillance, day)).refusals() == [refusal].compactMap { $0 })
  }

  @Test func `A-37 the window is a setting`() throws {
    var facts = try facts(.surveillance, "2025-12-15")
    #expect(AuditPlanning.judge(facts).rules == ["R-QUAL-49"])
    facts.settings.surveillanceWindow.opens = 13
    #expect(AuditPlanning.judge(facts).outcome == .accepted)
  }

  @Test func `R-QUAL-49 after the window only the cure of a suspension is planned, and no start of validity is a need`()
    throws
  {
    var facts = try facts(.surveillance, "2026-10-14")
    #expect(AuditPlanning.judge(facts).rules == ["R-QUAL-49"])
    facts.curesSuspension = true
    #expect(AuditPlanning.judge(facts).outcome == .accepted)
    facts.validFrom = nil
    #expect(AuditPlanning.judge(facts).needs == [.certificateValidity])
  }

  @Test func `R-QUAL-37 an audit on site has an address, a remote one needs none`() throws {
    var facts = try facts(.surveillance, "2026-05-12", remote: true)
    for place in [nil, "", "  "] {
      facts.place = place
      #expect(AuditPlanning.judge(facts).refusals() == ["R-QUAL-37 place-missing"])
    }
    facts.mode = .remote
    #expect(AuditPlanning.judge(facts).outcome == .accepted)
  }

  @Test func `T-QUAL-A02 the contract says how long, the half-days begin and end with the audit`() throws {
    var facts = try facts(.surveillance, "2026-05-12", "2026-05-13")
    facts.schedule = try PathFixture.schedule(["2026-05-12": 2])
    #expect(AuditPlanning.judge(facts).refusals().contains("T-QUAL-A02 schedule-outside-days"))
    facts.schedule = []
    #expect(AuditPlanning.judge(facts).refusals().contains("T-QUAL-A02 schedule-missing"))
    facts = try self.facts(.surveillance, "2026-05-12", "2026-05-13")
    facts.contract?.durations = [.initial: 2]
    #expect(AuditPlanning.judge(facts).refusals().contains("T-QUAL-A02 contract-without-duration"))
    #expect(facts.contracted == nil)
  }

  @Test func `R-QUAL-28 planning asks for the pre-audit file`() throws {
    var facts = try facts(.surveillance, "2026-05-12")
    facts.documentsNotAsked = [.bpf, .swornStatement]
    let judgement = AuditPlanning.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-28 file-not-asked"])
    #expect(judgement.text.en.contains("sworn statement"))
  }

  @Test(
    arguments: [
      ("2026-05-13", nil, false), ("2026-05-14", nil, true), ("2026-04-01", "2026-05-13", true),
      ("2026-04-01", "2026-05-14", false),
    ] as [(String, String?, Bool)])
  func `GX-34 R-QUAL-65 an invoice unpaid on the day refuses planning, from its due day to its payment`(
    since: String, settled: String?, isAccepted: Bool
  ) throws {
    var facts = try facts(.surveillance, "2026-06-02")
    facts.unpaid = [
      UnpaidInvoice(since: try AuditFixture.day(since), settledOn: try settled.map(AuditFixture.day))
    ]
    #expect(AuditPlanning.judge(facts).refusals() == (isAccepted ? [] : ["R-QUAL-65 unpaid-invoice"]))
  }

  @Test func `GX-34 R-QUAL-65 an invoice whose due day nobody wrote is unpaid`() throws {
    var facts = try facts(.surveillance, "2026-06-02")
    facts.unpaid = [UnpaidInvoice(since: nil)]
    let judgement = AuditPlanning.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-65 unpaid-invoice"])
    #expect(
      judgement.reasons.first?.text.what.fr == "Une facture est impayée depuis\u{202F}: une date non enregistrée.")
  }

  @Test(arguments: [("2027-07-15", nil), ("2027-07-16", "R-QUAL-53 renewal-late")] as [(String, String?)])
  func
    `R-QUAL-52 R-QUAL-53 DL-QUAL-08 A-40 a renewal later than four months before the end is advised against, never refused`(
      day: String, advice: String?
    ) throws
  {
    var facts = try facts(.renewal, day)
    facts.certificateEnd = try AuditFixture.day("2027-11-15")
    #expect(AuditPlanning.judge(facts).outcome == .accepted)
    #expect(ActJudgement(AuditPlanning.advice(facts).map { .notMet($0) }).refusals() == [advice].compactMap { $0 })
    facts.kind = .initial
    #expect(AuditPlanning.advice(facts).isEmpty)
  }

  @Test func `R-QUAL-52 a renewal after the end of validity is told that nothing is extended`() throws {
    var facts = try facts(.renewal, "2027-11-16")
    facts.certificateEnd = try AuditFixture.day("2027-11-15")
    #expect(
      ActJudgement(AuditPlanning.advice(facts).map { .notMet($0) }).refusals() == ["R-QUAL-52 renewal-after-end"])
  }

  @Test func `R-QUAL-45 planning aims at a month, and says so more loudly when a date was paid for`() throws {
    var facts = try facts(.surveillance, "2026-05-12")
    facts.targetMonth = "2026-05"
    #expect(AuditPlanning.advice(facts).isEmpty)
    facts.targetMonth = "2026-06"
    #expect(AuditPlanning.advice(facts).map(\.code) == ["outside-target-month"])
    #expect(AuditPlanning.advice(facts).first?.text.what.fr.contains("juin 2026") == true)
    facts.contract?.options = [.guaranteedDay]
    #expect(
      ActJudgement(AuditPlanning.advice(facts).map { .notMet($0) }).refusals() == ["R-QUAL-45 outside-guaranteed-month"]
    )
  }

  @Test func `a plan with a gap or a divergence is refused under the act's own rule`() throws {
    var facts = try PathFixture.plan(.contracted)
    facts.plan = .incomplete(fields: ["mode", "days"])
    let judgement = PlanAudit.judge(facts)
    #expect(judgement.refusals() == ["T-QUAL-A02 plan-incomplete"])
    #expect(judgement.text.fr.contains("modalité de l'audit et dates de l'audit"))
    facts.plan = .inConflict(fields: ["schedule"])
    #expect(PlanAudit.judge(facts).refusals() == ["T-QUAL-A02 conflict-open"])
  }

  @Test func `days that end before they begin are no days`() throws {
    #expect(AuditDays(first: try AuditFixture.day("2026-05-13"), last: try AuditFixture.day("2026-05-12")) == nil)
  }
}
