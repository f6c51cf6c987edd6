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
    "?offset=1&offset=2", "?limit=1&limit=1", "?live=sse", "?live=long-poll", "?live=", "?live=never&offset=1",
    "?kinds=", "?kinds=ruling", "?kinds=decision&kinds=rule", "?kinds=decision,decision", "?cursor=x&offset=1",
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

  @Test func `kinds reach the core, in live reading too`() async throws {
    let server = try TestServer()
    await server.core.shows(.success(.of("[1]", next: "9")))
    let kinds = try FeedKinds("decision,rule")
    try await server.routed { client in
      for query in ["?kinds=decision,rule", "?kinds=rule%2Cdecision", "?kinds=decision,rule&live=long-poll&offset=4"] {
        for path in ["/v1/feed", Self.stream] {
          let answer = try await Self.get(client, path + query)
          #expect(answer.status == .ok)
        }
      }
    }
    #expect(await server.core.askedKinds == Array(repeating: kinds, count: 6))
  }

  @Test func `a state carries its tag and may not be kept unasked; held already, it is 304`() async throws {
    let server = try TestServer()
    await server.core.answers(.success(Array("{\"state\":1}".utf8)))
    try await server.routed { client in
      let first = try await Self.get(client, Self.stream + "/state")
      #expect(first.status == .ok && first.text == "{\"state\":1}")
      #expect(first.headers[.cacheControl] == "private, no-cache")
      #expect(first.headers[.contentType] == "application/json")
      let tag = try #require(first.headers[.eTag])
      let again = try await Self.get(client, Self.stream + "/state", [.ifNoneMatch: "W/" + tag])
      #expect(again.status == .notModified && again.text.isEmpty)
      #expect(again.headers[.eTag] == tag)
      await server.core.revoke()
      #expect(try await Self.get(client, Self.stream + "/state", [.ifNoneMatch: "*"]).status == .unauthorized)
    }
  }

  @Test func `versions and limits are told to anyone, and say nothing else`() async throws {
    let server = try TestServer()
    try await server.routed { client in
      func ask(_ uri: String) async throws -> [UInt8] {
        let answer = try await client.executeRequest(uri: uri, method: .get, headers: [:], body: nil)
        #expect(answer.status == .ok && answer.headers[.contentType] == "application/json")
        return Array(answer.body.readableBytesView)
      }
      let (versions, limits) = (try await ask("/v1"), try await ask("/v1/limits"))
      #expect(ServedVersions(reading: versions) == ServedVersions(schemaVersion: 7))
      #expect(NamedLimit.values(reading: limits)?["pushLinesMax"] == 500)
    }
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
