import AuditModel
import Testing

@testable import SchemeRules

@Suite struct UpdateCertificateTests {
  private let complete = UpdateCertificate.Facts(
    requesterRoles: [.office], standing: .active, isDeclared: true, items: Set(UpdateCertificate.Item.allCases),
    hasImpact: false)

  @Test func `T-QUAL-C11 R-QUAL-104 the office changes the data once the four items are there`() {
    #expect(UpdateCertificate.judge(complete).outcome == .accepted)
  }

  @Test(arguments: UpdateCertificate.Item.allCases)
  func `R-QUAL-104 each of the four items missing refuses the change and is named`(item: UpdateCertificate.Item) {
    var facts = complete
    facts.items.remove(item)
    let judgement = UpdateCertificate.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-104 items-missing"])
    #expect(judgement.text.fr.contains(item.words.fr))
    #expect(judgement.text.en.contains(item.words.en))
  }

  @Test func `R-QUAL-105 with an effect on means or processes an audit comes first`() {
    var facts = complete
    facts.hasImpact = true
    #expect(UpdateCertificate.judge(facts).refusals() == ["R-QUAL-105 audit-comes-first"])
    facts.isAudited = true
    #expect(UpdateCertificate.judge(facts).outcome == .accepted)
  }

  @Test(arguments: CertificateStanding.allCases)
  func `T-QUAL-C11 only an active certificate is changed`(standing: CertificateStanding) {
    var facts = complete
    facts.standing = standing
    let expected = standing == .active ? [] : ["T-QUAL-C11 certificate-not-active"]
    #expect(UpdateCertificate.judge(facts).refusals() == expected)
  }

  @Test(arguments: Role.allCases)
  func `T-QUAL-C11 the office alone changes it`(role: Role) {
    var facts = complete
    facts.requesterRoles = [role]
    let expected = role == .office ? [] : ["T-QUAL-C11 requester-not-office"]
    #expect(UpdateCertificate.judge(facts).refusals() == expected)
  }

  @Test func `R-ROLE-19 an observed change does not stand for the body's declaration`() {
    var facts = complete
    facts.isDeclared = false
    #expect(UpdateCertificate.judge(facts).refusals() == ["R-ROLE-19 declaration-not-received"])
  }
}
