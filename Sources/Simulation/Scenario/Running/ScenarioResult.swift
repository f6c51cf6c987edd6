/// What came of one thing a scenario demands.
public struct ScenarioOutcome: Sendable, Equatable {
  /// The line that demands it, from 1.
  public var line: Int
  /// What is demanded, in a few English words.
  public var title: String
  /// What was found instead; nil when it holds.
  public var failure: Failure?

  /// A demand that does not hold.
  public struct Failure: Sendable, Equatable {
    /// What was expected.
    public var expected: String
    /// What was found, by device where devices differ.
    public var got: String
  }
}

/// What came of one scenario.
public struct ScenarioResult: Sendable, Equatable {
  /// The file it was read from.
  public var file: String
  /// Its name; the file's when it could not be read.
  public var name: String
  /// What it demands, in the order in which it was looked at.
  public var outcomes: [ScenarioOutcome] = []
  /// The orders it leaves open that were not played, each with the reason.
  public var leftOut: [String] = []
  /// Why it was not played on this stage; nil when it was.
  public var skipped: String?

  /// Starts with nothing.
  public init(file: String, name: String) {
    self.file = file
    self.name = name
  }

  /// A file that could not be read as a scenario.
  /// - Parameters:
  ///   - line: from 1.
  ///   - words: what is wrong with it.
  public static func unreadable(file: String, line: Int, words: String) -> ScenarioResult {
    var result = ScenarioResult(file: file, name: file)
    result.outcomes = [
      ScenarioOutcome(
        line: line, title: "the file is a scenario", failure: .init(expected: "a scenario", got: words))
    ]
    return result
  }

  /// The demands that do not hold.
  public var failures: [ScenarioOutcome] { outcomes.filter { $0.failure != nil } }
  /// Whether all holds; a scenario that was not played passes.
  public var passed: Bool { failures.isEmpty }
}
