public import Crypto
import Foundation
public import ReplicaStore
public import SyncCore
public import SyncProtocol

/// A device that was not let in, with what a person may do about it.
public struct JoinRefusal: Error, Sendable, Equatable {
  /// What came of the request; never `joined`.
  public let outcome: JoinClient.Outcome

  /// The stable code.
  public var code: String { outcome.code }

  /// What happened, why, and what to do next, in English.
  public var english: String {
    switch outcome {
    case .joined: "The device has joined."
    case .wrongCode(let detail):
      "This code is not valid: mistyped, used already or too old (\(detail)). Ask the office for another."
    case .tooManyAttempts(let seconds):
      "Too many attempts. Wait \(seconds.map { "\($0) seconds" } ?? "a minute"), then type the code again."
    case .refused(let code, let detail):
      "The server refused this device (\(code.rawValue): \(detail)). Tell the office."
    case .notOurs(let status, let type):
      "It was not a Constat server that answered (status \(status), \(type)): often a network's sign-in page. Sign in "
        + "there first, then try the code again."
    case .noAnswer(let failure):
      "The server cannot be reached (\(failure)). Check the address and the network, then try the same code again."
    }
  }
}

extension JoinClient {
  /// Joins a server and creates the profile that stands for this device from then on: its key is drawn here and never
  /// leaves the store.
  /// - Parameters:
  ///   - path: the store's file, in an existing folder; must not exist, so that no code is spent in vain.
  ///   - server: the address noted in the profile, the one `transport` goes to.
  ///   - replica: drawn at random, 64 bits.
  ///   - key: the device's own, freshly drawn.
  /// - Throws: `JoinRefusal`; `ReplicaStoreError`, `profileExists` before anything is sent.
  public static func createProfile(
    at path: String, server: String, code: String, transport: any Transport, replica: ReplicaID,
    key: Curve25519.Signing.PrivateKey = Curve25519.Signing.PrivateKey()
  ) async throws -> ReplicaStore {
    guard !FileManager.default.fileExists(atPath: path) else { throw ReplicaStoreError.profileExists }
    let outcome = await join(
      transport: transport, code: code, replica: replica, key: Array(key.publicKey.rawRepresentation))
    guard case .joined(let answer) = outcome else { throw JoinRefusal(outcome: outcome) }
    return try ReplicaStore.create(
      at: path,
      identity: StoreIdentity(
        tenant: answer.tenant, user: answer.user, replica: replica, serverURL: server, deviceKey: key,
        serverReplica: answer.serverReplica,
        serverKey: try Curve25519.Signing.PublicKey(rawRepresentation: answer.serverKey), epoch: answer.epoch))
  }
}
