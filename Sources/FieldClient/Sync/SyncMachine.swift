public import ReplicaStore
public import SyncCore
public import SyncProtocol

/// Bounds and pauses of one sync (law L12).
public enum SyncPolicy {
  /// Milliseconds before each repetition of an exchange that was cut, stalled or put off.
  public static let pausesMilliseconds = [500, 2_000, 8_000]
  /// The longest a server's `Retry-After` is honoured within one sync, seconds.
  public static let retryAfterSecondsMax = 30
  /// Times a bookmark given back by the server is adopted, a stream is fetched anew, or a gap is filled, in one sync.
  public static let repairsMax = 3
  /// Times a token is asked for anew in one sync without any exchange in between: the server may want another epoch, and
  /// a nonce in the place of this device's clock.
  public static let authorisationsMax = 3
  /// A token that ends within so many seconds is not begun with.
  public static let tokenSecondsMin = 60
  /// Requests that give back what a server lost, in one sync.
  public static let givesMax = 20_000
  /// Seconds an exchange may take in all.
  public static let exchangeSecondsMax = 120
}

/// Decides what a sync does next: events in, actions out, without clock, network or store.
///
/// An exchange pushes what is pending and pulls a page; rounds go on until the server has nothing left and the outbox is
/// answered, `ProtocolLimits.roundsMax` at most. Each answer gives at most one action to go on with.
public struct SyncMachine: Sendable {
  /// What is to be done.
  public enum Action: Sendable, Equatable {
    /// See that there is a token that holds, then say `.authorised`; with a challenge, one that answers it.
    case authorise(Challenge?, epoch: Int?)
    /// Build the next push within these bounds and send it.
    case exchange(lines: Int, bytes: Int, entries: Int, from: Int?)
    /// Apply the frames just received to the store.
    case absorb
    /// Pause, then say `.waited`.
    case wait(milliseconds: Int)
    /// Forget what the server sent of these streams.
    case refetch([StreamID])
    /// Take over this bookmark.
    case adopt(bookmark: String)
    /// Go on as a new replica.
    case becomeNewReplica
    /// Ask for, or give, the next part of what the server lost.
    case giveBack
    /// Stop.
    case finish(SyncEnd)
  }

  /// What happened.
  public enum Event: Sendable, Equatable {
    /// The sync begins.
    case started
    /// There is a token that holds.
    case authorised
    /// An answer arrived, to an exchange or to the request of a token.
    case answered(ExchangeAnswer)
    /// No answer arrived.
    case failed(TransportFailure)
    /// The answer was applied.
    case absorbed(Absorbed)
    /// The answer does not fit what was asked, and nothing of it was used.
    case mismatched(String)
    /// A part of what the server lost was given back; `more` until all is.
    case gaveBack(more: Bool)
    /// The pause is over.
    case waited
    /// What was asked of the store is done.
    case done
  }

  /// The part of an applied answer that decides what comes next.
  public struct Absorbed: Sendable, Equatable {
    /// Whether entries are left on the server.
    public var more: Bool
    /// Own lines that may be sent and are not answered.
    public var pending: Int
    /// Items of the push.
    public var pushed: Int
    /// Receipts in the answer.
    public var receipts: Int
    /// Own lines, answered or not, after the last one of the push.
    public var beyond: Int
    /// Streams whose set digest differs.
    public var different: [StreamID]
    /// How the answer ended when it was no page.
    public var interruption: AbsorbReport.Interruption?
    /// Whether the server came back rewound and takes no pushes.
    public var isRecovering: Bool
    /// Whether what is held is to be given back first.
    public var owesGiveBack: Bool

    /// Describes an applied answer.
    public init(
      more: Bool, pending: Int, pushed: Int, receipts: Int, beyond: Int = 0, different: [StreamID] = [],
      interruption: AbsorbReport.Interruption? = nil, isRecovering: Bool = false, owesGiveBack: Bool = false
    ) {
      self.more = more
      self.pending = pending
      self.pushed = pushed
      self.receipts = receipts
      self.beyond = beyond
      self.different = different
      self.interruption = interruption
      self.isRecovering = isRecovering
      self.owesGiveBack = owesGiveBack
    }
  }

  /// Exchanges sent.
  public private(set) var rounds = 0
  /// Exchanges sent again after a cut, a stall or a refusal for now.
  public private(set) var retries = 0
  private var lines = ProtocolLimits.pushLinesMax
  private var bytes = ProtocolLimits.pushBytesMax
  private var entries = ProtocolLimits.pageEntriesMax
  private var from: Int?
  private var failures = 0
  private var repairs = 0
  private var authorisations = 0
  private var refetched: Set<StreamID> = []
  private var gives = 0
  private var isGivingBack = false
  /// False once the server has said that it takes no pushes for now.
  private var pushes = true

  /// Starts anew.
  public init() {}

  /// Takes in what happened.
  /// - Returns: what to do, in order; nothing only when `.finish` was returned before.
  public mutating func handle(_ event: Event) -> [Action] {
    switch event {
    case .started, .done: next()
    case .waited: isGivingBack ? [.giveBack] : next()
    case .authorised: isGivingBack ? [.giveBack] : exchange()
    case .gaveBack(let more): gaveBack(more: more)
    case .answered(.frames): [.absorb]
    case .answered(.cut): again(.cutTooOften("answer cut"))
    case .answered(.foreign(let status, let type)): [.finish(.notOurs(status: status, type: type))]
    case .answered(.problem(let problem)): handle(problem)
    case .failed(let failure): handle(failure)
    case .absorbed(let absorbed): handle(absorbed)
    case .mismatched(let detail): [.finish(.mismatch(detail))]
    }
  }

  /// A token may end in the middle of a long sync: it is looked at before every exchange.
  private func next() -> [Action] {
    guard rounds < ProtocolLimits.roundsMax else { return [.finish(.roundsExhausted)] }
    return [.authorise(nil, epoch: nil)]
  }

  private mutating func exchange() -> [Action] {
    rounds += 1
    return [.exchange(lines: pushes ? lines : 0, bytes: bytes, entries: entries, from: from)]
  }

  /// Repeats the exchange after a pause, up to the number of pauses; repeating is free (law L6).
  private mutating func again(_ end: SyncEnd, pauseMilliseconds: Int? = nil) -> [Action] {
    guard failures < SyncPolicy.pausesMilliseconds.count else { return [.finish(end)] }
    let pause = pauseMilliseconds ?? SyncPolicy.pausesMilliseconds[failures]
    failures += 1
    retries += 1
    return [.wait(milliseconds: pause)]
  }

  private mutating func gaveBack(more: Bool) -> [Action] {
    failures = 0
    authorisations = 0
    gives += 1
    guard gives < SyncPolicy.givesMax else { return [.finish(.roundsExhausted)] }
    if more { return [.giveBack] }
    isGivingBack = false
    return exchange()
  }

  private mutating func repair(_ action: Action, _ end: SyncEnd) -> [Action] {
    guard repairs < SyncPolicy.repairsMax else { return [.finish(end)] }
    repairs += 1
    return [action]
  }

  private mutating func handle(_ failure: TransportFailure) -> [Action] {
    switch failure {
    case .unreachable(let reason): return [.finish(.offline(reason))]
    case .timedOut(let reason), .cut(let reason): return again(.cutTooOften(reason))
    case .tls(let reason): return [.finish(.tls(reason))]
    case .cancelled: return [.finish(.interrupted)]
    case .answerTooLarge(let limit):
      guard entries > 1 else { return [.finish(.mismatch("an answer beyond \(limit) bytes"))] }
      entries = max(1, entries / 2)
      return next()
    }
  }

  private mutating func handle(_ problem: Problem) -> [Action] {
    switch problem.code {
    case .bookmarkGone:
      return repair(.adopt(bookmark: problem.bookmark ?? ""), .rejected(problem.code, detail: problem.detail))
    case .pushTooLarge:
      guard lines > 1 else { return [.finish(.rejected(problem.code, detail: problem.detail))] }
      lines = max(1, lines / 2)
      bytes = max(SyncLimits.lineBytesMax, bytes / 2)
      return next()
    case .unauthenticated, .badAssertion:
      guard let challenge = problem.challenge, authorisations < SyncPolicy.authorisationsMax else {
        return [.finish(.notAuthorised(problem.code, detail: problem.detail))]
      }
      authorisations += 1
      return [.authorise(challenge, epoch: problem.epoch)]
    case .badJoinCode, .foreignReplica:
      return [.finish(.notAuthorised(problem.code, detail: problem.detail))]
    case .tooManyRequests, .unavailable, .internalFault:
      let end = SyncEnd.unavailable(retryAfterSeconds: problem.retryAfterSeconds)
      if let seconds = problem.retryAfterSeconds {
        guard seconds <= SyncPolicy.retryAfterSecondsMax else { return [.finish(end)] }
        return again(end, pauseMilliseconds: max(0, seconds) * 1_000)
      }
      return again(end)
    case .recovering:
      guard pushes, !isGivingBack else { return again(.unavailable(retryAfterSeconds: problem.retryAfterSeconds)) }
      pushes = false
      return exchange()
    case .cutBody: return again(.cutTooOften(problem.detail))
    case .malformed, .badExchangeHeader, .badExchangeLine, .badSeal, .notFound, .methodNotAllowed,
      .unsupportedCoding:
      return [.finish(.rejected(problem.code, detail: problem.detail))]
    }
  }

  private mutating func handle(_ absorbed: Absorbed) -> [Action] {
    failures = 0
    authorisations = 0
    let filled = from
    from = nil
    if absorbed.owesGiveBack, absorbed.interruption != nil || !absorbed.more {
      isGivingBack = true
      return [.giveBack]
    }
    if absorbed.isRecovering {
      pushes = false
      return absorbed.more ? next() : [.finish(.recovering)]
    }
    if absorbed.interruption == nil { pushes = true }
    switch absorbed.interruption {
    case .gap(let expected):
      guard repairs < SyncPolicy.repairsMax else { return [.finish(.mismatch("gap at \(expected)"))] }
      repairs += 1
      from = expected
      return next()
    case .forked: return repair(.becomeNewReplica, .mismatch("forked"))
    case .regressed:
      // The rest of the outbox is compared first: what the server holds is not to be written a second time.
      if absorbed.pending > 0, absorbed.receipts > 0 { return next() }
      return repair(.becomeNewReplica, .mismatch("regressed"))
    case nil: break
    }
    if absorbed.pushed > 0, absorbed.receipts < absorbed.pushed { return [.finish(.mismatch("receipts are missing"))] }
    if let filled, absorbed.pushed > 0, absorbed.beyond > 0 {
      // A server that lost lines gets all that follow them too, answered before or not.
      from = filled + absorbed.pushed
      return next()
    }
    if absorbed.more || absorbed.pending > 0 { return next() }
    let anew = absorbed.different.filter { !refetched.contains($0) }
    guard anew.isEmpty else {
      refetched.formUnion(anew)
      return repair(.refetch(anew), .complete)
    }
    return [.finish(.complete)]
  }
}
