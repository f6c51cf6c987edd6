import Simulation
import Testing

/// Whole worlds drawn from seeds, judged by the laws; thousands of them run in `constat-sim explore`.
@Suite("the explorer")
struct ExploreTests {
  @Test(arguments: [1, 2, 3, 4, 1092, 1231] as [UInt64])
  func `L1 to L11 hold in a world drawn from a seed`(seed: UInt64) async throws {
    let outcome = try await ExploreRun.run(ExplorePlan(seed: seed))
    #expect(outcome.violations.isEmpty)
    #expect(outcome.tally.captures > 0)
    #expect(outcome.tally.syncs > 0)
  }

  @Test(arguments: [11, 12] as [UInt64])
  func `the same seed gives the same trace, byte for byte`(seed: UInt64) async throws {
    let plan = ExplorePlan(seed: seed)
    #expect(plan == ExplorePlan(seed: seed))
    async let one = ExploreRun.run(plan)
    async let other = ExploreRun.run(plan)
    let (first, second) = try await (one.trace, other.trace)
    #expect(first.lines == second.lines)
    #expect(first.hash == second.hash)
    #expect(first.lines.count > plan.steps.count)
  }

  @Test func `another seed gives another trace`() async throws {
    let first = try await ExploreRun.run(ExplorePlan(seed: 21))
    let second = try await ExploreRun.run(ExplorePlan(seed: 22))
    #expect(first.trace.hash != second.trace.hash)
  }

  @Test func `fifty plans between them contain every kind of step, intention and fault`() {
    let steps = (1...50).flatMap { ExplorePlan(seed: $0).steps }
    var kinds: Set<String> = []
    var intentions: Set<Intention.Kind> = []
    var faults: Set<String> = []
    for step in steps {
      kinds.insert(String(step.description.prefix { $0 != " " }))
      switch step {
      case .capture(_, let intention): intentions.insert(intention.kind)
      case .sync(_, let planned, let during):
        faults.formUnion(planned.compactMap { $0?.kind })
        if let during { intentions.insert(during.kind) }
      default: continue
      }
    }
    #expect(
      kinds == ["capture", "sync", "crash", "kill", "restart", "skew", "wait", "assign", "clone", "handover"])
    #expect(intentions == Set(Intention.Kind.allCases))
    #expect(faults.count == 9)
  }

  @Test func `L9 a plan without wrong clocks is the same plan but for them`() {
    let plan = (1...50).lazy.map { ExplorePlan(seed: $0) }.first { $0.hasSkew }
    let straight = plan?.withoutSkew
    #expect(straight?.steps.count == plan?.steps.count)
    #expect(straight != plan)
  }
}
