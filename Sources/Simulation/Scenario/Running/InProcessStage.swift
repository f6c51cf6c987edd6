import AuditModel
public import Foundation
import ServerCore
public import SyncCore
import Synchronization

/// A stage inside this process, on a ledger in memory, a clock that stands still and links that lose what they are told.
///
/// The same seed plays the same way.
public final class InProcessStage: ScenarioStage {
  private struct State {
    var users: [String: UserID] = [:]
    var seeds: SeededGenerator
    var places = 0
  }

  /// What devices and server read their clocks from.
  public let clock: VirtualClock
  private let server: SimulatedServer
  private let ledger = RewindableLedger()
  private let folder: URL
  private let state: Mutex<State>

  /// Starts a server for one run of a scenario.
  /// - Parameter folder: an existing empty folder, in which each device gets one of its own.
  public init(_ scenario: Scenario, folder: URL) throws {
    clock = VirtualClock(milliseconds: scenario.start)
    var seeds = SeededGenerator(seed: scenario.seed)
    guard let tenant = TenantID("certifier") else { throw StageFault("the tenant has no valid name") }
    server = try SimulatedServer(tenant: tenant, clock: clock, seed: seeds.next(), ledger: ledger)
    self.folder = folder
    state = Mutex(State(seeds: seeds))
  }

  /// Everything can be played here.
  public func obstacle(to action: ScenarioStep.Action) -> String? { nil }

  /// Enters the people and what they see.
  public func enter(_ people: [Scenario.Person]) async throws {
    for person in people {
      let user = try await server.core.addUser(name: person.name, roles: person.roles)
      if !person.streams.isEmpty { try await server.core.assign(user, streams: Set(person.streams)) }
      state.withLock { $0.users[person.name] = user }
    }
  }

  /// Sets everybody's time: it is one clock.
  public func setClock(milliseconds: Int64) async throws { clock.set(milliseconds: milliseconds) }

  /// The id of a person.
  public func user(_ person: String) -> UserID? { state.withLock { $0.users[person] } }

  /// Brings in a device with a code drawn for it.
  public func join(_ device: Scenario.Device) async throws -> SimulatedDevice {
    let code = try await server.core.invite(known(device.person)).code
    let (place, seed) = try newPlace()
    return try await SimulatedDevice.join(
      name: device.name, code: code, server: server, folder: place, seed: seed)
  }

  /// Copies a device's disk into another machine.
  public func clone(_ device: SimulatedDevice, as name: String) async throws -> SimulatedDevice {
    let (place, seed) = try newPlace()
    return try device.clone(name: name, folder: place, server: server, seed: seed)
  }

  /// Gives a person streams, beside those they have.
  public func assign(_ person: String, _ streams: [StreamID]) async throws {
    try await server.core.assign(known(person), streams: Set(streams))
  }

  /// Starts the server anew on the same ledger.
  public func restartServer() async throws { try server.restart() }

  /// Remembers the ledger as it is.
  public func backUpServer() async throws { ledger.backUp() }

  /// Puts the ledger back and starts the server anew on it.
  public func restoreServer() async throws {
    guard try ledger.restore() else { throw StageFault("the server has no backup: put a “backup: server” step before") }
    try server.restore()
  }

  /// Ends the recovery a restored server is in.
  public func endRecovery() async throws {
    guard try await server.core.endRecovery() != nil else { throw StageFault("the server is not recovering") }
  }

  /// The digests of the server's sets.
  public func setDigests() async throws -> [StreamID: Digest] { await server.core.setDigests() }

  private func known(_ person: String) throws -> UserID {
    guard let user = user(person) else { throw StageFault("nobody is called \(person)") }
    return user
  }

  private func newPlace() throws -> (folder: String, seed: UInt64) {
    let (number, seed) = state.withLock { state in
      state.places += 1
      return (state.places, state.seeds.next())
    }
    let place = folder.appendingPathComponent("device-\(number)", isDirectory: true)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    return (place.path, seed)
  }
}
