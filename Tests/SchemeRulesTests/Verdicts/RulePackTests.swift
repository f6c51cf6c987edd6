import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct RulePackTests {
  @Test func `a pack is found by its name and no other`() {
    #expect(RulePack.named("qualiopi-2026-01")?.scheme == .qualiopi)
    #expect(RulePack.named("certifiag-2026-01")?.scheme == .certifIAG)
    #expect(RulePack.named("qualiopi-2025-01") == nil)
  }

  @Test func `R-TIME-19 the pack in force is the last that took effect, from its first day on`() throws {
    let first = try #require(CivilDate("2026-01-01"))
    let eve = try #require(CivilDate("2025-12-31"))
    let later = try #require(CivilDate("2026-05-12"))
    #expect(RulePack.inForce(.qualiopi, on: first)?.name == "qualiopi-2026-01")
    #expect(RulePack.inForce(.qualiopi, on: later)?.effectiveFrom == first)
    #expect(RulePack.inForce(.qualiopi, on: eve) == nil)
    #expect(RulePack.inForce(.cleaNumerique, on: later) == nil)
  }
}
