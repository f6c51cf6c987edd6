import AuditModel
import AuditSchema
import Crypto
import SyncCore
public import SyncProtocol

extension ConstatServer {
  /// Who shows a token: `Bearer <token>`, as `join` gave it.
  ///
  /// A revoked device is still told apart from a stranger: its pushes go to quarantine and it is told to leave.
  public func authenticate(authorization: String?) -> Result<Principal, Problem> {
    answering {
      let unknown = ProblemAnswer(.unauthenticated, "No device is known by this token. Join again with a new code.")
      guard let authorization, authorization.utf8.count <= 1_024 else { throw unknown }
      let parts = authorization.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw unknown }
      let hash = Digest(of: Array(parts[1].utf8))
      return try read { ledger, settings, folds in
        guard let owner = try ledger.owner(tokenHash: hash) else { throw unknown }
        return Principal(
          tenant: settings.tenant, user: owner.user, replica: owner.replica,
          roles: try folds.directory(ledger).roles(of: owner.user))
      }
    }
  }

  /// Takes a device in: the body of `POST /v1/devices` to its answer.
  ///
  /// The same code shown again by the same device is answered again, with a new token (law L6). After
  /// `ProtocolLimits.joinAttemptsPerMinuteMax` wrong codes in a minute all are told to wait.
  public func join(_ body: [UInt8]) -> Result<[UInt8], Problem> {
    answering {
      guard let request = JoinRequest(reading: body) else {
        throw ProblemAnswer(.malformed, "The body is not a join request.")
      }
      let now = clock.now()
      wrongCodes.removeAll { $0 <= now - 60_000 || $0 > now }
      guard wrongCodes.count < ProtocolLimits.joinAttemptsPerMinuteMax else {
        throw ProblemAnswer(.tooManyRequests, "Too many wrong codes were tried. Wait a minute and try again.")
      }
      let wrong = ProblemAnswer(
        .badJoinCode, "The code is wrong, used or older than 15 minutes. Ask the office for a new one.")
      guard let code = InvitationCode(typed: request.code) else {
        wrongCodes.append(now)
        throw wrong
      }
      do {
        return try write { workspace in
          guard var held = try workspace.ledger.joinCode(code.hash), held.expires > workspace.now,
            held.usedBy == nil || held.usedBy == request.replica
          else { throw wrong }
          let token = try workspace.admit(request, user: held.user)
          held.usedBy = request.replica
          try workspace.ledger.put(held)
          return token
        }
      } catch let answer as ProblemAnswer where answer.problem.code == .badJoinCode {
        wrongCodes.append(now)
        throw answer
      }
    }
  }
}

extension Workspace {
  /// Makes a device the user's.
  /// - Returns: the body of the answer.
  fileprivate func admit(_ request: JoinRequest, user: UserID) throws -> [UInt8] {
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
    let token = OpaqueText.base64(ConstatServer.bytes(32, &random))
    try ledger.put(
      ReplicaOwner(
        replica: request.replica, device: request.replica, user: user, publicKey: request.publicKey,
        tokenHash: Digest(of: Array(token.utf8))))
    if before == nil {
      try write(
        DirectoryOperations.device(replica: request.replica, user: user, publicKey: request.publicKey),
        in: .directory, as: .server)
    }
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: settings.serverKey)
    return JoinAnswer(
      tenant: settings.tenant, user: user, token: token, serverReplica: settings.serverReplica,
      serverKey: Array(key.publicKey.rawRepresentation), serverTime: now
    ).body
  }
}
