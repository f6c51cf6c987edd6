import Foundation
import GRDB
import SyncCore

/// Reads lines out of `lines`.
enum LineTable {
  static let columns = "bytes, digest, position, received, own, refused, detail"

  /// Reads a row that starts with `columns`.
  /// - Throws: `storeDamaged` naming the line when its bytes are no longer those that were stored.
  static func line(_ row: Row) throws -> StoredLine {
    let line = try changeLine(row)
    let standing: StoredLine.Standing
    if let code = row[5] as String? {
      standing = .refused(code: code, detail: row[6] as String? ?? "")
    } else if let position = row[2] as Int? {
      standing = .accepted(position: position, received: row[3])
    } else {
      standing = .pending
    }
    return StoredLine(line: line, isOwn: row[4], standing: standing)
  }

  /// Reads a row that starts with `bytes, digest`.
  static func changeLine(_ row: Row) throws -> ChangeLine {
    let line: ChangeLine
    do {
      line = try ChangeLine(Array(row[0] as Data))
    } catch {
      throw ReplicaStoreError.storeDamaged(detail: "a stored line can no longer be read: \(error.code)")
    }
    guard line.digest.column == row[1] as Data else {
      throw ReplicaStoreError.storeDamaged(detail: "line \(line.id) is not what was stored")
    }
    return line
  }

  /// The digest of this replica's line or skip at a seq.
  static func digest(_ replica: ReplicaID, _ seq: Int, _ db: Database) throws -> Digest? {
    try Data.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT digest FROM lines WHERE replica = :replica AND seq = :seq
          UNION ALL SELECT digest FROM skips WHERE replica = :replica AND seq = :seq
          """),
      arguments: ["replica": replica.column, "seq": seq]
    ).map { try Digest(column: $0) }
  }
}
