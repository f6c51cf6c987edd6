import Testing
import WorkingDays

@testable import SchemeRules

/// The date a device's clock may propose (R-TIME-22, A-104).
struct ConfirmedDateTests {
  /// 00:02 in Paris on 13 May 2026.
  private let clock = Instant(
    clampingMillisecondsSince1970: CivilDate("2026-05-13")!.startInParis.millisecondsSince1970 + 120_000)

  private func proposal(_ offset: Int64?, max: Int = 5) -> CivilDate? {
    ConfirmedDate.proposal(clock: clock, offset: offset, maxMinutes: max)
  }

  @Test func `R-TIME-22 A-104 a clock under five minutes off proposes its day in Paris, fast or slow`() {
    for offset in [0, 299_999, -299_999] as [Int64] { #expect(proposal(offset) == CivilDate("2026-05-13")) }
  }

  @Test func `R-TIME-22 A-104 a clock five minutes off or more proposes nothing`() {
    for offset in [300_000, -300_000, Int64.max, Int64.min] { #expect(proposal(offset) == nil) }
  }

  @Test func `R-TIME-22 A-104 clockOffsetMaxMinutes moves the limit`() {
    #expect(proposal(600_000, max: 11) == CivilDate("2026-05-13"))
    #expect(proposal(60_000, max: 1) == nil)
  }

  @Test func `R-TIME-22 a device that has measured nothing yet proposes`() {
    #expect(proposal(nil) == CivilDate("2026-05-13"))
  }
}
