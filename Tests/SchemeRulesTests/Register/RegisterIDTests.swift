import SchemeRules
import Testing

@Suite struct RegisterIDTests {
  @Test(arguments: ["R-QUAL-01", "R-QUAL-142", "R-TIME-22", "T-QUAL-A07", "T-QUAL-X01", "DL-QUAL-09", "A-37", "A-109"])
  func `an id of the rulebook is read and printed the same`(text: String) {
    #expect(RegisterID(text)?.description == text)
  }

  @Test(arguments: [
    "", "R-QUAL", "R-QUAL-1", "r-qual-71", "A-7", "A-1234", "A-3x", "DL-QUAL", "DL-QUAL-A1", "EX-01", "R-QUAL-71 ",
  ])
  func `any other text is no id`(text: String) {
    #expect(RegisterID(text) == nil)
  }

  @Test func `rules, transitions and deadlines keep their own ids`() {
    #expect(RegisterID(RuleID("T-QUAL-A07")).rule == RuleID("T-QUAL-A07"))
    #expect(RegisterID(DeadlineID.qual09).deadline == .qual09)
    #expect(RegisterID(DeadlineID.qual09).rule == nil)
    #expect(RegisterID("A-37").isReading && !RegisterID("R-QUAL-37").isReading)
  }
}
