import SchemeRules
import TestSupport
import Testing

@Suite struct RuleRegisterPageTests {
  @Test func `Protocol rules_md is the page the register writes`() throws {
    let page = try ProtocolPage("rules.md").text
    let written = RuleRegisterPage.text()
    let isWritten = page.utf8.elementsEqual(written.utf8)
    // Rows, not two whole pages, are what a failure shows.
    let differing = Set(written.split(separator: "\n")).symmetricDifference(page.split(separator: "\n"))
    let rows = differing.sorted().prefix(6).joined(separator: "\n")
    #expect(isWritten, "write it again: swift run \(RuleRegisterPage.command)\n\(rows)")
  }

  @Test func `every entry has one row that begins with its id and has five cells`() {
    let rows = RuleRegisterPage.text().split(separator: "\n").filter { $0.wholeMatch(of: /\| (R|T|DL|A)-.*/) != nil }
    #expect(rows.count == RuleRegister.qualiopi.count)
    for (row, entry) in zip(rows, RuleRegister.qualiopi) {
      #expect(row.hasPrefix("| \(entry.id) | "))
      #expect(row.split(separator: " | ").count == 5 || entry.source.isEmpty, "\(row)")
    }
  }
}
