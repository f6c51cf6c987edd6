import AuditModel
import ServerCore
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@Suite struct `a server that came back rewound` {
  /// Two auditors on one dossier, the second on one more, all in step and backed up; then work that the backup lacks.
  private struct World {
    let rewound: RewoundHouse
    let dossier: StreamID
    let other: StreamID
    let first: FieldDevice
    let second: FieldDevice
    /// The frames of the log by name, as the server held them before it was set back.
    let before: [String: [UInt8]]

    init(_ kind: LedgerKind, copyBack: Bool = false) async throws {
      rewound = try RewoundHouse(kind)
      dossier = try #require(Sample.dossier)
      other = try #require(Sample.otherDossier)
      let house = rewound.house
      first = try await house.device("Camille Renaud", [.auditor], seed: 301)
      second = try await house.device("Alex Morel", [.auditor], seed: 302)
      try await house.server.assign(first.user, streams: [dossier])
      try await house.server.assign(second.user, streams: [dossier, other])
      try first.write(dossier, [try Sample.title("avant")])
      for device in [first, second] { try await device.sync() }
      try await rewound.backUp()
      // Beyond the backup: each device holds a part that nobody else does.
      try first.write(dossier, [try Sample.title("un")])
      try await first.sync()
      try await second.sync()
      try second.write(other, [try Sample.title("deux")])
      let audit = try #require(Sample.audit)
      try second.write(dossier, [.request("weather.change", on: audit, seen: SeenVector())])
      try await second.sync()
      try first.write(dossier, [try Sample.title("trois")])
      try await first.sync()
      before = try lines(house.ledger)
      try rewound.goBack(saying: !copyBack)
      for device in [first, second] { device.server = rewound.server }
    }

    func giveBack() async throws {
      for device in [first, second] { try await device.giveBackAll(to: rewound.server) }
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `L1 what was acknowledged after the backup comes back byte for byte from two devices that hold different parts`(
    _ kind: LedgerKind
  ) async throws {
    let world = try await World(kind)
    let server = world.rewound.server
    #expect(try await server.recovery()?.cause == .restored)
    let lost = try lines(world.rewound.house.ledger)
    #expect(world.before.keys.count { lost[$0] == nil } == 5)
    try await world.giveBack()
    let back = try lines(world.rewound.house.ledger)
    for (name, bytes) in world.before { #expect(back[name] == bytes, "\(name)") }
    #expect(await server.verify().faults == [])
    let listed = try await server.recovered()
    #expect(Set(listed.map(\.givenBy)) == [world.first.replica, world.second.replica])
    #expect(Set(listed.map(\.id.description)).isSuperset(of: Set(world.before.keys).subtracting(lost.keys)))
    #expect(try await server.quarantine() == [])
    #expect(try await server.endRecovery() == 0)
    #expect(try await server.recovered() == listed)
    // The device's own push of the same lines gets their receipts (L6).
    for device in [world.first, world.second] {
      device.forget()
      try await device.sync()
      #expect(device.receipts.values.allSatisfy { if case .accepted = $0 { true } else { false } })
      #expect(device.receipts.count == device.nextSeq - 1)
    }
    #expect(try world.first.frontier(of: world.dossier) == world.second.frontier(of: world.dossier))
  }

  @Test(arguments: LedgerKind.allCases)
  func `while it recovers pushes wait, pulls are answered, and nobody is told to leave`(_ kind: LedgerKind) async throws
  {
    let world = try await World(kind)
    let server = world.rewound.server
    try world.first.write(world.dossier, [try Sample.title("nouveau")])
    let push = try world.first.request(from: world.first.nextSeq - 1, count: 1, limit: 10)
    guard case .failure(let problem) = await server.exchange(push.body, as: world.first.principal) else {
      Issue.record("a push was taken while the server recovers")
      return
    }
    #expect(problem.code == .recovering && problem.code.status == 503)
    let pull = try world.first.request(from: world.first.nextSeq, count: 0, limit: 100)
    guard case .failure(let gone) = await server.exchange(pull.body, as: world.first.principal) else {
      Issue.record("a bookmark of what is lost was taken")
      return
    }
    #expect(gone.code == .bookmarkGone && gone.bookmark == "")
    var anew = pull
    anew.header.bookmark = ""
    let answer = try Answer(try await server.exchange(anew.body, as: world.first.principal).get())
    #expect(answer.end?.recovering == true && answer.end?.digests == [:] && answer.leaves.isEmpty)
    #expect(answer.enters.contains(world.dossier))
    #expect(try await server.sweep() == .recovering)
    // Nothing of it was taken, and once it has ended the push is.
    try await world.giveBack()
    _ = try await server.endRecovery()
    world.first.forget()
    try await world.first.sync()
    #expect(world.first.receipts.count == world.first.nextSeq - 1)
  }

  @Test(arguments: LedgerKind.allCases)
  func `forged and unsealed lines go to quarantine, once, and what else was given is taken`(_ kind: LedgerKind)
    async throws
  {
    let world = try await World(kind)
    let server = world.rewound.server
    _ = try await world.first.giveBack(.directory, world.first.holding(.directory), to: server)
    // Without the last seal, a line of the giver's own stands alone.
    let own = try world.first.ownEntries(of: world.dossier)
    // A line under the second device's name, sealed by the first one's key.
    let forged = try ChangeLine(
      printing: world.first.change(
        world.dossier, [try Sample.title("faux")], by: world.second.user, replica: world.second.replica, seq: 9))
    let forgedSeal = try Seal(
      stream: world.dossier, through: forged.id,
      link: Link.origin(tenant: world.first.answer.tenant, stream: world.dossier, replica: world.second.replica)
        .next(seq: 9, line: forged.digest), key: world.first.key)
    let bare =
      own.dropLast() + [
        LogEntry(position: 0, received: 0, content: .line(forged)),
        LogEntry(position: 0, received: 0, content: .seal(forgedSeal)),
      ]
    for _ in 0..<2 {
      let answer = try await world.first.giveBack(world.dossier, Array(bare), to: server)
      #expect(answer.admitted == 0 && answer.quarantined == 3 && answer.known == 1)
    }
    let aside = try await server.quarantine()
    #expect(aside.map(\.code) == [.unsealed, .unsealed, .unsealed])
    #expect(aside.contains { $0.bytes == forged.bytes })
    // Sealed, the same lines are taken.
    let answer = try await world.first.giveBack(world.dossier, own, to: server)
    #expect(answer.admitted == 2 && answer.quarantined == 0)
    #expect(await server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `a device's own seal vouches neither for another author nor for the server's steps`(_ kind: LedgerKind)
    async throws
  {
    let world = try await World(kind)
    let (server, device) = (world.rewound.server, world.first)
    let held = try device.ownEntries(of: world.dossier)
    let audit = try #require(Sample.audit)
    let asked = ChangeID(replica: device.replica, seq: 1)
    let ruling = Ruling(request: asked, verdict: .accepted, rules: [], pack: "0", reasons: .object([]))
    let foreign = try device.write(world.dossier, [try Sample.title("x")], by: world.second.user)
    let forged = try device.write(world.dossier, [.rule(ruling), .freeze(audit, at: SeenVector())])
    device.pretendAnswered([foreign.seq, forged.seq])
    let answer = try await device.giveBack(world.dossier, device.ownEntries(of: world.dossier), to: server)
    #expect(answer.quarantined == 2)
    #expect(try await server.quarantine().map(\.code) == [.wrongAuthor, .serverOnlyStep])
    #expect(held.count == 4)
    #expect(await server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `a device gives itself no right while the server recovers`(_ kind: LedgerKind) async throws {
    let world = try await World(kind)
    let (server, device) = (world.rewound.server, world.first)
    _ = try await device.giveBack(.directory, device.holding(.directory), to: server)
    let person = try #require(EntityID("person/\(device.user)"))
    let forged = try device.write(.directory, [.add("roles", on: person, value: "administrator")])
    let assigned = try device.write(
      .office,
      [
        .add(
          "streams", on: try #require(EntityID("assignment/\(device.user)")),
          value: .string("dossier.qualiopi.900000027"))
      ])
    device.pretendAnswered([forged.seq, assigned.seq])
    #expect(try await device.giveBack(.directory, device.ownEntries(of: .directory), to: server).quarantined == 1)
    #expect(try await device.giveBack(.office, device.ownEntries(of: .office), to: server).quarantined == 1)
    #expect(try await server.quarantine().allSatisfy { $0.code == .notWriter })
    #expect(try await server.endRecovery() != nil)
    let held = try lines(world.rewound.house.ledger)
    #expect(held["\(forged)"] == nil && held["\(assigned)"] == nil)
  }

  @Test(arguments: LedgerKind.allCases)
  func `rulings given back hold, and only requests without one are ruled on at the end`(_ kind: LedgerKind) async throws
  {
    let world = try await World(kind)
    let server = world.rewound.server
    let request = try #require(world.before.keys.first { $0 == "\(world.second.replica):2" })
    // The request comes back first, alone; its ruling with the device that had received it.
    try await world.second.giveBackAll(to: server)
    #expect(try await server.endRecovery() == 0)
    #expect(try lines(world.rewound.house.ledger)[request] == world.before[request])

    let alone = try await World(kind)
    _ = try await alone.second.giveBack(.directory, alone.second.holding(.directory), to: alone.rewound.server)
    _ = try await alone.second.giveBack(
      alone.dossier, alone.second.ownEntries(of: alone.dossier), to: alone.rewound.server)
    #expect(try await alone.rewound.server.endRecovery() == 1)
    #expect(try await alone.rewound.server.endRecovery() == nil)
    #expect(await alone.rewound.server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `a file copied back without restore is noticed by the first bookmark, once`(_ kind: LedgerKind) async throws {
    let world = try await World(kind, copyBack: true)
    let server = world.rewound.server
    #expect(try await server.recovery() == nil)
    // Another device's bookmark, shown by somebody else, sets nothing back.
    let borrowed = ExchangeRequest(
      header: ExchangeRequest.Header(
        replica: world.second.replica, from: 1, last: 0, digest: nil, bookmark: world.first.bookmark, limit: 10),
      items: [], seals: [])
    _ = await server.exchange(borrowed.body, as: world.second.principal)
    #expect(try await server.recovery() == nil)
    for device in [world.first, world.second] {
      let pull = try device.request(from: device.nextSeq, count: 0, limit: 100)
      guard case .failure(let problem) = await server.exchange(pull.body, as: device.principal) else {
        Issue.record("a bookmark from beyond the log was taken")
        return
      }
      #expect(problem.code == .bookmarkGone && problem.bookmark == "")
      #expect(try await server.recovery()?.cause == .noticed)
    }
    let introduced = try lines(world.rewound.house.ledger).count
    try await world.giveBack()
    #expect(try await server.recovered().count == world.before.count - (introduced - 1))
    _ = try await server.endRecovery()
    #expect(await server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `a bookmark from before the backup is recognised and goes on where it stood`(_ kind: LedgerKind) async throws {
    let rewound = try RewoundHouse(kind)
    let dossier = try #require(Sample.dossier)
    let device = try await rewound.house.device("Camille Renaud", [.auditor], seed: 311)
    try await rewound.house.server.assign(device.user, streams: [dossier])
    try await device.sync()
    let bookmark = device.bookmark
    try await rewound.backUp()
    try rewound.goBack()
    let pull = try device.request(from: 1, count: 0, limit: 100)
    guard case .failure(let problem) = await rewound.server.exchange(pull.body, as: device.principal) else {
      Issue.record("a bookmark of another epoch was taken as it is")
      return
    }
    let again = try #require(problem.bookmark)
    #expect(problem.code == .bookmarkGone && !again.isEmpty && again != bookmark)
    device.server = rewound.server
    device.bookmark = again
    let answer = try await device.exchange()
    #expect(answer.enters.isEmpty && answer.entries.allSatisfy { $0.stream == .directory })
    #expect(try await rewound.server.recovery()?.cause == .restored)
  }

  @Test(arguments: LedgerKind.allCases)
  func `L6 any part given back any number of times gives the same sets and receipts`(_ kind: LedgerKind) async throws {
    let world = try await World(kind)
    let server = world.rewound.server
    let held = try world.first.holding(world.dossier)
    for device in [world.first, world.second] {
      _ = try await device.giveBack(.directory, device.holding(.directory), to: server)
    }
    for end in 0...held.count {
      _ = try await world.first.giveBack(world.dossier, Array(held.prefix(end)), to: server)
    }
    try await world.giveBack()
    let (position, digests) = (await server.lastPosition(), await server.setDigests())
    for _ in 0..<2 { try await world.giveBack() }
    #expect(await server.lastPosition() == position)
    #expect(await server.setDigests() == digests)
    let back = try lines(world.rewound.house.ledger)
    for (name, bytes) in world.before { #expect(back[name] == bytes) }
    #expect(await server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `L1 two restores in a row lose nothing that a device holds`(_ kind: LedgerKind) async throws {
    let world = try await World(kind)
    try await world.giveBack()
    _ = try await world.rewound.server.endRecovery()
    for device in [world.first, world.second] {
      device.forget()
      try await device.sync()
    }
    try world.first.write(world.dossier, [try Sample.title("entre deux")])
    try await world.first.sync()
    let before = try lines(world.rewound.house.ledger)
    try world.rewound.goBack()
    for device in [world.first, world.second] { device.server = world.rewound.server }
    try await world.giveBack()
    _ = try await world.rewound.server.endRecovery()
    let back = try lines(world.rewound.house.ledger)
    for (name, bytes) in before { #expect(back[name] == bytes, "\(name)") }
    #expect(await world.rewound.server.verify().faults == [])
    world.first.forget()
    try await world.first.sync()
  }

  @Test(arguments: LedgerKind.allCases)
  func `L1 what only its author holds is asked for after the recovery, with answered lines around it`(
    _ kind: LedgerKind
  ) async throws {
    let world = try await World(kind)
    let server = world.rewound.server
    // The second device's line of the shared dossier comes back; the one before it is with the second alone.
    _ = try await world.first.giveBack(.directory, world.first.holding(.directory), to: server)
    _ = try await world.second.giveBack(
      world.dossier, world.second.ownEntries(of: world.dossier), to: server)
    _ = try await server.endRecovery()
    let pull = try world.second.request(from: world.second.nextSeq, count: 0, limit: 0)
    var anew = pull
    anew.header.bookmark = ""
    let answer = try Answer(try await server.exchange(anew.body, as: world.second.principal).get())
    #expect(answer.frames == [.gap(expected: 1)])
    let push = try world.second.request(from: 1, count: 2, limit: 0, bookmark: "")
    let receipts = try Answer(try await server.exchange(push.body, as: world.second.principal).get()).receipts
    #expect(receipts.count == 2 && receipts.values.allSatisfy { if case .accepted = $0 { true } else { false } })
    #expect(await server.verify().faults == [])
  }
}

/// The lines of a ledger, byte for byte, by their names.
func lines(_ ledger: any Ledger) throws -> [String: [UInt8]] {
  try ledger.read { reading in
    var lines: [String: [UInt8]] = [:]
    try reading.visit(nil, after: 0, through: Int.max) { record in
      if let line = try record.line() { lines[record.id.description] = line.bytes }
      return true
    }
    return lines
  }
}
