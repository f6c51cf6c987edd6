import AuditSchema
import Crypto
import SyncCore
public import SyncProtocol

extension ConstatServer {
  /// One exchange of a replica, both ways NDJSON (DESIGN §7).
  ///
  /// All or nothing: a problem means nothing was taken. Any prefix of any exchange may be repeated (law L6).
  ///
  /// The body is read before it is its turn, beside what others have in hand.
  public nonisolated func exchange(_ body: [UInt8], as principal: Principal) async -> Result<[UInt8], Problem> {
    switch Self.answering({ try Self.read(body, principal) }) {
    case .failure(let problem): return .failure(problem)
    case .success(let push): return await exchange(push)
    }
  }

  private static func read(_ body: [UInt8], _ principal: Principal) throws -> Push {
    let request: ExchangeRequest
    do throws(ExchangeRequestFault) {
      request = try ExchangeRequest(reading: body)
    } catch {
      throw answer(to: error)
    }
    let header = request.header
    guard header.last >= header.from + request.items.count - 1,
      header.from <= Int(SyncLimits.integerMax) - request.items.count
    else {
      throw ProblemAnswer(.badExchangeHeader, "The push goes beyond the last seq its header names.")
    }
    let lines = request.items.enumerated().map { place, item in
      PushedLine(item, id: ChangeID(replica: header.replica, seq: header.from + place))
    }
    return Push(request: request, lines: lines, principal: principal)
  }

  private func exchange(_ push: Push) async -> Result<[UInt8], Problem> {
    if case .failure(let problem) = admit(push) { return .failure(problem) }
    noteContact(push.principal.replica)
    let answer = await answer(push)
    guard case .failure(let problem) = answer, problem.code == .bookmarkGone,
      let explained = explain(push.request.header, as: push.principal)
    else { return answer }
    return .failure(explained)
  }

  private func answer(_ push: Push) async -> Result<[UInt8], Problem> {
    if push.lines.isEmpty, push.request.seals.isEmpty {
      let answer = answering { try pull(push.request.header, as: push.principal) }
      switch answer {
      case .success(let bytes?): return .success(bytes)
      case .failure(let problem): return .failure(problem)
      case .success(nil): break
      }
    }
    return await committed(push)
  }

  /// Answers an exchange that pushes nothing without taking the write lock; nil when the replica is not known yet.
  private func pull(_ header: ExchangeRequest.Header, as principal: Principal) throws -> [UInt8]? {
    let now = clock.now()
    return try read { ledger, settings, folds in
      let owner = try ledger.owner(header.replica)
      if let owner { try PushAnswer.requireOwner(owner, principal) }
      // A rewound log may have forgotten the replica, and knows nothing of how far it had come.
      let isRecovering = settings.recovery != nil
      guard owner != nil || isRecovering else { return nil }
      let bookmark = try PushAnswer.bookmark(
        header, ledger: ledger, settings: settings, user: principal.user, bookmarks: folds.bookmarks)
      if !isRecovering,
        let stop = try PushCheck.standing(of: header, ledger: ledger, settings: settings, folds: &folds)
      {
        var bytes: [UInt8] = []
        stop.append(to: &bytes)
        return bytes
      }
      let standing = try folds.standing(of: principal.user, device: principal.replica, ledger)
      return try PageAnswer(
        ledger: ledger, settings: settings, scope: standing.scope, header: header,
        user: principal.user,
        bookmark: bookmark, pushed: [], serverTime: now
      ).bytes(after: [], folds: &folds)
    }
  }

  static func answer(to fault: ExchangeRequestFault) -> ProblemAnswer {
    let code = ProblemCode(rawValue: fault.code) ?? .malformed
    switch fault {
    case .bodyTooLarge: return ProblemAnswer(code, "The push is larger than \(ProtocolLimits.pushBytesMax) bytes.")
    case .tooManyLines: return ProblemAnswer(code, "The push has more than \(ProtocolLimits.pushLinesMax) lines.")
    case .header: return ProblemAnswer(code, "The first line is no exchange header of this version.")
    case .cut: return ProblemAnswer(code, "The body was cut on the way: it does not end with a newline.")
    case .line(let number): return ProblemAnswer(code, "Line \(number) of the body is none this request may hold.")
    }
  }
}
