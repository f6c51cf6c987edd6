import AuditModel
import Foundation
import GRDB
import ServerCore
import ServerStorage
import SyncCore
import SyncProtocol
import Testing

@Suite struct `tampering with the file` {
  private func scene() async throws -> House {
    let house = try House(.sqlite)
    let dossier = try #require(Sample.dossier)
    let device = try await house.device("Camille Renaud", [.auditor], seed: 91)
    try await house.server.assign(device.user, streams: [dossier])
    for text in ["bulletin", "registre"] { try device.write(dossier, [try Sample.title(text)]) }
    try device.write(dossier, [try Sample.title("x")], by: .server)
    try await device.sync()
    #expect(await house.server.verify().isSound)
    return house
  }

  @Test(arguments: [
    ("UPDATE log SET frame = CAST(replace(CAST(frame AS TEXT), 'bulletin', 'bullexin') AS BLOB)", "hash"),
    ("UPDATE log SET hash = zeroblob(32) WHERE position = 3", "hash"),
    ("DELETE FROM log WHERE position = 4", "position"),
    ("UPDATE log SET stream = 'office' WHERE stream LIKE 'dossier%' AND kind = 1", "frame"),
    ("UPDATE receipt SET digest = zeroblob(32) WHERE seq = 1", "digest"),
    ("UPDATE receipt SET link = zeroblob(32) WHERE seq = 3", "link"),
    ("UPDATE receipt SET position = 1 WHERE seq = 1", "receipt"),
    ("DELETE FROM receipt WHERE seq = 2", "receipt"),
    ("UPDATE chain SET link = zeroblob(32) WHERE stream LIKE 'dossier%'", "chain"),
    ("UPDATE owner SET public_key = (SELECT public_key FROM owner WHERE user = 'server' LIMIT 1)", "seal"),
  ])
  func `what was altered is found`(_ sql: String, _ code: String) async throws {
    let house = try await scene()
    let file = try DatabaseQueue(path: house.folder.file)
    try await file.write { try $0.execute(sql: sql) }
    let report = await house.server.verify()
    #expect(report.faults.contains { $0.code == code }, "\(report.faults)")
    try file.close()
  }

  @Test func `a line, its digest and the log's hashes rewritten together are still found: the seal does not fit`()
    async throws
  {
    let house = try await scene()
    let before = try house.ledger.read { ledger in
      var records: [LogRecord] = []
      try ledger.visit(nil, after: 0, through: Int.max) {
        records.append($0)
        return true
      }
      return records
    }
    let file = try DatabaseQueue(path: house.folder.file)
    try await file.write { database in
      var hash = LogTip.origin.hash
      for record in before {
        let text = String(decoding: record.frame, as: UTF8.self).replacing("bulletin", with: "bullexin")
        hash = SyncCore.Digest(of: hash.bytes + Array(text.utf8))
        try database.execute(
          sql: "UPDATE log SET frame = CAST(? AS BLOB), hash = ? WHERE position = ?",
          arguments: [text, Data(hash.bytes), record.position])
      }
    }
    let codes = await house.server.verify().faults.map(\.code)
    #expect(!codes.contains("hash"))
    #expect(codes.contains("seal"))
    try file.close()
  }
}
