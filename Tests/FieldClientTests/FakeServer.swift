import Crypto
import StoreTestSupport
import SyncCore
import SyncProtocol
import Synchronization

/// A server of the protocol small enough to read whole: one log, no rules, everything in memory.
final class FakeServer: Sendable {
  /// What the wire does to the next request.
  enum Mischief: Sendable {
    /// The request is served; the answer is lost.
    case answerLost
    /// The request never arrives.
    case requestLost
    /// Something else answers.
    case instead(TransportResponse)
    /// The request is served; the answer loses its last bytes.
    case answerTruncated(by: Int)
    /// No answer: this failure.
    case fails(TransportFailure)
  }

  struct State: Sendable {
    var log: [LogEntry] = []
    var receipts: [ChangeID: (digest: SyncCore.Digest, receipt: Receipt)] = [:]
    var last: [ReplicaID: Int] = [:]
    var chains: [StreamID: [ReplicaID: Link]] = [:]
    var accepted: [StreamID: Frontier] = [:]
    var keys: [ReplicaID: Curve25519.Signing.PublicKey] = [:]
    var hidden: [ReplicaID: Set<StreamID>] = [:]
    var refusing: Set<ChangeID> = []
    var mischief: [Mischief] = []
    var tokenRequests: [[UInt8]] = []
    var tokenMischief: [TransportResponse] = []
    var pageEntries = 2_000
    var pushLines = ProtocolLimits.pushLinesMax
    var requests: [ExchangeRequest] = []
    var bookmarksForgotten = false
    var lyingAbout: StreamID?
  }

  let state = Mutex(State())
  let tenant: TenantID

  init(tenant: TenantID) { self.tenant = tenant }

  func edit(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

  func serve(_ request: ExchangeRequest) -> TransportResponse { state.withLock { serve(request, &$0) } }

  /// What is given back it holds already: it only forgets bookmarks.
  func serve(_ request: RecoveryRequest) -> TransportResponse {
    let frontier = state.withLock { state in
      (state.chains[request.stream] ?? [:]).reduce(into: [ReplicaID: Int]()) { $0[$1.key] = state.last[$1.key] }
    }
    let body = RecoveryAnswer(stream: request.stream, frontier: frontier, known: request.entries.count).body
    return TransportResponse(
      status: 200, headers: [TransportHeader("content-type", MediaType.json)], body: body, wireBytes: body.count)
  }

  private func problem(_ problem: Problem) -> TransportResponse {
    TransportResponse(
      status: problem.code.status, headers: [TransportHeader("content-type", Problem.mediaType)],
      body: problem.body, wireBytes: problem.body.count)
  }

  private func serve(_ request: ExchangeRequest, _ state: inout State) -> TransportResponse {
    state.requests.append(request)
    let header = request.header
    guard request.items.count <= state.pushLines else { return problem(Problem(.pushTooLarge, detail: "too many")) }
    let position = header.bookmark.split(separator: " ").first.flatMap { Int($0) } ?? 0
    if position > state.log.count || (state.bookmarksForgotten && !header.bookmark.isEmpty) {
      return problem(Problem(.bookmarkGone, detail: "unknown bookmark", bookmark: ""))
    }
    var frames: [ExchangeFrame] = []
    let known = state.last[header.replica] ?? 0
    if header.from > known + 1 { return answer([.gap(expected: known + 1)]) }
    if header.from > 1, let digest = header.digest,
      let held = state.receipts[ChangeID(replica: header.replica, seq: header.from - 1)], held.digest != digest
    {
      return answer([.forked(seq: header.from - 1)])
    }
    for (place, item) in request.items.enumerated() {
      let id = ChangeID(replica: header.replica, seq: header.from + place)
      if let held = state.receipts[id] {
        guard held.digest == item.digest else { return answer(frames + [.forked(seq: id.seq)]) }
        frames.append(.receipt(seq: id.seq, held.receipt))
      }
    }
    if known > header.last { return answer(frames + [.regressed(seq: known)]) }
    for (place, item) in request.items.enumerated() where header.from + place > known {
      frames.append(take(item, id: ChangeID(replica: header.replica, seq: header.from + place), &state))
    }
    for seal in request.seals {
      let through = ChangeID(replica: header.replica, seq: seal.seq)
      guard let read = Seal(stream: seal.stream, through: through, signature: seal.signature),
        let link = state.chains[seal.stream]?[header.replica]
      else { return problem(Problem(.badSeal, detail: "no line of \(seal.stream)")) }
      // A new replica belongs to the device that first pushes it; its token would say which.
      let keys = state.keys[header.replica].map { [$0] } ?? Array(state.keys.values)
      guard seal.seq <= known || keys.contains(where: { read.verifies(link: link, key: $0) }) else {
        return problem(Problem(.badSeal, detail: "\(seal.stream)"))
      }
      if seal.seq > known { append(.seal(read), &state) }
    }
    return answer(frames + page(header, state))
  }

  private func take(_ item: ExchangeRequest.Item, id: ChangeID, _ state: inout State) -> ExchangeFrame {
    state.last[id.replica] = id.seq
    guard case .line(let bytes) = item, let line = try? ChangeLine(bytes) else {
      state.receipts[id] = (item.digest, .refused(.void, detail: ""))
      return .receipt(seq: id.seq, .refused(.void, detail: ""))
    }
    let stream = line.change.stream
    let link = (state.chains[stream]?[id.replica] ?? .origin(tenant: tenant, stream: stream, replica: id.replica))
      .next(seq: id.seq, line: line.digest)
    state.chains[stream, default: [:]][id.replica] = link
    let isHidden = state.hidden[id.replica]?.contains(stream) ?? false
    let receipt: Receipt
    if isHidden || state.refusing.contains(id) {
      append(.skip(stream: stream, id: id, digest: line.digest), &state)
      receipt = .refused(isHidden ? .outOfScope : .notWriter, detail: "")
    } else {
      append(.line(line), &state)
      state.accepted[stream, default: Frontier()].advance(id.replica, to: Frontier.Tip(seq: id.seq, link: link))
      receipt = .accepted(position: state.log.count)
    }
    state.receipts[id] = (line.digest, receipt)
    return .receipt(seq: id.seq, receipt)
  }

  private func append(_ content: LogEntry.Content, _ state: inout State) {
    state.log.append(LogEntry(position: state.log.count + 1, received: 1_000, content: content))
  }

  /// Builds a page; a bookmark is `position stream stream …`: how far, and what was entered.
  private func page(_ header: ExchangeRequest.Header, _ state: State) -> [ExchangeFrame] {
    let parts = header.bookmark.split(separator: " ")
    let start = parts.first.flatMap { Int($0) } ?? 0
    var entered = Set(parts.dropFirst().compactMap { StreamID($0) })
    let hidden = state.hidden[header.replica] ?? []
    let scope = Set(state.log.map(\.stream)).subtracting(hidden)
    var frames: [ExchangeFrame] = entered.subtracting(scope).sorted().compactMap {
      try? Bench.leave($0, header.replica.bits, position: state.log.count)
    }
    let entering = scope.subtracting(entered).sorted()
    frames += entering.map { .enter($0, through: start) }
    entered = scope
    var end = start
    for entry in state.log where entering.contains(entry.stream) && entry.position <= start {
      frames.append(.entry(entry))
    }
    var sent = 0
    for entry in state.log[start...] {
      guard sent < min(state.pageEntries, header.limit) else { break }
      end = entry.position
      guard scope.contains(entry.stream), !isOwn(entry, header) else { continue }
      frames.append(.entry(entry))
      sent += 1
    }
    let more = end < state.log.count
    var digests: [StreamID: SyncCore.Digest] = [:]
    if !more { for stream in scope { digests[stream] = (state.accepted[stream] ?? Frontier()).setDigest } }
    if let stream = state.lyingAbout, digests[stream] != nil { digests[stream] = Digest(of: [1]) }
    let bookmark = ([String(end)] + entered.sorted().map(\.description)).joined(separator: " ")
    return frames + [
      .end(
        ExchangeEnd(
          bookmark: bookmark,
          rest: more
            ? ExchangeEnd.Rest(entering: [], streams: 0, positions: state.log.count - end) : nil,
          serverTime: 2_000, backedUpThrough: 0, digests: digests))
    ]
  }

  private func isOwn(_ entry: LogEntry, _ header: ExchangeRequest.Header) -> Bool {
    let id: ChangeID
    switch entry.content {
    case .line(let line): id = line.id
    case .skip(_, let skipped, _): id = skipped
    case .seal(let seal): id = seal.through
    }
    return id.replica == header.replica && id.seq <= header.last && !header.bookmark.isEmpty
  }

  private func answer(_ frames: [ExchangeFrame]) -> TransportResponse {
    var body: [UInt8] = []
    for frame in frames { frame.append(to: &body) }
    return TransportResponse(
      status: 200, headers: [TransportHeader("content-type", MediaType.ndjson)], body: body, wireBytes: body.count)
  }
}

/// Carries requests to a `FakeServer` in the same process.
struct FakeTransport: Transport {
  let server: FakeServer
  /// Called while a request is on its way.
  var onTheWay: (@Sendable () -> Void)?

  func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
    if request.target == ProtocolPath.token {
      return server.state.withLock { state in
        state.tokenRequests.append(request.body)
        if !state.tokenMischief.isEmpty { return state.tokenMischief.removeFirst() }
        let body = TokenAnswer(token: "token-\(state.tokenRequests.count)", expiresInSeconds: 600).body
        return TransportResponse(
          status: 200, headers: [TransportHeader("content-type", MediaType.json)], body: body, wireBytes: body.count)
      }
    }
    onTheWay?()
    let mischief: FakeServer.Mischief? = server.state.withLock {
      $0.mischief.isEmpty ? nil : $0.mischief.removeFirst()
    }
    switch mischief {
    case .requestLost: throw .cut("request lost")
    case .fails(let failure): throw failure
    case .instead(let response): return response
    case .answerLost, .answerTruncated, nil: break
    }
    if request.target == ProtocolPath.recovery {
      do throws(ExchangeRequestFault) {
        return server.serve(try RecoveryRequest(reading: request.body))
      } catch {
        throw .cut("no recovery request: \(error.code)")
      }
    }
    let exchange: ExchangeRequest
    do throws(ExchangeRequestFault) {
      exchange = try ExchangeRequest(reading: request.body)
    } catch {
      let body = Problem(.malformed, detail: error.code).body
      return TransportResponse(
        status: 400, headers: [TransportHeader("content-type", Problem.mediaType)], body: body, wireBytes: body.count)
    }
    var response = server.serve(exchange)
    switch mischief {
    case .answerLost: throw .cut("answer lost")
    case .answerTruncated(let count): response.body.removeLast(count)
    default: break
    }
    return response
  }
}
