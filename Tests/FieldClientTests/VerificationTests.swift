import AuditDesk
import FieldClient
import Foundation
import GRDB
import ReplicaStore
import StoreTestSupport
import SyncCore
import Testing

struct VerificationTests {
  /// Bruno's store after a day: his own and Anne's lines, a refused one, seals and the server's digests.
  private func day() async throws -> Device {
    let team = try await Team.started()
    let refused = try team.anne.grade("major")
    team.server.edit { $0.refusing = [refused.id] }
    try team.anne.grade("conform")
    try await team.anne.sync()
    try team.bruno.look()
    try team.bruno.grade("minor", on: EntityID("audit/A2")!)
    try await team.bruno.sync()
    return team.bruno
  }

  private func verify(_ device: Device) throws -> VerificationReport {
    try Verification.verify(device.store, deviceKeys: device.keys)
  }

  /// Alters the file behind the store's back.
  private func alter(_ device: Device, _ sql: String, _ arguments: StatementArguments = []) throws {
    let queue = try DatabaseQueue(path: device.store.path)
    try queue.write { db in try db.execute(sql: sql, arguments: arguments) }
    try queue.close()
  }

  @Test func `L10 a sound store verifies whole, to the server's digest`() async throws {
    let device = try await day()
    let report = try verify(device)
    #expect(report.isSound)
    let stream = try #require(report.streams.first)
    #expect(stream.lines == 3 && stream.skips == 1 && stream.seals == 3 && stream.unknownSeals == 0)
    #expect(stream.isComparedToServer && stream.unsealedLines == 0)
    try device.grade("major")
    #expect(try verify(device).streams.first?.unsealedLines == 1)
  }

  @Test func `L10 any one flipped bit of a stored line is found`() async throws {
    let device = try await day()
    let id = ChangeID(replica: ReplicaID(bits: 0xA), seq: 1)
    let line = try #require(try device.store.line(id)?.line)
    for place in stride(from: 0, to: line.bytes.count, by: 11) {
      var bytes = line.bytes
      bytes[place] ^= 1 << UInt8(place % 8)
      try alter(
        device, "UPDATE lines SET bytes = ? WHERE bytes = ?", [Data(bytes), Data(line.bytes)])
      let faults = try verify(device).faults
      #expect(faults.contains { $0.code == .lineAltered && $0.id == id }, "byte \(place)")
      try alter(device, "UPDATE lines SET bytes = ? WHERE bytes = ?", [Data(line.bytes), Data(bytes)])
    }
    #expect(try verify(device).isSound)
  }

  @Test(arguments: [
    ("UPDATE lines SET digest = zeroblob(32) WHERE seq = 1 AND own = 0", "line-altered"),
    ("UPDATE lines SET link = zeroblob(32) WHERE seq = 1 AND own = 0", "link-broken"),
    ("UPDATE lines SET seq = 9 WHERE seq = 3", "line-misfiled"),
    ("UPDATE lines SET bytes = x'7b7d' WHERE seq = 1 AND own = 0", "line-unreadable"),
    ("DELETE FROM lines WHERE seq = 3", "set-digest-differs"),
    ("DELETE FROM lines WHERE seq = 1 AND own = 0", "link-broken"),
    ("UPDATE skips SET digest = zeroblob(32)", "link-broken"),
    ("UPDATE seals SET signature = zeroblob(64) WHERE seq = 3", "seal-wrong"),
    ("UPDATE seals SET seq = 7 WHERE seq = 3", "seal-without-line"),
    ("UPDATE chains SET accepted_seq = 2", "tip-differs"),
    ("UPDATE digests SET digest = zeroblob(32)", "set-digest-differs"),
    ("UPDATE lines SET link = zeroblob(4) WHERE seq = 1 AND own = 0", "store-damaged"),
  ])
  func `L10 tampering behind the store's back is found`(sql: String, code: String) async throws {
    let device = try await day()
    try alter(device, sql)
    let found = try verify(device).faults.map(\.code.rawValue)
    #expect(found.contains(code), "\(sql): \(found)")
  }

  @Test func `a rewritten line with recomputed digests and links is found by the seal and the server's digest`()
    async throws
  {
    let device = try await day()
    let id = ChangeID(replica: ReplicaID(bits: 0xA), seq: 1)
    let held = try #require(try device.store.line(id)?.line.change)
    let forged = try ChangeLine(
      printing: Change(
        id: id, salt: held.salt, time: held.time, by: held.by, stream: held.stream,
        operations: [.set(Bench.grade, on: Bench.audit, to: "conform", over: [], motive: nil)]))
    var link = Link.origin(tenant: Bench.tenant, stream: Bench.dossier, replica: id.replica)
    let steps = try #require(try device.store.evidence(of: Bench.dossier).chains[id.replica])
    try alter(
      device, "UPDATE lines SET bytes = ?, digest = ? WHERE seq = 1 AND own = 0",
      [Data(forged.bytes), Data(forged.digest.bytes)])
    for step in steps {
      link = link.next(seq: step.id.seq, line: step.id == id ? forged.digest : step.digest)
      for table in ["lines", "skips"] {
        try alter(
          device, "UPDATE \(table) SET link = ? WHERE seq = ? AND replica = ?",
          [Data(link.digest.bytes), step.id.seq, Int64(bitPattern: id.replica.bits)])
      }
    }
    try alter(
      device, "UPDATE chains SET accepted_link = ? WHERE replica = ?",
      [Data(link.digest.bytes), Int64(bitPattern: id.replica.bits)])
    let found = Set(try verify(device).faults.map(\.code))
    #expect(found == [.sealWrong, .setDigestDiffers])
  }

  @Test func `seals of a device not known here are counted, not believed`() async throws {
    let device = try await day()
    let report = try Verification.verify(device.store, deviceKeys: [:])
    #expect(report.streams.first?.unknownSeals == 2)
    #expect(report.streams.first?.unsealedLines == 2)
  }
}
