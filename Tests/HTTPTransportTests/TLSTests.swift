import Foundation
import Glibc
import HTTPTransport
import SyncProtocol
import Testing

/// Certificates are checked, and only what is about a certificate is called so.
@Suite struct TLSTests {
  static let hasOpenSSL =
    FileManager.default.isExecutableFile(atPath: TLSServer.program)
    || ProcessInfo.processInfo.environment["CI"] == "true"
  static let skipped: Comment = "skips the certificate checks against a TLS server: they need the openssl program"

  @Test(.enabled(if: hasOpenSSL, skipped))
  func `a certificate is accepted when its authority is in the bundle and refused by the system's own`() async throws {
    let server = try TLSServer(name: "IP:127.0.0.1", days: 2)
    let trusting = try CurlTransport(base: server.base, settings: .init(caBundlePath: server.certificatePath))
    #expect(try await trusting.send(.get()).status == 200)
    let failure = await (try CurlTransport(base: server.base)).failure(of: .get())
    #expect(failure?.isTLS == true, "\(String(describing: failure))")
  }

  @Test(.enabled(if: hasOpenSSL, skipped))
  func `a certificate for another name is refused`() async throws {
    let server = try TLSServer(name: "DNS:elsewhere.example.fr", days: 2)
    let transport = try CurlTransport(base: server.base, settings: .init(caBundlePath: server.certificatePath))
    let failure = await transport.failure(of: .get())
    #expect(failure?.isTLS == true, "\(String(describing: failure))")
  }

  @Test(.enabled(if: hasOpenSSL, skipped))
  func `an expired certificate is refused with the clock named as a possible reason`() async throws {
    let server = try TLSServer(name: "IP:127.0.0.1", days: -1)
    let transport = try CurlTransport(base: server.base, settings: .init(caBundlePath: server.certificatePath))
    guard case .tls(let reason) = await transport.failure(of: .get()) else {
      Issue.record("an expired certificate was not refused as such")
      return
    }
    #expect(reason.contains("clock"))
  }

  @Test func `a server on the TLS port that speaks something else is unreachable`() async throws {
    let server = try SocketServer { connection, _ in
      connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
      connection.waitForEnd()
    }
    let transport = try CurlTransport(base: "https://127.0.0.1:\(server.port)")
    #expect(await transport.failure(of: .get())?.isUnreachable == true)
  }

  @Test func `a line that breaks during the TLS handshake says nothing about the certificate`() async throws {
    let server = try SocketServer { connection, _ in connection.reset() }
    let transport = try CurlTransport(base: "https://127.0.0.1:\(server.port)")
    #expect(await transport.failure(of: .get())?.isUnreachable == true)
  }
}

/// `openssl s_server` with a certificate that signs itself, made for the test and gone with it.
final class TLSServer {
  static let program = "/usr/bin/openssl"

  let base: String
  let certificatePath: String
  private let folder: URL
  private let process: Process
  private let input = Pipe()

  init(name: String, days: Int) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "constat-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = { [folder] (name: String) in folder.appending(path: name).path }
    certificatePath = file("certificate.pem")
    try Data("subjectAltName=\(name)".utf8).write(to: folder.appending(path: "names"))
    try Self.run(["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", file("key.pem")])
    try Self.run(["req", "-new", "-key", file("key.pem"), "-subj", "/CN=constat test", "-out", file("request.pem")])
    try Self.run([
      "x509", "-req", "-in", file("request.pem"), "-signkey", file("key.pem"), "-days", "\(days)", "-extfile",
      file("names"), "-out", certificatePath,
    ])
    let output = Pipe()
    process = Process()
    process.executableURL = URL(filePath: Self.program)
    process.arguments = [
      "s_server", "-accept", "127.0.0.1:0", "-cert", certificatePath, "-key", file("key.pem"), "-www",
    ]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    base = "https://127.0.0.1:\(try Self.port(in: output))"
  }

  deinit {
    // Not SIGTERM: a process started from a task inherits the blocked signals of the thread it ran on.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      Issue.record("the folder of the TLS server stayed: \(error)")
    }
  }

  private static func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "openssl \(arguments.first ?? "") failed")
  }

  /// The server names its port as `ACCEPT 127.0.0.1:PORT` once it listens.
  private static func port(in output: Pipe) throws -> Int {
    var text = ""
    while true {
      let more = output.fileHandleForReading.availableData
      try #require(!more.isEmpty, "openssl s_server ended before it listened")
      text += String(decoding: more, as: UTF8.self)
      if let line = text.split(separator: "\n").first(where: { $0.hasPrefix("ACCEPT 127.0.0.1:") }),
        text.hasSuffix("\n")
      {
        return try #require(Int(line.dropFirst("ACCEPT 127.0.0.1:".count)))
      }
    }
  }
}
