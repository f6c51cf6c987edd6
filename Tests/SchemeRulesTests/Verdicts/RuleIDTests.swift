import Testing

@testable import SchemeRules

@Suite struct RuleIDTests {
  @Test(arguments: ["R-QUAL-71", "R-QUAL-141", "R-ROLE-01", "R-CIAG-44", "T-QUAL-A07", "T-CIAG-H02"])
  func `an id of the rulebook is read and printed back`(text: String) {
    #expect(RuleID(text)?.description == text)
  }

  @Test(arguments: [
    "", "R-QUAL", "R-QUAL-7", "r-qual-71", "T-QUAL-07", "R-QUAL-A7", "X-QUAL-71", "R-QUAL-71 ", "R--71",
  ])
  func `anything else is no id`(text: String) {
    #expect(RuleID(text) == nil)
  }

  @Test func `ids stand in the order of their bytes`() {
    #expect(["T-QUAL-A07", "R-QUAL-71", "R-QUAL-09"].sorted() == ["R-QUAL-09", "R-QUAL-71", "T-QUAL-A07"] as [RuleID])
  }
}
