import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SyncProtocol
import Testing

@testable import ServerHTTP

/// Pages that tell what they were asked.
private struct EchoPages: PageService {
  let routes = [
    PageRoute(.get, "/"), PageRoute(.get, "/dossiers/{stream}"), PageRoute(.post, "/dossiers/{stream}"),
    PageRoute(.get, "/events"),
  ]

  func answer(_ request: PageRequest, on route: PageRoute) async -> PageAnswer {
    if route.path == "/events" {
      let events = AsyncStream<[UInt8]> { continuation in
        continuation.yield(Array("event: changed\ndata: 1\n\n".utf8))
        continuation.yield(Array(": end\n\n".utf8))
        continuation.finish()
      }
      return PageAnswer(status: 200, headers: [("Content-Type", "text/event-stream")], body: .events(events))
    }
    let fields = request.form.fields.map { "\($0.name)=\($0.value)" }.joined(separator: ";")
    let said =
      "\(request.path)?\(request.query) \(request.parameters) \(fields) \(request.cookies["a"] ?? "-") "
      + "\(request.origin ?? "-") \(request.host) \(request.isSecure)"
    return PageAnswer(
      status: 200, headers: [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("Content-Type", "text/html")],
      body: .bytes(Array(said.utf8)))
  }

  func answer(_ problem: Problem, to request: PageRequest) -> PageAnswer {
    PageAnswer(
      status: problem.code.status, headers: [("Content-Type", "text/html")],
      body: .bytes(Array("page: \(problem.code.rawValue)".utf8)))
  }
}

/// Pages behind the rim, over the router alone.
@Suite(.timeLimit(.minutes(1))) struct PagesTests {
  private func routed(
    _ limits: HTTPLimits = HTTPLimits(), _ test: @escaping @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    try await TestServer(pages: EchoPages()) { $0 = limits }.routed(test)
  }

  @Test func `a page is told path, parameters, form, cookies and origin, and its headers go out as they are`()
    async throws
  {
    try await routed { client in
      let answer = try await client.executeRequest(
        uri: "/dossiers/dossier.qualiopi.900000019?days=5", method: .post,
        headers: [
          .contentType: "application/x-www-form-urlencoded", .cookie: "x=2; a=secret", .origin: "http://here.test",
        ], body: ByteBuffer(string: "motive=vu+le+16"))
      #expect(answer.status == .ok)
      #expect(
        answer.text.contains(
          "?days=5 [\"stream\": \"dossier.qualiopi.900000019\"] motive=vu le 16 secret http://here.test"))
      #expect(answer.headers[values: .setCookie] == ["a=1", "b=2"])
      #expect(answer.headers[.contentTypeOptions] == "nosniff")
    }
  }

  @Test func `L12 a form is read up to its limit, and one byte more is refused`() async throws {
    var limits = HTTPLimits()
    limits.formBytesMax = 20
    try await routed(limits) { client in
      func post(_ bytes: Int) async throws -> TestResponse {
        try await client.executeRequest(
          uri: "/dossiers/x", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
          body: ByteBuffer(string: "a=" + String(repeating: "b", count: bytes - 2)))
      }
      let (fits, tooLarge) = (try await post(20), try await post(21))
      #expect(fits.status == .ok)
      #expect(tooLarge.problem?.code == .pushTooLarge)
    }
  }

  @Test func `what is no form is refused before any page sees it`() async throws {
    try await routed { client in
      let json = try await client.executeRequest(
        uri: "/dossiers/x", method: .post, headers: [.contentType: "application/json"], body: ByteBuffer(string: "{}"))
      #expect(json.problem?.code == .malformed)
      let broken = try await client.executeRequest(
        uri: "/dossiers/x", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
        body: ByteBuffer(string: "a=%ZZ"))
      #expect(broken.problem?.code == .malformed)
    }
  }

  @Test func `somebody who asked for a page is told a problem by a page, a program by a problem document`() async throws
  {
    try await routed { client in
      let person = try await client.executeRequest(
        uri: "/nowhere", method: .get, headers: [.accept: "text/html,*/*"], body: nil)
      #expect(person.status == .notFound)
      #expect(person.text == "page: not-found")
      let program = try await client.executeRequest(uri: "/nowhere", method: .get, headers: [.accept: "*/*"], body: nil)
      #expect(program.problem?.code == .notFound)
      let api = try await client.executeRequest(
        uri: "/v1/nowhere", method: .get, headers: [.accept: "text/html"], body: nil)
      #expect(api.problem?.code == .notFound)
      let method = try await client.executeRequest(
        uri: "/dossiers/x", method: .delete, headers: [.accept: "text/html"], body: nil)
      #expect(method.status == .methodNotAllowed)
      #expect(method.headers[.allow] == "GET, HEAD, POST")
    }
  }

  @Test func `server-sent events go out one by one and the answer ends with them`() async throws {
    let server = try TestServer(pages: EchoPages())
    let text = try await server.live { port, _ in
      try await RawConnection.with(port: port) { connection in
        try await connection.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n")
        return await connection.readToEnd()
      }
    }
    #expect(text.contains("text/event-stream"))
    #expect(text.contains("event: changed\ndata: 1\n\n"))
    #expect(text.contains(": end"))
  }
}
