import Crypto
import AuditDesk
import FieldClient
import ReplicaStore
import StoreTestSupport
import SyncCore
import SyncProtocol
import Testing

struct HandoverTests {
  /// Anne has an unsent grade; Bruno has what the server knows.
  private func handedOver() async throws -> (Team, ChangeLine, [UInt8]) {
    let team = try await Team.started()
    try team.anne.look()
    let line = try team.anne.grade("major")
    return (team, line, try Handover.write([Bench.dossier], of: team.anne.store, written: 9))
  }

  private func expectRefused(
    _ bytes: [UInt8], by device: Device, keys: [ReplicaID: [UInt8]]? = nil, code: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try device.store.streams().map { try device.store.evidence(of: $0) }
    #expect(sourceLocation: sourceLocation) {
      try Handover.read(bytes, into: device.store, deviceKeys: keys ?? device.keys)
    } throws: { ($0 as? HandoverRefusal)?.code == code }
    #expect(
      try device.store.streams().map { try device.store.evidence(of: $0) } == before, sourceLocation: sourceLocation)
  }

  @Test func `a file brings a colleague's unsent lines, and reading it again changes nothing`() async throws {
    let (team, line, bytes) = try await handedOver()
    let report = try Handover.read(bytes, into: team.bruno.store, deviceKeys: team.bruno.keys)
    #expect(report.taken == 1 && report.known == 1 && report.from == line.id.replica)
    #expect(try team.bruno.shown() == "major")
    #expect(try team.bruno.store.line(line.id)?.standing == .pending)
    #expect(try team.bruno.store.outbox().isEmpty)
    let evidence = try team.bruno.store.evidence(of: Bench.dossier)
    let again = try Handover.read(bytes, into: team.bruno.store, deviceKeys: team.bruno.keys)
    #expect(again.taken == 0 && again.known == 2)
    #expect(try team.bruno.store.evidence(of: Bench.dossier) == evidence)
  }

  @Test func `a handed over line that later comes with a position is the same line`() async throws {
    let (team, line, bytes) = try await handedOver()
    _ = try Handover.read(bytes, into: team.bruno.store, deviceKeys: team.bruno.keys)
    try await team.anne.sync()
    let report = try await team.bruno.sync()
    #expect(report.isComplete && report.faults.isEmpty && report.received == 0)
    guard case .accepted = try team.bruno.store.line(line.id)?.standing else {
      Issue.record("no position")
      return
    }
    #expect(try team.anne.store.fold(Bench.dossier) == team.bruno.store.fold(Bench.dossier))
  }

  @Test func `work resting on a handed over line waits for its sender's sync, then goes, with nothing refused`()
    async throws
  {
    let (team, line, bytes) = try await handedOver()
    _ = try Handover.read(bytes, into: team.bruno.store, deviceKeys: team.bruno.keys)
    try team.bruno.look()
    try team.bruno.grade("conform")
    let waiting = try await team.bruno.sync()
    #expect(waiting.end == .complete && waiting.heldBack == 1 && waiting.waitingFor == [line.id.replica])
    try await team.anne.sync()
    try await team.bruno.sync()
    let after = try await team.bruno.sync()
    #expect(after.outbox == 0 && after.heldBack == 0)
    try await team.anne.sync()
    #expect(try team.anne.shown() == "conform" && team.anne.values() == 1)
  }

  @Test func `a file cut anywhere is refused whole`() async throws {
    let (team, _, bytes) = try await handedOver()
    for length in stride(from: 0, to: bytes.count, by: 97) {
      let before = try team.bruno.store.evidence(of: Bench.dossier)
      #expect(throws: HandoverRefusal.self) {
        try Handover.read(Array(bytes[..<length]), into: team.bruno.store, deviceKeys: team.bruno.keys)
      }
      #expect(try team.bruno.store.evidence(of: Bench.dossier) == before)
    }
  }

  @Test func `a file with one altered bit is refused whole`() async throws {
    let (team, _, bytes) = try await handedOver()
    for place in stride(from: 0, to: bytes.count, by: 61) {
      var altered = bytes
      altered[place] ^= 1
      #expect(throws: HandoverRefusal.self, "byte \(place)") {
        try Handover.read(altered, into: team.bruno.store, deviceKeys: team.bruno.keys)
      }
    }
    #expect(try team.bruno.shown() == "minor")
  }

  @Test func `a forged line under a recomputed file digest is refused by its seal`() async throws {
    let (team, line, bytes) = try await handedOver()
    var file = try HandoverFile(reading: bytes)
    let forged = try ChangeLine(
      printing: Change(
        id: line.id, salt: line.change.salt, time: line.change.time, by: line.change.by, stream: Bench.dossier,
        operations: [.set(Bench.grade, on: Bench.audit, to: "conform", over: [], motive: nil)]))
    file.entries = file.entries.map { entry in
      if case .line(let held) = entry.content, held.id == line.id {
        LogEntry(position: 0, received: 0, content: .line(forged))
      } else {
        entry
      }
    }
    try expectRefused(file.bytes, by: team.bruno, code: "handover-wrong-seal")
    file.entries.removeAll { if case .seal = $0.content { true } else { false } }
    try expectRefused(file.bytes, by: team.bruno, code: "handover-unsealed")
  }

  @Test func `a line that differs from the one held under its name is refused`() async throws {
    let (team, _, bytes) = try await handedOver()
    var file = try HandoverFile(reading: bytes)
    let first = ChangeID(replica: ReplicaID(bits: 0xA), seq: 1)
    let other = try ChangeLine(
      printing: Change(
        id: first, salt: Crockford32.encode(high: 1, low: 1), time: 1, by: UserID("u-A")!, stream: Bench.dossier,
        operations: [.set(Bench.grade, on: Bench.audit, to: "conform", over: [], motive: nil)]))
    file.entries = file.entries.map { entry in
      if case .line(let held) = entry.content, held.id == first {
        LogEntry(position: 0, received: 0, content: .line(other))
      } else {
        entry
      }
    }
    try expectRefused(file.bytes, by: team.bruno, code: "handover-differs")
  }

  @Test func `another certifier's file, an unknown device's and a dossier not held are refused`() async throws {
    let (team, _, bytes) = try await handedOver()
    var file = try HandoverFile(reading: bytes)
    file.tenant = TenantID("another")!
    try expectRefused(file.bytes, by: team.bruno, code: "handover-foreign-tenant")
    try expectRefused(bytes, by: team.bruno, keys: [:], code: "handover-unknown-device")
    try team.anne.grade("minor", stream: Bench.other)
    let two = try Handover.write([Bench.dossier, Bench.other], of: team.anne.store, written: 9)
    try expectRefused(two, by: team.bruno, code: "not-your-dossier")
    file = try HandoverFile(reading: two)
    file.streams = [Bench.dossier]
    try expectRefused(file.bytes, by: team.bruno, code: "handover-undeclared-stream")
    #expect(throws: HandoverRefusal.notYourDossier(Bench.other)) {
      try Handover.write([Bench.other], of: team.bruno.store, written: 9)
    }
  }

  @Test func `a refused line is handed over by its digest alone, and the chain still verifies`() async throws {
    let team = try await Team.started()
    let refused = try team.anne.grade("major")
    team.server.edit { $0.refusing = [refused.id] }
    try await team.anne.sync()
    try team.anne.grade("conform")
    let bytes = try Handover.write([Bench.dossier], of: team.anne.store, written: 9)
    let report = try Handover.read(bytes, into: team.bruno.store, deviceKeys: team.bruno.keys)
    #expect(report.taken == 1)
    #expect(try team.bruno.store.line(refused.id) == nil)
    #expect(try Verification.verify(team.bruno.store, deviceKeys: team.bruno.keys).isSound)
  }
}
