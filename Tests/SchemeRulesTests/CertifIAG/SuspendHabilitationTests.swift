import AuditModel
import Testing

@testable import SchemeRules

@Suite struct SuspendHabilitationTests {
  func facts(_ roles: Set<Role>, standing: CertifIAGHabilitationState? = .active) throws -> SuspendHabilitation.Facts {
    let gaps = [
      SuspensionProposal.CitedGap(try #require(ControlPoint.of(code: "CP-16")), .seriousGap),
      SuspensionProposal.CitedGap(try #require(ControlPoint.of(code: "CP-08")), .gap),
    ]
    return SuspendHabilitation.Facts(
      standing: standing,
      proposal: SuspensionProposal(gaps: gaps, grounds: "Actions correctives jamais appliquées."),
      conductors: ["u-0002"], requester: "u-0007", requesterRoles: roles)
  }

  @Test func `T-CIAG-H02 R-CIAG-44 the committee suspends a habilitation in force on the gaps cited`() throws {
    let judgement = SuspendHabilitation.judge(try facts([.committee]))
    #expect(judgement.outcome == .accepted)
    #expect(!SuspendHabilitation.staysProposal(judgement))
  }

  @Test(arguments: [CertifIAGHabilitationState?.none, .active, .suspended])
  func `R-CIAG-44 an auditor's request is refused for that alone and stays a proposal`(
    standing: CertifIAGHabilitationState?
  ) throws {
    var facts = try facts([.auditor], standing: standing)
    facts.requester = "u-0002"
    let judgement = SuspendHabilitation.judge(facts)
    #expect(judgement.refusals() == ["R-CIAG-44 committee-suspends"])
    #expect(judgement.rules == ["R-CIAG-44"])
    #expect(judgement.reasons[0].facts == ["points": ["CP-08", "CP-16"]])
    #expect(judgement.reasons[0].text.wayOut.fr.contains("Proposition transmise à la commission"))
    #expect(SuspendHabilitation.staysProposal(judgement))
  }

  @Test func `R-CIAG-44 the office suspends in urgency only`() throws {
    var facts = try facts([.office])
    let judgement = SuspendHabilitation.judge(facts)
    #expect(judgement.refusals() == ["R-CIAG-44 office-suspends-in-urgency-only"])
    #expect(SuspendHabilitation.staysProposal(judgement))
    facts.isUrgent = true
    #expect(SuspendHabilitation.judge(facts).outcome == .accepted)
    facts.requesterRoles = [.auditor]
    #expect(SuspendHabilitation.judge(facts).rules == ["R-CIAG-44"], "urgency makes an auditor no office")
  }

  @Test func `R-ROLE-01 a member who conducted the audit cited does not pronounce the suspension`() throws {
    var facts = try facts([.committee])
    facts.requester = "u-0002"
    let judgement = SuspendHabilitation.judge(facts)
    #expect(judgement.refusals() == ["R-ROLE-01 committee-member-audited"])
    #expect(!SuspendHabilitation.staysProposal(judgement))
  }

  @Test(arguments: [CertifIAGHabilitationState?.none, .suspended, .withdrawn, .expired, .terminated])
  func `T-CIAG-H02 only a habilitation in force is suspended`(standing: CertifIAGHabilitationState?) throws {
    let judgement = SuspendHabilitation.judge(try facts([.committee], standing: standing))
    #expect(judgement.refusals() == ["T-CIAG-H02 habilitation-not-active"])
  }

  @Test func `R-ROLE-17 a suspension says its reasons: words, or a point graded a gap`() throws {
    var facts = try facts([.committee])
    facts.proposal = SuspensionProposal(gaps: [], grounds: " ")
    #expect(SuspendHabilitation.judge(facts).refusals() == ["R-ROLE-17 motive-missing"])
    let point = try #require(ControlPoint.of(code: "CP-08"))
    facts.proposal.gaps = [.init(point, .conform), .init(point, nil)]
    #expect(SuspendHabilitation.judge(facts).rules == ["R-ROLE-17"], "a conform point is no gap")
    facts.proposal.gaps.append(.init(point, .gap))
    #expect(SuspendHabilitation.judge(facts).outcome == .accepted)
    #expect(facts.proposal.codes == ["CP-08"])
  }

  @Test func `T-CIAG-H01 to T-CIAG-H08 are these moves and no other`() {
    let rows = CertifIAGHabilitationState.transitions.map { move in
      let actors = move.actors.map(\.rawValue).sorted().joined(separator: ",")
      return "\(move.id) \(move.from?.rawValue ?? "-") \(move.to.rawValue) \(actors)"
    }
    #expect(
      rows == [
        "T-CIAG-H01 - active certifier",
        "T-CIAG-H02 active suspended certifier,committee",
        "T-CIAG-H03 suspended active committee",
        "T-CIAG-H04 suspended withdrawn committee",
        "T-CIAG-H05 active withdrawn committee",
        "T-CIAG-H05 suspended withdrawn committee",
        "T-CIAG-H06 active active committee",
        "T-CIAG-H06 suspended suspended committee",
        "T-CIAG-H07 active expired automatic",
        "T-CIAG-H07 suspended expired automatic",
        "T-CIAG-H08 active terminated body",
        "T-CIAG-H08 suspended terminated body",
      ])
    for end in [CertifIAGHabilitationState.withdrawn, .expired, .terminated] {
      #expect(end.transitionsFromHere.isEmpty)
    }
  }
}
