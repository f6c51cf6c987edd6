/// The runs a scenario asks for: one, or two for each `either-order`.
enum ScenarioOrders {
  /// The steps of each run, and what it is called; one run without name when no order is open.
  static func runs(of steps: [ScenarioStep]) -> [(name: String, steps: [ScenarioStep])] {
    var runs: [(marks: String, steps: [ScenarioStep])] = [("", [])]
    for step in steps {
      guard case .eitherOrder(let first, let second) = step.action else {
        for place in runs.indices { runs[place].steps.append(step) }
        continue
      }
      var doubled: [(marks: String, steps: [ScenarioStep])] = []
      for run in runs {
        doubled.append((run.marks + "a", run.steps + first + second))
        doubled.append((run.marks + "b", run.steps + second + first))
      }
      runs = doubled
    }
    return runs.map { ($0.marks.isEmpty ? "" : "order \($0.marks): ", $0.steps) }
  }

  /// The line of the first `either-order`.
  static func line(in steps: [ScenarioStep]) -> Int? {
    steps.first { if case .eitherOrder = $0.action { true } else { false } }?.line
  }
}
