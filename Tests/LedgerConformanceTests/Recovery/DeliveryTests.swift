import AuditModel
import ServerCore
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@Suite struct `the hand-over of a lost device, delivered by another` {
  private struct World {
    let house: House
    let dossier: StreamID
    let author: FieldDevice
    let colleague: FieldDevice

    /// An author who has synced once, and then worked without a network.
    init(_ kind: LedgerKind) async throws {
      house = try House(kind)
      dossier = try #require(Sample.dossier)
      author = try await house.device("Camille Renaud", [.auditor], seed: 401)
      colleague = try await house.device("Alex Morel", [.auditor], seed: 402)
      for device in [author, colleague] { try await house.server.assign(device.user, streams: [dossier]) }
      try author.write(dossier, [try Sample.title("avant")])
      for device in [author, colleague] { try await device.sync() }
      try author.write(dossier, [try Sample.title("hors réseau")])
      try author.write(
        try #require(Sample.organisation),
        [.set("phone", on: try #require(EntityID("body/900000019")), to: "01", over: [], motive: nil)])
      try author.write(dossier, [try Sample.title("", over: [ChangeID(replica: ReplicaID(bits: 1), seq: 1)])])
    }

    /// The author's chain in the dossier as a hand-over file has it.
    func file() throws -> [LogEntry] {
      let answered = author.receipts
      author.pretendAnswered([2, 4])
      defer { author.receive(answered) }
      return try author.ownEntries(of: dossier)
    }
  }

  @Test(arguments: LedgerKind.allCases)
  func `it is judged as its author's push, and the author's own device gets the same receipts later (L6)`(
    _ kind: LedgerKind
  ) async throws {
    let world = try await World(kind)
    let server = world.house.server
    let file = try world.file()
    let asked = try await world.colleague.giveBack(world.dossier, [], to: server)
    #expect(asked.frontier == [world.author.replica: 1])
    let answer = try await world.colleague.giveBack(world.dossier, file, to: server)
    #expect((answer.admitted, answer.known, answer.quarantined) == (1, 1, 1))
    #expect(try await server.quarantine().map(\.code) == [.unknownOver])
    #expect(try await server.quarantine().map(\.user) == [world.author.user])
    let position = await server.lastPosition()
    let again = try await world.colleague.giveBack(world.dossier, file, to: server)
    #expect(again.known == 3 && again.admitted == 0)
    #expect(await server.lastPosition() == position)
    try await world.colleague.sync()
    #expect(try world.colleague.fold(world.dossier).held.count == 2)
    // The author's laptop is found: the line between, which the file did not hold, is new.
    try await world.author.sync()
    #expect(world.author.receipts[4] == .refused(.unknownOver, detail: "ops[0].over"))
    guard case .accepted(let delivered) = world.author.receipts[2], case .accepted(let own) = world.author.receipts[3]
    else {
      Issue.record("an accepted line was refused")
      return
    }
    #expect(delivered <= position && own > position)
    #expect(await server.verify().faults == [])
    #expect(try await server.recovered() == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `nothing unsealed is taken, nobody voids another's line, and out of scope nothing is said (L4)`(
    _ kind: LedgerKind
  ) async throws {
    let world = try await World(kind)
    let server = world.house.server
    let file = try world.file()
    let bare = try await world.colleague.giveBack(world.dossier, Array(file.dropLast()), to: server)
    #expect((bare.admitted, bare.quarantined) == (0, 2))
    guard case .line(let line) = file[1].content else {
      Issue.record("the file is another")
      return
    }
    var digests = file
    digests[1] = LogEntry(
      position: 0, received: 0, content: .skip(stream: world.dossier, id: line.id, digest: line.digest))
    let voided = try await world.colleague.giveBack(world.dossier, digests, to: server)
    #expect(voided.admitted == 0)
    let stranger = try await world.house.device("Inès Faure", [.auditor], seed: 403)
    #expect(try await stranger.giveBack(world.dossier, [], to: server).frontier == [:])
    let outside = try await stranger.giveBack(world.dossier, file, to: server)
    #expect((outside.admitted, outside.known, outside.quarantined, outside.frontier) == (0, 0, 3, [:]))
    let taken = try await world.colleague.giveBack(world.dossier, file, to: server)
    #expect(taken.admitted == 1)
    #expect(await server.verify().faults == [])
  }
}
