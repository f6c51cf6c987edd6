import Crypto
import AuditDesk
import FieldClient
import ServerCore
import SyncCore
import SyncProtocol

/// A device that writes audit changes of about 870 bytes a line, printed, chained and sealed ahead of the measured time.
struct BenchWriter {
  /// A push made ready: everything but the header, whose bookmark is known only when it is sent.
  struct Push {
    let from: Int
    let count: Int
    let digestBefore: SyncCore.Digest?
    let rest: [UInt8]
  }

  let replica: ReplicaID
  let user: UserID
  let token: String
  private let tenant: TenantID
  private let key: Curve25519.Signing.PrivateKey
  private var random = SystemRandomNumberGenerator()
  private var seq = 0
  private var lastDigest: SyncCore.Digest?
  private var ends: [StreamID: Link] = [:]
  private var written: [StreamID: Int] = [:]
  private var lastComment: [StreamID: [Int: ChangeID]] = [:]

  /// Joins a new device of a user over a transport.
  init(code: String, transport: any Transport) async throws {
    try await self.init(
      join: { replica, key in
        switch await JoinClient.join(transport: transport, code: code, replica: replica, key: key) {
        case .joined(let answer): answer
        case let other: throw BenchFault.answer(other.code)
        }
      },
      signIn: { request in
        guard case .granted(let answer) = await TokenClient.ask(request, over: transport) else {
          throw BenchFault.answer("no token")
        }
        return answer
      })
  }

  /// Joins a new device of a user without a socket.
  init(code: String, server: ConstatServer) async throws {
    let typed = code.filter { $0 != "-" }
    try await self.init(
      join: { replica, key in
        let body = try await server.join(JoinRequest(code: typed, replica: replica, publicKey: key).body).get()
        guard let answer = JoinAnswer(reading: body) else { throw BenchFault.answer("no join answer") }
        return answer
      },
      signIn: { request in
        guard let answer = TokenAnswer(reading: try await server.token(request.body).get()) else {
          throw BenchFault.answer("no token")
        }
        return answer
      })
  }

  private init(
    join: (ReplicaID, [UInt8]) async throws -> JoinAnswer, signIn: (TokenRequest) async throws -> TokenAnswer
  ) async throws {
    var random = SystemRandomNumberGenerator()
    replica = ReplicaID(bits: random.next())
    key = Curve25519.Signing.PrivateKey()
    let answer = try await join(replica, Array(key.publicKey.rawRepresentation))
    (user, tenant) = (answer.user, answer.tenant)
    let signer = DeviceSigner(tenant: tenant, replica: replica, epoch: answer.epoch, key: key)
    token = try await signIn(try signer.request(at: answer.serverTime, id: DeviceSigner.freshID(&random))).token
  }

  /// The first `count` dossiers of invented bodies.
  static func dossiers(_ count: Int) -> [StreamID] {
    (0..<count).compactMap { .dossier(scheme: "qualiopi", key: "B-\(10_000 + $0)") }
  }

  /// The audit of a dossier.
  static func audit(_ stream: StreamID) -> EntityID? {
    EntityID("audit/A-\(stream.description.split(separator: "-").last ?? "0")")
  }

  /// Prepares a push of `count` lines into one stream.
  mutating func push(_ count: Int, into stream: StreamID) throws -> Push {
    try push(count, into: stream) { writer, _ in try writer.steps(in: stream) }
  }

  /// Prepares a push of these changes into one stream.
  mutating func push(_ changes: [[SyncCore.Operation]], into stream: StreamID) throws -> Push {
    try push(changes.count, into: stream) { _, place in changes[place] }
  }

  private mutating func push(
    _ count: Int, into stream: StreamID, _ steps: (inout BenchWriter, Int) throws -> [SyncCore.Operation]
  ) throws -> Push {
    let from = seq + 1
    let before = lastDigest
    var rest: [UInt8] = []
    var link = ends[stream] ?? .origin(tenant: tenant, stream: stream, replica: replica)
    for place in 0..<count {
      seq += 1
      let line = try line(try steps(&self, place), in: stream)
      link = link.next(seq: seq, line: line.digest)
      lastDigest = line.digest
      rest += line.bytes
      rest.append(0x0A)
    }
    ends[stream] = link
    let seal = try Seal(stream: stream, through: ChangeID(replica: replica, seq: seq), link: link, key: key)
    rest += "{\"seal\":[\"\(stream)\",\(seq),\"\(Hexadecimal.text(seal.signature))\"]}\n".utf8
    return Push(from: from, count: count, digestBefore: before, rest: rest)
  }

  /// The body of a push with its header.
  func body(_ push: Push, bookmark: String, limit: Int = ProtocolLimits.pageEntriesMax) -> [UInt8] {
    ExchangeRequest(
      header: ExchangeRequest.Header(
        replica: replica, from: push.from, last: push.from + push.count - 1, digest: push.digestBefore,
        bookmark: bookmark, limit: limit)
    ).body + push.rest
  }

  /// The body of an exchange that only asks.
  func pull(bookmark: String) -> [UInt8] {
    body(Push(from: seq + 1, count: 0, digestBefore: lastDigest, rest: []), bookmark: bookmark)
  }

  /// The bookmark at the end of a complete answer, and whether more is to come.
  static func end(of answer: [UInt8]) throws -> (bookmark: String, more: Bool) {
    let line = answer.dropLast().lastIndex(of: 0x0A).map { answer[($0 + 1)...] } ?? answer[...]
    guard case .end(let end) = ExchangeFrame(reading: Array(line.dropLast())) else {
      throw BenchFault.answer(String(decoding: line.prefix(200), as: UTF8.self))
    }
    return (end.bookmark, end.more)
  }

  /// Receipts in an answer that take a line in.
  static func acceptedCount(_ answer: [UInt8]) -> Int {
    var count = 0
    for line in answer.split(separator: 0x0A) {
      guard line.starts(with: "{\"receipt\":".utf8) else { break }
      if case .receipt(_, .accepted) = ExchangeFrame(reading: Array(line)) { count += 1 }
    }
    return count
  }

  /// Three changes in four add an observation, one rewrites the comment on an indicator over its last wording.
  private mutating func steps(in stream: StreamID) throws -> [SyncCore.Operation] {
    let id = ChangeID(replica: replica, seq: seq)
    let place = written[stream, default: 0]
    written[stream] = place + 1
    guard let audit = Self.audit(stream), let item = audit.child("item", String(1 + place / 4 % 32)),
      let observation = audit.child(
        "observation", "\(replica)-\(seq)-1-\(Crockford32.encode(random.next(), digits: 8))")
    else { throw BenchFault.answer("entity") }
    var steps: [SyncCore.Operation] = []
    if place == 0 {
      steps = [
        .set("startedOn", on: audit, to: "2026-05-04", over: [], motive: nil),
        .set("summary", on: audit, to: .string(Self.words(560, place)), over: [], motive: nil),
      ]
    } else if place % 4 == 0 {
      let indicator = place / 4 % 32
      let over = lastComment[stream]?[indicator].map { [$0] } ?? []
      steps = [
        .set("comment", on: item, to: .string(Self.words(over.isEmpty ? 612 : 595, place)), over: over, motive: nil)
      ]
      lastComment[stream, default: [:]][indicator] = id
    } else {
      steps = [
        .set("text", on: observation, to: .string(Self.words(400, place)), over: [], motive: nil),
        .set("indicator", on: observation, to: .string(String(1 + place % 32)), over: [], motive: nil),
      ]
    }
    return steps
  }

  private mutating func line(_ steps: [SyncCore.Operation], in stream: StreamID) throws -> ChangeLine {
    try ChangeLine(
      printing: Change(
        id: ChangeID(replica: replica, seq: seq), salt: Crockford32.encode(high: random.next(), low: random.next()),
        time: 1_790_000_000_000 + Int64(seq),
        by: user, stream: stream, operations: steps))
  }

  private static let vocabulary = [
    "émargement", "feuille", "session", "objectif", "évaluation", "stagiaire", "formateur", "programme", "handicap",
    "convention", "vu", "relevé", "site", "indicateur", "preuve", "constat",
  ]

  /// A French-looking text of about so many bytes.
  private static func words(_ bytes: Int, _ place: Int) -> String {
    var text = "n° \(place)"
    var next = place
    while text.utf8.count < bytes {
      text += " " + vocabulary[next % vocabulary.count]
      next = (next &* 31 &+ 7) & 0xFFFF
    }
    return text
  }
}
