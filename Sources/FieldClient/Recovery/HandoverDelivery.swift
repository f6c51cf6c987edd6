import ReplicaStore
import SyncCore
import SyncProtocol

/// Brings a hand-over file of a device that is lost to the server: each line is judged as its author's push would be.
public struct HandoverDelivery: Sendable {
  /// What a delivery did.
  public struct Report: Sendable, Equatable {
    /// How it ended; `complete` when the whole file was sent.
    public var end = SyncEnd.interrupted
    /// Lines newly taken.
    public var admitted = 0
    /// Lines the server held already.
    public var known = 0
    /// Lines the server kept aside for a person.
    public var quarantined = 0
    /// Lines that fit no request.
    public var unsendable = 0
  }

  private let engine: SyncEngine
  private let sleep: SyncEngine.Sleeper

  /// Prepares deliveries over the engine of the device that delivers: its transport, its token.
  public init(engine: SyncEngine, sleep: @escaping SyncEngine.Sleeper) {
    self.engine = engine
    self.sleep = sleep
  }

  /// Delivers a file; repeating it changes nothing.
  /// - Throws: `HandoverRefusal` for a file that is none, or of another certifier; then nothing was sent.
  ///   `ReplicaStoreError` when the local store fails.
  public func deliver(_ bytes: [UInt8]) async throws -> Report {
    let identity = try engine.store.identity
    let file: HandoverFile
    do throws(HandoverFault) {
      file = try HandoverFile(reading: bytes)
    } catch {
      throw HandoverRefusal.unreadable(error)
    }
    guard file.tenant == identity.tenant else { throw HandoverRefusal.foreignTenant(file.tenant) }
    var report = Report()
    var run = GiveBackRun(streams: file.streams, replica: identity.replica)
    var failures = 0
    var challenges = 0
    var challenge: Problem?
    while let request = run.next() {
      let outcome: Outcome
      switch try await engine.authorise(answering: challenge?.challenge, epoch: challenge?.epoch) {
      case .authorised: outcome = await send(request, token: try engine.store.identity.token)
      case .answered(let answer): outcome = Self.outcome(of: answer)
      case .failed(let failure): outcome = Self.outcome(of: failure)
      default: outcome = .ended(.interrupted)
      }
      challenge = nil
      switch outcome {
      case .challenged(let problem):
        challenges += 1
        guard problem.challenge != nil, challenges <= SyncPolicy.authorisationsMax else {
          report.end = .notAuthorised(problem.code, detail: problem.detail)
          return report
        }
        challenge = problem
      case .taken(let answer):
        failures = 0
        challenges = 0
        report.admitted += answer.admitted
        report.known += answer.known
        report.quarantined += answer.quarantined
        try run.took(answer) { GiveBackSource(file.entries, of: $0) }
      case .ended(let end):
        report.end = end
        return report
      case .again(let end):
        guard failures < SyncPolicy.pausesMilliseconds.count else {
          report.end = end
          return report
        }
        failures += 1
        do {
          try await sleep(SyncPolicy.pausesMilliseconds[failures - 1])
        } catch {
          return report
        }
      }
    }
    report.unsendable = run.unsendable
    report.end = .complete
    return report
  }

  private enum Outcome {
    case taken(RecoveryAnswer)
    case ended(SyncEnd)
    case again(SyncEnd)
    case challenged(Problem)
  }

  private func send(_ request: RecoveryRequest, token: String) async -> Outcome {
    let response: TransportResponse
    do throws(TransportFailure) {
      response = try await engine.transport.send(.recovery(request.body, token: token))
    } catch {
      return Self.outcome(of: error)
    }
    if let answer = RecoveryAnswer(response), answer.stream == request.stream { return .taken(answer) }
    return Self.outcome(of: ExchangeAnswer(response))
  }

  private static func outcome(of failure: TransportFailure) -> Outcome {
    switch failure {
    case .unreachable(let reason): .ended(.offline(reason))
    case .timedOut(let reason), .cut(let reason): .again(.cutTooOften(reason))
    case .tls(let reason): .ended(.tls(reason))
    case .cancelled: .ended(.interrupted)
    case .answerTooLarge(let limit): .ended(.mismatch("an answer beyond \(limit) bytes"))
    }
  }

  private static func outcome(of answer: ExchangeAnswer) -> Outcome {
    switch answer {
    case .frames, .cut: return .again(.cutTooOften("answer cut"))
    case .foreign(let status, let type): return .ended(.notOurs(status: status, type: type))
    case .problem(let problem):
      switch problem.code {
      case .tooManyRequests, .unavailable, .internalFault, .recovering:
        return .again(.unavailable(retryAfterSeconds: problem.retryAfterSeconds))
      case .cutBody: return .again(.cutTooOften(problem.detail))
      case .unauthenticated, .badAssertion: return .challenged(problem)
      case .badJoinCode, .foreignReplica: return .ended(.notAuthorised(problem.code, detail: problem.detail))
      default: return .ended(.rejected(problem.code, detail: problem.detail))
      }
    }
  }
}
