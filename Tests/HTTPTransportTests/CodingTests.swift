import Gzip
import HTTPTransport
import SyncProtocol
import Testing

/// Bodies are compressed on the wire and nowhere else.
@Suite struct CodingTests {
  private static func answering(_ coding: String, _ body: [UInt8]) throws -> SocketServer {
    try SocketServer { connection, _ in
      while connection.readRequest() != nil {
        connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: \(coding)\r\nContent-Length: \(body.count)\r\n\r\n")
        connection.write(body)
      }
    }
  }

  /// What a request's body was on the wire.
  private static func sent(
    _ body: [UInt8], headers: [TransportHeader] = [],
    settings: CurlTransportSettings = .init(compressesOnLoopback: true)
  ) async throws -> ReceivedRequest {
    let server = try SocketServer { connection, _ in
      connection.readRequest()
      connection.answer("ok")
    }
    _ = try await CurlTransport(base: server.base, settings: settings).send(.post(body, headers: headers))
    return try #require(server.requests.first)
  }

  private static let lines = Array(String(repeating: "{\"v\":1,\"seq\":17}\n", count: 100).utf8)

  @Test func `gzip is asked for and nothing else`() async throws {
    #expect(try await Self.sent([]).has(line: "Accept-Encoding: gzip"))
  }

  @Test func `towards this machine itself nothing is compressed unless it is asked for`() async throws {
    let request = try await Self.sent(Self.lines, settings: .init())
    #expect(request.has(line: "Accept-Encoding: identity"))
    #expect(!request.names("content-encoding"))
    #expect(request.body == Self.lines)
  }

  @Test func `a long body is sent compressed, and what comes out of it is the body`() async throws {
    let request = try await Self.sent(Self.lines)
    #expect(request.has(line: "content-encoding: gzip"))
    #expect(request.body.count * 3 < Self.lines.count)
    #expect(try Gzip.decompress(request.body, limitBytes: Self.lines.count) == Self.lines)
  }

  @Test func `a body is compressed from the set number of bytes on`() async throws {
    let settings = CurlTransportSettings(compressedBytesMin: Self.lines.count, compressesOnLoopback: true)
    #expect(try await Self.sent(Self.lines, settings: settings).names("content-encoding"))
    let shorter = Array(Self.lines.dropLast())
    let request = try await Self.sent(shorter, settings: settings)
    #expect(!request.names("content-encoding"))
    #expect(request.body == shorter)
  }

  @Test func `a body that compression would lengthen is sent as it is`() async throws {
    var random = SystemRandomNumberGenerator()
    let noise = (0..<4_096).map { _ in UInt8.random(in: 0...255, using: &random) }
    let request = try await Self.sent(noise)
    #expect(!request.names("content-encoding"))
    #expect(request.body == noise)
  }

  @Test func `a body its writer has coded already is not coded again`() async throws {
    let request = try await Self.sent(Self.lines, headers: [.init("Content-Encoding", "identity")])
    #expect(request.has(line: "Content-Encoding: identity"))
    #expect(!request.has(line: "content-encoding: gzip"))
    #expect(request.body == Self.lines)
  }

  @Test func `L12 a bomb within a bomb is stopped at the decoded bound`() async throws {
    // A megabyte of zeros in a kilobyte, a gibibyte when the coding is applied once more.
    let kilobyte = Gzip.compress([UInt8](repeating: 0, count: 1 << 20), level: .smallest)
    let twice = Gzip.compress(Array((0..<1_024).map { _ in kilobyte }.joined()), level: .smallest)
    let server = try Self.answering("gzip, gzip", twice)
    let transport = try CurlTransport(base: server.base)
    #expect(
      await transport.failure(of: .get(answerBytesMax: 100_000)) == .answerTooLarge(limitBytes: 100_000))
  }

  @Test func `a decoded answer reports the bytes that crossed the wire`() async throws {
    let member = Gzip.compress(Self.lines)
    let server = try Self.answering("gzip", member)
    let response = try await CurlTransport(base: server.base).send(.get())
    #expect(response.body == Self.lines)
    #expect(response.wireBytes == member.count)
  }

  @Test func `a gzip answer with a wrong checksum is cut`() async throws {
    var member = Gzip.compress(Self.lines)
    member[member.count - 8] ^= 1
    let server = try Self.answering("gzip", member)
    #expect(try await CurlTransport(base: server.base).failure(of: .get())?.isCut == true)
  }
}
