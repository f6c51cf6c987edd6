import Crypto
import AuditDesk
import FieldClient
import ReplicaStore
import StoreTestSupport
import SyncCore
import SyncProtocol
import Synchronization
import TestSupport
import Testing

/// One laptop in a test: a store, its engine, and the pauses the engine asked for.
final class Device: Sendable {
  let store: ReplicaStore
  let server: FakeServer
  let keys: [ReplicaID: [UInt8]]
  let pauses = Mutex<[Int]>([])
  private let random: Mutex<SeededGenerator>

  init(_ bits: UInt64, user: String, server: FakeServer, keys: [UInt64: Curve25519.Signing.PrivateKey]) throws {
    let key = try #require(keys[bits])
    store = try ReplicaStore.create(
      at: Bench.path(), identity: Bench.identity(bits, user: user, tenant: server.tenant, key: key))
    self.server = server
    self.keys = Dictionary(
      uniqueKeysWithValues: keys.map { (ReplicaID(bits: $0.key), Array($0.value.publicKey.rawRepresentation)) })
    random = Mutex(SeededGenerator(seed: bits))
    server.edit { $0.keys[ReplicaID(bits: bits)] = key.publicKey }
  }

  /// The same profile in another place, as a copied disk or a restored backup has it.
  init(copyOf device: Device, seed: UInt64) throws {
    store = try Bench.copy(of: device.store)
    server = device.server
    keys = device.keys
    random = Mutex(SeededGenerator(seed: seed))
  }

  @discardableResult
  func grade(_ value: JSONValue, stream: StreamID = Bench.dossier, on entity: EntityID = Bench.audit) throws
    -> ChangeLine
  {
    try random.withLock { random in try store.grade(value, stream: stream, on: entity, using: &random) }
  }

  /// Looks at the grade, as a person does before writing.
  func look(_ stream: StreamID = Bench.dossier) throws { try store.lookAtGrade(stream) }

  func shown(_ stream: StreamID = Bench.dossier) throws -> JSONValue? { try store.shownGrade(stream) }

  func values(_ stream: StreamID = Bench.dossier) throws -> Int {
    try store.fold(stream).conflicts(schema: TestSchema()).first?.conflict?.values.count ?? 1
  }

  func engine(onTheWay: (@Sendable () -> Void)? = nil) -> SyncEngine {
    let keys = keys
    return SyncEngine(
      store: store, transport: FakeTransport(server: server, onTheWay: onTheWay),
      sleep: { milliseconds in self.pauses.withLock { $0.append(milliseconds) } }, now: { 5_000 },
      random: SeededGenerator(seed: 99)
    ) { _ in keys }
  }

  @discardableResult
  func sync() async throws -> SyncReport { try await engine().sync() }
}

/// A server and two laptops of one team.
struct Team {
  let server = FakeServer(tenant: Bench.tenant)
  let anne: Device
  let bruno: Device

  init() throws {
    let keys: [UInt64: Curve25519.Signing.PrivateKey] = [
      0xA: Curve25519.Signing.PrivateKey(), 0xB: Curve25519.Signing.PrivateKey(),
    ]
    anne = try Device(0xA, user: "u-A", server: server, keys: keys)
    bruno = try Device(0xB, user: "u-B", server: server, keys: keys)
  }

  /// Both hold the dossier, with one grade of Anne's.
  static func started() async throws -> Team {
    let team = try Team()
    try team.anne.grade("minor")
    try await team.anne.sync()
    try await team.bruno.sync()
    return team
  }
}
