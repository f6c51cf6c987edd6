import GRDB
public import ServerCore
import SyncCore

/// A tenant's ledger in one SQLite file (DESIGN §8).
///
/// WAL with `synchronous=FULL`, read back after opening; several processes may open the file, each transaction taking
/// the write lock at once (`BEGIN IMMEDIATE`) and waiting for it at most `busySeconds`.
public final class SQLiteLedger: Ledger {
  /// Which of the processes on the file folds the write-ahead log back into it.
  ///
  /// SQLite 3.40 may damage a file when two connections reset its log at the same moment: one process does it.
  public enum Part: Sendable {
    /// The server that runs all the time.
    case serving
    /// A command beside it.
    case command
  }

  let queue: DatabaseQueue

  /// Opens or creates the file.
  /// - Throws: `LedgerFault.notDurable` when the file cannot be kept safe, `.busy`, `.storage`.
  public init(path: String, part: Part = .serving, busySeconds: Double = 10) throws {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(busySeconds)
    configuration.foreignKeysEnabled = false
    configuration.label = "ledger"
    queue = try Self.translating {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        // GRDB sets NORMAL when it opens a WAL file, whatever was asked before; so this comes after.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        if part == .command { try database.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
        let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
        guard synchronous == 2 else { throw LedgerFault.notDurable("synchronous \(synchronous ?? -1)") }
        let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
        guard journal == "wal" else { throw LedgerFault.notDurable("journal_mode \(journal ?? "none")") }
        try database.inTransaction(.immediate) {
          try SQLiteSchema.create(in: database)
          return .commit
        }
      }
      return queue
    }
  }

  /// Closes the file.
  /// - Throws: `LedgerFault.storage`.
  public func close() throws { try Self.translating { try queue.close() } }

  /// Runs one transaction.
  public func write<T>(_ body: (any LedgerTransaction) throws -> T) throws -> T {
    try Self.translating {
      try queue.writeWithoutTransaction { database in
        var result: T?
        try database.inTransaction(.immediate) {
          result = try body(SQLiteTransaction(database))
          return .commit
        }
        guard let result else { throw LedgerFault.storage("the transaction did not run") }
        return result
      }
    }
  }

  /// Reads one consistent state.
  public func read<T>(_ body: (any LedgerReading) throws -> T) throws -> T {
    try Self.translating {
      try queue.writeWithoutTransaction { database in
        var result: T?
        // Deferred: a snapshot, without the write lock.
        try database.inTransaction(.deferred) {
          result = try body(SQLiteTransaction(database))
          return .commit
        }
        guard let result else { throw LedgerFault.storage("the transaction did not run") }
        return result
      }
    }
  }

  static func translating<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw LedgerFault.busy
      default: throw LedgerFault.storage("\(error.resultCode.rawValue) \(error.message ?? "")")
      }
    }
  }
}
