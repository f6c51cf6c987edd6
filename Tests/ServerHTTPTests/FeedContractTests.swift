import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SyncProtocol
import Testing

@testable import ServerCore
@testable import ServerHTTP

/// The read half of Durable Streams, and the caller's feed in the same shape.
@Suite(.timeLimit(.minutes(1))) struct FeedContractTests {
  private static let stream = "/v1/streams/dossier.qualiopi.123456782"

  private static func get(
    _ client: any TestClientProtocol, _ uri: String, _ more: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = more
    headers[.authorization] = ScriptedCore.token
    return try await client.executeRequest(uri: uri, method: .get, headers: headers, body: nil)
  }

  @Test func `a stream's page carries its offset, tag and caching, and reaches the core as asked`() async throws {
    let server = try TestServer()
    await server.core.shows(.success(.of("[1]", next: "9", upToDate: false)))
    try await server.routed { client in
      let answer = try await Self.get(client, Self.stream + "?offset=4&limit=10")
      #expect(answer.status == .ok)
      #expect(answer.text == "[1]")
      #expect(answer.headers[.contentType] == "application/json")
      #expect(answer.headers[.streamNextOffset] == "9")
      #expect(answer.headers[.streamUpToDate] == nil)
      #expect(answer.headers[.streamCursor] == nil)
      #expect(answer.headers[.eTag] == "\"e-9\"")
      #expect(answer.headers[.cacheControl] == "private, no-cache")
    }
    let asked = await server.core.asked
    #expect(asked.map(\.stream) == ["dossier.qualiopi.123456782"])
    #expect(asked.map(\.offset) == ["4"])
    #expect(asked.map(\.limit) == [10])
  }

  @Test func `the feed is never stored and has no tag`() async throws {
    let server = try TestServer()
    await server.core.shows(.success(.of("[1]", next: "s.9")))
    try await server.routed { client in
      let answer = try await Self.get(client, "/v1/feed", [.ifNoneMatch: "*"])
      #expect(answer.status == .ok)
      #expect(answer.headers[.cacheControl] == "no-store")
      #expect(answer.headers[.eTag] == nil)
      #expect(answer.headers[.streamUpToDate] == "true")
    }
    #expect(await server.core.asked.map(\.stream) == [nil])
  }

  @Test(arguments: [
    ("\"e-9\"", 304), ("W/\"e-9\"", 304), ("\"a\", \"e-9\"", 304), ("*", 304), ("\"e-8\"", 200), ("e-9", 200),
  ])
  func `a page the caller holds is answered 304 without a body`(held: String, status: Int) async throws {
    let server = try TestServer()
    await server.core.shows(.success(.of("[1]", next: "9")))
    try await server.routed { client in
      let answer = try await Self.get(client, Self.stream, [.ifNoneMatch: held])
      #expect(answer.status.code == status)
      #expect(answer.text == (status == 304 ? "" : "[1]"))
      #expect(answer.headers[.eTag] == "\"e-9\"")
      #expect(answer.headers[.streamNextOffset] == "9")
    }
  }

  @Test func `a held page of a revoked device is 401, not 304`() async throws {
    let server = try TestServer()
    await server.core.revoke()
    try await server.routed { client in
      let answer = try await Self.get(client, Self.stream, [.ifNoneMatch: "*"])
      #expect(answer.status == .unauthorized)
    }
  }

  @Test(arguments: [
    "?limit=0", "?limit=2001", "?limit=-1", "?limit=1e3", "?limit=", "?limit=99999999999999999999", "?offset=",
    "?offset=1&offset=2", "?limit=1&limit=1", "?live=sse&offset=1", "?live=long-poll", "?live=", "?cursor=x&offset=1",
    "?cursor=9007199254740991",
  ])
  func `a query that says nothing clear is malformed`(query: String) async throws {
    let server = try TestServer()
    try await server.routed { client in
      let answer = try await Self.get(client, Self.stream + query)
      #expect(answer.problem?.code == .malformed)
    }
    #expect(await server.core.asked.isEmpty)
  }

  @Test func `an offset past the longest bookmark is malformed`() async throws {
    let server = try TestServer()
    let longest = String(repeating: "a", count: ProtocolLimits.bookmarkBytesMax)
    try await server.routed { client in
      let answer = try await Self.get(client, "/v1/feed?offset=" + longest)
      #expect(answer.status == .ok)
      let past = try await Self.get(client, "/v1/feed?offset=a" + longest)
      #expect(past.problem?.code == .malformed)
    }
  }

  @Test(arguments: ["", "?offset=-1"])
  func `no offset and -1 are the beginning`(query: String) async throws {
    let server = try TestServer()
    try await server.routed { client in _ = try await Self.get(client, Self.stream + query) }
    #expect(await server.core.asked.map(\.offset) == [nil])
  }

  @Test func `a scope that changed answers 410 with the bookmark to go on from`() async throws {
    let server = try TestServer()
    await server.core.shows(.failure(Problem(.bookmarkGone, detail: "Start over.", bookmark: "")))
    try await server.routed { client in
      let answer = try await Self.get(client, "/v1/feed?offset=old")
      #expect(answer.status == .gone)
      #expect(answer.problem?.bookmark == "")
    }
  }

  @Test func `HEAD of a stream carries the headers of GET and no body`() async throws {
    let server = try TestServer()
    await server.core.shows(.success(.of("[1]", next: "9")))
    try await server.routed { client in
      let answer = try await client.executeRequest(
        uri: Self.stream, method: .head, headers: [.authorization: ScriptedCore.token], body: nil)
      #expect(answer.status == .ok)
      #expect(answer.headers[.streamNextOffset] == "9")
      #expect(answer.text.isEmpty)
    }
  }

  @Test func `the cursor never repeats the one that was echoed`() {
    #expect(StreamCursor.next(nowMilliseconds: 40_000, echoed: nil) == 2)
    #expect(StreamCursor.next(nowMilliseconds: 40_000, echoed: 1) == 2)
    #expect(StreamCursor.next(nowMilliseconds: 40_000, echoed: 2) == 3)
    #expect(StreamCursor.next(nowMilliseconds: 40_000, echoed: 900) == 901)
    #expect(StreamCursor.next(nowMilliseconds: -1, echoed: StreamCursor.echoMax) == StreamCursor.echoMax + 1)
  }
}
