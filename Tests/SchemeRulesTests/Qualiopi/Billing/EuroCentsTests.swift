import AuditModel
import TestSupport
import Testing

@testable import SchemeRules

@Suite struct EuroCentsTests {
  @Test(arguments: [
    ("1590", 159_000), ("1 590,00", 159_000), ("1590.5", 159_050), ("1 590,00 €", 159_000), ("0,05", 5), ("0.50", 50),
    ("12 345 678,90", 1_234_567_890), ("1\u{202F}590,00\u{202F}€", 159_000), ("1\u{A0}590", 159_000), ("-80", -8_000),
    ("\u{2212}80,10€", -8_010), ("007", 700), ("10000000000", 1_000_000_000_000),
  ])
  func `an amount is read exactly`(text: String, cents: Int64) {
    #expect(EuroCents(parsing: text)?.cents == cents)
  }

  @Test(arguments: [
    "", " ", "€", "-", "1,590", "1590,", ",50", "1 59,00", "1590 ,00", "15 90", "1,2,3", "1.590,00", "1e3", "+80",
    "--80", "80 EUR", " 80", "80 ", "١٢", "1590,005", "10000000000,01", "99999999999999999999", "1  590",
  ])
  func `anything ambiguous, misspelled or too large is refused rather than guessed`(text: String) {
    #expect(EuroCents(parsing: text) == nil)
  }

  @Test(arguments: [
    (159_000, "1\u{202F}590,00\u{202F}€", "€1,590.00"), (0, "0,00\u{202F}€", "€0.00"), (5, "0,05\u{202F}€", "€0.05"),
    (-8_010, "-80,10\u{202F}€", "-€80.10"),
    (123_456_789_012, "1\u{202F}234\u{202F}567\u{202F}890,12\u{202F}€", "€1,234,567,890.12"),
    (99_999, "999,99\u{202F}€", "€999.99"), (100_000, "1\u{202F}000,00\u{202F}€", "€1,000.00"),
  ])
  func `an amount is written in each language's way`(cents: Int64, fr: String, en: String) throws {
    let amount = try #require(EuroCents(cents: cents))
    #expect(amount.words == LocalizedText(fr: fr, en: en))
  }

  @Test func `what is written in French is read back as the same amount, whatever it is`() throws {
    var chance = SeededGenerator(seed: 95)
    for _ in 0..<500 {
      let cents = Int64(chance.below(2_000_000_000_000)) - 1_000_000_000_000
      let amount = try #require(EuroCents(cents: cents))
      #expect(EuroCents(parsing: amount.text(in: .french)) == amount)
    }
  }

  @Test func `an amount past the limit is none, in either direction`() throws {
    #expect(EuroCents(cents: EuroCents.limit.cents) == EuroCents.limit)
    #expect(EuroCents(cents: EuroCents.limit.cents + 1) == nil)
    #expect(EuroCents(cents: -EuroCents.limit.cents - 1) == nil)
    #expect(EuroCents(cents: .min) == nil && EuroCents(cents: .max) == nil)
  }

  @Test func `a share is rounded down to the cent and never overflows`() throws {
    func share(_ cents: Int64) throws -> Int64 { try #require(EuroCents(cents: cents)).percentRoundedDown(80).cents }
    #expect(try share(25_000_000) == 20_000_000)
    #expect(try share(1) == 0)
    #expect(try share(2) == 1)
    #expect(try share(199) == 159)
    #expect(try share(EuroCents.limit.cents) == 800_000_000_000)
    for cents in Int64(0)...1_000 { #expect(try share(cents) == cents * 80 / 100) }
  }
}
