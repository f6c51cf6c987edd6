import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct RaisedNonConformityTests {
  @Test func `R-QUAL-69 R-QUAL-70 a grade raises its own non-conformity, with its delay from the last day`() throws {
    var facts = try AuditFixture.facts()
    facts.grade(17, .major, evidence: true)
    facts.grade(24, .minor, evidence: true)
    let raised = facts.raisedNonConformities(by: .standard)
    #expect(raised.map(\.indicator) == [17, 24])
    #expect(raised.map(\.rule) == ["R-QUAL-70", "R-QUAL-69"])
    #expect(raised.map { $0.due?.description } == ["2026-08-13", "2026-11-13"])
    facts.days = .absent
    #expect(facts.raisedNonConformities(by: .standard).allSatisfy { $0.due == nil })
  }

  @Test func `the end of validity cuts the delay of a major`() throws {
    var facts = try AuditFixture.facts()
    facts.grade(17, .major, evidence: true)
    facts.certificateEnd = try AuditFixture.day("2026-07-01")
    #expect(facts.raisedNonConformities(by: .standard)[0].due?.description == "2026-07-01")
  }

  @Test func `GX-16 four minors raise no cumulation`() throws {
    var facts = try AuditFixture.facts()
    for indicator in [2, 8, 9, 23] as [QualiopiIndicator] { facts.grade(indicator, .minor, evidence: true) }
    #expect(facts.raisedNonConformities(by: .standard).map(\.grade) == [.minor, .minor, .minor, .minor])
    #expect(!MinorCumulation(raised: 4, max: 4).isRaised)
  }

  @Test func `GX-17 R-QUAL-73 the fifth minor raises a cumulation major, three months`() throws {
    var facts = try AuditFixture.facts()
    for indicator in [2, 8, 9, 23, 24] as [QualiopiIndicator] { facts.grade(indicator, .minor, evidence: true) }
    let cumulation = try #require(facts.raisedNonConformities(by: .standard).last)
    #expect(cumulation.indicator == nil)
    #expect(cumulation.grade == .major)
    #expect(cumulation.origin == .cumulation(minors: 5))
    #expect(cumulation.rule == "R-QUAL-73")
    #expect(cumulation.due?.description == "2026-08-13")
  }

  @Test func `GX-18 R-QUAL-73 two of five minors lifted leave three: the cumulation is lifted`() {
    #expect(MinorCumulation(raised: 5, lifted: 0, max: 4).isOpen)
    #expect(!MinorCumulation(raised: 5, lifted: 1, max: 4).isOpen)
    #expect(!MinorCumulation(raised: 5, lifted: 2, max: 4).isOpen)
    #expect(MinorCumulation(raised: 5, lifted: 2, max: 4).isRaised)
  }

  @Test func `GX-19 R-QUAL-78 a minor on 9 not lifted at surveillance is a major there, from that audit's last day`()
    throws
  {
    let raisedOn = try AuditFixture.day("2024-10-08")
    for grade in [QualiopiGrade.minor, .major, .notAudited] {
      var facts = try AuditFixture.facts()
      facts.previous = [try #require(PreviousNonConformity(9, .minor, state: .overdue, raisedOn: raisedOn))]
      facts.grade(9, grade, evidence: true)
      let raised = try #require(facts.raisedNonConformities(by: .standard).first)
      #expect(raised.indicator == 9 && raised.grade == .major)
      #expect(raised.origin == .requalified(raisedOn: raisedOn))
      #expect(raised.rule == "R-QUAL-78")
      #expect(raised.due?.description == "2026-08-13")
    }
  }

  @Test func `GX-20 R-QUAL-78 a minor on 9 lifted before leaves a new one a minor`() throws {
    var facts = try AuditFixture.facts()
    facts.previous = [try #require(PreviousNonConformity(9, .minor, state: .lifted))]
    facts.grade(9, .minor, evidence: true)
    #expect(facts.raisedNonConformities(by: .standard).map(\.grade) == [.minor])
    #expect(facts.raisedNonConformities(by: .standard).map(\.origin) == [.graded])
  }

  @Test func `R-QUAL-78 a minor found corrected at the audit is not requalified by the grade`() throws {
    var facts = try AuditFixture.facts()
    facts.previous = [try #require(PreviousNonConformity(9, .minor, state: .evidenceReceived))]
    for grade in [QualiopiGrade.conform, .notApplicable] {
      facts.grade(9, grade)
      #expect(facts.raisedNonConformities(by: .standard).isEmpty)
    }
    facts.items[9] = nil
    #expect(facts.raisedNonConformities(by: .standard).map(\.indicator) == [9], "nobody said it was corrected")
  }

  @Test func `R-QUAL-73 a requalified minor does not count among the minors of the new audit`() throws {
    var facts = try AuditFixture.facts()
    facts.previous = [try #require(PreviousNonConformity(9, .minor, state: .raised))]
    for indicator in [2, 8, 9, 23, 24] as [QualiopiIndicator] { facts.grade(indicator, .minor, evidence: true) }
    #expect(facts.raisedNonConformities(by: .standard).count { $0.grade == .minor } == 4)
    #expect(facts.raisedNonConformities(by: .standard).allSatisfy { $0.indicator != nil })
  }

  @Test func `an earlier major is no minor to requalify, and a conform grade no non-conformity`() throws {
    let major = try #require(PreviousNonConformity(9, .major, state: .raised))
    #expect(!major.isOpenMinor)
    #expect(PreviousNonConformity(9, .conform, state: .raised) == nil)
  }
}
