import Foundation
import HTTPTransport
import Simulation
import SyncCore
import SyncProtocol
import Terminal

/// A real server on this machine, on trial: reached over HTTP, administered by its own commands.
struct TrialServer: Sendable {
  let url: String
  /// The server's clock when it was met, milliseconds since 1970 UTC.
  let time: Int64
  private let program: URL
  private let data: String
  private let hasTestClock: Bool

  /// Bytes of an answer of the server's commands.
  private static let answerBytesMax = 65_536

  /// Meets a server.
  /// - Throws: `CommandFailure` beyond loopback, when nobody answers, or when it is no Constat server.
  init(url: String, program: String, data: String) async throws {
    guard Self.isLocal(url) else {
      throw CommandFailure(
        "not-local", .usage,
        fr:
          "--against ne joue que sur cette machine (127.0.0.1, localhost, [::1]) : un scénario écrit dans le serveur.",
        en: "--against plays on this machine only (127.0.0.1, localhost, [::1]): a scenario writes to the server.")
    }
    self.url = url
    self.program = URL(fileURLWithPath: program)
    self.data = data
    let response: TransportResponse
    do {
      response = try await CurlTransport(base: url).send(
        TransportRequest(
          method: "GET", target: "/healthz", answerBytesMax: Self.answerBytesMax, timeLimit: .seconds(10)))
    } catch {
      throw CommandFailure(
        "no-server", fr: "Aucun serveur ne répond à \(url) (\(error)). Lancez « constat-server serve ».",
        en: "No server answers at \(url) (\(error)). Start “constat-server serve”.")
    }
    guard response.status == 200, let health = Self.json(response.body), let time = health["serverTime"]?.number else {
      throw CommandFailure(
        "not-our-server", fr: "Ce qui répond à \(url) n'est pas un serveur Constat.",
        en: "What answers at \(url) is no Constat server.")
    }
    self.time = time
    hasTestClock = health["testClock"]?.truth ?? false
  }

  /// A way to it.
  func transport() throws -> CurlTransport { try CurlTransport(base: url) }

  /// The answer of one of the server's commands, as its `--json` gives it.
  func administer(_ arguments: [String], onData: Bool = true) throws -> JSONValue {
    let process = Process()
    process.executableURL = program
    let clock = hasTestClock ? ["--test-clock", Self.instant(time)] : []
    process.arguments = arguments + ["--json"] + (onData ? ["--data", data] + clock : [])
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    do {
      try process.run()
    } catch {
      throw CommandFailure(
        "no-program", .usage, fr: "« \(program.path) » ne se lance pas (\(error.localizedDescription)).",
        en: "“\(program.path)” does not start (\(error.localizedDescription)).")
    }
    // Both answers are one line: neither pipe fills while the other is read.
    let answer = out.fileHandleForReading.readDataToEndOfFile()
    let words = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0, let value = Self.json(Array(answer)) else {
      throw CommandFailure(
        "administration-failed", fr: "« \(arguments.joined(separator: " ")) » a échoué : \(words)",
        en: "“\(arguments.joined(separator: " "))” failed: \(words)")
    }
    return value
  }

  /// Moves the server's clock, and waits until it shows the time.
  /// - Throws: `StageFault` for a server on the machine's clock, or one that does not move.
  func move(to milliseconds: Int64) async throws {
    guard hasTestClock else { throw StageFault("the server at \(url) runs on the machine's clock") }
    _ = try administer(["test-clock", Self.instant(milliseconds), "--data", data], onData: false)
    for _ in 0..<100 {
      let response = try await CurlTransport(base: url).send(
        TransportRequest(
          method: "GET", target: "/healthz", answerBytesMax: Self.answerBytesMax, timeLimit: .seconds(10)))
      // Whole seconds travel.
      if let time = Self.json(response.body)?["serverTime"]?.number, abs(time - milliseconds) < 60_000 { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw StageFault("the clock of the server at \(url) did not move")
  }

  private static func json(_ bytes: [UInt8]) -> JSONValue? {
    var bytes = bytes
    while bytes.last == 0x0A { bytes.removeLast() }
    do { return try JSONScanner.value(of: bytes) } catch { return nil }
  }

  private static func isLocal(_ url: String) -> Bool {
    ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"].contains { url.hasPrefix($0) }
  }

  private static func instant(_ milliseconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(milliseconds / 1_000)).ISO8601Format()
  }
}
