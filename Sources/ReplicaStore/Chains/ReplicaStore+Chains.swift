import Foundation
import GRDB
public import SyncCore
public import SyncProtocol

/// One place in the chain of a (stream, replica), as stored, unchecked.
public struct ChainStep: Sendable, Equatable {
  /// The change.
  public let id: ChangeID
  /// The bytes of the line; nil where only its digest is held.
  public let bytes: [UInt8]?
  /// The digest stored with it.
  public let digest: Digest
  /// The link stored with it.
  public let link: Link
  /// Its position in the server's log, nil when the server has not placed it.
  public let position: Int?
  /// When the server received it, milliseconds since 1970 UTC, where known.
  public let received: Int64?
  /// The code it was refused by; nil when it stands.
  public let refused: String?
}

/// A seal as stored.
public struct StoredSeal: Sendable, Equatable {
  /// The seal.
  public let seal: Seal
  /// Whether it was verified when it came.
  public let isVerified: Bool
}

/// All evidence of one stream as it lies in the store.
public struct StreamEvidence: Sendable, Equatable {
  /// The stream.
  public let stream: StreamID
  /// The chains, each by ascending seq.
  public let chains: [ReplicaID: [ChainStep]]
  /// The seals, by replica, then seq.
  public let seals: [StoredSeal]
  /// The set digest the server last gave for what is held, nil when something came in since.
  public let serverDigest: Digest?
  /// How far the accepted set goes by the store's own account.
  public let accepted: Frontier
}

extension ReplicaStore {
  /// The evidence of a stream as stored: nothing of it is checked here.
  /// - Throws: `streamNotWhole`, `streamLeft`; `storeDamaged` when a digest is no digest at all.
  public func evidence(of stream: StreamID) throws(ReplicaStoreError) -> StreamEvidence {
    try reading { db in
      guard let row = try StreamRow.readable(stream, db) else {
        return StreamEvidence(stream: stream, chains: [:], seals: [], serverDigest: nil, accepted: Frontier())
      }
      return try StreamEvidence.read(row, db)
    }
  }

  /// Takes in lines, skips and seals another device handed over, already checked; they have no position until the
  /// server's feed brings them too.
  ///
  /// One transaction; repeating it changes nothing. Entries of this device's own replica are passed over: what it wrote
  /// it holds, or gets back from the server.
  /// - Returns: lines newly stored.
  /// - Throws: `answerMismatch` when an entry contradicts what is held; then nothing was taken.
  public func take(
    handedOver entries: [LogEntry], deviceKeys: @escaping DeviceKeyLookup
  ) throws(ReplicaStoreError) -> Int {
    try writing { db in
      let identity = try IdentityTable.require(db)
      var writer = try EntryWriter(db: db, identity: identity)
      let seals = SealTable(db: db, identity: identity, deviceKeys: deviceKeys)
      for entry in entries {
        guard let row = try StreamRow.readable(entry.stream, db) else {
          throw ReplicaStoreError.streamLeft(entry.stream)
        }
        switch entry.content {
        case .line(let line) where line.id.replica != identity.replica:
          try writer.write(line, position: nil, received: nil, in: row)
        case .skip(_, let id, let digest) where id.replica != identity.replica:
          try writer.write(skip: id, digest: digest, in: row)
        case .seal(let seal) where seal.through.replica != identity.replica:
          try seals.insert(seal, in: row)
          writer.note(row)
        case .line, .skip, .seal: continue
        }
      }
      try writer.finish()
      var faults = writer.faults
      for id in writer.touched.keys.sorted() {
        if let row = writer.touched[id] { faults += try seals.verify(row) }
      }
      if let fault = faults.first {
        throw ReplicaStoreError.answerMismatch(detail: "\(fault.code) at \(fault.stream)")
      }
      return writer.received
    }
  }
}

extension StreamEvidence {
  /// Everything held of a stream, in whatever state it is.
  static func read(_ row: StreamRow, _ db: Database) throws -> StreamEvidence {
    let steps = try Row.fetchCursor(
      db,
      sql: """
        SELECT replica, seq, bytes, digest, link, position, received, refused FROM lines WHERE stream = :stream
        UNION ALL SELECT replica, seq, NULL, digest, link, NULL, NULL, 'skipped' FROM skips WHERE stream = :stream
        ORDER BY replica, seq
        """, arguments: ["stream": row.id])
    var chains: [ReplicaID: [ChainStep]] = [:]
    while let next = try steps.next() {
      let id = ChangeID(replica: ReplicaID(column: next[0]), seq: next[1])
      chains[id.replica, default: []].append(
        ChainStep(
          id: id, bytes: (next[2] as Data?).map { Array($0) }, digest: try Digest(column: next[3]),
          link: try Link(column: next[4]), position: next[5], received: next[6], refused: next[7]))
    }
    let seals = try Row.fetchAll(
      db, sql: "SELECT replica, seq, signature, verdict FROM seals WHERE stream = ? ORDER BY replica, seq",
      arguments: [row.id]
    ).map { stored in
      let through = ChangeID(replica: ReplicaID(column: stored[0]), seq: stored[1])
      guard let seal = Seal(stream: row.stream, through: through, signature: Array(stored[2] as Data)) else {
        throw ReplicaStoreError.storeDamaged(detail: "seals")
      }
      return StoredSeal(seal: seal, isVerified: stored[3] == SealTable.Verdict.verified.rawValue)
    }
    let digest = try Data.fetchOne(db, sql: "SELECT digest FROM digests WHERE stream = ?", arguments: [row.id])
    return StreamEvidence(
      stream: row.stream, chains: chains, seals: seals, serverDigest: try digest.map { try Digest(column: $0) },
      accepted: try ChainTable.frontier(row, acceptedOnly: true, db))
  }
}
