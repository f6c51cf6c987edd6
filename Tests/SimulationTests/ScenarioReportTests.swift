import Testing

@testable import Simulation

@Suite struct ScenarioReportTests {
  static let results: [ScenarioResult] = {
    var held = ScenarioResult(file: "held.yaml", name: "Held # of <two>")
    held.outcomes = [ScenarioOutcome(line: 3, title: "grade shows \"minor\"", failure: nil)]
    held.leftOut = ["order b: not played: #1"]
    var broken = ScenarioResult(file: "broken.yaml", name: "Broken")
    broken.outcomes = [
      ScenarioOutcome(line: 4, title: "all & more", failure: .init(expected: "1", got: "2\n\u{1B}[31m"))
    ]
    var skipped = ScenarioResult(file: "skipped.yaml", name: "Skipped")
    skipped.skipped = "line 2: no server to restart"
    return [held, broken, skipped]
  }()

  @Test func `TAP names each demand, the failure's line and the reason of a skip`() {
    #expect(
      TAPReport.text(Self.results) == """
        TAP version 14
        1..3
        # Subtest: Held \\# of <two>
            ok 1 - line 3: grade shows "minor"
            # order b: not played: \\#1
            1..1
        ok 1 - Held \\# of <two>
        # Subtest: Broken
            not ok 1 - line 4: all & more
              ---
              file: "broken.yaml"
              line: 4
              expected: "1"
              got: "2\\n\\x1b[31m"
              ...
            1..1
        not ok 2 - Broken
        ok 3 - Skipped # SKIP line 2: no server to restart

        """)
  }

  @Test func `JUnit escapes what XML would read`() {
    let text = JUnitReport.text(Self.results)
    #expect(text.contains("<testsuites tests=\"3\" failures=\"1\">"))
    #expect(text.contains("<testsuite name=\"Held # of &lt;two&gt;\" tests=\"1\" failures=\"0\" skipped=\"0\">"))
    #expect(text.contains("name=\"line 3: grade shows &quot;minor&quot;\"/>"))
    #expect(text.contains("<failure message=\"expected 1\">got 2&#10;?[31m</failure>"))
    #expect(text.contains("    <system-out>order b: not played: #1</system-out>\n  </testsuite>"))
    #expect(text.contains("<skipped message=\"line 2: no server to restart\"/>"))
  }

  @Test func `JSON is one line with a version`() {
    let text = JSONReport.text(Self.results)
    #expect(text.hasPrefix("{\"format\":1,\"command\":\"run\",\"passed\":false,\"scenarios\":["))
    #expect(
      text.contains(
        "{\"line\":4,\"title\":\"all & more\",\"passed\":false,\"expected\":\"1\",\"got\":\"2\\n\\u001b[31m\"}"))
    #expect(text.contains("\"leftOut\":[\"order b: not played: #1\"]"))
    #expect(text.split(separator: "\n").count == 1)
  }
}
