import AuditModel
import Foundation
import Simulation
import SyncCore
import Synchronization
import Terminal

/// A stage whose devices are here and whose server is a real one: what a link loses is lost on this side.
final class AgainstStage: ScenarioStage {
  private struct State {
    var users: [String: UserID] = [:]
    var places = 0
  }

  /// The devices' clock: the server's as it was met, moved by the scenario's steps.
  let clock: VirtualClock
  private let server: TrialServer
  private let folder: URL
  private let state = Mutex(State())

  init(_ server: TrialServer, folder: URL) {
    clock = VirtualClock(milliseconds: server.time)
    self.server = server
    self.folder = folder
  }

  func obstacle(to action: ScenarioStep.Action) -> String? {
    switch action {
    case .restartServer, .backUpServer, .restoreServer, .endRecovery:
      "a server at an address is not restarted or put back from here"
    case .sync(let sync) where sync.faults.contains(.serverRestart): "a server at an address is not restarted from here"
    default: nil
    }
  }

  func enter(_ people: [Scenario.Person]) async throws {
    for person in people {
      let roles = person.roles.map(\.rawValue).sorted().flatMap { ["--role", $0] }
      let answer = try server.administer(["user", "add", "--name", person.name] + roles)
      guard let user = answer["user"]?.text.flatMap({ UserID($0) }) else { throw StageFault("user add gave no id") }
      state.withLock { $0.users[person.name] = user }
      if !person.streams.isEmpty { try await assign(person.name, person.streams) }
    }
  }

  func setClock(milliseconds: Int64) async throws {
    try await server.move(to: milliseconds)
    clock.set(milliseconds: milliseconds)
  }

  func user(_ person: String) -> UserID? { state.withLock { $0.users[person] } }

  func join(_ device: Scenario.Device) async throws -> SimulatedDevice {
    let answer = try server.administer(["invite", try known(device.person).description])
    guard let code = answer["code"]?.text else { throw StageFault("invite gave no code") }
    return try await SimulatedDevice.join(
      name: device.name, code: code, link: SimulatedLink(over: try server.transport()), clock: clock,
      folder: try newPlace(), seed: SystemRandomNumberGenerator.seed())
  }

  func clone(_ device: SimulatedDevice, as name: String) async throws -> SimulatedDevice {
    try device.clone(
      name: name, folder: try newPlace(), link: SimulatedLink(over: try server.transport()),
      seed: SystemRandomNumberGenerator.seed())
  }

  func assign(_ person: String, _ streams: [StreamID]) async throws {
    _ = try server.administer(["assign", try known(person).description] + streams.map(\.description))
  }

  func restartServer() async throws { throw StageFault("the server is not ours to restart") }
  func backUpServer() async throws { throw StageFault("the server is not ours to copy") }
  func restoreServer() async throws { throw StageFault("the server is not ours to put back") }
  func endRecovery() async throws { throw StageFault("the server is not ours to put back") }

  /// What the server's own command says of its ledger.
  func setDigests() async throws -> [StreamID: Digest] {
    let members = try server.administer(["digest"])["streams"]?.members ?? []
    var digests: [StreamID: Digest] = [:]
    for member in members {
      guard let stream = StreamID(member.key), let digest = member.value.text.flatMap({ Digest(hex: $0) }) else {
        throw StageFault("digest gave “\(member.key)”")
      }
      digests[stream] = digest
    }
    return digests
  }

  private func known(_ person: String) throws -> UserID {
    guard let user = user(person) else { throw StageFault("nobody is called \(person)") }
    return user
  }

  private func newPlace() throws -> String {
    let number = state.withLock { state in
      state.places += 1
      return state.places
    }
    let place = folder.appendingPathComponent("device-\(number)", isDirectory: true)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    return place.path
  }
}

extension SystemRandomNumberGenerator {
  /// A seed nobody has drawn before: a real server remembers every replica it has met.
  fileprivate static func seed() -> UInt64 {
    var random = SystemRandomNumberGenerator()
    return random.next()
  }
}
