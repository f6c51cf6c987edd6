import Terminal
import Testing

@Suite struct HangingIndentTests {
  @Test func `a paragraph stays under its text, within the columns`() {
    let lines = HangingIndent.lines("  • ", "un deux trois quatre cinq", width: 16)
    #expect(lines == ["  • un deux", "    trois quatre", "    cinq"])
    #expect(HangingIndent.lines("", "court") == ["court"])
  }
}
