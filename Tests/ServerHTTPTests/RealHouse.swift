import AuditModel
import Crypto
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import ServerCore
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@testable import ServerHTTP

/// A tenant with the core itself behind the rim, for what only both together show.
struct RealHouse {
  /// A joined device.
  struct Device {
    let user: UserID
    let replica: ReplicaID
    let answer: JoinAnswer
    /// What it shows with each request.
    let headers: HTTPFields
  }

  let core: ConstatServer
  let http: HTTPServer<ConstatServer>

  init(tenant: String = "certificateur-fictif") throws {
    let ledger = InMemoryLedger()
    try ConstatServer.createTenant(
      ledger: ledger, tenant: try #require(TenantID(tenant)), random: SystemRandomNumberGenerator())
    core = try ConstatServer(ledger: ledger, clock: FixedTime(), random: SystemRandomNumberGenerator())
    http = try HTTPServer(
      core: core, clock: FixedTime(), address: try #require(ListenAddress("127.0.0.1:0")), waits: HandClock(),
      logger: Logger(label: "test"))
  }

  /// A person with roles and a device that has joined over the wire.
  func device(
    _ name: String, _ roles: Set<Role>, replica: String, streams: Set<StreamID> = [], _ client: any TestClientProtocol
  ) async throws -> Device {
    let user = try await core.addUser(name: name, roles: roles)
    if !streams.isEmpty { try await core.assign(user, streams: streams) }
    let code = try await core.invite(user).code.filter { $0 != "-" }
    let replica = try #require(ReplicaID(replica))
    let joined = try await Self.join(code, replica, client)
    let answer = try #require(JoinAnswer(reading: Array(joined.body.readableBytesView)))
    return Device(
      user: user, replica: replica, answer: answer, headers: try await Self.headers(answer, replica, client))
  }

  static func join(
    _ code: String, _ replica: ReplicaID, _ client: any TestClientProtocol
  ) async throws -> TestResponse {
    let key = Array(try secret.publicKey.rawRepresentation)
    return try await client.executeRequest(
      uri: "/v1/devices", method: .post, headers: [.contentType: "application/json"],
      body: ByteBuffer(bytes: JoinRequest(code: code, replica: replica, publicKey: key).body))
  }

  /// The secret key of the first test vector of RFC 8032 §7.1.
  private static var secret: Curve25519.Signing.PrivateKey {
    get throws {
      try Curve25519.Signing.PrivateKey(
        rawRepresentation: try #require(
          Hexadecimal.bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")))
    }
  }

  /// The bearer token of a device that has joined: the one place of these tests that knows how a device signs in.
  private static func headers(
    _ answer: JoinAnswer, _ replica: ReplicaID, _ client: any TestClientProtocol
  ) async throws -> HTTPFields {
    let stranger = try await client.executeRequest(uri: "/v1/feed", method: .get, headers: [:], body: nil)
    let challenge = try #require(stranger.headers[.wwwAuthenticate].flatMap(Challenge.init(reading:)))
    let signIn = TestSignIn(answer, replica: replica, key: try secret, at: 0, nonce: challenge.nonce)
    let granted = try await client.executeRequest(
      uri: "/v1/token", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
      body: ByteBuffer(bytes: try signIn.body))
    #expect(granted.headers[.cacheControl] == "no-store")
    let token = try #require(TokenAnswer(reading: Array(granted.body.readableBytesView))).token
    return [.authorization: "Bearer \(token)"]
  }
}
