import Foundation
import Simulation
import TestSupport
import Testing

@Suite struct ScenarioPageTests {
  static func page() throws -> String { try RepositoryFiles.text("Protocol/scenarios.md") }

  @Test func `the scenario on the page holds as it stands there`() async throws {
    let blocks = try Self.page().components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(blocks.count == 1)
    for block in blocks {
      let result = try await ScenarioBench.play(block)
      #expect(result.failures.isEmpty, "\(TAPReport.text([result]))")
    }
  }

  @Test func `every step, check and fault of the language stands on the page, and its bounds`() throws {
    let page = try Self.page()
    // The reader names all it knows when it meets a word it does not know.
    for probe in [
      "- {leap: desk}", "- expect: {colour: red}", "- {sync: desk, faults: [gremlin]}",
      "- {sync: desk, expect: {colour: red}}", "- {capture: desk, colour: red}",
    ] {
      let fault = try #require(ScenarioReaderTests.fault(ScenarioBench.file(probe)))
      guard case .unknownKey(_, let known) = fault.reason else {
        Issue.record("\(probe): \(fault)")
        continue
      }
      for word in known { #expect(page.contains(word), "\(word) is not on the page") }
    }
    #expect(page.contains("\(ScenarioLimits.peopleMax) people, \(ScenarioLimits.devicesMax) devices"))
    #expect(page.contains("\(ScenarioLimits.dossiersMax) streams, \(ScenarioLimits.depthMax) levels"))
    #expect(page.contains("\(ScenarioLimits.faultsMax) faults a sync"))
    #expect(ScenarioLimits.fileBytesMax == 1 << 20)
    #expect(ScenarioLimits.stepsMax == 10_000)
    #expect(ScenarioLimits.nodesMax == 200_000)
  }
}
