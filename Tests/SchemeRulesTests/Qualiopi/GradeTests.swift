import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct GradeTests {
  @Test func `R-QUAL-141 the order of gravity is major, minor, conform, not applicable, not audited`() {
    #expect(QualiopiGrade.allCases.map(\.rawValue) == ["major", "minor", "conform", "not-applicable", "not-audited"])
    for (graver, lesser) in zip(QualiopiGrade.allCases, QualiopiGrade.allCases.dropFirst()) {
      #expect(graver.isGraver(than: lesser))
      #expect(!lesser.isGraver(than: graver))
    }
    #expect(!QualiopiGrade.minor.isGraver(than: .minor))
    #expect(QualiopiGrade.gravest(of: [.notAudited, .minor, .conform]) == .minor)
    #expect(QualiopiGrade.gravest(of: []) == nil)
  }

  @Test func `R-QUAL-141 a grade against not applicable is a conflict like any other, the graver holds`() {
    #expect(
      GradeReading(of: [.notApplicable, .conform])
        == .inConflict(holding: .conform, values: [.conform, .notApplicable]))
    #expect(GradeReading(of: [.conform, .major, .conform]).holding == .major)
    #expect(GradeReading(of: [.conform, .conform]) == .settled(.conform))
    #expect(GradeReading(of: []) == .none)
    #expect(GradeReading(of: []).holding == nil)
  }

  @Test func `the words on screen are those of the trade`() {
    #expect(
      QualiopiGrade.allCases.map(\.words.fr) == ["majeure", "mineure", "conforme", "non applicable", "non audité"])
  }

  @Test func `GX-08 R-QUAL-69 R-QUAL-72 indicator 2 half published, quality not at stake: minor`() {
    #expect(IndicatorFinding(2, .partial).grade == .minor)
  }

  @Test func `GX-09 R-QUAL-70 indicator 2, nothing published: major`() {
    #expect(IndicatorFinding(2, .notMet).grade == .major)
  }

  @Test func `GX-10 R-QUAL-71 indicator 11 partly met, quality not at stake: major`() {
    #expect(IndicatorFinding(11, .partial).grade == .major)
  }

  @Test func `GX-11 R-QUAL-70 indicator 17 partly met, room unfit for the practical part: major`() {
    #expect(IndicatorFinding(17, .partial, isQualityAtStake: true).grade == .major)
  }

  @Test func `GX-12 R-QUAL-13 indicator 12, course of 2 days, nothing done: not applicable`() {
    let profile = ServiceProfile(categories: [.training], samplesTwoDaysAtMost: true)
    #expect(IndicatorFinding(12, .notMet).grade(for: profile) == .notApplicable)
  }

  @Test func `GX-13 indicator 12, course of 2.5 days, nothing done: major`() {
    #expect(IndicatorFinding(12, .notMet).grade(for: ServiceProfile(categories: [.training])) == .major)
  }

  @Test func `GX-14 R-QUAL-07 indicator 27 without subcontractor: not applicable`() {
    #expect(IndicatorFinding(27, .notMet).grade(for: ServiceProfile(categories: [.apprenticeship])) == .notApplicable)
  }

  @Test func `GX-15 R-QUAL-15 one request to the funder within a year proves its part of indicator 30`() throws {
    let audit = try #require(CivilDate("2026-05-12"))
    let nineMonthsAgo = try #require(CivilDate("2025-08-12"))
    let yearAgo = try #require(CivilDate("2025-05-12"))
    let tooOld = try #require(CivilDate("2025-05-11"))
    #expect(FunderAppreciation.isProved(lastRequest: nineMonthsAgo, on: audit))
    #expect(FunderAppreciation.isProved(lastRequest: yearAgo, on: audit))
    #expect(!FunderAppreciation.isProved(lastRequest: tooOld, on: audit))
    #expect(!FunderAppreciation.isProved(lastRequest: nil, on: audit))
  }

  @Test func `a met indicator is conform whatever the rest`() {
    #expect(QualiopiIndicator.all.allSatisfy { IndicatorFinding($0, .met, isQualityAtStake: true).grade == .conform })
  }
}
