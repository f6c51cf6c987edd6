import ReplicaStore
import SyncCore
import SyncProtocol

extension SyncEngine {
  /// Sees that the profile holds a token: the one it has as long as it lasts, otherwise one it asks for.
  ///
  /// Times are the device's own, moved by the offset measured at the last answer; where that is wrong, the server's
  /// challenge gives both a time and a nonce that stands in for it (law L9).
  func authorise(answering challenge: Challenge?, epoch: Int?) async throws -> SyncMachine.Event {
    if let epoch { try store.keep(epoch: epoch) }
    let identity = try store.identity
    let begun = now()
    if challenge == nil, !identity.token.isEmpty,
      begun < identity.tokenExpires
        - Self.tokenMilliseconds(
          SyncPolicy.tokenSecondsMin)
    {
      return .authorised
    }
    let time = try challenge?.serverTime ?? begun - (store.status().clockOffsetMilliseconds ?? 0)
    tokensAsked += 1
    let request = try DeviceSigner(identity).request(
      at: time, id: "\(name)-\(tokensAsked)", nonce: challenge?.nonce)
    switch await TokenClient.ask(request, over: transport) {
    case .granted(let answer):
      try store.keep(
        token: answer.token, expires: begun + Self.tokenMilliseconds(answer.expiresInSeconds))
      return .authorised
    case .refused(let problem): return .answered(.problem(problem))
    case .notOurs(let status, let type): return .answered(.foreign(status: status, type: type))
    case .noAnswer(let failure): return .failed(failure)
    }
  }

  private static func tokenMilliseconds(_ seconds: Int) -> Int64 { Int64(seconds) * 1_000 }
}
