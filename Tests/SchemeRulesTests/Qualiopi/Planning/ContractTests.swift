import AuditModel
import Testing

@testable import SchemeRules

@Suite struct ContractTests {
  @Test func `T-QUAL-A01 a contract is a signed quote that mail brought back`() throws {
    var facts = try PathFixture.sign(.quoted)
    facts.path.signedQuote = .absent
    #expect(SignContract.judge(facts).refusals() == ["T-QUAL-A01 quote-not-signed"])
    facts.path.signedQuote = try PathFixture.mail(.outgoing, "2026-04-01")
    #expect(SignContract.judge(facts).refusals() == ["T-QUAL-A01 quote-not-signed"], "what went out signs nothing")
    facts.path.signedQuote = try PathFixture.mail(.incoming, "2026-04-01", inConflict: ["received"])
    #expect(SignContract.judge(facts).refusals() == ["T-QUAL-A01 conflict-open"])
    facts.path.signedQuote = .inConflict([])
    #expect(SignContract.judge(facts).refusals() == ["T-QUAL-A01 conflict-open"])
    facts.path.contract = .absent
    #expect(SignContract.judge(facts).refusals() == ["T-QUAL-A01 contract-missing"])
    facts.path.contract = .inConflict([])
    #expect(SignContract.judge(facts).refusals() == ["T-QUAL-A01 conflict-open"])
  }

  @Test func `R-QUAL-26 a quote carries NDA, Kbis, BPF and RIB`() throws {
    var facts = try PathFixture.sign(.quoted)
    var terms = PathFixture.terms
    terms.documents = [.nda, .bpf]
    facts.path.contract = .settled(terms)
    let judgement = SignContract.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-26 quote-documents-missing"])
    #expect(
      judgement.reasons.first?.text.what.fr
        == "Il manque au devis\u{202F}: extrait Kbis et relevé d'identité bancaire (RIB).")
    #expect(judgement.reasons.first?.text.what.en == "The quote lacks: Kbis extract and bank details (RIB).")
  }

  @Test func `R-QUAL-56 a new cycle needs a new contract, a surveillance rests on that of its cycle`() throws {
    for kind in [QualiopiAuditKind.initial, .renewal] {
      var facts = try PathFixture.sign(.quoted)
      facts.path.kind = .settled(kind)
      facts.contractServedAnotherCycle = true
      #expect(SignContract.judge(facts).refusals() == ["R-QUAL-56 contract-of-past-cycle"])
    }
    var renewal = try PathFixture.sign(.quoted)
    renewal.path.kind = .settled(.renewal)
    renewal.certificateCycle = 1
    #expect(SignContract.judge(renewal).refusals() == ["R-QUAL-56 contract-of-past-cycle"])
    var terms = PathFixture.terms
    terms.cycle = 2
    renewal.path.contract = .settled(terms)
    #expect(SignContract.judge(renewal).outcome == .accepted)
    var surveillance = try PathFixture.sign(.quoted)
    surveillance.certificateCycle = 1
    surveillance.contractServedAnotherCycle = true
    #expect(SignContract.judge(surveillance).outcome == .accepted)
    surveillance.path.kind = .inConflict([.initial, .renewal])
    #expect(SignContract.judge(surveillance).refusals() == ["R-QUAL-56 conflict-open"])
  }

  @Test func `R-QUAL-27 an audit is planned only once its contract is signed`() throws {
    var facts = try PathFixture.plan(.contracted)
    facts.path.signedQuote = .absent
    #expect(PlanAudit.judge(facts).refusals() == ["R-QUAL-27 quote-not-signed"])
    facts.path.contract = .absent
    let judgement = PlanAudit.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-27 contract-missing"])
    #expect(judgement.text.fr.contains("constat contrat signer"))
    var disputed = PathFixture.terms
    disputed.inConflict = ["durations"]
    facts.path.contract = .settled(disputed)
    #expect(PlanAudit.judge(facts).refusals() == ["R-QUAL-27 conflict-open"])
  }

  @Test(arguments: [(0, nil), (1, SiteStructure.singleSite), (2, .multiSite), (7, .multiSite)])
  func `R-QUAL-63 one site is single-site, several are multi-site`(count: Int, structure: SiteStructure?) {
    #expect(SiteStructure.of(sites: count) == structure)
  }
}
