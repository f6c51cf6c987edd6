import AuditModel
import Foundation
import Glibc
import HTTPTransport
import ServerCore
import ServerStorage
import SyncCore
import SyncProtocol

/// A tenant with a real server process in front of it, on a folder of its own.
final class BenchServer {
  /// Wall clock and chance of the bench.
  struct Clock: ServerClock {
    func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1_000) }
  }

  let folder: String
  /// The office's way in beside the running server, as the administration commands have it.
  let office: ConstatServer
  private let tenant = "banc"
  private(set) var process: pid_t = 0
  private(set) var url = ""

  /// Creates the tenant; no process is started yet.
  /// - Parameter part: `.serving` where no process will be.
  init(folder: String, part: SQLiteLedger.Part = .command) throws {
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let ledger = try SQLiteLedger(path: folder + "/\(tenant).sqlite", part: part)
    guard let name = TenantID(tenant) else { throw BenchFault.answer("tenant") }
    try ConstatServer.createTenant(ledger: ledger, tenant: name, random: SystemRandomNumberGenerator())
    office = try ConstatServer(ledger: ledger, clock: Clock(), random: SystemRandomNumberGenerator())
  }

  /// Starts the server process and waits until it listens.
  func start() throws {
    let output = folder + "/serve.out"
    process = try ProgramRun.spawn(
      "constat-server", ["serve", "--data", folder, "--listen", "127.0.0.1:0"], environment: ["PATH": "/usr/bin"],
      output: output)
    for _ in 0..<1_000 {
      let line = try String(contentsOfFile: output, encoding: .utf8)
      if line.hasSuffix("\n"), let address = WireJSON.value(Array(line.utf8.dropLast()))?["listening"]?.text {
        url = address
        return
      }
      usleep(10_000)
    }
    throw BenchFault.program("constat-server", reason: "it did not listen within 10 s")
  }

  /// Stops the process and waits for its end.
  func stop() {
    guard process > 0 else { return }
    kill(process, SIGTERM)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    process = 0
  }

  /// The most memory the server process has held, megabytes.
  /// - Throws: `BenchFault` when it has ended.
  func residentMax() throws -> Double {
    guard let megabytes = ProgramRun.residentMax(of: process) else {
      throw BenchFault.program("constat-server", reason: "it has ended")
    }
    return megabytes
  }

  /// Makes a person an auditor of some streams.
  func auditor(_ name: String, of streams: Set<StreamID>) async throws -> UserID {
    let user = try await office.addUser(name: name, roles: [.auditor])
    try await office.assign(user, streams: streams)
    return user
  }
}
