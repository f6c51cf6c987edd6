import Crypto
import SyncCore
public import SyncProtocol

extension ConstatServer {
  /// Gives a token for a signed assertion (RFC 7523): the body of `POST /v1/token` to its answer.
  ///
  /// A revoked device gets one as well: it has work to hand in and streams to leave. `bad-assertion` carries a challenge,
  /// and the epoch where that was wrong.
  public nonisolated func token(_ body: [UInt8]) async -> Result<[UInt8], Problem> {
    guard let request = TokenRequest(reading: body) else {
      return .failure(Problem(.malformed, detail: "The body is not a token request."))
    }
    guard let assertion = TokenAssertion(reading: request.assertion) else {
      return await refuse("The assertion is none of this protocol: EdDSA alone, and exactly its claims.")
    }
    switch await signer(of: assertion) {
    case .failure(let problem): return .failure(problem)
    case .success(let owner):
      // Beside what others have in hand: a signature takes longer than everything else here.
      let isGenuine = await AssertionSignature.verifies(request.assertion, publicKey: owner.publicKey)
      return await grant(assertion, of: owner, isGenuine: isGenuine)
    }
  }

  /// A nonce that answers once for a clock.
  func challenge(_ settings: TenantSettings) throws -> Challenge {
    let now = clock.now()
    let nonce = ChallengeNonce(
      started: gatekeeper.started, expires: now + Int64(ProtocolLimits.nonceSecondsMax) * 1_000,
      number: gatekeeper.numberNonce())
    return Challenge(nonce: try nonce.text(settings), serverTime: now)
  }

  private func refuse<Value>(_ detail: String) -> Result<Value, Problem> {
    answering {
      try read { _, settings, _ in
        throw ProblemAnswer(.badAssertion, detail, challenge: try challenge(settings))
      }
    }
  }

  /// Whose key an assertion names.
  private func signer(of assertion: TokenAssertion) -> Result<ReplicaOwner, Problem> {
    answering {
      try read { ledger, settings, _ in
        guard let owner = try ledger.owner(assertion.replica) else {
          throw ProblemAnswer(
            .badAssertion, "No device is known by this key. Join again with a new code.",
            challenge: try challenge(settings))
        }
        let most = gatekeeper.quotas.wrongAssertionsPerMinute
        if let wait = gatekeeper.wrongAssertions.wait(owner.device, max: most, now: clock.now()) {
          throw ProblemAnswer(
            .tooManyRequests, "Too many wrong assertions were shown for this device. Wait, then try again.",
            retryAfterSeconds: wait)
        }
        return owner
      }
    }
  }

  private func grant(
    _ assertion: TokenAssertion, of owner: ReplicaOwner, isGenuine: Bool
  ) -> Result<[UInt8], Problem> {
    answering {
      try read { ledger, settings, _ in
        let now = clock.now()
        guard isGenuine else {
          gatekeeper.wrongAssertions.add(1, to: owner.device, now: now)
          throw ProblemAnswer(
            .badAssertion, "The signature is not of this device's key.", challenge: try challenge(settings))
        }
        let holder = try ledger.keyHolder(of: owner.device)
        guard let holder, holder.publicKey == owner.publicKey else {
          throw ProblemAnswer(
            .badAssertion, "The device signs with another key since it was changed.",
            challenge: try challenge(settings))
        }
        // Before anything is remembered of it: one device must not fill the memory of all.
        if let wait = gatekeeper.tokens.wait(owner.device, max: gatekeeper.quotas.tokensPerMinute, now: now) {
          throw ProblemAnswer(
            .tooManyRequests, "The device has asked for too many tokens within a minute. Use the one it has.",
            retryAfterSeconds: wait)
        }
        gatekeeper.tokens.add(1, to: owner.device, now: now)
        let judge = AssertionJudge(settings: settings, now: now)
        if let fault = judge.fault(of: assertion, memory: &gatekeeper) {
          throw try answer(to: fault, settings)
        }
        let token = AccessToken(
          tenant: settings.tenant, device: owner.device, user: owner.user, epoch: settings.epoch,
          expires: now + Int64(ProtocolLimits.tokenSecondsMax) * 1_000)
        return TokenAnswer(token: try token.text(settings), expiresInSeconds: ProtocolLimits.tokenSecondsMax).body
      }
    }
  }

  private func answer(to fault: AssertionJudge.Fault, _ settings: TenantSettings) throws -> ProblemAnswer {
    switch fault {
    case .full:
      ProblemAnswer(.tooManyRequests, "Too many devices sign in at this moment. Try again.", retryAfterSeconds: 5)
    case .epoch:
      ProblemAnswer(
        .badAssertion, fault.sentence, epoch: settings.epoch, challenge: try challenge(settings))
    case .tenant, .lifetime, .time, .shown, .nonce:
      ProblemAnswer(.badAssertion, fault.sentence, challenge: try challenge(settings))
    }
  }
}
