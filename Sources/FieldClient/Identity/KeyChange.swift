public import Crypto
public import ReplicaStore
public import SyncCore
public import SyncProtocol

/// Gives a profile another key: drawn here, told to the server with the consent of the old one, then signed with.
///
/// Whatever breaks off in between, the next try goes on from there: the new key is kept before the server is told of it.
public struct KeyChange: Sendable {
  /// Why the key is not changed; the old one goes on serving, or the next try finds the new one taken.
  public enum Refusal: Error, Sendable, Equatable {
    /// Lines wait to be sent: they are sealed with the old key, so that they go first.
    case unsent(lines: Int)
    /// The server refused.
    case refused(Problem)
    /// Something else answered in the server's place.
    case notOurs(status: Int, type: String)
    /// No answer arrived.
    case noAnswer(TransportFailure)
  }

  private let store: ReplicaStore
  private let transport: any Transport

  /// Prepares a change of key of one profile.
  public init(store: ReplicaStore, transport: any Transport) {
    self.store = store
    self.transport = transport
  }

  /// Changes the key.
  /// - Parameters:
  ///   - key: freshly drawn; one whose change was begun earlier is taken instead.
  ///   - replica: drawn at random, 64 bits.
  ///   - now: the device's wall clock, milliseconds since 1970 UTC.
  /// - Returns: the public key signed with from now on, 32 bytes.
  /// - Throws: `Refusal`; `ReplicaStoreError`.
  public func run(
    to key: Curve25519.Signing.PrivateKey, replica: ReplicaID, now: Int64, random: inout some RandomNumberGenerator
  ) async throws -> [UInt8] {
    let waiting = try store.status().outbox
    guard waiting == 0 else { throw Refusal.unsent(lines: waiting) }
    let identity = try store.identity
    let next = try store.beginKeyChange(key, replica: replica)
    let publicKey = Array(next.key.publicKey.rawRepresentation)
    let old = DeviceSigner(identity)
    let new = DeviceSigner(tenant: identity.tenant, replica: next.replica, epoch: identity.epoch, key: next.key)
    let offset = try store.status().clockOffsetMilliseconds ?? 0
    // The server may have taken the new key already, and only its answer was lost.
    let token: TokenAnswer
    do {
      token = try await self.token(of: old, at: now - offset, random: &random)
    } catch Refusal.refused(let problem) where problem.code == .badAssertion {
      token = try await self.token(of: new, at: now - offset, random: &random)
    }
    let proof = KeyRotationRequest.proof(tenant: identity.tenant, replica: next.replica, publicKey: publicKey)
    let request = KeyRotationRequest(
      replica: next.replica, publicKey: publicKey, signature: Array(try next.key.signature(for: proof)),
      consent: Array(try identity.deviceKey.signature(for: proof)))
    try await send(request, token: token)
    _ = try store.finishKeyChange(random: &random)
    return publicKey
  }

  private func token(
    of signer: DeviceSigner, at time: Int64, random: inout some RandomNumberGenerator
  ) async throws -> TokenAnswer {
    var outcome = await TokenClient.ask(
      try signer.request(at: time, id: DeviceSigner.freshID(&random)), over: transport)
    if case .refused(let problem) = outcome, let challenge = problem.challenge {
      outcome = await TokenClient.ask(
        try signer.request(
          at: challenge.serverTime, id: DeviceSigner.freshID(&random), nonce: challenge.nonce), over: transport)
    }
    switch outcome {
    case .granted(let answer): return answer
    case .refused(let problem): throw Refusal.refused(problem)
    case .notOurs(let status, let type): throw Refusal.notOurs(status: status, type: type)
    case .noAnswer(let failure): throw Refusal.noAnswer(failure)
    }
  }

  private func send(_ request: KeyRotationRequest, token: TokenAnswer) async throws {
    let response: TransportResponse
    do throws(TransportFailure) {
      response = try await transport.send(
        TransportRequest(
          method: "POST", target: ProtocolPath.keys,
          headers: [
            TransportHeader("authorization", "Bearer \(token.token)"),
            TransportHeader("content-type", MediaType.json), TransportHeader("accept", MediaType.json),
          ],
          body: request.body, answerBytesMax: 65_536, timeLimit: .seconds(TokenClient.secondsMax)))
    } catch {
      throw Refusal.noAnswer(error)
    }
    if let problem = response.problem { throw Refusal.refused(problem) }
    guard response.status == 200, response.mediaType == MediaType.json,
      KeyRotationAnswer(reading: response.body)?.replica == request.replica
    else { throw Refusal.notOurs(status: response.status, type: response.mediaType) }
  }
}
