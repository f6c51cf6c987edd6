import HTTPTypes
import HummingbirdTesting
import NIOCore
import SyncProtocol
import Testing

@testable import ServerHTTP

/// What an operator sees.
@Suite(.timeLimit(.minutes(1))) struct HealthTests {
  @Test(arguments: [true, false])
  func `healthz tells the server's time and whether its clock is a test's`(isTest: Bool) async throws {
    let server = try TestServer(hasTestClock: isTest)
    try await server.routed { client in
      let answer = try await client.executeRequest(uri: "/healthz", method: .get, headers: [:], body: nil)
      #expect(answer.text == "{\"status\":\"ok\",\"serverTime\":1787000000000,\"testClock\":\(isTest)}")
    }
  }

  @Test func `readyz tells the last position, and whether the server recovers`() async throws {
    try await TestServer().routed { client in
      let answer = try await client.executeRequest(uri: "/readyz", method: .get, headers: [:], body: nil)
      #expect(answer.text == "{\"status\":\"ready\",\"lastPosition\":7,\"recovering\":false}")
    }
  }

  @Test func `readyz is 503 while the storage cannot be read`() async throws {
    let server = try TestServer()
    await server.core.losesStorage()
    try await server.routed { client in
      let answer = try await client.executeRequest(uri: "/readyz", method: .get, headers: [:], body: nil)
      #expect(answer.problem?.code == .unavailable)
    }
  }

  @Test func `metrics count requests by route, exchanges and lines, and never what callers sent`() async throws {
    let server = try TestServer()
    let receipts = """
      {"receipt":1,"position":8}
      {"receipt":2,"refused":"not-writer","detail":"grade, \\"position\\":1"}
      {"receipt":3,"position":9}
      {"bookmark":"","more":false,"serverTime":1,"backedUpThrough":0,"digests":{}}

      """
    await server.core.answers(.success(Array(receipts.utf8)))
    try await server.routed { client in
      let headers: HTTPFields = [.authorization: ScriptedCore.token]
      _ = try await client.executeRequest(
        uri: "/v1/exchange", method: .post, headers: headers, body: ByteBuffer(string: "{}\n"))
      _ = try await client.executeRequest(uri: "/v1/streams/secret-stream", method: .get, headers: headers, body: nil)
      _ = try await client.executeRequest(uri: "/secret", method: .get, headers: [:], body: nil)
      let text = try await client.executeRequest(uri: "/metrics", method: .get, headers: [:], body: nil).text
      #expect(text.contains("\nconstat_http_requests_total{route=\"/v1/exchange\",status=\"200\"} 1\n"))
      #expect(text.contains("\nconstat_http_requests_total{route=\"/v1/streams/{stream}\",status=\"200\"} 1\n"))
      #expect(text.contains("\nconstat_http_requests_total{route=\"none\",status=\"404\"} 1\n"))
      #expect(text.contains("\nconstat_exchanges_total 1\n"))
      #expect(text.contains("\nconstat_lines_total{receipt=\"accepted\"} 2\n"))
      #expect(text.contains("\nconstat_lines_total{receipt=\"refused\"} 1\n"))
      #expect(text.contains("\nconstat_log_last_position 7\n"))
      #expect(text.contains("\nconstat_held_long_polls 0\n"))
      #expect(!text.contains("secret"))
    }
  }
}
