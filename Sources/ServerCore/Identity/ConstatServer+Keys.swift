import AuditSchema
import Crypto
import SyncCore
public import SyncProtocol

extension ConstatServer {
  /// Gives a device another key: the body of `POST /v1/keys` to its answer.
  ///
  /// The key comes with a replica of its own, so that every seal is checked with the key of its replica, for ever. The key
  /// before signs its consent: a stolen token alone changes nothing. Repeating is free (law L6).
  public func changeKey(_ body: [UInt8], as principal: Principal) -> Result<[UInt8], Problem> {
    answering {
      guard let request = KeyRotationRequest(reading: body) else {
        throw ProblemAnswer(.malformed, "The body is no request for another key.")
      }
      return try write { try $0.changeKey(request, as: principal) }
    }
  }
}

extension Workspace {
  fileprivate func changeKey(_ request: KeyRotationRequest, as principal: Principal) throws -> [UInt8] {
    try requireNotRecovering()
    guard var first = try ledger.owner(principal.replica), let holder = try ledger.keyHolder(of: principal.replica),
      try standing(of: principal.user, device: principal.replica).mayWork
    else { throw ProblemAnswer(.notFound, "There is no device of yours whose key could be changed.") }
    let answer = KeyRotationAnswer(replica: request.replica).body
    if let held = try ledger.owner(request.replica) {
      guard held.replica == holder.replica, held.publicKey == request.publicKey, held.replica != held.device else {
        throw ProblemAnswer(.foreignReplica, "The replica belongs to another device, or has served already.")
      }
      return answer
    }
    let proof = KeyRotationRequest.proof(
      tenant: settings.tenant, replica: request.replica, publicKey: request.publicKey)
    guard request.publicKey != holder.publicKey, Self.holds(request.signature, proof, key: request.publicKey),
      Self.holds(request.consent, proof, key: holder.publicKey)
    else {
      throw ProblemAnswer(.badSeal, "The new key's proof or the old key's consent does not hold; nothing was changed.")
    }
    try ledger.put(
      ReplicaOwner(
        replica: request.replica, device: first.device, user: first.user, publicKey: request.publicKey))
    first.keyHolder = request.replica
    try ledger.put(first)
    try write(
      DirectoryOperations.device(replica: request.replica, user: first.user, publicKey: request.publicKey),
      in: .directory, as: .server)
    return answer
  }

  private static func holds(_ signature: [UInt8], _ message: [UInt8], key: [UInt8]) -> Bool {
    do {
      return try Curve25519.Signing.PublicKey(rawRepresentation: key).isValidSignature(signature, for: message)
    } catch {
      return false  // bytes that are no key sign nothing
    }
  }
}
