import AuditModel
import Testing

@testable import SchemeRules

@Suite struct ActCatalogueTests {
  @Test func `the acts known are exactly these, in the order of a dossier's life`() {
    #expect(
      ActCatalogue.all.map(\.name) == [
        "audit.contract", "audit.plan", "audit.name-auditor", "audit.notice", "audit.validate-notice",
        "audit.send-plan", "audit.cancel", "audit.close", "report.present", "report.answer", "report.await-evidence",
        "report.close", "report.submit", "nonconformity.plan", "nonconformity.evidence", "nonconformity.lift",
        "nonconformity.return", "decision.record", "certificate.update", "correction.record", "complaint.examine",
        "audit.bill", "billing.correct", "habilitation.suspend",
      ])
  }

  @Test(arguments: ["", "audit.reopen", "Audit.close", "audit.close ", "audit"])
  func `an unknown act is none`(name: String) {
    #expect(ActCatalogue.act(named: name) == nil)
  }

  @Test func `an act is found under its own scheme only`() {
    #expect(ActCatalogue.act(named: "audit.close", in: .qualiopi)?.transition == "T-QUAL-A07")
    #expect(ActCatalogue.act(named: "audit.close", in: .certifIAG) == nil)
    #expect(ActCatalogue.act(named: "habilitation.suspend", in: .certifIAG)?.transition == "T-CIAG-H02")
  }

  private static let ofRecord = [
    "report.present", "decision.record", "correction.record", "habilitation.suspend",
  ]

  @Test func `what presents or decides freezes and is binding, what leads to the audit and its closing do neither`() {
    #expect(
      ActCatalogue.all.filter(\.freezes).map(\.name) == Self.ofRecord)
    #expect(
      ActCatalogue.all.filter(\.isBinding).map(\.name) == Self.ofRecord)
  }

  @Test func `an act leads where its transition leads`() {
    let audit = (QualiopiAuditState.transitions + QualiopiAuditState.cancellations).map { "\($0.id) \($0.to.rawValue)" }
    let habilitation = CertifIAGHabilitationState.transitions.map { "\($0.id) \($0.to.rawValue)" }
    let certificate = CertificateStanding.transitions.map { "\($0.id) \($0.to.rawValue)" }
    let nonConformity = QualiopiNonConformityState.transitions.map { "\($0.id) \($0.to.rawValue)" }
    // An act that moves no machine is named by its rule, and a correction leads where it says.
    for act in ActCatalogue.all where act.transition.description.hasPrefix("T-") && act.name != "correction.record" {
      #expect(
        (certificate + audit + nonConformity + habilitation).contains("\(act.transition) \(act.resultingState)"),
        "\(act.name)")
    }
  }

  @Test func `only the roles of the catalogue may be granted an act`() {
    #expect(ActCatalogue.act(named: "audit.close")?.roles == [.auditor])
    #expect(ActCatalogue.act(named: "report.present")?.roles == [.auditor])
    #expect(ActCatalogue.act(named: "decision.record")?.roles == [.decider])
    #expect(ActCatalogue.act(named: "habilitation.suspend")?.roles == [.committee, .office])
  }
}
