import AuditModel
import TestSupport
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct BillingCorrectionTests {
  let lines: [BillingLine]

  init() throws {
    let tariff = try #require(QualiopiTariff.inForce(on: try AuditFixture.day("2026-05-12")))
    lines = QualiopiBilling.lines(
      for: QualiopiBilling.Facts(
        audit: "a1", kind: .initial, state: .decided, days: try QualiopiBillingTests.days(2, 1), tariff: tariff))
  }

  func facts(
    _ line: String, _ reduction: EuroCents, motive: String? = "journée comptée deux fois",
    in lines: [BillingLine]? = nil
  ) -> BillingCorrection.Facts {
    BillingCorrection.Facts(
      account: BillingAccount(lines ?? self.lines), corrected: line, reduction: reduction, motive: motive)
  }

  @Test func `R-QUAL-94 a line and its whole correction come to nothing`() throws {
    for line in lines {
      let facts = facts(line.id, line.amount)
      #expect(BillingCorrection.judge(facts).outcome == .accepted)
      let correction = try #require(BillingCorrection.line(facts, mark: "c1"))
      #expect(correction.amount == -line.amount)
      #expect(correction.corrects == line.id)
      #expect(correction.id == "\(line.id).c1")
      #expect(correction.code == line.code && correction.rule == line.rule)
      let account = BillingAccount(lines + [correction])
      #expect(account.total(of: line.code) == .zero)
      #expect(account.remainder(of: line.id) == .zero)
      #expect(account.total == BillingAccount(lines).total - line.amount)
    }
  }

  @Test func `R-QUAL-94 a line is corrected once more at most down to nothing, never below`() throws {
    let days = facts("a1.audit-days", .euros(1_000))
    let first = try #require(BillingCorrection.line(days, mark: "c1"))
    let corrected = lines + [first]
    #expect(BillingAccount(corrected).remainder(of: "a1.audit-days") == .euros(470))
    #expect(
      BillingCorrection.judge(facts("a1.audit-days", .euros(471), in: corrected)).refusals()
        == ["R-QUAL-94 correction-above-line"])
    #expect(BillingCorrection.judge(facts("a1.audit-days", .euros(470), in: corrected)).outcome == .accepted)
    let refusal = BillingCorrection.judge(facts("a1.mission", .euros(161)))
    #expect(refusal.reasons[0].text.what.fr.contains("161,00\u{202F}€, il reste 160,00\u{202F}€"))
  }

  @Test func `R-QUAL-94 a correction names an original line and takes something off`() throws {
    #expect(BillingCorrection.judge(facts("a2.file", .euros(1))).refusals() == ["R-QUAL-94 no-line-to-correct"])
    #expect(BillingCorrection.line(facts("a2.file", .euros(1)), mark: "c1") == nil)
    #expect(BillingCorrection.judge(facts("a1.file", .zero)).refusals() == ["R-QUAL-94 correction-of-nothing"])
    #expect(BillingCorrection.judge(facts("a1.file", -.euros(1))).refusals() == ["R-QUAL-94 correction-of-nothing"])
    let correction = try #require(BillingCorrection.line(facts("a1.file", .euros(20)), mark: "c1"))
    #expect(
      BillingCorrection.judge(facts("a1.file.c1", .euros(1), in: lines + [correction])).refusals()
        == ["R-QUAL-94 no-line-to-correct"], "a correction is not corrected")
  }

  @Test(arguments: [nil, "", "  "])
  func `R-QUAL-94 a correction has a motive`(motive: String?) {
    #expect(
      BillingCorrection.judge(facts("a1.file", .euros(20), motive: motive)).refusals()
        == ["R-QUAL-94 correction-motive-missing"])
  }

  @Test func `R-QUAL-94 corrections judged first never bring a code below zero, whatever is asked`() throws {
    var chance = SeededGenerator(seed: 94)
    for _ in 0..<50 {
      var lines = lines
      for step in 0..<20 {
        let reduction = try #require(EuroCents(cents: Int64(chance.below(90_000)) - 5_000))
        let facts = facts(chance.pick(lines).id, reduction, in: lines)
        guard BillingCorrection.judge(facts).outcome == .accepted else { continue }
        lines.append(try #require(BillingCorrection.line(facts, mark: "c\(step)")))
        for code in BillingCode.allCases { #expect(BillingAccount(lines).total(of: code) >= .zero) }
        #expect(BillingAccount(lines).total == lines.map(\.amount).total)
      }
      #expect(Set(lines.map(\.id)).count == lines.count)
    }
  }
}
