public import AuditSchema
import Crypto
public import AuditDesk
public import FieldClient
import Foundation
public import ReplicaStore
public import SyncCore
public import SyncProtocol
import Synchronization

/// One laptop of a simulated world: the real store on a real file, the real engine, a simulated way to the server.
public final class SimulatedDevice: Sendable {
  /// What the scenario calls it.
  public let name: String
  /// Its way to the server.
  public let link: SimulatedLink
  private let skewMilliseconds: Mutex<Int64>
  private let clock: VirtualClock
  private let path: String
  private let held: Mutex<ReplicaStore>
  private let random: Mutex<SeededGenerator>

  private init(
    name: String, link: SimulatedLink, clock: VirtualClock, path: String, store: ReplicaStore, seed: UInt64,
    skewMilliseconds: Int64
  ) {
    self.name = name
    self.link = link
    self.clock = clock
    self.path = path
    self.skewMilliseconds = Mutex(skewMilliseconds)
    held = Mutex(store)
    random = Mutex(SeededGenerator(seed: seed))
  }

  /// Joins a new device with a one-time code, as a user would.
  /// - Parameters:
  ///   - folder: an existing folder of the device's own.
  ///   - seed: what the device draws its keys, ids and salts from.
  /// - Throws: `SimulationFault.notJoined` with the client's own code; `ReplicaStoreError`.
  public static func join(
    name: String, code: String, server: SimulatedServer, folder: String, seed: UInt64, skewMilliseconds: Int64 = 0
  ) async throws -> SimulatedDevice {
    try await join(
      name: name, code: code, link: SimulatedLink(to: server), clock: server.clock, folder: folder, seed: seed,
      skewMilliseconds: skewMilliseconds)
  }

  /// Joins a new device over any link, at a simulated server or at a real one.
  /// - Parameters:
  ///   - clock: what its own clock is read from, `skewMilliseconds` apart.
  ///   - folder: an existing folder of the device's own.
  ///   - seed: what the device draws its keys, ids and salts from.
  /// - Throws: `SimulationFault.notJoined` with the client's own code; `ReplicaStoreError`.
  public static func join(
    name: String, code: String, link: SimulatedLink, clock: VirtualClock, folder: String, seed: UInt64,
    skewMilliseconds: Int64 = 0
  ) async throws -> SimulatedDevice {
    var random = SeededGenerator(seed: seed)
    let replica = ReplicaID(bits: random.next())
    let key = try Curve25519.Signing.PrivateKey(
      rawRepresentation: (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    let outcome = await JoinClient.join(
      transport: link, code: code, replica: replica, key: Array(key.publicKey.rawRepresentation))
    guard case .joined(let answer) = outcome else { throw SimulationFault.notJoined(outcome.code) }
    let path = folder + "/profile.sqlite"
    let store = try ReplicaStore.create(
      at: path,
      identity: StoreIdentity(
        tenant: answer.tenant, user: answer.user, replica: replica, serverURL: "http://127.0.0.1",
        deviceKey: key, serverReplica: answer.serverReplica,
        serverKey: try Curve25519.Signing.PublicKey(rawRepresentation: answer.serverKey), epoch: answer.epoch),
      settings: Self.settings)
    return SimulatedDevice(
      name: name, link: link, clock: clock, path: path, store: store, seed: random.next(),
      skewMilliseconds: skewMilliseconds)
  }

  // Nobody else reaches a simulated disk.
  private static let settings = StoreSettings(isExclusive: true)

  /// The store as it is open now.
  public var store: ReplicaStore { held.withLock { $0 } }

  /// Sets how far its clock is off, milliseconds.
  public func setSkew(milliseconds: Int64) { skewMilliseconds.withLock { $0 = milliseconds } }

  /// What the device's own clock shows, milliseconds since 1970 UTC.
  public func now() -> Int64 { clock.now() + skewMilliseconds.withLock { $0 } }

  /// The person at the keyboard, with the roles the directory gives them as far as it has arrived.
  public func author() throws -> WriteAuthor {
    let user = try store.identity.user
    let roles = try DirectoryView(store.fold(.directory)).roles(of: user)
    return WriteAuthor(user: user, roles: roles)
  }

  /// Saves one intention as one change.
  /// - Returns: the line, nil when there was nothing new to say.
  @discardableResult
  public func capture(
    _ stream: StreamID, _ intention: (CaptureDesk) throws -> [SyncCore.Operation]
  ) throws -> ChangeLine? {
    let author = try author()
    return try random.withLock { random in
      try store.capture(stream: stream, time: now(), random: &random) { context in
        try intention(
          CaptureDesk(
            fold: context.fold, author: author, seen: context.seen, shown: { context.shown($0, of: $1) },
            newEntity: { context.newEntity(type: $0, n: $1) }))
      }
    }
  }

  /// Syncs until the engine ends; pauses move the world's clock.
  @discardableResult
  public func sync() async throws -> SyncReport { try await sync(by: link) }

  /// The program dies and is started again: whatever it held in memory is gone, the file is what it is.
  public func restart() throws {
    try store.close()
    let opened = try ReplicaStore.open(at: path, settings: Self.settings)
    held.withLock { $0 = opened }
  }

  /// The same profile on another disk, as a copied laptop or a restored backup has it.
  /// - Parameter folder: an existing folder of the copy's own.
  public func clone(name: String, folder: String, server: SimulatedServer, seed: UInt64) throws -> SimulatedDevice {
    try clone(name: name, folder: folder, link: SimulatedLink(to: server), seed: seed)
  }

  /// The same profile on another disk, with a link of its own.
  /// - Parameter folder: an existing folder of the copy's own.
  public func clone(name: String, folder: String, link: SimulatedLink, seed: UInt64) throws -> SimulatedDevice {
    try store.close()
    let copy = folder + "/profile.sqlite"
    for end in ["", "-wal"] where FileManager.default.fileExists(atPath: path + end) {
      try FileManager.default.copyItem(atPath: path + end, toPath: copy + end)
    }
    let reopened = try ReplicaStore.open(at: path, settings: Self.settings)
    held.withLock { $0 = reopened }
    return SimulatedDevice(
      name: name, link: link, clock: clock, path: copy,
      store: try ReplicaStore.open(at: copy, settings: Self.settings), seed: seed,
      skewMilliseconds: skewMilliseconds.withLock { $0 })
  }

  /// Closes the file.
  public func close() throws { try store.close() }
}

extension SimulatedDevice {
  /// Syncs by another way than the device's own link, such as one that is listened to.
  @discardableResult
  public func sync(by transport: any Transport) async throws -> SyncReport {
    let seed = random.withLock { $0.next() }
    let clock = clock
    let engine = SyncEngine(
      store: store, transport: transport, sleep: { clock.advance(milliseconds: Int64($0)) }, now: { self.now() },
      random: SeededGenerator(seed: seed), deviceKeys: { try $0.sealKeys() })
    return try await engine.sync()
  }

  /// The program is killed in the middle of whatever it did and started again: the files are as they lay at that moment,
  /// the write-ahead log included.
  public func kill() throws {
    let files = FileManager.default
    let ends = ["", "-wal"].filter { files.fileExists(atPath: path + $0) }
    for end in ends { try files.copyItem(atPath: path + end, toPath: path + end + ".killed") }
    try store.close()
    for end in ["", "-wal"] where files.fileExists(atPath: path + end) { try files.removeItem(atPath: path + end) }
    for end in ends { try files.moveItem(atPath: path + end + ".killed", toPath: path + end) }
    let opened = try ReplicaStore.open(at: path, settings: Self.settings)
    held.withLock { $0 = opened }
  }
}

/// Why a simulated world could not be set up.
public enum SimulationFault: Error, Sendable, Equatable {
  /// The device was not let in; the client's code of the outcome.
  case notJoined(String)
}
