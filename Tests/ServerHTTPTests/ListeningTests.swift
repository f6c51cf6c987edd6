import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import NIOSSL
import Testing

@testable import ServerHTTP

/// Where a server may listen, and how.
@Suite(.timeLimit(.minutes(1))) struct ListeningTests {
  private static func fault(_ address: String, tls: TLSIdentity? = nil, testClock: Bool = false) throws
    -> ServerStartFault?
  {
    let address = try #require(ListenAddress(address))
    do throws(ServerStartFault) {
      _ = try HTTPServer(
        core: ScriptedCore(), clock: FixedTime(), hasTestClock: testClock, address: address, tls: tls,
        logger: Logger(label: "test"))
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    "0.0.0.0:80", "[::]:0", "192.0.2.1:8080", "sync.example.fr:443", "127.0.0.1.example.fr:1", "127.1:0",
  ])
  func `beyond loopback a server without certificate does not start`(address: String) throws {
    let parsed = try #require(ListenAddress(address))
    #expect(try Self.fault(address) == .plainTextBeyondLoopback(parsed))
  }

  @Test(arguments: ["127.0.0.1:0", "127.9.9.9:80", "[::1]:0", "localhost:8080"])
  func `on loopback plain text is served`(address: String) throws {
    #expect(try Self.fault(address) == nil)
  }

  @Test func `a test clock is served on loopback only, certificate or not`() throws {
    let tls = TLSIdentity(certificatePath: "cert.pem", keyPath: "key.pem")
    let address = try #require(ListenAddress("0.0.0.0:443"))
    #expect(try Self.fault("0.0.0.0:443", tls: tls, testClock: true) == .testClockBeyondLoopback(address))
    #expect(try Self.fault("0.0.0.0:443", tls: tls) == nil)
    #expect(try Self.fault("127.0.0.1:0", testClock: true) == nil)
  }

  @Test(arguments: ["", "127.0.0.1", ":80", "a:", "a:-1", "a:65536", "a b:1", "[::1:80", "::1:80", "[]:1", "[a.fr]:1"])
  func `a text that is no address and port is not read`(text: String) {
    #expect(ListenAddress(text) == nil)
  }

  @Test func `a certificate or key that cannot be used is named`() async throws {
    let missing = TLSIdentity(certificatePath: "/nowhere/cert.pem", keyPath: "/nowhere/key.pem")
    #expect(throws: ServerStartFault.certificateUnusable(path: "/nowhere/cert.pem")) { try missing.configuration() }
    try await TestCertificate.with { tls in
      #expect(throws: Never.self) { try tls.configuration() }
      let swapped = TLSIdentity(certificatePath: tls.certificatePath, keyPath: tls.certificatePath)
      #expect(throws: ServerStartFault.keyUnusable(path: tls.certificatePath)) { try swapped.configuration() }
    }
  }

  @Test func `with a certificate the server speaks TLS and nothing else`() async throws {
    try await TestCertificate.with { tls in
      let server = try TestServer(tls: tls)
      try await server.live { port, _ in
        var trusting = TLSConfiguration.makeClientConfiguration()
        trusting.certificateVerification = .none
        let configuration = TestClient.Configuration(tlsConfiguration: trusting, serverName: "localhost")
        let answer = try await TestClient.withClient(host: "127.0.0.1", port: port, configuration: configuration) {
          try await $0.execute(.init("/healthz", method: .get, authority: "localhost", headers: [:]))
        }
        #expect(answer.status == .ok)
        let plain = try await RawConnection.with(port: port) { connection in
          try await connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
          return await connection.readToEnd()
        }
        #expect(!plain.hasPrefix("HTTP/"))
      }
    }
  }
}
