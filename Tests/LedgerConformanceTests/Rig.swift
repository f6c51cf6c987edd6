import AuditModel
import Crypto
import Foundation
import ServerCore
import ServerStorage
import SyncCore
import SyncProtocol
import Synchronization
import TestSupport
import Testing

/// The implementations every test of this folder runs on.
enum LedgerKind: String, CaseIterable, CustomTestStringConvertible, Sendable {
  case inMemory = "in memory"
  case sqlite = "SQLite"

  var testDescription: String { rawValue }
}

/// A clock that stands still until a test moves it.
final class StandingClock: ServerClock {
  private let time: Mutex<Int64>

  init(_ time: Int64 = 1_790_000_000_000) { self.time = Mutex(time) }

  func now() -> Int64 { time.withLock { $0 } }
  func advance(milliseconds: Int64) { time.withLock { $0 += milliseconds } }
}

/// A folder of its own, gone with the last reference.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      Issue.record("the folder \(path) could not be removed: \(error)")
    }
  }

  var file: String { path + "/tenant.sqlite" }
}

/// A tenant with a server on a fresh ledger, people and devices.
struct House {
  static let tenant = TenantID("cabinet-exemple")

  let folder: TemporaryFolder
  let ledger: any Ledger
  let clock: StandingClock
  let server: ConstatServer

  /// - Parameter seam: what the server gets in the ledger's place.
  init(_ kind: LedgerKind, seed: UInt64 = 1, seam: (any Ledger) -> any Ledger = { $0 }) throws {
    folder = try TemporaryFolder()
    clock = StandingClock()
    let storage: any Ledger
    switch kind {
    case .inMemory: storage = InMemoryLedger()
    case .sqlite: storage = try SQLiteLedger(path: folder.file)
    }
    ledger = seam(storage)
    try ConstatServer.createTenant(
      ledger: ledger, tenant: try #require(Self.tenant), random: SeededGenerator(seed: seed))
    server = try ConstatServer(ledger: ledger, clock: clock, random: SeededGenerator(seed: seed &+ 77))
  }

  /// A person with one joined device.
  func device(_ name: String, _ roles: Set<Role>, seed: UInt64) async throws -> FieldDevice {
    let user = try await server.addUser(name: name, roles: roles)
    return try await device(of: user, seed: seed)
  }

  func device(of user: UserID, seed: UInt64) async throws -> FieldDevice {
    var random = SeededGenerator(seed: seed)
    let key = try Curve25519.Signing.PrivateKey(
      rawRepresentation: (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    let replica = ReplicaID(bits: random.next())
    let code = try await server.invite(user).code
    let body = JoinRequest(code: code, replica: replica, publicKey: Array(key.publicKey.rawRepresentation)).body
    let answer = try #require(JoinAnswer(reading: try await server.join(body).get()))
    let principal = try await server.authenticate(
      authorization: token(TestSignIn(answer, replica: replica, key: key, at: clock.now() / 1_000))
    ).get()
    return FieldDevice(
      server: server, principal: principal, answer: answer, user: user, replica: replica, key: key, random: random)
  }
}

extension House {
  /// A device's way in: the header that shows the token it is given.
  func token(_ signIn: TestSignIn) async throws -> String {
    let answer = try #require(TokenAnswer(reading: try await server.token(signIn.body).get()))
    return "Bearer \(answer.token)"
  }
}

/// The answer of an exchange, read as a client reads it.
struct Answer {
  let bytes: [UInt8]
  let frames: [ExchangeFrame]

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    frames = try bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { try #require(ExchangeFrame(reading: Array($0))) }
  }

  var entries: [LogEntry] { frames.compactMap { if case .entry(let entry) = $0 { entry } else { nil } } }
  var lines: [ChangeLine] {
    entries.compactMap { if case .line(let line) = $0.content { line } else { nil } }
  }
  var receipts: [Int: Receipt] {
    Dictionary(
      uniqueKeysWithValues: frames.compactMap {
        if case .receipt(let seq, let receipt) = $0 { (seq, receipt) } else { nil }
      })
  }
  var enters: [StreamID] { frames.compactMap { if case .enter(let stream, _) = $0 { stream } else { nil } } }
  var leaves: [StreamID] { frames.compactMap { if case .leave(let leave) = $0 { leave.stream } else { nil } } }
  var end: ExchangeEnd? { if case .end(let end) = frames.last { end } else { nil } }
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
