import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct NonConformityClockTests {
  private func due(_ grade: QualiopiGrade, _ end: String, _ certificateEnd: String? = nil) throws -> String? {
    NonConformityClock(
      grade, from: try NonConformityFixture.day(end),
      certificateEnd: try certificateEnd.map(NonConformityFixture.day))?.due?.description
  }

  @Test func `EX-36 DL-QUAL-11 R-QUAL-76 a minor has six months from the last day of the audit`() throws {
    #expect(try due(.minor, "2026-08-31") == "2027-02-28")
    #expect(try due(.minor, "2026-08-31", "2026-09-15") == "2027-02-28", "the end of validity cuts majors only")
  }

  @Test func `EX-37 EX-38 EX-39 DL-QUAL-12 R-QUAL-81 a major has three months, cut by the end of validity`() throws {
    #expect(try due(.major, "2026-11-18", "2027-01-15") == "2027-01-15")
    #expect(try due(.major, "2026-11-18", "2027-06-30") == "2027-02-18")
    #expect(try due(.major, "2026-11-30") == "2027-02-28")
  }

  @Test func `R-QUAL-76 R-QUAL-81 the due day itself is in time, the day after is not`() throws {
    for grade in [QualiopiGrade.minor, .major] {
      let clock = try #require(
        NonConformityClock(grade, from: try NonConformityFixture.day("2026-08-31"), certificateEnd: nil))
      let due = try #require(clock.due)
      let next = try #require(due.adding(days: 1))
      #expect(clock.isInTime(due) == true && clock.isInTime(next) == false)
      #expect(!clock.isOver(on: due) && clock.isOver(on: next))
      #expect(clock.rule == (grade == .minor ? "R-QUAL-76" : "R-QUAL-81"))
    }
  }

  @Test func `what is no non-conformity has no clock, and an unknown last day no due date`() throws {
    for grade in [QualiopiGrade.conform, .notApplicable, .notAudited] {
      #expect(NonConformityClock(grade, from: try NonConformityFixture.day("2026-08-31"), certificateEnd: nil) == nil)
    }
    let clock = try #require(NonConformityClock(.major, from: nil, certificateEnd: nil))
    #expect(clock.due == nil && !clock.isOver(on: .latest) && clock.isInTime(.earliest) == nil)
  }
}
