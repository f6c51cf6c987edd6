import AuditModel
import Testing

@testable import SchemeRules

@Suite struct RecordDecisionTests {
  func facts(
    _ outcome: DecisionOutcome = .favourable, _ nonConformities: [QualiopiDecisionFacts.NonConformity] = []
  ) throws -> QualiopiDecisionFacts {
    var audit = try AuditFixture.facts(state: .reportClosed)
    audit.requester = "u-0009"
    audit.requesterRoles = [.decider]
    return QualiopiDecisionFacts(
      audit: audit, outcome: .settled(outcome), motive: .absent,
      terms: DecisionTerms(decidedOn: .absent, today: try AuditFixture.day("2026-12-01")),
      certificate: CertificateRecord(standing: .active), nonConformities: nonConformities,
      competenceGap: CompetenceGap.none, irregularities: [])
  }

  @Test func `GX-23 T-QUAL-A13 without non-conformity a decider who took no part decides favourably`() throws {
    #expect(RecordDecision.judge(try facts()).outcome == .accepted)
  }

  @Test func `R-ROLE-01 who conducted the audit does not decide on it, and is told who does`() throws {
    for requester in [AuditFixture.lead, AuditFixture.colleague] {
      var facts = try facts()
      facts.audit.requester = requester
      let judgement = RecordDecision.judge(facts)
      #expect(judgement.refusals() == ["R-ROLE-01 decider-audited"])
      #expect(judgement.text.fr.contains("Transmettez le rapport à un expert décisionnaire."))
      #expect(judgement.text.fr.contains("une personne qui n'a pas conduit l'audit"))
    }
  }

  @Test func `R-ROLE-01 a lead that somebody named and another contests counts as having conducted it`() throws {
    var facts = try facts()
    facts.audit.lead = .inConflict(["u-0009", AuditFixture.lead])
    #expect(RecordDecision.judge(facts).rules == ["R-ROLE-01"])
  }

  @Test func `R-QUAL-88 an auditor's decision offline is forecast as refused by R-ROLE-01 and R-QUAL-88`() throws {
    var facts = try facts()
    facts.audit = try AuditFixture.facts(state: .done)
    facts.competenceGap = nil
    facts.irregularities = nil
    let judgement = RecordDecision.judge(facts)
    #expect(judgement.outcome == .refused)
    #expect(Array(judgement.rules.prefix(2)) == ["R-ROLE-01", "R-QUAL-88"])
    #expect(judgement.refusals().contains("R-QUAL-88 requester-not-decider"))
  }

  @Test func `R-ROLE-22 a decider needs a competence in force for every category`() throws {
    var facts = try facts()
    facts.competenceGap = .lacking([.apprenticeship])
    let judgement = RecordDecision.judge(facts)
    #expect(judgement.refusals() == ["R-ROLE-22 competence-missing"])
    #expect(judgement.text.fr.contains("formation par apprentissage"))
    facts.competenceGap = nil
    #expect(RecordDecision.judge(facts).outcome == .undeterminedHere)
    #expect(RecordDecision.judge(facts).needs == [.competenceRegister])
  }

  @Test(arguments: QualiopiAuditState.allCases)
  func `T-QUAL-A13 a decision is taken on a closed report only`(state: QualiopiAuditState) throws {
    var facts = try facts(.unfavourable, [.init(17, .major, state: .notLifted, hasPlan: true)])
    facts.motive = .settled("majeure non levée")
    facts.terms.letter = .settled(DecisionTerms.Letter(condition: "lever la majeure"))
    facts.audit.state = state
    let expected = state == .reportClosed || state == .inDecision ? [] : ["T-QUAL-A13 report-not-closed"]
    #expect(RecordDecision.judge(facts).refusals() == expected)
  }

  @Test func `R-QUAL-67 no favourable decision before the body has answered`() throws {
    var facts = try facts()
    facts.audit.state = .reportProvisional
    #expect(RecordDecision.judge(facts).rules == ["T-QUAL-A13", "R-QUAL-67"])
    facts.audit.state = nil
    #expect(RecordDecision.judge(facts).refusals().contains("R-QUAL-67 report-not-answered"))
  }

  @Test func `T-QUAL-A13 a decision says which way it goes, and one way only`() throws {
    var facts = try facts()
    facts.outcome = .absent
    #expect(RecordDecision.judge(facts).refusals() == ["T-QUAL-A13 outcome-missing"])
    facts.outcome = .inConflict([.favourable, .unfavourable])
    #expect(RecordDecision.judge(facts).refusals() == ["T-QUAL-A13 conflict-open"])
  }

  @Test func `R-ROLE-17 an unfavourable decision carries its reasons`() throws {
    var facts = try facts(.unfavourable, [.init(17, .major, state: .notLifted, hasPlan: true)])
    facts.terms.letter = .settled(DecisionTerms.Letter(condition: "lever la majeure"))
    #expect(RecordDecision.judge(facts).refusals() == ["R-ROLE-17 motive-missing"])
    facts.motive = .settled(" \n")
    #expect(RecordDecision.judge(facts).refusals() == ["R-ROLE-17 motive-missing"])
    facts.motive = .inConflict(["a", "b"])
    #expect(RecordDecision.judge(facts).refusals() == ["R-ROLE-17 conflict-open"])
    facts.motive = .settled("majeure non levée dans le délai")
    #expect(RecordDecision.judge(facts).outcome == .accepted)
  }

  @Test func `R-QUAL-80 no favourable decision while a major is open, an unfavourable one may be`() throws {
    for state in QualiopiNonConformityState.allCases where state.isOpen {
      let open = try facts(.favourable, [.init(17, .major, state: state, hasPlan: true)])
      #expect(RecordDecision.judge(open).refusals() == ["R-QUAL-80 major-open"])
    }
    var unfavourable = try facts(.unfavourable, [.init(17, .major, state: .notLifted, hasPlan: true)])
    unfavourable.motive = .settled("majeure non levée")
    unfavourable.terms.letter = .settled(DecisionTerms.Letter(condition: "lever la majeure"))
    #expect(RecordDecision.judge(unfavourable).outcome == .accepted)
  }

  @Test func `GX-24 R-QUAL-81 evidence received on the last day of the three months is in time`() throws {
    var facts = try facts(
      .favourable,
      [.init(17, .major, state: .lifted, hasPlan: true, evidenceReceivedOn: try AuditFixture.day("2027-02-18"))])
    facts.audit.days = .settled(try AuditFixture.days("2026-11-17", "2026-11-18"))
    #expect(RecordDecision.judge(facts).outcome == .accepted)
  }

  @Test func `GX-25 R-QUAL-81 a day later the favourable decision is refused, with the due day`() throws {
    var facts = try facts(
      .favourable,
      [.init(17, .major, state: .lifted, hasPlan: true, evidenceReceivedOn: try AuditFixture.day("2027-02-19"))])
    facts.audit.days = .settled(try AuditFixture.days("2026-11-17", "2026-11-18"))
    let judgement = RecordDecision.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-81 major-evidence-late"])
    #expect(judgement.reasons[0].facts == ["indicators": ["17"], "due": ["2027-02-18"]])
    #expect(judgement.text.fr.contains("18 février 2027"))
  }

  @Test func `GX-26 R-QUAL-81 the end of validity binds when it comes first`() throws {
    var facts = try facts(
      .favourable,
      [.init(17, .major, state: .lifted, hasPlan: true, evidenceReceivedOn: try AuditFixture.day("2027-01-20"))])
    facts.audit.days = .settled(try AuditFixture.days("2026-11-18", "2026-11-18"))
    facts.audit.certificateEnd = try AuditFixture.day("2027-01-15")
    #expect(RecordDecision.judge(facts).refusals() == ["R-QUAL-81 major-evidence-late"])
  }

  @Test func `R-QUAL-81 without days, or with contested ones, nothing says that evidence was in time`() throws {
    var facts = try facts(.favourable, [.init(17, .major, state: .lifted, hasPlan: true)])
    #expect(RecordDecision.judge(facts).refusals() == ["R-QUAL-81 major-evidence-late"], "no date of receipt")
    facts.audit.days = .absent
    #expect(RecordDecision.judge(facts).refusals() == ["R-QUAL-81 audit-days-missing"])
    facts.audit.days = .inConflict([])
    #expect(RecordDecision.judge(facts).refusals() == ["R-QUAL-81 conflict-open"])
  }

  @Test func `GX-16 R-QUAL-74 four minors, each with a plan, leave the decision open`() throws {
    let minors = [2, 8, 9, 23].map {
      QualiopiDecisionFacts.NonConformity(QualiopiIndicator($0), .minor, state: .planReceived, hasPlan: true)
    }
    #expect(RecordDecision.judge(try facts(.favourable, minors)).outcome == .accepted)
    var without = minors
    without[1].hasPlan = false
    let judgement = RecordDecision.judge(try facts(.favourable, without))
    #expect(judgement.refusals() == ["R-QUAL-74 minor-without-plan"])
    #expect(judgement.reasons[0].facts == ["indicators": ["8"]])
  }

  @Test func `GX-17 GX-18 R-QUAL-73 five minors wait until four or fewer remain`() throws {
    var minors = [2, 8, 9, 23, 24].map {
      QualiopiDecisionFacts.NonConformity(QualiopiIndicator($0), .minor, state: .planReceived, hasPlan: true)
    }
    let cumulation = QualiopiDecisionFacts.NonConformity(nil, .major, state: .raised, hasPlan: true)
    let waiting = RecordDecision.judge(try facts(.favourable, minors + [cumulation]))
    #expect(waiting.refusals() == ["R-QUAL-80 cumulation-open"])
    #expect(waiting.reasons[0].facts == ["count": ["5"], "max": ["4"]])
    for lifted in 0...1 {
      minors[lifted].state = .lifted
      minors[lifted].evidenceReceivedOn = try AuditFixture.day("2026-06-24")
    }
    #expect(RecordDecision.judge(try facts(.favourable, minors + [cumulation])).outcome == .accepted)
    for lifted in 0...1 { minors[lifted].evidenceReceivedOn = try AuditFixture.day("2026-08-14") }
    let late = RecordDecision.judge(try facts(.favourable, minors + [cumulation]))
    #expect(late.refusals() == ["R-QUAL-81 cumulation-lifted-late"])
    #expect(late.reasons.first?.facts == ["due": ["2026-08-13"]])
  }

  @Test(arguments: [
    (QualiopiDecisionFacts.Irregularity.notOnSite, "R-QUAL-35 held-in-wrong-mode"),
    (.remoteNotAllowed, "R-QUAL-36 held-in-wrong-mode"), (.beforeWindow, "R-QUAL-49 held-before-window"),
  ])
  func `T-QUAL-A13 R-QUAL-35 R-QUAL-36 R-QUAL-49 an irregular audit grounds no favourable decision`(
    irregularity: QualiopiDecisionFacts.Irregularity, refusal: String
  ) throws {
    var facts = try facts()
    facts.irregularities = [irregularity]
    #expect(RecordDecision.judge(facts).refusals() == [refusal])
    facts.irregularities = nil
    #expect(RecordDecision.judge(facts).needs == [.auditConditions])
  }
}
