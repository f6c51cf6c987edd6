import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SyncProtocol
import Testing

@testable import ServerHTTP

/// What every refusal looks like from outside.
@Suite(.timeLimit(.minutes(1))) struct ProblemContractTests {
  private static let authorised: HTTPFields = [.authorization: ScriptedCore.token]

  @Test(arguments: ProblemCode.allCases)
  func `each problem of the core travels with its status and document`(code: ProblemCode) async throws {
    let server = try TestServer()
    let problem = Problem(code, detail: "What happened.", bookmark: code == .bookmarkGone ? "b-3" : nil)
    await server.core.answers(.failure(problem))
    try await server.routed { client in
      let answer = try await client.executeRequest(
        uri: "/v1/exchange", method: .post, headers: Self.authorised, body: ByteBuffer(string: "x\n"))
      #expect(answer.status.code == code.status)
      #expect(answer.headers[.contentType] == "application/problem+json")
      #expect(answer.headers[.cacheControl] == "no-store")
      #expect(answer.headers[.connection] == nil)
      #expect(answer.problem == problem)
      #expect((answer.headers[.retryAfter] != nil) == [429, 503].contains(code.status))
      #expect((answer.headers[.wwwAuthenticate] != nil) == (code.status == 401))
    }
  }

  @Test(arguments: [
    ("/v1/exchange", "POST"), ("/v1/devices", "POST"), ("/v1/token", "POST"), ("/v1/keys", "POST"),
    ("/v1/recovery", "POST"), ("/v1/feed", "GET, HEAD"), ("/healthz", "GET, HEAD"),
    ("/v1/streams/office", "GET, HEAD"), ("/readyz", "GET, HEAD"), ("/metrics", "GET, HEAD"), ("/v1", "GET, HEAD"),
    ("/v1/limits", "GET, HEAD"), ("/v1/streams/office/state", "GET, HEAD"),
  ])
  func `a known path answers another method with 405 and the methods it takes`(path: String, allow: String) async throws
  {
    let server = try TestServer()
    try await server.routed { client in
      let answer = try await client.executeRequest(uri: path, method: .delete, headers: [:], body: nil)
      #expect(answer.status == .methodNotAllowed)
      #expect(answer.headers[.allow] == allow)
      #expect(answer.problem?.code == .methodNotAllowed)
    }
  }

  @Test(arguments: [
    "/", "/v2", "/v1/streams", "/v1/streams/a/b", "/v1/streams/a/state/b", "/V1/feed", "/v1/feedx", "/%2e%2e/etc",
  ])
  func `an unknown path answers 404 with a problem`(path: String) async throws {
    let server = try TestServer()
    try await server.routed { client in
      let answer = try await client.executeRequest(uri: path, method: .get, headers: [:], body: nil)
      #expect(answer.status == .notFound)
      #expect(answer.problem?.code == .notFound)
    }
  }

  @Test(arguments: ["/v1/exchange", "/v1/feed", "/v1/streams/office", "/v1/streams/office/state"])
  func `without a token nothing is asked of the core`(path: String) async throws {
    let server = try TestServer()
    try await server.routed { client in
      let isPush = path == "/v1/exchange"
      let answer = try await client.executeRequest(
        uri: path, method: isPush ? .post : .get, headers: [.authorization: "Bearer other"],
        body: isPush ? ByteBuffer(string: "{}\n") : nil)
      #expect(answer.problem?.code == .unauthenticated)
      #expect(answer.headers[.wwwAuthenticate] == "Bearer realm=\"constat\"")
      #expect((answer.headers[.connection] == "close") == isPush, "an unread body ends the connection")
    }
    #expect(await server.core.bodies.isEmpty)
    #expect(await server.core.asked.isEmpty)
  }

  @Test(arguments: ["text/plain", "application/json"])
  func `a body of another type is refused unread`(type: String) async throws {
    let server = try TestServer()
    try await server.routed { client in
      var headers = Self.authorised
      headers[.contentType] = type
      let answer = try await client.executeRequest(
        uri: "/v1/exchange", method: .post, headers: headers, body: ByteBuffer(string: "{}\n"))
      #expect(answer.problem?.code == .malformed)
    }
    #expect(await server.core.bodies.isEmpty)
  }

  @Test func `an answer names the caller's request id when it is harmless, else one of the server's`() async throws {
    let server = try TestServer()
    try await server.routed { client in
      let kept = try await client.executeRequest(
        uri: "/healthz", method: .get, headers: [.requestID: "a-B_3.z"], body: nil)
      #expect(kept.headers[.requestID] == "a-B_3.z")
      for given in ["", "a b", "é", String(repeating: "x", count: 65)] {
        let other = try await client.executeRequest(
          uri: "/healthz", method: .get, headers: [.requestID: given], body: nil)
        let id = try #require(other.headers[.requestID])
        #expect(!id.isEmpty && id != given)
      }
    }
  }

  @Test func `a target past its limit is refused, at the limit it is not`() async throws {
    let server = try TestServer { $0.targetBytesMax = 64 }
    try await server.routed { client in
      let path = "/healthz?"
      let atLimit = path + String(repeating: "a", count: 64 - path.utf8.count)
      #expect(try await client.executeRequest(uri: atLimit, method: .get, headers: [:], body: nil).status == .ok)
      let past = try await client.executeRequest(uri: atLimit + "a", method: .get, headers: [:], body: nil)
      #expect(past.problem?.code == .malformed)
    }
  }
}
