import Testing

@testable import Simulation

@Suite struct ScenarioRunnerTests {
  @Test func `a false expectation says what was got, on which device`() async throws {
    let result = try await ScenarioBench.play(
      ScenarioBench.file(
        """
        - {capture: anne-laptop, entity: audit/A1/item/1, set: {grade: minor}}
        - expect: {device: anne-laptop, entity: audit/A1/item/1, field: grade, shown: major}
        """))
    #expect(
      result.failures == [
        ScenarioOutcome(
          line: 7, title: "grade of audit/A1/item/1 shows \"major\" on anne-laptop",
          failure: .init(expected: "\"major\"", got: "anne-laptop: \"minor\""))
      ])
    #expect(!result.passed)
  }

  @Test func `devices that have not synced do not agree`() async throws {
    let result = try await ScenarioBench.play(
      ScenarioBench.file(
        """
        - {capture: anne-laptop, entity: audit/A1/item/1, set: {grade: minor}}
        - {sync: anne-laptop}
        - expect: {agree: true}
        - expect: {server-digest: equal}
        """))
    #expect(result.failures.map(\.line) == [8, 9])
  }

  @Test func `an order that matters is found`() async throws {
    // Without having looked, the last writer is another one in each order, and names the other in neither.
    let result = try await ScenarioBench.play(
      ScenarioBench.file(
        """
        - {capture: desk, entity: audit/A1, set: {kind: initial}}
        - sync: all
        - sync: all
        - either-order:
          - - {capture: anne-laptop, entity: audit/A1, set: {mode: remote}}
            - sync: [anne-laptop, bruno-laptop]
          - - {capture: bruno-laptop, entity: audit/A1, set: {mode: on-site}}
            - sync: [bruno-laptop, anne-laptop]
        """))
    #expect(result.failures.map(\.title) == ["every order ends in the same state"])
    #expect(result.failures.first?.line == 9)
  }

  @Test func `of several orders one alone can be played, and the report names the others`() async throws {
    let text = ScenarioBench.file(
      """
      - {capture: desk, entity: audit/A1, set: {kind: initial}}
      - either-order:
        - - sync: [desk, anne-laptop]
          - expect: {device: anne-laptop, entity: audit/A1, life: standing}
        - - restart: desk
      """)
    let both = try await ScenarioBench.play(text)
    let second = try await ScenarioBench.play(text, only: 1)
    #expect(both.failures.isEmpty && both.leftOut.isEmpty)
    #expect(second.failures.isEmpty && !second.outcomes.isEmpty)
    #expect(second.outcomes.allSatisfy { $0.title.hasPrefix("order b: ") })
    #expect(second.leftOut == ["order a: not played: one server holds one past"])
    #expect(try await ScenarioBench.play(text, only: 2).skipped == "it leaves open no order 3")
  }

  @Test func `a sync that ends otherwise than the network lets it is a failure without being asked`() async throws {
    let result = try await ScenarioBench.play(
      ScenarioBench.file(
        """
        - {sync: anne-laptop, faults: [captive-portal]}
        - expect: {outbox: 0}
        """))
    #expect(result.failures.map(\.line) == [6])
    #expect(result.failures.first?.failure?.expected == "complete")
  }

  @Test func `a step that cannot be played ends the run with its line`() async throws {
    let result = try await ScenarioBench.play(
      ScenarioBench.file(
        """
        - {restore: server}
        - expect: {outbox: 0}
        """))
    #expect(result.failures.map(\.line) == [6])
    #expect(result.outcomes.count == 1)
  }

  @Test func `a hand-over and a local capture are refused by the codes a scenario names`() async throws {
    let result = try await ScenarioBench.play(
      """
      scenario: Refusals without a server
      people: {anne: auditor, bruno: auditor}
      devices: {anne-laptop: anne, bruno-laptop: bruno}
      dossiers: [dossier.qualiopi.900010000]
      assign: {bruno: []}
      steps:
      - {capture: anne-laptop, entity: audit/A1/item/1, set: {grade: minor}}
      - {handover: {from: anne-laptop, to: bruno-laptop, expect: {refused: not-your-dossier}}}
      - {capture: anne-laptop, entity: audit/A1/item/1, set: {comment: "\(String(repeating: "x", count: 50_000))"}, fails: text-too-long}
      """)
    #expect(result.failures.map(\.failure?.got) == [])
    #expect(result.outcomes.count == 2)
  }

  @Test func `a form of the directory writes there without being told, and what was answered is checked first`()
    async throws
  {
    func steps(_ category: String) -> String {
      """
      - do: desk
        form: competence.record
        entity: competence/K1
        with: {person: {person: anne}, role: auditor, category: \(category), from: "2026-01-01", proof: Attestation}
        as: competence
      - sync: desk
      - expect: {accepted: competence, outbox: 0}
      """
    }
    #expect(try await ScenarioBench.play(ScenarioBench.file(steps("AF"))).failures.isEmpty)
    let wrong = try await ScenarioBench.play(ScenarioBench.file(steps("BC")))
    #expect(wrong.failures.map(\.line) == [6])
    #expect(wrong.failures.first?.failure?.got.contains("Nothing was saved.") == true)
  }
}
