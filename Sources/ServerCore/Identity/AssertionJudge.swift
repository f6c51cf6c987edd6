import SyncCore
import SyncProtocol

/// Judges the claims of an assertion whose signature holds.
struct AssertionJudge {
  /// Why no token is given for it.
  enum Fault: Equatable {
    case tenant, epoch, lifetime, time, shown, nonce, full

    /// One sentence for a person who reads logs.
    var sentence: String {
      switch self {
      case .tenant: "The assertion is for another tenant."
      case .epoch: "The assertion names another epoch. Sign one with the epoch given here."
      case .lifetime: "The assertion's times do not fit: it ends after it was signed, and ten minutes later at most."
      case .time:
        "The assertion has ended, or is not of this hour. Answer the challenge: a nonce stands in for a clock."
      case .shown: "The assertion was shown before. Sign another."
      case .nonce: "The nonce is unknown, used or too old. Answer the challenge given here."
      case .full: "Too many assertions are remembered."
      }
    }
  }

  let settings: TenantSettings
  /// Milliseconds since 1970 UTC.
  let now: Int64

  /// What is wrong with it; nil for one that is taken now, and never again.
  func fault(of assertion: TokenAssertion, memory: inout Gatekeeper) -> Fault? {
    guard assertion.tenant == settings.tenant else { return .tenant }
    guard assertion.epoch == settings.epoch else { return .epoch }
    let times = -Self.secondsMax...Self.secondsMax
    guard times.contains(assertion.issued), times.contains(assertion.expires), assertion.expires > assertion.issued,
      assertion.expires - assertion.issued <= Int64(ProtocolLimits.assertionSecondsMax)
    else { return .lifetime }
    if let text = assertion.nonce { return fault(ofNonce: text, memory: &memory) }
    let lead = Int64(ServerLimits.assertionLeadSecondsMax)
    // What was signed before this process began may have been shown to the one before it.
    guard assertion.expires * 1_000 > now, (assertion.issued - lead) * 1_000 <= now,
      assertion.issued * 1_000 >= memory.started
    else { return .time }
    return taken(
      memory.assertions.take(
        "\(assertion.replica) \(assertion.id)", until: (assertion.issued + lead) * 1_000 + Self.rememberedMilliseconds,
        now: now), .shown)
  }

  private func fault(ofNonce text: String, memory: inout Gatekeeper) -> Fault? {
    guard let nonce = ChallengeNonce(text, settings), nonce.started == memory.started, nonce.expires > now,
      nonce.expires <= now + Int64(ProtocolLimits.nonceSecondsMax) * 1_000
    else { return .nonce }
    return taken(memory.nonces.take("\(nonce.number)", until: nonce.expires, now: now), .nonce)
  }

  private func taken(_ verdict: ReplayMemory.Verdict, _ again: Fault) -> Fault? {
    switch verdict {
    case .first: nil
    case .again: again
    case .full: .full
    }
  }

  private static let rememberedMilliseconds = Int64(ProtocolLimits.assertionSecondsMax) * 1_000
  /// Beyond any clock; keeps the sums within their type.
  private static let secondsMax = SyncLimits.integerMax / 2_000
}
