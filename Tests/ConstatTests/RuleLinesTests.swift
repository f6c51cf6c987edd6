import AuditModel
import SchemeRules
import Testing

@testable import constat

@Suite struct RuleLinesTests {
  @Test(arguments: Language.allCases)
  func `the list fits in 80 columns and begins each rule with its id`(language: Language) {
    let lines = RuleLines.list(RuleRegister.qualiopiChapters, in: language)
    #expect(lines.allSatisfy { $0.count <= 80 })
    let begun = lines.compactMap { $0.split(separator: " ").first.flatMap { RegisterID(String($0)) } }
    #expect(begun == RuleRegister.qualiopi.map(\.id))
  }

  @Test(arguments: RuleRegister.all)
  func `each sheet fits in 80 columns`(entry: RuleEntry) {
    for language in Language.allCases {
      #expect(RuleLines.sheet(RuleSheet(entry), in: language).allSatisfy { $0.count <= 80 })
    }
  }

  @Test func `a sheet puts labels beside what they name`() throws {
    let entry = try #require(RuleRegister.entry("R-QUAL-66"))
    #expect(
      RuleLines.sheet(RuleSheet(entry), in: .english) == [
        "R-QUAL-66, deadline",
        "The client gets the provisional report within five working days.",
        "",
        "source      Qualiopi ten steps 8",
        "origin      said by the source",
        "scheme      Qualiopi",
        "held by     deadline DL-QUAL-09",
        "deadline    DL-QUAL-09 (WD+5): 5 working days after “last day of the audit”;",
        "            auditor; otherwise, flagged late",
      ])
  }
}
