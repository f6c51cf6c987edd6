import AuditModel
import Foundation
import ServerCore
import ServerStorage
import SyncCore
import SyncProtocol
import Synchronization
import TestSupport
import Testing

/// A ledger whose storage can be put back to a copy of it, while nobody uses it.
final class ReplaceableLedger: Ledger {
  private let current: Mutex<any Ledger>

  init(_ ledger: any Ledger) { current = Mutex(ledger) }

  var inner: any Ledger { current.withLock { $0 } }
  func replace(_ ledger: any Ledger) { current.withLock { $0 = ledger } }
  func write<T>(_ body: (any LedgerTransaction) throws -> T) throws -> T { try inner.write(body) }
  func read<T>(_ body: (any LedgerReading) throws -> T) throws -> T { try inner.read(body) }
}

/// A house whose server can be set back to a backup.
final class RewoundHouse {
  let house: House
  private let kind: LedgerKind
  private let ledger: ReplaceableLedger
  private var copy: InMemoryLedger?
  private var restores: UInt64 = 0
  private(set) var server: ConstatServer

  init(_ kind: LedgerKind, seed: UInt64 = 1) throws {
    var seam: ReplaceableLedger?
    house = try House(kind, seed: seed) {
      let ledger = ReplaceableLedger($0)
      seam = ledger
      return ledger
    }
    self.kind = kind
    ledger = try #require(seam)
    server = house.server
  }

  private var backupFile: String { house.folder.path + "/backup.sqlite" }

  /// Takes a backup, in the place of the last one, while the server serves.
  func backUp() async throws {
    switch ledger.inner {
    case let memory as InMemoryLedger: copy = InMemoryLedger(copyOf: memory)
    case let file as SQLiteLedger:
      if FileManager.default.fileExists(atPath: backupFile) {
        try FileManager.default.removeItem(atPath: backupFile)
      }
      let backup = try file.backUp(to: backupFile)
      try await server.noteBackup(through: backup.position)
    default: Issue.record("an unknown ledger")
    }
  }

  /// Goes back to the backup: the way `constat-server restore` goes, or by copying the file back without a word.
  func goBack(saying: Bool = true) throws {
    restores += 1
    let random = SeededGenerator(seed: 500 + restores)
    switch ledger.inner {
    case is InMemoryLedger:
      let fresh = InMemoryLedger(copyOf: try #require(copy))
      if saying { try ConstatServer.restore(fresh, clock: house.clock, random: random) }
      ledger.replace(fresh)
    case let file as SQLiteLedger:
      try file.close()
      let place = house.folder.file
      if saying {
        try SQLiteLedger.restore(
          backupFile, to: place, keeping: place + ".before-\(restores)", clock: house.clock, random: random)
      } else {
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: place + suffix) {
          try FileManager.default.removeItem(atPath: place + suffix)
        }
        try FileManager.default.copyItem(atPath: backupFile, toPath: place)
      }
      ledger.replace(try SQLiteLedger(path: place))
    default: Issue.record("an unknown ledger")
    }
    server = try ConstatServer(
      ledger: ledger, clock: house.clock, random: SeededGenerator(seed: 900 + restores))
  }
}

/// A device of these tests gives back what it holds.
extension FieldDevice {
  /// What is held of a stream, others' entries in the order of the log, then the own chain with a fresh seal.
  func holding(_ stream: StreamID, own: Bool = true) throws -> [LogEntry] {
    let others = (held[stream] ?? []).filter { entry in
      switch entry.content {
      case .line(let line): line.id.replica != replica
      case .skip(_, let id, _): id.replica != replica
      case .seal(let seal): seal.through.replica != replica
      }
    }
    return try others + (own ? ownEntries(of: stream) : [])
  }

  func giveBack(_ stream: StreamID, _ entries: [LogEntry], to server: ConstatServer) async throws -> RecoveryAnswer {
    let body = RecoveryRequest(stream: stream, replica: replica, entries: entries).body
    return try #require(RecoveryAnswer(reading: try await server.recover(body, as: principal).get()))
  }

  /// Everything held, the directory first.
  func giveBackAll(to server: ConstatServer) async throws {
    let streams = Set(held.keys).union(ownStreams)
    for stream in [.directory] + streams.filter({ $0 != .directory }).sorted() {
      _ = try await giveBack(stream, holding(stream), to: server)
    }
  }
}
