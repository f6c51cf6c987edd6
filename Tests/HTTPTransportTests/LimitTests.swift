import Foundation
import HTTPTransport
import SyncProtocol
import Testing

/// L12: every bound, at the bound and one beyond.
@Suite struct LimitTests {
  private static func answering(_ head: String, _ body: [UInt8]) throws -> SocketServer {
    try SocketServer { connection, _ in
      while connection.readRequest() != nil {
        connection.write("HTTP/1.1 200 OK\r\n\(head)Content-Length: \(body.count)\r\n\r\n")
        connection.write(body)
      }
    }
  }

  @Test func `L12 an answer of exactly the bound is taken and one byte more is refused`() async throws {
    let server = try Self.answering("", [UInt8](repeating: 0x61, count: 100_000))
    let transport = try CurlTransport(base: server.base)
    #expect(try await transport.send(.get(answerBytesMax: 100_000)).body.count == 100_000)
    #expect(
      await transport.failure(of: .get(answerBytesMax: 99_999)) == .answerTooLarge(limitBytes: 99_999))
  }

  @Test func `L12 the bound counts decoded bytes so that a small bomb does not pass`() async throws {
    let bomb = try #require(Data(base64Encoded: Self.zeros200000))
    let server = try Self.answering("Content-Encoding: gzip\r\n", Array(bomb))
    let transport = try CurlTransport(base: server.base)
    #expect(try await transport.send(.get(answerBytesMax: 200_000)).body.count == 200_000)
    #expect(
      await transport.failure(of: .get(answerBytesMax: 199_999)) == .answerTooLarge(limitBytes: 199_999))
  }

  @Test func `L12 an answer without end is stopped at the bound`() async throws {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.write("HTTP/1.1 200 OK\r\n\r\n")
      while connection.write([UInt8](repeating: 0, count: 65_536)) {}
    }
    let failure = try await CurlTransport(base: server.base).failure(of: .get(answerBytesMax: 1_000_000))
    #expect(failure == .answerTooLarge(limitBytes: 1_000_000))
  }

  @Test func `L12 header lines of exactly the bound are taken and one byte more is refused`() async throws {
    let server = try Self.answering("X-Pad: \(String(repeating: "p", count: 500))\r\n", [])
    let length = "HTTP/1.1 200 OK\r\nX-Pad: \r\nContent-Length: 0\r\n\r\n".utf8.count + 500
    let taking = try CurlTransport(base: server.base, settings: .init(headerBytesMax: length))
    #expect(try await taking.send(.get()).status == 200)
    let refusing = try CurlTransport(base: server.base, settings: .init(headerBytesMax: length - 1))
    #expect(await refusing.failure(of: .get()) == .answerTooLarge(limitBytes: length - 1))
  }

  @Test func `L12 more requests than connections share the connections and are all answered`() async throws {
    let server = try Self.answering("", Array("ok".utf8))
    let transport = try CurlTransport(base: server.base, settings: .init(connectionsMax: 2))
    let texts = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<20 { group.addTask { try await transport.send(.get("/\(number)")).text } }
      return try await group.reduce(into: [String]()) { $0.append($1) }
    }
    #expect(texts == [String](repeating: "ok", count: 20))
    #expect(server.requests.count == 20)
    #expect(server.connectionCount <= 2)
  }

  /// 200,000 zero bytes, packed by gzip into 229.
  private static let zeros200000 =
    "H4sIAAAAAAACA+3BMQEAAADCoPVPbQZ/oAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACA1wB7WOBc"
    + "QA0DAA=="
}
