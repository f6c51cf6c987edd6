import Testing

@testable import SchemeRules

@Suite struct CertificateStandingTests {
  @Test func `T-QUAL-C01 T-QUAL-C02 T-QUAL-C03 T-QUAL-C04 T-QUAL-C05 T-QUAL-C06 the moves are those of the table`() {
    let moves = CertificateStanding.transitions.map { move in
      "\(move.id) \(move.from?.rawValue ?? "–") → \(move.to.rawValue) \(move.actors.map(\.rawValue).sorted())"
    }
    #expect(
      moves == [
        "T-QUAL-C01 none → active [\"decider\"]", "T-QUAL-C02 none → refused [\"decider\"]",
        "T-QUAL-C03 active → active [\"decider\"]", "T-QUAL-C04 active → active [\"decider\"]",
        "T-QUAL-C05 active → suspended [\"decider\"]", "T-QUAL-C06 active → suspended [\"decider\"]",
        "T-QUAL-C07 suspended → active [\"decider\"]", "T-QUAL-C08 suspended → withdrawn [\"decider\"]",
        "T-QUAL-C09 active → expired [\"automatic\"]", "T-QUAL-C09 suspended → expired [\"automatic\"]",
        "T-QUAL-C10 active → active [\"decider\"]", "T-QUAL-C11 active → active [\"planning\"]",
        "T-QUAL-C12 expired → active [\"decider\"]",
      ])
  }

  @Test func `every standing is reached from none`() {
    var reached: Set<CertificateStanding> = [.notGranted]
    var frontier = reached
    while !frontier.isEmpty {
      frontier = Set(frontier.flatMap(\.transitionsFromHere).map(\.to)).subtracting(reached)
      reached.formUnion(frontier)
    }
    #expect(reached == Set(CertificateStanding.allCases))
  }

  @Test func `the ends are withdrawn and refused, and expired but for a late renewal`() {
    #expect(CertificateStanding.allCases.filter(\.transitionsFromHere.isEmpty) == [.withdrawn, .refused])
    #expect(CertificateStanding.expired.transitionsFromHere.map(\.id) == ["T-QUAL-C12"])
    #expect(CertificateStanding.allCases.filter(\.isEnded) == [.withdrawn, .expired, .refused])
    #expect(CertificateStanding.allCases.filter(\.hasLeftPublicList) == [.withdrawn, .expired])
  }

  @Test func `every measure makes moves of the table, each move of a decider is made by one measure`() {
    let deciders = Set(CertificateStanding.transitions.filter { $0.actors.contains(.decider) }.map(\.id))
    let made = DecisionMeasure.allCases.flatMap(\.transitions)
    #expect(Set(made) == deciders)
    #expect(made.count == deciders.count)
  }

  @Test(arguments: [
    (CertificateStanding.withdrawn, [QualiopiAuditKind.initial]), (.refused, [.initial]), (.expired, [.initial]),
    (.notGranted, [.initial]), (.active, [.surveillance, .renewal, .extension]),
    (.suspended, [.surveillance, .renewal]),
  ])
  func `R-QUAL-86 after an end only an initial audit comes next`(
    standing: CertificateStanding, kinds: [QualiopiAuditKind]
  ) {
    #expect(NextAuditKinds.allowed(standing: standing) == Set(kinds))
  }

  @Test func `a decision of an earlier version means the measure of its outcome, its audit and the standing`() {
    func meant(_ outcome: DecisionOutcome, _ standing: CertificateStanding) -> [DecisionMeasure] {
      QualiopiAuditKind.allCases.map { .meant(by: outcome, on: $0, from: standing) }
    }
    #expect(meant(.favourable, .active) == [.grant, .maintain, .renew, .extend])
    #expect(meant(.unfavourable, .active) == [.refuse, .suspend, .suspend, .suspend])
    #expect(meant(.favourable, .suspended)[1] == .reinstate)
    #expect(meant(.unfavourable, .suspended)[1] == .withdraw)
    #expect(meant(.unfavourable, .expired)[2] == .refuse)
  }

  @Test func `EX-31 DL-QUAL-06 A-41 R-QUAL-33 a cycle lasts three years to its anniversary, or to its eve by setting`()
    throws
  {
    let start = try AuditFixture.day("2024-12-31")
    #expect(try #require(CertificateValidity(cycleFrom: start)).to == AuditFixture.day("2027-12-31"))
    var settings = QualiopiSettings()
    settings.validityEndRule = .eve
    let eve = try #require(CertificateValidity(cycleFrom: start, settings: settings))
    #expect(eve.to == (try AuditFixture.day("2027-12-30")))
    #expect(eve.nextStart(settings) == (try AuditFixture.day("2027-12-31")))
  }

  @Test
  func
    `EX-37 EX-38 EX-39 DL-QUAL-12 A-48 A-94 the delay of a major ends with the certificate, an initial audit has none`()
    throws
  {
    var facts = try RecordDecisionTests().facts()
    facts.audit.days = .settled(try AuditFixture.days("2026-11-18", "2026-11-18"))
    facts.audit.certificateEnd = try AuditFixture.day("2027-01-15")
    #expect(facts.majorDue(.maintain) == (try AuditFixture.day("2027-01-15")))
    facts.audit.certificateEnd = try AuditFixture.day("2027-06-30")
    #expect(facts.majorDue(.maintain) == (try AuditFixture.day("2027-02-18")))
    facts.audit.kind = .settled(.initial)
    facts.audit.days = .settled(try AuditFixture.days("2026-11-30", "2026-11-30"))
    facts.audit.certificateEnd = try AuditFixture.day("2026-12-31")
    #expect(facts.majorDue(.refuse) == (try AuditFixture.day("2027-02-28")))
    facts.settings.initialSecondChanceMonths = 3
    #expect(facts.majorDue(.refuse) == (try AuditFixture.day("2027-05-28")))
  }
}
