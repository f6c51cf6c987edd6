import AuditModel
import AuditSchema
import Crypto
import SyncCore
public import SyncProtocol

extension ConstatServer {
  /// Who shows a token: `Bearer <token>`, as `token` gave it; otherwise `unauthenticated`, with a challenge.
  ///
  /// A revoked device is still told apart from a stranger: its pushes go to quarantine and it is told to leave.
  public func authenticate(authorization: String?) -> Result<Principal, Problem> {
    answering {
      try read { ledger, settings, folds in
        guard let text = Self.bearer(authorization), let token = AccessToken(text, settings),
          token.holds(settings, now: clock.now())
        else {
          throw ProblemAnswer(
            .unauthenticated, "No token, or one that has ended. Ask for a token with a signed assertion.",
            challenge: try challenge(settings))
        }
        return Principal(
          tenant: settings.tenant, user: token.user, replica: token.device,
          roles: try folds.directory(ledger).roles(of: token.user))
      }
    }
  }

  private static func bearer(_ authorization: String?) -> Substring? {
    guard let authorization, authorization.utf8.count <= ProtocolLimits.tokenBytesMax + 16 else { return nil }
    let parts = authorization.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return parts[1]
  }

  /// Takes a device in: the body of `POST /v1/devices` to its answer.
  ///
  /// The same code shown again by the same device is answered again (law L6). After
  /// `ProtocolLimits.joinAttemptsPerMinuteMax` wrong codes in a minute all are told to wait.
  public func join(_ body: [UInt8]) -> Result<[UInt8], Problem> {
    answering {
      guard let request = JoinRequest(reading: body) else {
        throw ProblemAnswer(.malformed, "The body is not a join request.")
      }
      let now = clock.now()
      gatekeeper.wrongCodes.removeAll { $0 <= now - 60_000 || $0 > now }
      guard gatekeeper.wrongCodes.count < ProtocolLimits.joinAttemptsPerMinuteMax else {
        throw ProblemAnswer(
          .tooManyRequests, "Too many wrong codes were tried. Wait a minute and try again.", retryAfterSeconds: 60)
      }
      let wrong = ProblemAnswer(
        .badJoinCode, "The code is wrong, used or older than 15 minutes. Ask the office for a new one.")
      guard let code = InvitationCode(typed: request.code) else {
        gatekeeper.wrongCodes.append(now)
        throw wrong
      }
      do {
        return try write { workspace in
          guard var held = try workspace.ledger.joinCode(code.hash), held.expires > workspace.now,
            held.usedBy == nil || held.usedBy == request.replica
          else { throw wrong }
          let answer = try workspace.admit(request, user: held.user)
          held.usedBy = request.replica
          try workspace.ledger.put(held)
          return answer.body
        }
      } catch let answer as ProblemAnswer where answer.problem.code == .badJoinCode {
        gatekeeper.wrongCodes.append(now)
        throw answer
      }
    }
  }
}

extension Workspace {
  /// Makes a device the user's.
  fileprivate func admit(_ request: JoinRequest, user: UserID) throws -> JoinAnswer {
    // A replica that joined after the backup is nobody's until the directory has come back.
    try requireNotRecovering()
    let before = try ledger.owner(request.replica)
    if let before, before.user != user || before.publicKey != request.publicKey || before.device != before.replica {
      throw ProblemAnswer(
        .foreignReplica, "This store belongs to another device already. Join from a new, empty profile.")
    }
    do {
      _ = try Curve25519.Signing.PublicKey(rawRepresentation: request.publicKey)
    } catch {
      throw ProblemAnswer(.malformed, "The public key is no Ed25519 key.")
    }
    if before == nil {
      try ledger.put(
        ReplicaOwner(replica: request.replica, device: request.replica, user: user, publicKey: request.publicKey))
      try write(
        DirectoryOperations.device(replica: request.replica, user: user, publicKey: request.publicKey),
        in: .directory, as: .server)
    }
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: settings.serverKey)
    return JoinAnswer(
      tenant: settings.tenant, user: user, epoch: settings.epoch, serverReplica: settings.serverReplica,
      serverKey: Array(key.publicKey.rawRepresentation), serverTime: now)
  }
}

extension LedgerReading {
  /// The row whose key speaks for a device now: the device's first replica, or the one of its last change of key.
  func keyHolder(of device: ReplicaID) throws -> ReplicaOwner? {
    guard let first = try owner(device), let holder = first.keyHolder else { return try owner(device) }
    return try owner(holder)
  }
}
