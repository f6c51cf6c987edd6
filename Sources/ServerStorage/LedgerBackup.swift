import Foundation
import GRDB
import Glibc
public import ServerCore
public import SyncCore

/// A copy of a tenant's file, taken while the server serves.
public struct LedgerBackup: Sendable, Equatable {
  /// Whose ledger it is.
  public let tenant: TenantID
  /// The life of the log.
  public let epoch: Int
  /// The last position it holds.
  public let position: Int
  /// The log's hash there.
  public let hash: SyncCore.Digest

  /// Reads a copy back: SQLite's own check of every page, the settings, the end of the log.
  /// - Throws: `LedgerFault.damaged` for a file that does not hold together, `.noTenant`, `.storage`.
  public init(readingBack path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.label = "backup"
    self = try SQLiteLedger.translating {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let backup = try queue.read { database in
        guard try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok" else {
          throw LedgerFault.damaged("the copy's pages")
        }
        let layout = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard (1...SQLiteSchema.version).contains(layout) else {
          throw LedgerFault.storage("the file has layout \(layout), this program knows \(SQLiteSchema.version)")
        }
        // The columns every layout has: a copy of an older one is brought up to date when it is restored.
        guard let row = try Row.fetchOne(database, sql: "SELECT tenant, epoch FROM tenant"),
          let tenant = TenantID(row["tenant"] as String)
        else { throw LedgerFault.noTenant }
        let tip = try SQLiteTransaction(database).tip()
        return LedgerBackup(tenant: tenant, epoch: row["epoch"], position: tip.position, hash: tip.hash)
      }
      try queue.close()
      return backup
    }
  }

  private init(tenant: TenantID, epoch: Int, position: Int, hash: SyncCore.Digest) {
    (self.tenant, self.epoch, self.position, self.hash) = (tenant, epoch, position, hash)
  }
}

/// Why a backup was not taken or restored: nothing was changed.
public enum BackupFault: Error, Sendable, Equatable {
  /// Something is at the place already.
  case exists(String)
  /// The copy read back is not what the ledger holds.
  case differs(position: Int)
  /// The file system refused; its own words.
  case file(String)
}

extension SQLiteLedger {
  /// Copies the ledger while others read and write it, reads the copy back, and makes it durable under its name.
  ///
  /// The copy is one moment of the ledger. It holds the server's keys, so only its owner may read it.
  /// - Throws: `BackupFault`, `LedgerFault`; then nothing is at the place.
  public func backUp(to path: String) throws -> LedgerBackup {
    guard !FileManager.default.fileExists(atPath: path) else { throw BackupFault.exists(path) }
    let part = path + ".part"
    try DurableFile.remove(part)
    try DurableFile.createPrivate(part)
    do {
      try Self.translating {
        let copy = try DatabaseQueue(path: part)
        // All pages in one step: a writer beside it would otherwise make it begin again and again.
        try queue.backup(to: copy, pagesPerStep: -1)
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.close()
      }
      let backup = try LedgerBackup(readingBack: part)
      guard try read({ try $0.hash(at: backup.position) }) == backup.hash else {
        throw BackupFault.differs(position: backup.position)
      }
      try DurableFile.synchronize(part)
      try DurableFile.move(part, to: path)
      return backup
    } catch {
      try DurableFile.remove(part)
      throw error
    }
  }

  /// Puts a backup in a tenant's place and begins the recovery in it, for a ledger nobody serves or has open.
  ///
  /// The recovery is begun in the copy: whenever it is interrupted, either the old file is in its place or the new one.
  /// - Parameter kept: where the file that is there goes; nil refuses when there is one.
  /// - Throws: `BackupFault`, `LedgerFault`; then the old file is in its place, or under `kept`.
  public static func restore(
    _ backup: String, to path: String, keeping kept: String?, clock: any ServerClock,
    random: any RandomNumberGenerator & Sendable
  ) throws {
    let isThere = FileManager.default.fileExists(atPath: path)
    if isThere, kept == nil { throw BackupFault.exists(path) }
    if let kept, FileManager.default.fileExists(atPath: kept) { throw BackupFault.exists(kept) }
    let part = path + ".restoring"
    for suffix in ["", "-wal", "-shm"] { try DurableFile.remove(part + suffix) }
    try DurableFile.createPrivate(part)
    try DurableFile.copy(backup, into: part)
    let ledger = try SQLiteLedger(path: part)
    try ConstatServer.restore(ledger, clock: clock, random: random)
    // The last connection to close folds the write-ahead log back in.
    try ledger.close()
    try DurableFile.synchronize(part)
    if isThere, let kept {
      for suffix in ["-wal", "-shm", ""] where FileManager.default.fileExists(atPath: path + suffix) {
        try DurableFile.move(path + suffix, to: kept + suffix)
      }
    }
    try DurableFile.move(part, to: path)
  }
}

/// Files that are on the disk when the call returns.
private enum DurableFile {
  static func createPrivate(_ path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault(path) }
    close(descriptor)
  }

  static func remove(_ path: String) throws {
    guard unlink(path) == 0 || errno == ENOENT else { throw fault(path) }
  }

  static func copy(_ source: String, into target: String) throws {
    do {
      let from = try FileHandle(forReadingFrom: URL(fileURLWithPath: source))
      let into = try FileHandle(forWritingTo: URL(fileURLWithPath: target))
      while let bytes = try from.read(upToCount: 1 << 20), !bytes.isEmpty { try into.write(contentsOf: bytes) }
      try from.close()
      try into.close()
    } catch {
      throw BackupFault.file("\(source): \(error.localizedDescription)")
    }
  }

  static func synchronize(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw fault(path) }
  }

  /// Renames, and makes the name durable too.
  static func move(_ source: String, to target: String) throws {
    guard rename(source, target) == 0 else { throw fault(target) }
    try synchronize(URL(fileURLWithPath: target).deletingLastPathComponent().path)
  }

  private static func fault(_ path: String) -> BackupFault {
    .file("\(path): \(String(cString: strerror(errno)))")
  }
}
