import Crypto
import ServerCore
import SyncCore
import SyncProtocol
import TestSupport
import Testing

/// A small client written from the protocol alone: writes lines, seals them, keeps what it is sent and checks it.
final class FieldDevice {
  /// The process it asks.
  var server: ConstatServer
  let principal: Principal
  let answer: JoinAnswer
  let user: UserID
  let replica: ReplicaID
  let key: Curve25519.Signing.PrivateKey
  private var random: SeededGenerator

  private(set) var items: [ExchangeRequest.Item] = []
  private var chainEnds: [StreamID: Link] = [:]
  private var links: [Int: (stream: StreamID, link: Link)] = [:]
  private(set) var receipts: [Int: Receipt] = [:]
  var bookmark = ""
  private(set) var held: [StreamID: [LogEntry]] = [:]
  private(set) var entered: Set<StreamID> = []

  init(
    server: ConstatServer, principal: Principal, answer: JoinAnswer, user: UserID, replica: ReplicaID,
    key: Curve25519.Signing.PrivateKey, random: SeededGenerator
  ) {
    self.server = server
    self.principal = principal
    self.answer = answer
    self.user = user
    self.replica = replica
    self.key = key
    self.random = random
  }

  var nextSeq: Int { items.count + 1 }
  var digestOfLast: SyncCore.Digest? { items.last?.digest }

  func change(
    _ stream: StreamID, _ operations: [SyncCore.Operation], by author: UserID? = nil, replica: ReplicaID? = nil,
    seq: Int? = nil
  ) -> Change {
    Change(
      id: ChangeID(replica: replica ?? self.replica, seq: seq ?? nextSeq),
      salt: Crockford32.encode(high: random.next(), low: random.next()), time: 1_790_000_000_000 + Int64(nextSeq),
      by: author ?? user, stream: stream, operations: operations)
  }

  /// Writes a change into the outbox.
  @discardableResult
  func write(_ stream: StreamID, _ operations: [SyncCore.Operation], by author: UserID? = nil) throws -> ChangeID {
    let line = try ChangeLine(printing: change(stream, operations, by: author))
    add(line.bytes, chain: stream)
    return ChangeID(replica: replica, seq: items.count)
  }

  /// Puts bytes into the outbox as they are.
  func add(_ bytes: [UInt8], chain stream: StreamID?) {
    let seq = nextSeq
    items.append(.line(bytes))
    guard let stream else { return }
    let before = chainEnds[stream] ?? .origin(tenant: answer.tenant, stream: stream, replica: replica)
    let link = before.next(seq: seq, line: SyncCore.Digest(of: bytes))
    chainEnds[stream] = link
    links[seq] = (stream, link)
  }

  /// Begins to read from the start, and asks for the receipts of every line again.
  func forget() {
    (bookmark, held, entered, receipts) = ("", [:], [], [:])
  }

  /// Knows these receipts and no others.
  func receive(_ receipts: [Int: Receipt]) { self.receipts = receipts }

  /// Takes lines for answered that no server has seen, as a device that lies does.
  func pretendAnswered(_ seqs: [Int]) {
    for seq in seqs { receipts[seq] = .accepted(position: seq) }
  }

  /// The streams with own lines.
  var ownStreams: Set<StreamID> { Set(links.values.map(\.stream)) }

  /// The own lines of a stream that the server has answered, refused ones by their digest, sealed at the end.
  func ownEntries(of stream: StreamID) throws -> [LogEntry] {
    var entries: [LogEntry] = []
    var end: (seq: Int, link: Link)?
    for (seq, place) in links.sorted(by: { $0.key < $1.key }) where place.stream == stream {
      guard let receipt = receipts[seq], case .line(let bytes) = items[seq - 1] else { continue }
      end = (seq, place.link)
      let id = ChangeID(replica: replica, seq: seq)
      guard case .accepted(let position) = receipt else {
        entries.append(
          LogEntry(position: 0, received: 0, content: .skip(stream: stream, id: id, digest: items[seq - 1].digest)))
        continue
      }
      entries.append(LogEntry(position: position, received: 0, content: .line(try ChangeLine(bytes))))
    }
    guard let end else { return [] }
    let seal = try Seal(
      stream: stream, through: ChangeID(replica: replica, seq: end.seq), link: end.link, key: key)
    return entries + [LogEntry(position: 0, received: 0, content: .seal(seal))]
  }

  func addVoid(digest: SyncCore.Digest) { items.append(.void(digest: digest)) }

  /// The request that pushes lines from a seq on, with a seal of each stream they touch.
  func request(from: Int, count: Int, limit: Int, bookmark: String? = nil) throws -> ExchangeRequest {
    let range = from..<(from + count)
    var tips: [StreamID: (seq: Int, link: Link)] = [:]
    for seq in range { if let (stream, link) = links[seq] { tips[stream] = (seq, link) } }
    let seals = try tips.sorted { $0.key < $1.key }.map { stream, tip in
      ExchangeRequest.Seal(
        stream: stream, seq: tip.seq,
        signature: try Seal(
          stream: stream, through: ChangeID(replica: replica, seq: tip.seq), link: tip.link, key: key
        ).signature)
    }
    return ExchangeRequest(
      header: ExchangeRequest.Header(
        replica: replica, from: from, last: items.count, digest: from > 1 ? items[from - 2].digest : nil,
        bookmark: bookmark ?? self.bookmark, limit: limit),
      items: range.map { items[$0 - 1] }, seals: seals)
  }

  /// One exchange: everything not answered yet goes up, what comes down is checked and kept.
  @discardableResult
  func exchange(limit: Int = 2_000) async throws -> Answer {
    let from = (receipts.keys.max() ?? 0) + 1
    let request = try request(from: from, count: items.count - from + 1, limit: limit)
    let answer = try Answer(try await server.exchange(request.body, as: principal).get())
    try take(answer)
    return answer
  }

  /// Sends so many of the lines not answered yet, and keeps nothing of the page that comes back but the receipts.
  func push(_ count: Int) async throws {
    let from = (receipts.keys.max() ?? 0) + 1
    let request = try request(from: from, count: min(count, items.count - from + 1), limit: 1)
    let answer = try Answer(try await server.exchange(request.body, as: principal).get())
    receipts.merge(answer.receipts) { first, _ in first }
  }

  /// Exchanges until nothing is left.
  @discardableResult
  func sync(limit: Int = 2_000) async throws -> [Answer] {
    var answers: [Answer] = []
    repeat {
      answers.append(try await exchange(limit: limit))
      try #require(answers.count < 5_000)
    } while answers.last?.end?.more ?? false
    return answers
  }

  func take(_ answer: Answer) throws {
    receipts.merge(answer.receipts) { first, _ in first }
    for stream in answer.leaves {
      held[stream] = nil
      entered.remove(stream)
    }
    entered.formUnion(answer.enters)
    for entry in answer.entries {
      #expect(entered.contains(entry.stream), "an entry of a stream that never entered")
      let known = held[entry.stream] ?? []
      #expect(known.last.map { $0.position < entry.position } ?? true, "entries come in one order, each once")
      held[entry.stream, default: []].append(entry)
    }
    guard let end = answer.end else { return }
    bookmark = end.bookmark
    for (stream, digest) in end.digests {
      let own = try frontier(of: stream).setDigest
      #expect(own == digest, "the set digest of \(stream)")
    }
  }

  /// The frontier of a stream from the entries held and the own lines that were accepted.
  func frontier(of stream: StreamID) throws -> Frontier {
    var frontier = Frontier()
    var ends: [ReplicaID: Link] = [:]
    for entry in held[stream] ?? [] {
      switch entry.content {
      case .line(let line) where line.id.replica != replica:
        let link = (ends[line.id.replica] ?? origin(stream, line.id.replica)).next(seq: line.id.seq, line: line.digest)
        ends[line.id.replica] = link
        frontier.advance(line.id.replica, to: Frontier.Tip(seq: line.id.seq, link: link))
      case .skip(_, let id, let digest) where id.replica != replica:
        ends[id.replica] = (ends[id.replica] ?? origin(stream, id.replica)).next(seq: id.seq, line: digest)
      case .seal(let seal) where seal.through.replica != replica:
        let link = try #require(ends[seal.through.replica])
        if seal.through.replica == answer.serverReplica {
          let serverKey = try Curve25519.Signing.PublicKey(rawRepresentation: answer.serverKey)
          #expect(seal.verifies(link: link, key: serverKey))
        }
      default: continue
      }
    }
    for (seq, place) in links.sorted(by: { $0.key < $1.key }) where place.stream == stream {
      if case .accepted = receipts[seq] { frontier.advance(replica, to: Frontier.Tip(seq: seq, link: place.link)) }
    }
    return frontier
  }

  private func origin(_ stream: StreamID, _ replica: ReplicaID) -> Link {
    .origin(tenant: answer.tenant, stream: stream, replica: replica)
  }

  /// The lines held of a stream, others' and own.
  func fold(_ stream: StreamID) throws -> StreamFold {
    var fold = StreamFold(stream: stream)
    for entry in held[stream] ?? [] { if case .line(let line) = entry.content { fold.apply(line.change) } }
    for (seq, place) in links where place.stream == stream {
      guard case .accepted = receipts[seq], case .line(let bytes) = items[seq - 1] else { continue }
      fold.apply(try ChangeLine(bytes).change)
    }
    return fold
  }
}

/// Names the tests share.
enum Sample {
  static let dossier = StreamID.dossier(scheme: "qualiopi", key: "900000019")
  static let otherDossier = StreamID.dossier(scheme: "qualiopi", key: "900000027")
  static let organisation = StreamID.organisation("900000019")
  static let audit = EntityID("audit/A1")
  static let evidence = EntityID("audit/A1/evidence/E1")

  /// A write any auditor may do.
  static func title(_ text: String, over: [ChangeID] = []) throws -> SyncCore.Operation {
    .set("title", on: try #require(evidence), to: .string(text), over: over, motive: nil)
  }
}
