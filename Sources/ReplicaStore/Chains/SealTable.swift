import Crypto
import Foundation
import GRDB
import SyncCore

/// Reads, writes and verifies `seals`.
struct SealTable {
  /// What is known of a seal.
  enum Verdict: Int {
    /// The key or the line it covers is not known yet.
    case waiting = 0
    /// It is that device's over that link.
    case verified = 1
    /// It is not.
    case wrong = 2
  }

  let db: Database
  let identity: StoreIdentity
  let deviceKeys: DeviceKeyLookup

  /// Keeps a seal; one that is held already changes nothing.
  func insert(_ seal: Seal, in row: StreamRow) throws {
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO seals (stream, replica, seq, signature, verdict) VALUES (?, ?, ?, ?, 0)"
    ).execute(arguments: [row.id, seal.through.replica.column, seal.through.seq, Data(seal.signature)])
  }

  /// Verifies the waiting seals of a stream whose chains are complete.
  /// - Returns: a fault for each one that is wrong; they are recorded too.
  func verify(_ row: StreamRow) throws -> [StoreFault] {
    let waiting = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT replica, seq, signature FROM seals WHERE stream = ? AND verdict = 0"),
      arguments: [row.id])
    var faults: [StoreFault] = []
    for next in waiting {
      let id = ChangeID(replica: ReplicaID(column: next[0]), seq: next[1])
      let signature: Data = next[2]
      guard let key = key(of: id.replica), let link = try link(of: id, in: row),
        let seal = Seal(stream: row.stream, through: id, signature: Array(signature))
      else { continue }
      let verdict: Verdict = seal.verifies(link: link, key: key) ? .verified : .wrong
      try db.cachedStatement(
        sql: "UPDATE seals SET verdict = ? WHERE stream = ? AND replica = ? AND seq = ? AND signature = ?"
      ).execute(arguments: [verdict.rawValue, row.id, id.replica.column, id.seq, signature])
      guard verdict == .wrong else { continue }
      let fault = StoreFault(
        code: "seal-wrong", stream: row.stream, replica: id.replica, seq: id.seq,
        detail: "the seal is not this device's over these lines")
      try FaultTable.record(fault, in: row, db)
      faults.append(fault)
    }
    return faults
  }

  /// Seals of whole streams that wait for a key or a line.
  func waiting() throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM seals
        WHERE verdict = 0 AND stream IN (SELECT id FROM streams WHERE state = 'whole')
        """) ?? 0
  }

  /// The key a replica seals with: our own, the server's, or what the lookup knows.
  func key(of replica: ReplicaID) -> Curve25519.Signing.PublicKey? {
    if replica == identity.replica { return identity.deviceKey.publicKey }
    if replica == identity.serverReplica { return identity.serverKey }
    return deviceKeys(replica)
  }

  private func link(of id: ChangeID, in row: StreamRow) throws -> Link? {
    try Data.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT link FROM lines WHERE replica = :replica AND seq = :seq AND stream = :stream
          UNION ALL SELECT link FROM skips WHERE replica = :replica AND seq = :seq AND stream = :stream
          """),
      arguments: ["replica": id.replica.column, "seq": id.seq, "stream": row.id]
    ).map { try Link(column: $0) }
  }
}
