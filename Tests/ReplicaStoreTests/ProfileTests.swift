import Foundation
import GRDB
import StoreTestSupport
import SyncCore
import Testing

@testable import ReplicaStore

struct ProfileTests {
  @Test func `L1 an open store synchronises in full and logs ahead`() throws {
    let store = try Bench.store()
    #expect(try store.reading { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    #expect(try store.reading { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test(arguments: ["NORMAL", "OFF"])
  func `L1 a connection that does not synchronise in full is refused`(level: String) throws {
    let queue = try DatabaseQueue(path: Bench.path())
    try queue.writeWithoutTransaction { db in
      try StoreDurability.establish(db)
      try db.execute(sql: "PRAGMA synchronous = \(level)")
      #expect(throws: ReplicaStoreError.self) { try StoreDurability.require(db) }
    }
  }

  @Test func `L1 a rollback journal is refused`() throws {
    let queue = try DatabaseQueue(path: Bench.path())
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      #expect(throws: ReplicaStoreError.notDurable(found: "journal_mode=delete, synchronous=2")) {
        try StoreDurability.require(db)
      }
    }
  }

  @Test func `a second program that holds the profile lock makes a capture fail after a bounded wait, losing nothing`()
    throws
  {
    let path = try Bench.path()
    let store = try ReplicaStore.create(
      at: path, identity: Bench.identity(0xA), settings: StoreSettings(lockTries: 3))
    try store.grade("minor")
    let second = try ProfileLock(path: path + ".lock", tries: 1)
    try second.take()
    #expect(throws: ReplicaStoreError.storeLocked(waitedMilliseconds: 30)) { try store.grade("major") }
    #expect(throws: ReplicaStoreError.storeLocked(waitedMilliseconds: 10)) {
      try ReplicaStore.open(at: path, settings: StoreSettings(lockTries: 1))
    }
    #expect(try store.shownGrade() == "minor")
    second.release()
    #expect(try store.grade("major").id.seq == 2)
  }

  @Test func `two programs that take turns on one profile write one sequence`() throws {
    let path = try Bench.path()
    let one = try ReplicaStore.create(at: path, identity: Bench.identity(0xA))
    let two = try ReplicaStore.open(at: path)
    #expect(try one.grade("minor").id.seq == 1)
    #expect(try two.grade("major").id.seq == 2)
    #expect(try one.grade("minor").id.seq == 3)
    #expect(try two.shownGrade() == "minor")
  }

  @Test func `the files of a profile are for their owner alone`() throws {
    let store = try Bench.store()
    try store.grade("minor")
    for end in ["", "-wal", "-shm", ".lock"] {
      let mode = try FileManager.default.attributesOfItem(atPath: store.path + end)[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(end)")
    }
  }

  @Test func `a file that is no store is called damaged, not empty`() throws {
    let path = try Bench.path()
    try Data(String(repeating: "not a database ", count: 400).utf8).write(to: URL(fileURLWithPath: path))
    #expect { try ReplicaStore.open(at: path) } throws: { error in
      (error as? ReplicaStoreError)?.code == "store-damaged"
    }
  }

  @Test func `a file with overwritten pages is called damaged`() throws {
    let path = try Bench.path()
    let store = try ReplicaStore.create(at: path, identity: Bench.identity(0xA))
    for seed in 1...200 { try store.grade(.string("minor \(seed)"), seed: UInt64(seed)) }
    try store.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in 8_192..<bytes.count { bytes[place] = 0x5A }
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect {
      let again = try ReplicaStore.open(at: path)
      _ = try again.lines(of: Bench.dossier)
    } throws: { error in
      (error as? ReplicaStoreError)?.code == "store-damaged"
    }
  }

  @Test func `a flipped bit in a stored line is reported on reading, and the line is not sent`() throws {
    let store = try Bench.store()
    let line = try store.grade("minor")
    var bytes = line.bytes
    let place = try #require(bytes.lastIndex(of: UInt8(ascii: "i")))
    bytes[place] ^= 1
    try store.writing { db in try db.execute(sql: "UPDATE lines SET bytes = ?", arguments: [Data(bytes)]) }
    for attempt in [{ _ = try store.fold(Bench.dossier) }, { _ = try store.pendingPush() }] {
      #expect { try attempt() } throws: { ($0 as? ReplicaStoreError)?.code == "store-damaged" }
    }
  }

  @Test func `no profile, a second profile and a newer profile are told apart`() throws {
    let path = try Bench.path()
    #expect(throws: ReplicaStoreError.profileMissing) { try ReplicaStore.open(at: path) }
    let store = try ReplicaStore.create(at: path, identity: Bench.identity(0xA))
    #expect(throws: ReplicaStoreError.profileExists) {
      try ReplicaStore.create(at: path, identity: Bench.identity(0xB))
    }
    try store.writing { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 from the future')") }
    #expect(throws: ReplicaStoreError.storeNewer) { try ReplicaStore.open(at: path) }
  }

  @Test func `a creation that was cut short can be repeated`() throws {
    let path = try Bench.path()
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: ReplicaStoreError.profileMissing) { try ReplicaStore.open(at: path) }
    let store = try ReplicaStore.create(at: path, identity: Bench.identity(0xA))
    #expect(try store.identity.replica == ReplicaID(bits: 0xA))
  }

  @Test func `a renewed token stays after reopening`() throws {
    let store = try Bench.store()
    try store.keep(token: "new", expires: 9)
    #expect(try ReplicaStore.open(at: store.path).identity.token == "new")
  }
}
