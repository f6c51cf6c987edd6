import SyncCore

/// Plays a scenario: one run for each order it leaves open, on a fresh stage each.
public struct ScenarioRunner: Sendable {
  /// Sets up a stage for one run, told its number from 0.
  public typealias Staging = @Sendable (_ run: Int) async throws -> any ScenarioStage

  private let only: Int?
  private let staging: Staging

  /// Prepares runs.
  /// - Parameter only: the number from 0 of the one order to be played, where a stage cannot be had twice; nil for all.
  public init(only: Int? = nil, staging: @escaping Staging) {
    self.only = only
    self.staging = staging
  }

  /// Plays a scenario to its end, or to the first step that cannot be played.
  public func run(_ scenario: Scenario, file: String) async -> ScenarioResult {
    var result = ScenarioResult(file: file, name: scenario.name)
    var states: [(name: String, digests: [String: Digest])] = []
    let orders = ScenarioOrders.runs(of: scenario.steps)
    if let only, !orders.indices.contains(only) {
      result.skipped = "it leaves open no order \(only + 1)"
      return result
    }
    for (number, order) in orders.enumerated() {
      if let only, number != only {
        result.leftOut.append("\(order.name)not played: one server holds one past")
        continue
      }
      do {
        let stage = try await staging(number)
        if let obstacle = Self.obstacle(order.steps, on: stage) {
          result.skipped = obstacle
          return result
        }
        var run = ScenarioRun(scenario, stage: stage)
        await run.play(order.steps)
        result.outcomes += run.outcomes.map { outcome in
          var outcome = outcome
          outcome.title = order.name + outcome.title
          return outcome
        }
        if run.isWhole { states.append((order.name, try run.stateDigests())) }
        try run.close()
      } catch {
        result.outcomes.append(
          ScenarioOutcome(
            line: 1, title: order.name + "the stage is set",
            failure: .init(expected: "a stage", got: StepFailure.words(error))))
        return result
      }
    }
    if let line = ScenarioOrders.line(in: scenario.steps), result.failures.isEmpty, states.count > 1 {
      result.outcomes.append(Self.comparison(states, line: line))
    }
    return result
  }

  private static func obstacle(_ steps: [ScenarioStep], on stage: any ScenarioStage) -> String? {
    for step in steps {
      if let obstacle = stage.obstacle(to: step.action) { return "line \(step.line): \(obstacle)" }
    }
    return nil
  }

  private static func comparison(_ states: [(name: String, digests: [String: Digest])], line: Int) -> ScenarioOutcome {
    let title = "every order ends in the same state"
    guard let first = states.first,
      let other = states.first(where: { $0.digests != first.digests })
    else { return ScenarioOutcome(line: line, title: title, failure: nil) }
    let places = first.digests.keys.filter { first.digests[$0] != other.digests[$0] }.sorted()
    return ScenarioOutcome(
      line: line, title: title,
      failure: .init(
        expected: "equal state digests",
        got: "\(other.name)differs from \(first.name)on \(places.joined(separator: ", "))"))
  }
}

/// Errors of a step in words for a report.
enum StepFailure {
  static func words(_ error: any Error) -> String {
    switch error {
    case let fault as StageFault: fault.description
    default: "\(error)"
    }
  }
}
