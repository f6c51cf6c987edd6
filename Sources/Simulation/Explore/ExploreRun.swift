import AuditModel
import AuditSchema
import AuditDesk
import FieldClient
import Foundation
import ReplicaStore
import ServerCore
import SyncCore
import SyncProtocol

/// One plan carried out in one process: the real client and the real server, a clock and a network of our own.
public struct ExploreRun {
  /// What came of a run.
  public struct Outcome: Sendable {
    /// What happened, line by line.
    public let trace: ExploreTrace
    /// The laws broken, in the order they were.
    public let violations: [LawViolation]
    /// What was counted.
    public let tally: ExploreTally
    /// The concurrency at the end: heads, conflicts and rulings of every stream, without a value or a time (law L9).
    let concurrency: [String]
    /// The step during which the first law was broken; nil when none was, or only at the end.
    public let brokenAt: Int?
    /// The changes each capture step made, by the step's place in the plan.
    let captured: [Int: ChangeLine]
    /// The ids of the people.
    let users: [String: UserID]
  }

  struct Actor {
    let device: SimulatedDevice
    let link: TappedLink
    let person: ExplorePlan.Person

    var seesAll: Bool { person.roles.contains(.office) }
  }

  let plan: ExplorePlan
  let place: RunFolder
  let wiring: ExploreWiring
  let clock: VirtualClock
  let ledger: InMemoryLedger
  let server: SimulatedServer
  let oracle: Oracle
  var cast: ExploreCast
  var actors: [String: Actor] = [:]
  var trace = ExploreTrace()
  var tally = ExploreTally()
  var captured: [Int: ChangeLine] = [:]
  var brokenAt: Int?

  /// Noon in Paris on a Monday.
  private static let start: Int64 = 1_778_493_600_000

  /// Runs a plan and judges it.
  /// - Throws: what keeps the world from being set up; everything after that is an outcome.
  public static func run(_ plan: ExplorePlan, wiring: ExploreWiring = .plain) async throws -> Outcome {
    let outcome = try await whole(plan, wiring)
    // Twice the work: one seed in four is run with right clocks too.
    guard plan.hasSkew, plan.seed % 4 == 0, outcome.violations.isEmpty else { return outcome }
    let straight = try await whole(plan.withoutSkew, wiring)
    guard straight.concurrency != outcome.concurrency else { return outcome }
    let differing = Set(straight.concurrency).symmetricDifference(outcome.concurrency).sorted().prefix(4)
    let found = LawViolation(.L9, "with right clocks: \(differing.joined(separator: " | "))")
    return Outcome(
      trace: outcome.trace, violations: [found], tally: outcome.tally, concurrency: outcome.concurrency,
      brokenAt: nil, captured: outcome.captured, users: outcome.users)
  }

  private static func whole(_ plan: ExplorePlan, _ wiring: ExploreWiring) async throws -> Outcome {
    var run = try await ExploreRun(plan, wiring)
    defer { run.place.remove() }
    for (number, step) in plan.steps.enumerated() {
      run.trace.note("\(number) \(step)")
      run.tally.steps += 1
      await run.attempt(step, number: number)
      if run.brokenAt == nil, !run.oracle.violations.isEmpty { run.brokenAt = number }
    }
    await run.quiesce()
    let concurrency = await run.judgeEnd()
    for actor in run.actors.values { run.closing(actor.device) }
    run.tally.seeds = 1
    run.tally.refused = run.oracle.withState { $0.receipts.refusedCount }
    for violation in run.oracle.violations { run.trace.note("\(violation)") }
    return Outcome(
      trace: run.trace, violations: run.oracle.violations, tally: run.tally, concurrency: concurrency,
      brokenAt: run.brokenAt, captured: run.captured, users: run.cast.users)
  }

  // MARK: the world

  private init(_ plan: ExplorePlan, _ wiring: ExploreWiring) async throws {
    guard let tenant = TenantID("certifier") else { preconditionFailure("a tenant's name is a local name") }
    self.plan = plan
    self.wiring = wiring
    var seeds = SeededGenerator(seed: plan.seed)
    place = try RunFolder()
    clock = VirtualClock(milliseconds: Self.start)
    let ledger = InMemoryLedger()
    self.ledger = ledger
    server = try SimulatedServer(tenant: tenant, clock: clock, seed: seeds.next(), ledger: ledger)
    oracle = Oracle { after in wiring.log(try ledger.frames(after: after)) }
    var users: [String: UserID] = [:]
    for person in plan.people {
      let user = try await server.core.addUser(name: person.name, roles: person.roles)
      users[person.name] = user
      if person.roles.contains(.auditor) { try await server.core.assign(user, streams: Set(plan.assigned)) }
    }
    let team = plan.people.filter { $0.roles.contains(.auditor) }.compactMap { users[$0.name] }
    guard let lead = team.first else { throw SimulationFault.notJoined("a plan without an auditor") }
    cast = ExploreCast(users: users, lead: lead, team: team)
    for device in plan.devices {
      guard let user = users[device.person] else { throw SimulationFault.notJoined(device.name) }
      let code = try await server.core.invite(user).code
      let joined = try await SimulatedDevice.join(
        name: device.name, code: code, server: server, folder: try place.folder(device.name), seed: seeds.next())
      enter(joined, of: device.person)
      _ = try await actors[device.name]?.device.sync(by: actors[device.name]?.link ?? joined.link)
    }
  }

  mutating func enter(_ device: SimulatedDevice, of name: String) {
    guard let person = plan.people.first(where: { $0.name == name }), let user = cast.users[name] else { return }
    let link = TappedLink(
      wiring.transport(device.name, device.link), oracle: oracle, device: device.name, user: user.description,
      seesAll: person.roles.contains(.office))
    actors[device.name] = Actor(device: device, link: link, person: person)
  }

  private func closing(_ device: SimulatedDevice) {
    do {
      try device.close()
    } catch {
      oracle.note([LawViolation(.L1, "\(device.name) does not close: \(error)")])
    }
  }
}

extension Ledger {
  /// The frames of the log beyond a position.
  fileprivate func frames(after position: Int) throws -> [[UInt8]] {
    try read { ledger in
      var frames: [[UInt8]] = []
      try ledger.visit(nil, after: position, through: Int.max) { record in
        frames.append(record.frame)
        return true
      }
      return frames
    }
  }
}

/// The disks of one run, in memory where the system offers it; gone when the run is.
struct RunFolder {
  private let path: String

  init() throws {
    let memory = "/dev/shm"
    let base =
      FileManager.default.isWritableFile(atPath: memory) ? memory : FileManager.default.temporaryDirectory.path
    path = base + "/constat-explore-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// A folder of one device's own.
  func folder(_ name: String) throws -> String {
    let folder = path + "/" + name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Removes everything.
  func remove() {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      // The system clears its temporary folders itself; a run is not worse for it.
    }
  }
}
