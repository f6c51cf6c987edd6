import Gzip
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import SyncProtocol
import Testing

@testable import ServerHTTP

/// Bodies that come compressed: the same bytes, the same limits, and a problem for what is no gzip.
@Suite(.timeLimit(.minutes(1))) struct BodyCodingTests {
  private static func post(
    _ client: any TestClientProtocol, _ body: [UInt8], coding: String = "gzip", to uri: String = "/v1/exchange"
  ) async throws -> TestResponse {
    try await client.executeRequest(
      uri: uri, method: .post, headers: [.authorization: ScriptedCore.token, .contentEncoding: coding],
      body: ByteBuffer(bytes: body))
  }

  @Test(arguments: ["gzip", "GZip", "x-gzip", " gzip "], ["/v1/exchange", "/v1/devices"])
  func `a gzip body reaches the core decoded`(coding: String, path: String) async throws {
    let server = try TestServer()
    let body = Array("{\"replica\":\"7000000000001\"}\n".utf8)
    try await server.routed { client in
      let answer = try await Self.post(client, Gzip.compress(body), coding: coding, to: path)
      #expect(answer.status == .ok)
    }
    #expect(await server.core.bodies == [body])
  }

  @Test func `a plain body may say identity`() async throws {
    let server = try TestServer()
    try await server.routed { client in
      let answer = try await Self.post(client, [0x0A], coding: "identity")
      #expect(answer.status == .ok)
    }
    #expect(await server.core.bodies == [[0x0A]])
  }

  @Test(arguments: ["br", "deflate", "zstd", "gzip, gzip", "gzip, br", "compress", "", "gzipp"])
  func `another coding is 415, unread, with the coding that is taken`(coding: String) async throws {
    let server = try TestServer()
    try await server.routed { client in
      let answer = try await Self.post(client, Gzip.compress([0x0A]), coding: coding)
      #expect(answer.problem?.code == .unsupportedCoding)
      #expect(answer.status == .unsupportedMediaType)
      #expect(answer.headers[.acceptEncoding] == "gzip")
      #expect(answer.headers[.connection] == "close")
    }
    #expect(await server.core.bodies.isEmpty)
  }

  @Test func `L12 decoded bytes of exactly the limit are taken and one more is 413`() async throws {
    let server = try TestServer { $0.exchangeBytesMax = 100_000 }
    try await server.routed { client in
      let atLimit = try await Self.post(client, Gzip.compress([UInt8](repeating: 0x61, count: 100_000)))
      #expect(atLimit.status == .ok)
      let past = try await Self.post(client, Gzip.compress([UInt8](repeating: 0x61, count: 100_001)))
      #expect(past.problem?.code == .pushTooLarge)
      #expect(past.status == .contentTooLarge)
    }
    #expect(await server.core.bodies.map(\.count) == [100_000])
  }

  @Test func `L12 a push of the protocol's limit is taken compressed and one byte more is not`() async throws {
    let server = try TestServer()
    try await server.routed { client in
      for (count, status) in [(ProtocolLimits.pushBytesMax, 200), (ProtocolLimits.pushBytesMax + 1, 413)] {
        let answer = try await Self.post(client, Gzip.compress([UInt8](repeating: 0x61, count: count)))
        #expect(answer.status.code == status)
      }
    }
  }

  @Test func `L12 bytes as sent are bounded too, whatever they decode to`() async throws {
    let server = try TestServer { $0.exchangeBytesMax = 1_000 }
    try await server.routed { client in
      let answer = try await Self.post(client, [UInt8](repeating: 0x1F, count: 1_001))
      #expect(answer.problem?.code == .pushTooLarge)
    }
  }

  @Test func `damaged gzip is malformed, cut gzip is a cut body, and neither reaches the core`() async throws {
    let server = try TestServer()
    let member = Gzip.compress(Array("{\"replica\":\"7000000000001\"}\n".utf8))
    var damaged = member
    damaged[member.count - 8] ^= 1
    let hostile: [([UInt8], ProblemCode)] = [
      (damaged, .malformed), (Array("{\"v\":1}\n".utf8), .malformed), (member + member, .malformed),
      (Array(member.dropLast()), .cutBody), ([], .cutBody),
    ]
    try await server.routed { client in
      for (body, code) in hostile {
        let answer = try await Self.post(client, body)
        #expect(answer.problem?.code == code)
      }
    }
    #expect(await server.core.bodies.isEmpty)
  }
}
