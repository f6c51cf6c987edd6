import FieldClient
import ReplicaStore
import StoreTestSupport
import SyncCore
import SyncProtocol
import Synchronization
import Testing

/// How a device comes by its token and keeps it.
struct TokenTests {
  private func problem(
    _ problem: Problem, status: Int = 401, type: String = Problem.mediaType, challenge: Challenge? = nil
  ) -> TransportResponse {
    var headers = [TransportHeader("content-type", type)]
    if let challenge { headers.append(TransportHeader("www-authenticate", challenge.field)) }
    return TransportResponse(status: status, headers: headers, body: problem.body, wireBytes: 0)
  }

  private func claims(_ server: FakeServer) throws -> [TokenAssertion] {
    try server.state.withLock { try $0.tokenRequests.map(Self.assertion) }
  }

  private static func assertion(_ body: [UInt8]) throws -> TokenAssertion {
    let request = try #require(TokenRequest(reading: body))
    return try #require(TokenAssertion(reading: request.assertion))
  }

  @Test func `a device without a token signs for one, keeps it, and asks again only when it is near its end`()
    async throws
  {
    let team = try Team()
    try team.anne.store.keep(token: "", expires: 0)
    #expect(try await team.anne.sync().end == .complete)
    let first = try #require(try claims(team.server).first)
    let identity = try team.anne.store.identity
    #expect(first.replica == identity.replica && first.tenant == Bench.tenant && first.epoch == 1)
    // The test's clock shows 5,000 ms.
    #expect(first.issued == 5 && first.expires == 605 && first.nonce == nil)
    #expect(identity.token == "token-1" && identity.tokenExpires == 605_000)
    try await team.anne.sync()
    #expect(try claims(team.server).count == 1)
    try team.anne.store.keep(token: "token-1", expires: 5_000 + Int64(SyncPolicy.tokenSecondsMin) * 1_000)
    try await team.anne.sync()
    #expect(try claims(team.server).count == 2)
  }

  @Test func `a 401 is answered once with the server's own time and nonce, and the same push goes on`() async throws {
    let team = try Team()
    try team.anne.grade("minor")
    let challenge = Challenge(nonce: "bm9uY2U", serverTime: 1_790_000_000_123)
    team.server.edit {
      $0.mischief = [.instead(problem(Problem(.unauthenticated, detail: "ended"), challenge: challenge))]
    }
    let report = try await team.anne.sync()
    #expect(report.end == .complete && report.accepted == 1)
    let sent = try #require(try claims(team.server).first)
    #expect(sent.nonce == "bm9uY2U" && sent.issued == 1_790_000_000)
  }

  @Test func `another epoch is learnt from the refusal and kept`() async throws {
    let team = try Team()
    try team.anne.store.keep(token: "", expires: 0)
    let challenge = Challenge(nonce: "bm9uY2U", serverTime: 7_000)
    team.server.edit {
      $0.tokenMischief = [problem(Problem(.badAssertion, detail: "epoch", epoch: 4), challenge: challenge)]
    }
    #expect(try await team.anne.sync().end == .complete)
    #expect(try claims(team.server).map(\.epoch) == [1, 4])
    #expect(try team.anne.store.identity.epoch == 4)
  }

  @Test(arguments: [200, 401, 403, 511])
  func `a captive portal in the token's place is never mistaken for the server`(status: Int) async throws {
    let team = try Team()
    try team.anne.grade("minor")
    try team.anne.store.keep(token: "", expires: 0)
    let page = TransportResponse(
      status: status,
      headers: [
        TransportHeader("content-type", "text/html"),
        TransportHeader("www-authenticate", Challenge(nonce: "bm9uY2U", serverTime: 1).field),
      ], body: Array("<html>Accept the terms.</html>".utf8), wireBytes: 0)
    team.server.edit { $0.tokenMischief = [page] }
    let report = try await team.anne.sync()
    #expect(report.end == .notOurs(status: status, type: "text/html") && report.outbox == 1)
    #expect(try team.anne.store.identity.token.isEmpty)
    #expect(try await team.anne.sync().end == .complete)
  }

  @Test func `a device that is not accepted any more keeps everything it holds`() async throws {
    let team = try await Team.started()
    try team.anne.grade("major")
    let held = try team.anne.store.streams()
    let challenge = Challenge(nonce: "bm9uY2U", serverTime: 7_000)
    let no = problem(Problem(.unauthenticated, detail: "no"), challenge: challenge)
    let never = problem(Problem(.badAssertion, detail: "no"), challenge: challenge)
    team.server.edit {
      $0.mischief = [.instead(no)]
      $0.tokenMischief = Array(repeating: never, count: SyncPolicy.authorisationsMax)
    }
    let report = try await team.anne.sync()
    #expect(report.end == .notAuthorised(.badAssertion, detail: "no") && report.outbox == 1)
    #expect(try team.anne.store.streams() == held, "nothing is purged on a bare 401")
  }

  @Test func `a challenge reads as it was written, and nothing else is one`() {
    let challenge = Challenge(nonce: "bm9uY2U", serverTime: -5)
    #expect(Challenge(reading: challenge.field) == challenge)
    for field in [
      "", "Bearer", "Basic realm=\"constat\"", "Bearer realm=\"constat\"",
      "Bearer realm=\"hotel\", nonce=\"a\", time=\"1\"",
      "Bearer realm=\"constat\", nonce=\"a b\", time=\"1\"", "Bearer realm=\"constat\", nonce=\"YQ\", time=\"soon\"",
    ] { #expect(Challenge(reading: field) == nil, "\(field)") }
  }
}
