import Crypto
import Foundation
import GRDB
import SyncCore
import SyncProtocol

@testable import ReplicaStore

/// A generator that gives the same draws for the same seed.
struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The merge kinds the tests use: `grade` contested, all else unknown.
struct TestSchema: MergeSchema {
  let version = 1
  func kind(of field: FieldName, in typePath: String) -> MergeKind? { field == "grade" ? .contested : nil }
}

/// What two devices and a server of one tenant share in a test.
enum Bench {
  static let tenant = TenantID("certifier")!
  static let dossier = StreamID("dossier.qualiopi.130002850")!
  static let other = StreamID("dossier.qualiopi.552100554")!
  static let audit = EntityID("audit/A1")!
  static let grade: FieldName = "grade"
  static let serverKey = Curve25519.Signing.PrivateKey()
  static let serverReplica = ReplicaID(bits: 0x5E57_E500_0000_0001)

  static func identity(_ bits: UInt64, user: String = "u-A") -> StoreIdentity {
    StoreIdentity(
      tenant: tenant, user: UserID(user)!, replica: ReplicaID(bits: bits), serverURL: "http://127.0.0.1:8080",
      token: "token", deviceKey: Curve25519.Signing.PrivateKey(), serverReplica: serverReplica,
      serverKey: serverKey.publicKey)
  }

  static func path() -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("constat-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent("profile.sqlite").path
  }

  static func store(_ bits: UInt64 = 0xA) throws -> ReplicaStore {
    try ReplicaStore.create(at: path(), identity: identity(bits))
  }

  static func set(_ value: JSONValue, over: [ChangeID] = [], on entity: EntityID = audit) -> SyncCore.Operation {
    .set(grade, on: entity, to: value, over: over, motive: nil)
  }

  static func noKeys(_ replica: ReplicaID) -> Curve25519.Signing.PublicKey? { nil }

  static func end(
    _ bookmark: String, more: Bool = false, digests: [StreamID: SyncCore.Digest] = [:]
  ) -> ExchangeFrame {
    .end(ExchangeEnd(bookmark: bookmark, more: more, serverTime: 1_000, backedUpThrough: 0, digests: digests))
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
    var random = SeededGenerator(seed)
    let line = try capture(stream: stream, time: 1_790_000_000_000, random: &random) { context in
      [Bench.set(value, over: context.over(Bench.grade, of: entity), on: entity)]
    }
    guard let line else { throw ReplicaStoreError.answerMismatch(detail: "nothing was written") }
    return line
  }

  /// Applies an answer.
  @discardableResult
  func take(
    _ frames: [ExchangeFrame], keys: @escaping DeviceKeyLookup = Bench.noKeys
  ) throws -> AbsorbReport {
    try absorb(frames, pushed: try pendingPush(), now: 5_000, deviceKeys: keys)
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

  /// The grade shown.
  func shownGrade(_ stream: StreamID = Bench.dossier) throws -> JSONValue? {
    try fold(stream).field(Bench.grade, of: Bench.audit, schema: TestSchema())?.shown
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
