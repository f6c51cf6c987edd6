import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import SyncProtocol
import TestSupport
import Testing
import WorkingDays

@Suite struct `the broom` {
  /// A dossier with a minor taken over from 2026-03-25: its six months end on 2026-09-25, DL-QUAL-11.
  private struct Scene {
    let house: House
    let office: FieldDevice
    let minor: EntityID

    init(_ kind: LedgerKind, dossiers: Int = 1) async throws {
      house = try House(kind)
      office = try await house.device("Dominique Faure", [.office], seed: 21)
      minor = try #require(EntityID("nonconformity/N1"))
      let streams = Self.streams(dossiers)
      try await house.server.assign(office.user, streams: Set(streams))
      try await office.sync()
      func set(_ field: FieldName, _ value: JSONValue) -> SyncCore.Operation {
        .set(field, on: minor, to: value, over: [], motive: nil)
      }
      for stream in streams {
        try office.write(stream, [set("indicator", 9), set("grade", "minor"), set("raisedOn", "2026-03-25")])
      }
      try await office.sync()
    }

    static func streams(_ count: Int) -> [StreamID] {
      guard count > 1 else { return [Sample.dossier].compactMap { $0 } }
      return (0..<count).compactMap { StreamID.dossier(scheme: "qualiopi", key: siren(10_000_000 + $0)) }
    }

    /// A fictional SIREN with its check digit.
    private static func siren(_ stem: Int) -> String {
      let sum = String(stem).reversed().enumerated().reduce(0) { sum, digit in
        let value = digit.element.wholeNumberValue ?? 0
        guard digit.offset.isMultiple(of: 2) else { return sum + value }
        return sum + (value > 4 ? value * 2 - 9 : value * 2)
      }
      return "\(stem)\((10 - sum % 10) % 10)"
    }

    func set(_ instant: String) throws {
      let wanted = try #require(Instant(instant)).millisecondsSince1970
      house.clock.advance(milliseconds: wanted - house.clock.now())
    }

    func effects(_ outcome: SweepOutcome) -> Int? {
      if case .done(let tally) = outcome { tally.effects } else { nil }
    }

    func view(_ stream: StreamID? = Sample.dossier) async throws -> EntityView {
      try await office.sync()
      let fold = try office.fold(try #require(stream))
      return try #require(fold.entity(minor, schema: AuditSchema.current))
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `T-QUAL-N05 nothing is written before 00:00 in Paris of the day after, then once however often it passes`(
    _ kind: LedgerKind
  ) async throws {
    let scene = try await Scene(kind)
    try scene.set("2026-09-25T21:59:59Z")
    #expect(scene.effects(try await scene.house.server.sweep()) == 0)
    #expect(try await scene.view().text("stage") == nil)
    try scene.set("2026-09-25T22:00:00Z")
    #expect(scene.effects(try await scene.house.server.sweep()) == 1)
    let position = await scene.house.server.lastPosition()
    #expect(scene.effects(try await scene.house.server.sweep()) == 0)
    #expect(await scene.house.server.lastPosition() == position)
    let stream = try #require(Sample.dossier)
    try scene.office.write(stream, [.request("nonconformity.plan", on: scene.minor, seen: SeenVector())])
    let view = try await scene.view()
    #expect(view.text("stage") == "overdue")
    #expect(view.lapses.map(\.due) == ["2026-09-25"])
    #expect(await scene.house.server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `T-QUAL-N05 what is over by date is written before the ruling that reads it`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    let stream = try #require(Sample.dossier)
    try scene.set("2026-09-26T07:00:00Z")
    let asked = try scene.office.write(
      stream, [.request("nonconformity.plan", on: scene.minor, seen: SeenVector())])
    let view = try await scene.view()
    #expect(view.text("stage") == "overdue")
    let rulings = try scene.office.fold(stream).rulings
    let ruling = try #require(rulings[asked]?.ruling)
    #expect(ruling.verdict == .refused)
    #expect(ruling.rules.contains("T-QUAL-N02"))
    #expect(scene.effects(try await scene.house.server.sweep()) == 0)
  }

  @Test(arguments: LedgerKind.allCases)
  func `a clock that jumped by eight days waits for a person, by seven it does not`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind)
    let server = scene.house.server
    try scene.set("2026-09-18T07:00:00Z")
    #expect(scene.effects(try await server.sweep()) == 0)
    try scene.set("2026-09-26T07:00:00Z")
    let last = try #require(CivilDate("2026-09-18"))
    let today = try #require(CivilDate("2026-09-26"))
    // The day is in the ledger: another process waits as well.
    let other = try ConstatServer(
      ledger: scene.house.ledger, clock: scene.house.clock, random: SeededGenerator(seed: 5))
    for process in [server, other] {
      #expect(try await process.sweep() == .waits(lastSweep: last, today: today))
    }
    #expect(try await scene.view().text("stage") == nil)
    #expect(scene.effects(try await other.sweep(confirmed: true)) == 1)
    #expect(try await scene.view().text("stage") == "overdue")
    try scene.set("2026-10-03T07:00:00Z")
    #expect(scene.effects(try await server.sweep()) == 0)
    try scene.set("2026-09-25T07:00:00Z")
    let ahead = try #require(CivilDate("2026-10-03"))
    let back = try #require(CivilDate("2026-09-25"))
    #expect(try await server.sweep() == .waits(lastSweep: ahead, today: back))
  }

  @Test(arguments: LedgerKind.allCases)
  func `L12 a sweep goes in slices, and one cut short loses nothing`(_ kind: LedgerKind) async throws {
    let count = ServerLimits.sweepSliceDossiersMax * 2 + 3
    let scene = try await Scene(kind, dossiers: count)
    try scene.set("2026-09-26T07:00:00Z")
    let server = scene.house.server
    let before = await server.lastPosition()
    let cut = Task { try await server.sweep() }
    cut.cancel()
    await #expect(throws: CancellationError.self) { try await cut.value }
    // A line and its seal for each dossier of the one slice.
    #expect(await server.lastPosition() - before == ServerLimits.sweepSliceDossiersMax * 2)
    let outcome = try await server.sweep()
    guard case .done(let tally) = outcome else {
      Issue.record("the sweep waits")
      return
    }
    #expect(tally.dossiers == count)
    #expect(tally.effects == count - ServerLimits.sweepSliceDossiersMax)
    for stream in Scene.streams(count) { #expect(try await scene.view(stream).lapses.count == 1) }
  }

  @Test(arguments: LedgerKind.allCases)
  func `L7 a dossier that cannot be read is named, and holds up no other`(_ kind: LedgerKind) async throws {
    let scene = try await Scene(kind, dossiers: 3)
    let damaged = Scene.streams(3)[0]
    try scene.house.ledger.write { transaction in
      let tip = try transaction.tip()
      let record = LogRecord(
        position: tip.position + 1, stream: damaged, kind: .line, id: ChangeID(replica: ReplicaID(bits: 99), seq: 1),
        frame: Array("no line\n".utf8))
      try transaction.insert(record, hash: tip.hash)
    }
    try scene.set("2026-09-26T07:00:00Z")
    let outcome = try await scene.house.server.sweep()
    guard case .done(let tally) = outcome else {
      Issue.record("the sweep waits")
      return
    }
    #expect(tally.dossiers == 3)
    #expect(tally.effects == 2)
    #expect(tally.failed.map(\.stream) == [damaged])
    #expect(tally.failed.allSatisfy { $0.reason.contains("log position") })
    // The day is dealt with: nothing starts over for the sake of one dossier.
    #expect(try scene.house.ledger.read { try $0.settings()?.sweptOn } == CivilDate("2026-09-26"))
    #expect(scene.effects(try await scene.house.server.sweep()) == 0)
  }
}
