import Foundation
import Simulation
import Testing

@Suite struct ScenarioExampleTests {
  @Test func `every example holds in this process, and says in its first line what it shows`() async throws {
    let examples = try ScenarioBench.examples()
    let lives = try ScenarioBench.lives()
    #expect(examples.count >= 12)
    #expect(lives.count >= 8)
    for file in examples + lives {
      let bytes = Array(try Data(contentsOf: file))
      #expect(bytes.starts(with: "# ".utf8), "\(file.lastPathComponent) begins with a comment")
      let result = try await ScenarioBench.play(bytes, file: file.lastPathComponent)
      #expect(result.failures.isEmpty, "\(TAPReport.text([result]))")
      #expect(result.skipped == nil)
    }
  }

  @Test func `the same seed plays the same way`() async throws {
    for file in try ScenarioBench.examples().prefix(3) {
      let bytes = Array(try Data(contentsOf: file))
      let first = try await ScenarioBench.play(bytes)
      #expect(try await ScenarioBench.play(bytes) == first)
    }
  }
}
