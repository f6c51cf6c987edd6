import Gzip
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SyncProtocol
import Testing

@testable import ServerCore
@testable import ServerHTTP

/// Answers are compressed for who asks, and caches can tell the two forms apart.
@Suite(.timeLimit(.minutes(1))) struct AnswerCodingTests {
  private static let stream = "/v1/streams/dossier.qualiopi.123456782"
  private static let long = "[" + String(repeating: "{\"position\":1},", count: 200) + "{}]"

  private static func ask(
    _ client: any TestClientProtocol, _ uri: String, _ accepted: String?, _ more: HTTPFields = [:],
    method: HTTPRequest.Method = .get
  ) async throws -> TestResponse {
    var headers = more
    headers[.authorization] = ScriptedCore.token
    headers[.acceptEncoding] = accepted
    return try await client.executeRequest(
      uri: uri, method: method, headers: headers, body: method == .post ? ByteBuffer(string: "{}\n") : nil)
  }

  private static func decoded(_ answer: TestResponse) throws -> String {
    String(decoding: try Gzip.decompress(Array(answer.body.readableBytesView), limitBytes: 1 << 20), as: UTF8.self)
  }

  @Test func `an exchange's long answer comes as gzip to who accepts it and plain to who does not`() async throws {
    let server = try TestServer()
    await server.core.answers(.success(Array(Self.long.utf8)))
    try await server.routed { client in
      let coded = try await Self.ask(client, "/v1/exchange", "gzip", method: .post)
      #expect(coded.headers[.contentEncoding] == "gzip")
      #expect(coded.headers[.vary] == "Accept-Encoding")
      #expect(coded.headers[.contentType] == "application/x-ndjson")
      #expect(coded.headers[.contentLength] == String(coded.body.readableBytes))
      #expect(try Self.decoded(coded) == Self.long)
      let plain = try await Self.ask(client, "/v1/exchange", nil, method: .post)
      #expect(plain.headers[.contentEncoding] == nil)
      #expect(plain.headers[.vary] == "Accept-Encoding")
      #expect(plain.text == Self.long)
    }
  }

  @Test func `an answer is compressed from 1,024 bytes on`() async throws {
    let server = try TestServer()
    try await server.routed { client in
      for (count, coding) in [(1_023, nil), (1_024, "gzip")] as [(Int, String?)] {
        await server.core.answers(.success([UInt8](repeating: 0x61, count: count)))
        let answer = try await Self.ask(client, "/v1/exchange", "gzip", method: .post)
        #expect(answer.headers[.contentEncoding] == coding)
      }
    }
  }

  @Test(arguments: ["/v1/token", "/v1/devices"])
  func `the answer that holds a token is never compressed, nor that to a join`(uri: String) async throws {
    let server = try TestServer()
    await server.core.answers(.success(Array(Self.long.utf8)))
    try await server.routed { client in
      let answer = try await Self.ask(client, uri, "gzip", method: .post)
      #expect(answer.headers[.contentEncoding] == nil)
      #expect(answer.text == Self.long)
    }
  }

  @Test(arguments: [stream, "/v1/feed"])
  func `a page comes as gzip with the headers of the plain one`(uri: String) async throws {
    let server = try TestServer()
    await server.core.shows(.success(.of(Self.long, next: "9", upToDate: false)))
    try await server.routed { client in
      let coded = try await Self.ask(client, uri, "gzip")
      let plain = try await Self.ask(client, uri, nil)
      #expect(coded.headers[.contentEncoding] == "gzip")
      #expect(try Self.decoded(coded) == plain.text)
      for name in [HTTPField.Name.streamNextOffset, .cacheControl, .contentType, .vary] {
        #expect(coded.headers[name] == plain.headers[name])
        #expect(coded.headers[name] != nil)
      }
    }
  }

  @Test func `a compressed page has the weak form of the tag, and either form is answered 304`() async throws {
    let server = try TestServer()
    await server.core.shows(.success(.of(Self.long, next: "9")))
    try await server.routed { client in
      for (accepted, tag) in [("gzip", "W/\"e-9\""), (nil, "\"e-9\"")] as [(String?, String)] {
        #expect(try await Self.ask(client, Self.stream, accepted).headers[.eTag] == tag)
        for held in ["W/\"e-9\"", "\"e-9\""] {
          let answer = try await Self.ask(client, Self.stream, accepted, [.ifNoneMatch: held])
          #expect(answer.status == .notModified)
          #expect(answer.headers[.eTag] == tag)
          #expect(answer.headers[.vary] == "Accept-Encoding")
          #expect(answer.headers[.contentEncoding] == nil)
          #expect(answer.text.isEmpty)
        }
      }
    }
  }

  @Test func `a page found by a long-poll is compressed as well`() async throws {
    let server = try TestServer()
    await server.core.shows(.success(.of(Self.long, next: "9")))
    try await server.routed { client in
      let answer = try await Self.ask(client, Self.stream + "?live=long-poll&offset=4", "gzip")
      #expect(answer.headers[.contentEncoding] == "gzip")
      #expect(answer.headers[.streamCursor] != nil)
      #expect(try Self.decoded(answer) == Self.long)
    }
  }

  @Test func `HEAD of a page has the headers of the compressed GET`() async throws {
    let server = try TestServer()
    await server.core.shows(.success(.of(Self.long, next: "9")))
    try await server.routed { client in
      let answer = try await Self.ask(client, Self.stream, "gzip", method: .head)
      #expect(answer.headers[.contentEncoding] == "gzip")
      #expect(answer.headers[.eTag] == "W/\"e-9\"")
      #expect(answer.text.isEmpty)
    }
  }

  @Test func `problems are never compressed`() async throws {
    let server = try TestServer()
    let problem = Problem(.malformed, detail: String(repeating: "x", count: 5_000))
    await server.core.answers(.failure(problem))
    try await server.routed { client in
      let answer = try await Self.ask(client, "/v1/exchange", "gzip", method: .post)
      #expect(answer.problem == problem)
    }
  }

  @Test(arguments: [
    ("gzip", true), ("GZIP", true), ("x-gzip", true), ("br, gzip", true), ("gzip;q=0.5", true), ("gzip; q=0.001", true),
    ("*", true), ("*;q=0.1", true), ("br, *;q=0.2", true), ("gzip;q=1, identity;q=0.5", true),
    ("identity;q=0, *", true),
    ("", false), ("br", false), ("identity", false), ("gzip;q=0", false), ("gzip;q=0, *", false), ("*;q=0", false),
    ("gzip;q=0.5, identity", false), ("gzipped", false), ("gzip;q=2", false), ("gzip;q=nan", false), ("gzip;x", false),
    ("gzip;q=", false), (",,;", false),
  ])
  func `Accept-Encoding is read as RFC 9110 says`(accepted: String, expected: Bool) {
    #expect(ContentCoding.isGzipWelcome(accepted) == expected)
    #expect(!ContentCoding.isGzipWelcome(nil))
  }
}
