import Crypto
import Foundation
import GRDB
import StoreTestSupport
import SyncCore
import SyncProtocol
import TestSupport

@testable import ReplicaStore

extension Bench {
  static func set(_ value: JSONValue, over: [ChangeID] = [], on entity: EntityID = audit) -> SyncCore.Operation {
    .set(grade, on: entity, to: value, over: over, motive: nil)
  }

  static func noKeys(_ replica: ReplicaID) -> Curve25519.Signing.PublicKey? { nil }

  static func end(
    _ bookmark: String, more: Bool = false, digests: [StreamID: SyncCore.Digest] = [:]
  ) -> ExchangeFrame {
    .end(
      ExchangeEnd(
        bookmark: bookmark, rest: more ? ExchangeEnd.Rest(entering: [Bench.dossier], streams: 0, positions: 0) : nil,
        serverTime: 1_000, backedUpThrough: 0, digests: digests))
  }

  static func placed(_ line: ChangeLine, at position: Int) -> ExchangeFrame {
    .entry(LogEntry(position: position, received: 2_000, content: .line(line)))
  }
}

extension ReplicaStore {
  /// Captures one set of the grade.
  @discardableResult
  func grade(
    _ value: JSONValue, stream: StreamID = Bench.dossier, seed: UInt64 = 1, on entity: EntityID = Bench.audit
  ) throws -> ChangeLine {
    var random = SeededGenerator(seed: seed)
    return try grade(value, stream: stream, on: entity, using: &random)
  }

  /// Applies an answer, to what is pending now unless something else was sent.
  @discardableResult
  func take(
    _ frames: [ExchangeFrame], pushed: PushBatch? = nil, keys: @escaping DeviceKeyLookup = Bench.noKeys
  ) throws -> AbsorbReport {
    try absorb(frames, pushed: try pushed ?? pendingPush(), now: 5_000, deviceKeys: keys)
  }

  /// Every row of every table as text, the times of the last sync included.
  func dump() throws -> String {
    try reading { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      return try tables.map { table in
        try "\(table)\n"
          + Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { row in
            row.databaseValues.map { value in
              if case .blob(let bytes) = value.storage { Hexadecimal.text(bytes) } else { value.description }
            }.joined(separator: " ") + "\n"
          }.sorted().joined()
      }.joined()
    }
  }
}

/// Another device of the tenant, or the server's replica: prints, chains and seals lines of its own.
struct OtherDevice {
  let replica: ReplicaID
  let key: Curve25519.Signing.PrivateKey
  private var seq = 0
  private var links: [StreamID: Link] = [:]
  private(set) var tips: [StreamID: Frontier.Tip] = [:]

  init(_ bits: UInt64, key: Curve25519.Signing.PrivateKey = Curve25519.Signing.PrivateKey()) {
    replica = ReplicaID(bits: bits)
    self.key = key
  }

  mutating func line(
    _ operations: [SyncCore.Operation], in stream: StreamID = Bench.dossier, time: Int64 = 1_790_000_000_500
  ) throws -> ChangeLine {
    seq += 1
    let change = Change(
      id: ChangeID(replica: replica, seq: seq), salt: Crockford32.encode(high: replica.bits, low: UInt64(seq)),
      time: time, by: UserID("u-B")!, stream: stream, operations: operations)
    let line = try ChangeLine(printing: change)
    let link = (links[stream] ?? .origin(tenant: Bench.tenant, stream: stream, replica: replica))
      .next(seq: seq, line: line.digest)
    links[stream] = link
    tips[stream] = Frontier.Tip(seq: seq, link: link)
    return line
  }

  func seal(_ stream: StreamID = Bench.dossier) throws -> Seal {
    guard let tip = tips[stream] else { throw ReplicaStoreError.answerMismatch(detail: "nothing to seal") }
    return try Seal(
      stream: stream, through: ChangeID(replica: replica, seq: tip.seq), link: tip.link, key: key)
  }

  func sealed(at position: Int, in stream: StreamID = Bench.dossier) throws -> ExchangeFrame {
    .entry(LogEntry(position: position, received: 2_000, content: .seal(try seal(stream))))
  }

  func frontier(_ stream: StreamID = Bench.dossier) -> Frontier {
    Frontier(tips: tips[stream].map { [replica: $0] } ?? [:])
  }
}
