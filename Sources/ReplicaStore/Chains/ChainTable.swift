import Foundation
import GRDB
import SyncCore

/// The end of one replica's chain in one stream, skips included.
struct ChainTip {
  var seq: Int
  var link: Link
}

/// Reads and writes `chains`: where the chain of a (stream, replica) ends and how far its accepted and held lines go.
struct ChainTable {
  let db: Database
  let tenant: TenantID

  /// The tip; the origin when nothing is there.
  func tip(_ stream: StreamRow, _ replica: ReplicaID) throws -> ChainTip {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT tip_seq, tip_link FROM chains WHERE stream = ? AND replica = ?"),
      arguments: [stream.id, replica.column])
    guard let row else {
      return ChainTip(seq: 0, link: .origin(tenant: tenant, stream: stream.stream, replica: replica))
    }
    return ChainTip(seq: row[0], link: try Link(column: row[1]))
  }

  /// Computes every link of a chain anew from the digests, after something was inserted before its tip or taken out;
  /// seals verified against the old links are to be verified again.
  func rechain(_ stream: StreamRow, _ replica: ReplicaID) throws {
    var link = Link.origin(tenant: tenant, stream: stream.stream, replica: replica)
    for step in try steps(stream, replica) {
      link = link.next(seq: step.seq, line: step.digest)
      if link == step.link { continue }
      let table = step.isLine ? "lines" : "skips"
      try db.execute(
        sql: "UPDATE \(table) SET link = ? WHERE replica = ? AND seq = ?",
        arguments: [link.column, replica.column, step.seq])
    }
    try db.execute(
      sql: "UPDATE seals SET verdict = 0 WHERE stream = ? AND replica = ?", arguments: [stream.id, replica.column])
  }

  /// Writes the tips of a chain whose last line is placed.
  func set(_ tip: ChainTip, _ stream: StreamRow, _ replica: ReplicaID) throws {
    let link = tip.link.column
    try write(stream, replica, [tip.seq, link, tip.seq, link, tip.seq, link])
  }

  private func write(_ stream: StreamRow, _ replica: ReplicaID, _ tips: StatementArguments) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO chains (stream, replica, tip_seq, tip_link, accepted_seq, accepted_link, held_seq,
          held_link) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [stream.id, replica.column] + tips)
  }

  /// Reads the tips anew from lines and skips.
  func refresh(_ stream: StreamRow, _ replica: ReplicaID) throws {
    let key: StatementArguments = [stream.id, replica.column]
    func last(_ sql: String) throws -> (seq: Int, link: Data)? {
      try Row.fetchOne(db.cachedStatement(sql: sql), arguments: key).map { ($0[0], $0[1]) }
    }
    let chain = "stream = ? AND replica = ?"
    let order = "ORDER BY seq DESC LIMIT 1"
    let line = try last("SELECT seq, link FROM lines WHERE \(chain) \(order)")
    let skip = try last("SELECT seq, link FROM skips WHERE \(chain) \(order)")
    guard let tip = [line, skip].compactMap({ $0 }).max(by: { $0.seq < $1.seq }) else {
      try db.execute(sql: "DELETE FROM chains WHERE \(chain)", arguments: key)
      return
    }
    let held = try last("SELECT seq, link FROM lines WHERE \(chain) AND refused IS NULL \(order)")
    let accepted = try last(
      "SELECT seq, link FROM lines WHERE \(chain) AND refused IS NULL AND position IS NOT NULL \(order)")
    try write(
      stream, replica, [tip.seq, tip.link, accepted?.seq, accepted?.link, held?.seq, held?.link])
  }

  /// The frontier of a stream: of what the server accepted, or of everything held that was not refused.
  static func frontier(_ stream: StreamRow, acceptedOnly: Bool, _ db: Database) throws -> Frontier {
    let part = acceptedOnly ? "accepted" : "held"
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT replica, \(part)_seq, \(part)_link FROM chains WHERE stream = ? AND \(part)_seq IS NOT NULL"),
      arguments: [stream.id])
    var frontier = Frontier()
    while let row = try rows.next() {
      frontier.advance(
        ReplicaID(column: row[0]), to: Frontier.Tip(seq: row[1], link: try Link(column: row[2])))
    }
    return frontier
  }

  private struct Step {
    let seq: Int
    let digest: Digest
    let link: Link
    let isLine: Bool
  }

  private func steps(_ stream: StreamRow, _ replica: ReplicaID) throws -> [Step] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT seq, digest, link, 1 FROM lines WHERE stream = :stream AND replica = :replica
        UNION ALL SELECT seq, digest, link, 0 FROM skips WHERE stream = :stream AND replica = :replica ORDER BY seq
        """,
      arguments: ["stream": stream.id, "replica": replica.column]
    ).map { row in
      Step(seq: row[0], digest: try Digest(column: row[1]), link: try Link(column: row[2]), isLine: row[3])
    }
  }
}
