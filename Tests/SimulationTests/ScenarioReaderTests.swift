import AuditModel
import Simulation
import SyncCore
import Testing

/// A mistake in a scenario, where it must be found and as what.
struct ScenarioMistake: Sendable, CustomTestStringConvertible {
  let steps: String
  let line: Int
  let reason: ScenarioFault.Reason
  var testDescription: String { steps }

  init(_ steps: String, line: Int = 6, _ reason: ScenarioFault.Reason) {
    self.steps = steps
    self.line = line
    self.reason = reason
  }
}

@Suite struct ScenarioReaderTests {
  static let expect = "- expect: {outbox: 0}"

  static func fault(_ text: String) -> ScenarioFault? {
    do {
      _ = try Scenario(reading: Array(text.utf8))
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    ScenarioMistake(
      "- {wait: 8 hours, until: noon}\n\(expect)", .unknownKey("until", known: ["wait"])),
    ScenarioMistake(
      "- {sync: carl-laptop}\n\(expect)", .unknownName(kind: .device, name: "carl-laptop")),
    ScenarioMistake(
      "- expect: {refused: {of: w1, code: not-writer}}", .unknownName(kind: .change, name: "w1")),
    ScenarioMistake("- {wait: 8}\n\(expect)", .wrongForm(what: "wait", expected: .span, found: "8")),
    ScenarioMistake("- {wait: -8 hours}\n\(expect)", .wrongForm(what: "wait", expected: .span, found: "-8 hours")),
    ScenarioMistake(
      "- {wait: 99999999 days}\n\(expect)", .beyond(limit: "days", max: 36_600)),
    ScenarioMistake(
      "- {capture: desk, entity: audit, set: {kind: initial}}\n\(expect)",
      .wrongForm(what: "entity", expected: .entity, found: "audit")),
    ScenarioMistake(
      "- {capture: desk, entity: audit/A1, set: {unplanned: no}}\n\(expect)", .ambiguous("no")),
    ScenarioMistake("- {capture: desk, entity: audit/A1, set: {kind: 1.5}}\n\(expect)", .ambiguous("1.5")),
    ScenarioMistake("- {capture: desk, entity: audit/A1, set: {kind: 017}}\n\(expect)", .ambiguous("017")),
    ScenarioMistake("- {capture: desk, entity: audit/A1, set: {kind: 0x1F}}\n\(expect)", .ambiguous("0x1F")),
    ScenarioMistake("- {capture: desk, entity: audit/A1, set: {kind: 12:30}}\n\(expect)", .ambiguous("12:30")),
    ScenarioMistake(
      "- {capture: desk, entity: audit/A1, set: {kind: !!str initial}}\n\(expect)", .tag),
    ScenarioMistake(
      "- {capture: desk, entity: audit/A1, set: &step {kind: initial}}\n\(expect)", .reference),
    ScenarioMistake(
      "- {capture: desk, entity: audit/A1}\n\(expect)",
      .choose(["set", "settle", "add", "remove", "append", "delete", "restore", "request"])),
    ScenarioMistake(
      "- {capture: desk, entity: audit/A1, settle: {kind: initial}}\n\(expect)", .missingKey("motive")),
    ScenarioMistake(
      "- {sync: desk, sync: desk}\n\(expect)", .duplicateKey("sync")),
    ScenarioMistake("- {clone: desk, as: anne-laptop}\n\(expect)", .takenName("anne-laptop")),
    ScenarioMistake("- {clone: desk, as: all}\n\(expect)", .takenName("all")),
    ScenarioMistake(
      "- expect: {entity: audit/A1, field: kind, conflict: [initial]}",
      .wrongForm(what: "conflict", expected: .list, found: "[…]")),
    ScenarioMistake("- sync: desk", line: 1, .noExpectation),
  ])
  func `a mistake is found with its line`(mistake: ScenarioMistake) {
    #expect(Self.fault(ScenarioBench.file(mistake.steps)) == Self.at(mistake))
  }

  // The fault's initialiser is the reader's alone; this one is read from a file that has it.
  private static func at(_ mistake: ScenarioMistake) -> ScenarioFault? {
    let found = fault(ScenarioBench.file(mistake.steps))
    #expect(found?.line == mistake.line)
    #expect(found?.reason == mistake.reason)
    return found
  }

  @Test func `references cannot blow up`() {
    var bomb = "a: &a [x, x]\n"
    for level in 0..<30 { bomb += "b\(level): &b\(level) [*a, *a, *a]\n" }
    #expect(Self.fault(bomb)?.reason == .reference)
  }

  @Test func `one byte more than a file may have is refused, and so is what is no UTF-8`() {
    let text = ScenarioBench.file(Self.expect)
    let room = ScenarioLimits.fileBytesMax - text.utf8.count - 1
    let full = text + "\n" + String(repeating: "#", count: room)
    #expect(full.utf8.count == ScenarioLimits.fileBytesMax)
    #expect(Self.fault(full) == nil)
    #expect(Self.fault(full + "#")?.reason == .tooLarge)
    #expect(throws: ScenarioFault.self) { try Scenario(reading: [0x73, 0xFF]) }
  }

  @Test func `nesting and steps have a bound`() {
    func nested(_ depth: Int) -> String {
      let value = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      return ScenarioBench.file("- {capture: desk, entity: audit/A1, set: {scope: \(value)}}\n\(Self.expect)")
    }
    // The root, the list of steps, the step and its set stand above the value.
    #expect(Self.fault(nested(ScenarioLimits.depthMax - 4)) == nil)
    #expect(
      Self.fault(nested(ScenarioLimits.depthMax - 3))?.reason
        == .beyond(limit: "depth", max: ScenarioLimits.depthMax))
    let waits = String(repeating: "- {wait: 1 day}\n", count: ScenarioLimits.stepsMax - 1)
    #expect(Self.fault(ScenarioBench.file(waits + Self.expect)) == nil)
    #expect(
      Self.fault(ScenarioBench.file(waits + "- {wait: 1 day}\n" + Self.expect))?.reason
        == .beyond(limit: "steps", max: ScenarioLimits.stepsMax))
  }

  @Test func `quoted words are texts, numbers and truth values are themselves`() throws {
    let scenario = try Scenario(
      reading: Array(
        ScenarioBench.file(
          "- {capture: desk, entity: audit/A1, set: {kind: \"no\", mode: \"17\", scope: [1, 2], unplanned: true, lead: {person: anne}}}\n"
            + Self.expect
        ).utf8))
    guard case .capture(let capture) = scenario.steps.first?.action else {
      Issue.record("the first step is a capture")
      return
    }
    let values = capture.operations.map { operation -> ScenarioValue? in
      if case .set(_, _, let value, _, _) = operation { value } else { nil }
    }
    #expect(
      values == [
        .plain("no"), .plain("17"), .list([.plain(1), .plain(2)]), .plain(true), .person("anne"),
      ])
  }

  @Test func `a step may not use names that stand in the other order only`() {
    let steps = """
      - either-order:
        - - {capture: desk, entity: audit/A1, set: {kind: initial}, as: w1}
        - - {capture: desk, entity: audit/A1, set: {mode: remote}, over: [w1]}
      """
    #expect(
      Self.fault(ScenarioBench.file(steps))?.reason == .unknownName(kind: .change, name: "w1"))
  }

  @Test func `each fault has a sentence in both languages`() throws {
    let fault = try #require(Self.fault(ScenarioBench.file("- {wait: 8}\n\(Self.expect)")))
    #expect(fault.text.en == "“wait” takes a span such as “8 hours” or “-9000 days”, not “8”.")
    #expect(fault.text.fr.contains("une durée telle que"))
  }
}
