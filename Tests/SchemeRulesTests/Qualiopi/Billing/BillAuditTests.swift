import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct BillAuditTests {
  let billing: QualiopiBilling.Facts

  init() throws {
    billing = QualiopiBilling.Facts(
      audit: "a1", kind: .surveillance, state: .decided, days: try QualiopiBillingTests.days(1),
      tariff: QualiopiTariff.inForce(on: try AuditFixture.day("2026-05-12")))
  }

  func refusals(_ roles: Set<Role> = [.office], conflicts: [String] = [], state: QualiopiAuditState? = .decided)
    -> [String]
  {
    var billing = billing
    billing.state = state
    return BillAudit.judge(BillAudit.Facts(billing: billing, conflicts: conflicts, requesterRoles: roles)).refusals()
  }

  @Test func `T-QUAL-A14 the office bills a decided audit, nobody else and no audit still in decision`() {
    #expect(refusals() == [])
    #expect(refusals([.decider]) == ["T-QUAL-A14 billing-is-the-offices"])
    #expect(refusals(state: .inDecision) == ["T-QUAL-A14 billed-while-in-decision"])
    #expect(refusals(state: .reportClosed) == ["R-QUAL-94 billed-before-decision"])
    #expect(refusals(conflicts: ["schedule", "dayPriceCents"]) == ["T-QUAL-A14 conflict-open"])
  }

  @Test func `R-QUAL-94 a correction is the office's, and what is a line already is not corrected into another`() {
    let correction = BillingCorrection.Facts(
      account: BillingAccount(QualiopiBilling.lines(for: billing)), corrected: "a1.mission", reduction: .euros(10),
      motive: "trajet partagé")
    func refusals(_ roles: Set<Role>, isLine: Bool = false) -> [String] {
      CorrectBilling.judge(
        CorrectBilling.Facts(correction: correction, isLine: isLine, requesterRoles: roles)
      ).refusals()
    }
    #expect(refusals([.office]) == [])
    #expect(refusals([.auditor]) == ["R-QUAL-94 billing-is-the-offices"])
    #expect(refusals([.office], isLine: true) == ["R-QUAL-94 correction-recorded-already"])
  }

  @Test(arguments: [
    (1, "2026-05-13", ["2026-05-13 1"]), (3, "2026-05-14", ["2026-05-13 2", "2026-05-14 1"]),
    (2, "2026-05-19", ["2026-05-13 1", "2026-05-14 1"]),
    (3, "2026-05-18", ["2026-05-13 1", "2026-05-14 1", "2026-05-15 1"]),
    (3, "2026-05-13", ["2026-05-13 2", "2026-05-13 1"]), (0, "2026-05-13", []),
  ])
  func `R-QUAL-39 half-days without a schedule fill the weekdays of the audit, and their sum is the contract's`(
    halfDays: Int, last: String, expected: [String]
  ) throws {
    let days = try AuditFixture.days("2026-05-13", last)
    let duration = try #require(AuditDuration(halfDays: halfDays))
    let spread = ScheduledDay.spread(duration, over: days, mode: .onSite)
    #expect(spread.map { "\($0.date) \($0.halfDays)" } == expected)
    #expect(spread.duration == duration)
  }
}
