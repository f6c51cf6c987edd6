import AuditModel
import AuditDesk
import FieldClient
import Foundation
import ServerCore
import Simulation
import SyncCore
import SyncProtocol
import Synchronization

/// An auditor at work and a colleague who follows, with an ear on the wire between them and the server.
struct WireField {
  private let server: SimulatedServer
  private let writer: SimulatedDevice
  private let reader: SimulatedDevice
  private let audits: [(stream: StreamID, audit: EntityID)]
  private let folder: URL
  private let wire = WireEar()
  private var random: SeededGenerator
  /// Changes captured so far.
  private(set) var written = 0

  /// Sets up a tenant, two auditors and their dossiers.
  init(seed: UInt64, dossiers: Int) async throws {
    var random = SeededGenerator(seed: seed)
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("constat-wire-\(UUID().uuidString)")
    let clock = VirtualClock(milliseconds: 1_790_000_000_123)
    guard let tenant = TenantID("certificateur-fictif") else { preconditionFailure("a valid name") }
    server = try SimulatedServer(tenant: tenant, clock: clock, seed: random.next())
    audits = (0..<dossiers).map { number in
      let replica = ReplicaID(bits: random.next())
      guard let stream = StreamID.dossier(scheme: "qualiopi", key: "\(130_002_850 + 17 * number)"),
        let audit = EntityID("audit/\(replica)-\(40 + number)-1-\(Crockford32.encode(random.next() >> 24, digits: 8))")
      else { preconditionFailure("valid names") }
      return (stream, audit)
    }
    let office = try await Self.device("office", .office, [], server, folder, seed: random.next())
    // A body is known and its audit planned before it has its auditors.
    for (stream, audit) in audits {
      guard case .dossier(_, let key) = stream.family, let organisation = StreamID.organisation(key),
        let body = AuditNames.body(key)
      else { preconditionFailure("valid names") }
      try office.capture(organisation) { [$0.write("legalName", on: body, "Organisme fictif")] }
      try office.capture(stream) { [$0.write("kind", on: audit, "surveillance")] }
    }
    let planned = try await office.sync()
    precondition(planned.accepted == 2 * dossiers, "the office may write of every body")
    try office.close()
    let streams = Set(audits.map(\.stream))
    writer = try await Self.device("writer", .auditor, streams, server, folder, seed: random.next())
    reader = try await Self.device("reader", .auditor, streams, server, folder, seed: random.next())
    self.random = random
    _ = try await writer.sync()
  }

  private static func device(
    _ name: String, _ role: Role, _ streams: Set<StreamID>, _ server: SimulatedServer, _ folder: URL, seed: UInt64
  ) async throws -> SimulatedDevice {
    let user = try await server.core.addUser(name: name, roles: [role])
    if !streams.isEmpty { try await server.core.assign(user, streams: streams) }
    let own = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    let code = try await server.core.invite(user).code
    return try await SimulatedDevice.join(name: name, code: code, server: server, folder: own.path, seed: seed)
  }

  /// Closes and removes the stores.
  func clean() {
    for device in [writer, reader] { do { try device.close() } catch { assertionFailure("\(error)") } }
    do { try FileManager.default.removeItem(at: folder) } catch { assertionFailure("\(error)") }
  }

  /// Captures so many changes, sends them in one push, and gives the push's body.
  ///
  /// An auditor stays with one dossier for about fifty changes.
  mutating func push(_ changes: Int) async throws -> [UInt8] {
    for _ in 0..<changes { try capture(in: audits[written / 50 % audits.count]) }
    wire.clear()
    _ = try await sync(writer)
    guard let body = wire.heard.first?.up else { preconditionFailure("a sync sends something") }
    return body
  }

  /// The colleague's first full page: its body, and the changes in it.
  func firstFullPage() async throws -> (body: [UInt8], changes: Int) {
    wire.clear()
    _ = try await sync(reader)
    let pages = wire.heard.map { (body: $0.down, changes: Self.lines(in: $0.down)) }
    guard let page = pages.max(by: { $0.changes < $1.changes }), page.changes > 0 else {
      preconditionFailure("a first sync brings changes")
    }
    return page
  }

  /// A grade or a short comment on some item, seconds after the one before.
  private mutating func capture(in place: (stream: StreamID, audit: EntityID)) throws {
    written += 1
    server.clock.advance(milliseconds: Int64(3_000 + random.below(60_000)))
    guard let item = AuditNames.item(place.audit, indicator: 1 + random.below(32)) else {
      preconditionFailure("a valid indicator")
    }
    let isGrade = random.chance(50)
    let value =
      isGrade
      ? random.pick(["conform", "conform", "conform", "minor", "minor", "major", "not-applicable"])
      : FrenchLetters.text(&random, count: 60)
    try writer.capture(place.stream) { desk in [desk.write(isGrade ? "grade" : "comment", on: item, .string(value))] }
  }

  private func sync(_ device: SimulatedDevice) async throws -> SyncReport {
    try await device.sync(by: WireTap(link: device.link, ear: wire))
  }

  private static func lines(in body: [UInt8]) -> Int {
    body.split(separator: 0x0A).count { line in
      guard case .entry(let entry) = ExchangeFrame(reading: Array(line)), case .line = entry.content else {
        return false
      }
      return true
    }
  }
}

/// What was said on a wire, request and answer by turns.
final class WireEar: Sendable {
  private let state = Mutex<[(up: [UInt8], down: [UInt8])]>([])
  var heard: [(up: [UInt8], down: [UInt8])] { state.withLock { $0 } }
  func clear() { state.withLock { $0 = [] } }
  func hear(_ up: [UInt8], _ down: [UInt8]) { state.withLock { $0.append((up, down)) } }
}

/// A way to the server that is listened to.
private struct WireTap: Transport {
  let link: SimulatedLink
  let ear: WireEar

  func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
    let response = try await link.send(request)
    ear.hear(request.body, response.body)
    return response
  }
}

/// Letters drawn one by one as often as French has them: harder to compress than French itself, whose words repeat.
private enum FrenchLetters {
  /// Per thousand, about: space first.
  private static let frequencies: [(letter: Character, weight: Int)] = [
    (" ", 160), ("e", 121), ("s", 66), ("a", 64), ("i", 62), ("t", 60), ("n", 60), ("r", 55), ("u", 52), ("l", 46),
    ("o", 45), ("d", 31), ("c", 27), ("m", 25), ("p", 25), ("é", 16), ("v", 14), ("q", 11), ("f", 9), ("b", 8),
    ("g", 8), ("h", 6), ("'", 6), ("x", 4), ("à", 4), ("è", 3), ("y", 3), ("j", 3), ("z", 1),
  ]
  private static let letters = frequencies.flatMap { Array(repeating: $0.letter, count: $0.weight) }

  static func text(_ random: inout SeededGenerator, count: Int) -> String {
    String((0..<count).map { _ in random.pick(letters) })
  }
}
