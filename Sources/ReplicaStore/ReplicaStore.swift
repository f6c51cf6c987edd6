import Crypto
import Foundation
import GRDB
import Glibc
import SyncCore
import Synchronization

/// The durable store of one profile: one SQLite file that holds the lines, what they are owed, and who the device is.
///
/// State is never stored: it is folded from the lines on reading; what is kept for speed is checked against them. Every
/// promise is one transaction (DESIGN §8). Safe to
/// use from several threads; a second program on the same file is kept apart by a lock held for one transaction at a
/// time, so a running sync never makes a capture wait.
public final class ReplicaStore: Sendable {
  let queue: DatabaseQueue
  private let lock: ProfileLock?
  let folds = Mutex<[StreamID: CachedFold]>([:])
  /// Where the file is.
  public let path: String

  private init(path: String, settings: StoreSettings) throws(ReplicaStoreError) {
    self.path = path
    let lock = settings.isExclusive ? nil : try ProfileLock(path: path + ".lock", tries: settings.lockTries)
    self.lock = lock
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(StoreLimits.busyMilliseconds) / 1_000)
    configuration.label = "constat.profile"
    if settings.isExclusive {
      configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
    }
    do {
      try lock?.take()
      defer { lock?.release() }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in try StoreDurability.establish(db) }
      let migrator = StoreMigrations.migrator
      guard try !queue.read(migrator.hasBeenSuperseded) else { throw ReplicaStoreError.storeNewer }
      if try !queue.read(migrator.hasCompletedMigrations) { try migrator.migrate(queue) }
    } catch {
      throw ReplicaStoreError(error)
    }
  }

  /// Creates a profile; the file and its companions are readable by their owner alone.
  /// - Throws: `ReplicaStoreError.profileExists` when a profile is there already. A creation that was cut short may be
  ///   repeated.
  public static func create(
    at path: String, identity: StoreIdentity, settings: StoreSettings = StoreSettings()
  ) throws(ReplicaStoreError) -> ReplicaStore {
    if !settings.isExclusive {
      let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw .notWritable(detail: String(cString: strerror(errno))) }
      _ = Glibc.close(descriptor)
    }
    let store = try ReplicaStore(path: path, settings: settings)
    try store.writing { db in
      guard try IdentityTable.read(db) == nil else { throw ReplicaStoreError.profileExists }
      try IdentityTable.insert(identity, db)
      try db.execute(
        sql: "INSERT INTO sync (one, bookmark, backed_up_through, resync) VALUES (1, '', 0, 0)")
    }
    return store
  }

  /// Opens a profile.
  /// - Throws: `profileMissing`, `storeLocked`, `storeDamaged`, `storeNewer` or `notDurable`.
  public static func open(
    at path: String, settings: StoreSettings = StoreSettings()
  ) throws(ReplicaStoreError) -> ReplicaStore {
    if !settings.isExclusive {
      guard access(path, F_OK) == 0 else { throw .profileMissing }
      guard access(path, R_OK | W_OK) == 0 else { throw .notWritable(detail: String(cString: strerror(errno))) }
    }
    let store = try ReplicaStore(path: path, settings: settings)
    guard try store.reading(IdentityTable.read) != nil else { throw .profileMissing }
    return store
  }

  /// Closes the file; every later call fails.
  public func close() throws(ReplicaStoreError) {
    do {
      try lock?.take()
      defer { lock?.release() }
      try queue.close()
    } catch {
      throw ReplicaStoreError(error)
    }
  }

  /// Who this profile is.
  public var identity: StoreIdentity {
    get throws(ReplicaStoreError) { try reading(IdentityTable.require) }
  }

  /// Takes over a new token.
  /// - Parameter expires: when it ends by this device's clock, milliseconds since 1970 UTC.
  public func keep(token: String, expires: Int64) throws(ReplicaStoreError) {
    try writing { db in
      try db.execute(sql: "UPDATE identity SET token = ?, token_expires = ?", arguments: [token, expires])
    }
  }

  /// Takes over another life of the server's log; the token of the one before is of no more use.
  public func keep(epoch: Int) throws(ReplicaStoreError) {
    try writing { db in
      try db.execute(sql: "UPDATE identity SET epoch = ?, token = '', token_expires = 0", arguments: [epoch])
    }
  }

  /// What SQLite's own check of the file finds, reading it whole; empty when sound.
  public func integrityProblems() throws(ReplicaStoreError) -> [String] {
    try reading { db in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" } }
  }

  /// Moves everything out of the write-ahead log and empties it, so that nothing purged lingers there.
  ///
  /// When another program is reading, the log stays until the next time: that is no error.
  func emptyWriteAheadLog() throws(ReplicaStoreError) {
    do {
      try queue.writeWithoutTransaction { db in
        try lock?.take()
        defer { lock?.release() }
        _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      throw ReplicaStoreError(error)
    }
  }

  // MARK: transactions

  /// One consistent reading.
  func reading<Value>(_ body: (Database) throws -> Value) throws(ReplicaStoreError) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw ReplicaStoreError(error)
    }
  }

  /// One transaction, durable when this returns.
  func writing<Value>(_ body: (Database) throws -> Value) throws(ReplicaStoreError) -> Value {
    do {
      return try transaction(body)
    } catch {
      throw ReplicaStoreError(error)
    }
  }

  /// As `writing`, with the body's own errors passed on as they are.
  func transaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try queue.writeWithoutTransaction { db in
      try lock?.take()
      defer { lock?.release() }
      var value: Value?
      try db.inTransaction(.immediate) {
        value = try body(db)
        return .commit
      }
      guard let value else { throw ReplicaStoreError.storeDamaged(detail: "a transaction ended without its value") }
      return value
    }
  }
}
