import AuditModel
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import ServerCore
import SyncCore
import SyncProtocol
import Testing

@testable import ServerHTTP

/// The core itself behind the rim.
@Suite(.timeLimit(.minutes(1))) struct RealCoreTests {
  @Test func `a device joins with its code, exchanges, and reads its feed; another code is refused`() async throws {
    let ledger = InMemoryLedger()
    try ConstatServer.createTenant(
      ledger: ledger, tenant: try #require(TenantID("certificateur-fictif")), random: SystemRandomNumberGenerator())
    let core = try ConstatServer(ledger: ledger, clock: FixedTime(), random: SystemRandomNumberGenerator())
    let user = try await core.addUser(name: "Auditrice", roles: [.auditor])
    let code = try await core.invite(user).code
    // The public key of the first test vector of RFC 8032 §7.1.
    let key = try #require(
      Hexadecimal.bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
    let replica = try #require(ReplicaID("0123456789ABC"))
    let http = try HTTPServer(
      core: core, clock: FixedTime(), address: try #require(ListenAddress("127.0.0.1:0")), waits: HandClock(),
      logger: Logger(label: "test"))
    let application = try http.application()
    try await application.test(.router) { client in
      func join(_ code: String) async throws -> TestResponse {
        let request = JoinRequest(code: code, replica: replica, publicKey: key)
        return try await client.executeRequest(
          uri: "/v1/devices", method: .post, headers: [.contentType: "application/json"],
          body: ByteBuffer(bytes: request.body))
      }
      let refused = try await join("00000000000000000000000000")
      #expect(refused.problem?.code == .badJoinCode)
      let joined = try await join(code.filter { $0 != "-" })
      let answer = try #require(JoinAnswer(reading: Array(joined.body.readableBytesView)))
      #expect(answer.user == user)
      #expect(answer.serverTime == FixedTime().milliseconds)

      let headers: HTTPFields = [.authorization: "Bearer \(answer.token)"]
      let pull = ExchangeRequest(
        header: .init(replica: replica, from: 1, last: 0, digest: nil, bookmark: "", limit: 100))
      let exchanged = try await client.executeRequest(
        uri: "/v1/exchange", method: .post, headers: headers, body: ByteBuffer(bytes: pull.body))
      #expect(exchanged.headers[.contentType] == "application/x-ndjson")
      let last = try #require(exchanged.body.readableBytesView.split(separator: 0x0A).last)
      guard case .end = ExchangeFrame(reading: Array(last)) else {
        Issue.record("the answer ends with \(String(decoding: last, as: UTF8.self))")
        return
      }
      let feed = try await client.executeRequest(uri: "/v1/feed", method: .get, headers: headers, body: nil)
      #expect(feed.status == .ok)
      #expect(feed.headers[.streamUpToDate] == "true")
      let offset = try #require(feed.headers[.streamNextOffset])
      let rest = try await client.executeRequest(
        uri: "/v1/feed?offset=\(offset)", method: .get, headers: headers, body: nil)
      #expect(rest.text == "[]")
    }
  }
}
