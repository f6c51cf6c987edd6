public import SyncCore

/// Runs seeds, as many at once as there are cores to use; what a seed gives depends on nothing but the seed.
public struct Explorer: Sendable {
  /// A seed that broke a law.
  public struct Failure: Sendable {
    /// The seed.
    public let seed: UInt64
    /// The laws it broke.
    public let violations: [LawViolation]
    /// The plan, steps left out that do not matter; the whole plan where it was not to be shrunk.
    public let plan: ExplorePlan
    /// The scenario that tells it.
    public let scenario: String
  }

  /// What came of one seed.
  public struct Result: Sendable {
    /// The seed.
    public let seed: UInt64
    /// The hash of the trace: the same for the same seed.
    public let trace: Digest
    /// What was counted.
    public let tally: ExploreTally
    /// What went wrong; nil when nothing did.
    public let failure: Failure?
  }

  /// The parts between client and server.
  public var wiring: ExploreWiring
  /// Seeds run at once.
  public var width: Int
  /// Whether failing plans are made small.
  public var shrinks: Bool

  /// Prepares an exploration.
  public init(wiring: ExploreWiring = .plain, width: Int = 1, shrinks: Bool = true) {
    self.wiring = wiring
    self.width = max(1, width)
    self.shrinks = shrinks
  }

  /// Runs seeds.
  /// - Parameter each: told of each seed when it is done, in the order in which they end.
  /// - Throws: what keeps a simulated world from being set up.
  public func explore(_ seeds: Range<UInt64>, each: (Result) -> Void) async throws {
    try await withThrowingTaskGroup(of: Result.self) { group in
      var waiting = seeds.makeIterator()
      for _ in 0..<width {
        if let seed = waiting.next() { group.addTask { try await result(of: seed) } }
      }
      while let done = try await group.next() {
        each(done)
        if let seed = waiting.next() { group.addTask { try await result(of: seed) } }
      }
    }
  }

  /// Runs one seed, and makes its plan small when it breaks a law.
  public func result(of seed: UInt64) async throws -> Result {
    let plan = ExplorePlan(seed: seed)
    let outcome = try await ExploreRun.run(plan, wiring: wiring)
    guard let law = outcome.violations.first?.law else {
      return Result(seed: seed, trace: outcome.trace.hash, tally: outcome.tally, failure: nil)
    }
    var small = plan
    if shrinks {
      // What comes after the law was broken did not break it.
      if let last = outcome.brokenAt { small.steps = Array(plan.steps[...last]) }
      small = await PlanShrinking.shrink(small) { candidate in
        await Self.outcome(of: candidate, wiring)?.violations.contains { $0.law == law } ?? false
      }
    }
    let told = await Self.outcome(of: small, wiring) ?? outcome
    return Result(
      seed: seed, trace: outcome.trace.hash, tally: outcome.tally,
      failure: Failure(
        seed: seed, violations: outcome.violations, plan: small,
        scenario: ScenarioText(plan: small, outcome: told).text))
  }

  /// A world that cannot be set up breaks no law.
  private static func outcome(of plan: ExplorePlan, _ wiring: ExploreWiring) async -> ExploreRun.Outcome? {
    do {
      return try await ExploreRun.run(plan, wiring: wiring)
    } catch {
      return nil
    }
  }
}
