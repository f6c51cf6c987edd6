import Crypto
import AuditDesk
import FieldClient
import Foundation
import ReplicaStore
import SyncCore
import SyncProtocol
import Synchronization

/// A generator that gives the same draws for the same seed.
struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The merge kinds the tests use.
struct TestSchema: MergeSchema {
  let version = 1
  func kind(of field: FieldName, in typePath: String) -> MergeKind? { field == "grade" ? .contested : nil }
}

enum Bench {
  static let tenant = TenantID("certifier")!
  static let dossier = StreamID("dossier.qualiopi.130002850")!
  static let other = StreamID("dossier.qualiopi.552100554")!
  static let audit = EntityID("audit/A1")!
  static let grade: FieldName = "grade"
  static let serverKey = Curve25519.Signing.PrivateKey()
  static let serverReplica = ReplicaID(bits: 0x5E57_E500_0000_0001)
}

/// One laptop in a test: a store, its engine, and the pauses the engine asked for.
final class Device: Sendable {
  let store: ReplicaStore
  let server: FakeServer
  let keys: [ReplicaID: [UInt8]]
  let pauses = Mutex<[Int]>([])
  private let random: Mutex<SeededGenerator>

  init(_ bits: UInt64, user: String, server: FakeServer, keys: [UInt64: Curve25519.Signing.PrivateKey]) throws {
    guard let key = keys[bits], let user = UserID(user) else { throw TransportFailure.cancelled }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try ReplicaStore.create(
      at: folder.appendingPathComponent("profile.sqlite").path,
      identity: StoreIdentity(
        tenant: server.tenant, user: user, replica: ReplicaID(bits: bits), serverURL: "http://127.0.0.1",
        token: "token", deviceKey: key, serverReplica: Bench.serverReplica, serverKey: Bench.serverKey.publicKey))
    self.server = server
    self.keys = Dictionary(
      uniqueKeysWithValues: keys.map { (ReplicaID(bits: $0.key), Array($0.value.publicKey.rawRepresentation)) })
    random = Mutex(SeededGenerator(bits))
    server.edit { $0.keys[ReplicaID(bits: bits)] = key.publicKey }
  }

  /// The same profile in another place, as a copied disk or a restored backup has it.
  init(copyOf device: Device, seed: UInt64) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("profile.sqlite").path
    for end in ["", "-wal"] where FileManager.default.fileExists(atPath: device.store.path + end) {
      try FileManager.default.copyItem(atPath: device.store.path + end, toPath: path + end)
    }
    store = try ReplicaStore.open(at: path)
    server = device.server
    keys = device.keys
    random = Mutex(SeededGenerator(seed))
  }

  @discardableResult
  func grade(_ value: JSONValue, stream: StreamID = Bench.dossier, on entity: EntityID = Bench.audit) throws
    -> ChangeLine
  {
    let line = try random.withLock { random in
      try store.capture(stream: stream, time: 1_790_000_000_000, random: &random) { context in
        [.set(Bench.grade, on: entity, to: value, over: context.over(Bench.grade, of: entity), motive: nil)]
      }
    }
    guard let line else { throw TransportFailure.cancelled }
    return line
  }

  /// Looks at the grade, as a person does before writing.
  func look(_ stream: StreamID = Bench.dossier) throws {
    let heads = try store.fold(stream).field(Bench.grade, of: Bench.audit, schema: TestSchema())?.over ?? []
    try store.shown(heads, field: Bench.grade, entity: Bench.audit, stream: stream)
  }

  func shown(_ stream: StreamID = Bench.dossier) throws -> JSONValue? {
    try store.fold(stream).field(Bench.grade, of: Bench.audit, schema: TestSchema())?.shown
  }

  func values(_ stream: StreamID = Bench.dossier) throws -> Int {
    try store.fold(stream).conflicts(schema: TestSchema()).first?.conflict?.values.count ?? 1
  }

  func engine(onTheWay: (@Sendable () -> Void)? = nil) -> SyncEngine {
    let keys = keys
    return SyncEngine(
      store: store, transport: FakeTransport(server: server, onTheWay: onTheWay),
      sleep: { milliseconds in self.pauses.withLock { $0.append(milliseconds) } }, now: { 5_000 },
      random: SeededGenerator(99)
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
