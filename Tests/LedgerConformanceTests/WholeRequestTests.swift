import AuditModel
import Crypto
import ServerCore
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@Suite struct `requests refused as a whole` {
  private func problem(_ house: House, _ device: FieldDevice, _ body: [UInt8]) async -> ProblemCode? {
    if case .failure(let problem) = await house.server.exchange(body, as: device.principal) {
      problem.code
    } else {
      nil
    }
  }

  private func scene(_ kind: LedgerKind) async throws -> (House, FieldDevice, StreamID) {
    let house = try House(kind)
    let device = try await house.device("Camille Renaud", [.auditor], seed: 21)
    let dossier = try #require(Sample.dossier)
    try await house.server.assign(device.user, streams: [dossier])
    try await device.sync()
    return (house, device, dossier)
  }

  @Test(arguments: LedgerKind.allCases)
  func `a body that was cut or is no exchange never happened`(_ kind: LedgerKind) async throws {
    let (house, device, dossier) = try await scene(kind)
    try device.write(dossier, [try Sample.title("a")])
    let body = try device.request(from: 1, count: 1, limit: 10).body
    let before = await house.server.lastPosition()
    #expect(await problem(house, device, Array(body.dropLast())) == .cutBody)
    #expect(await problem(house, device, []) == .badExchangeHeader)
    #expect(await problem(house, device, Array("{}\n".utf8)) == .badExchangeHeader)
    #expect(await problem(house, device, body + Array("{\"seal\":1}\n".utf8)) == .badExchangeLine)
    #expect(await problem(house, device, [UInt8](repeating: 0x0A, count: 1_048_577)) == .pushTooLarge)
    var beyond = try device.request(from: 1, count: 1, limit: 10)
    beyond.header.last = 0
    #expect(await problem(house, device, beyond.body) == .badExchangeHeader)
    #expect(await house.server.lastPosition() == before)
    #expect(try await house.server.quarantine().isEmpty)
    try await device.sync()
    #expect(device.receipts.count == 1)
  }

  @Test(arguments: LedgerKind.allCases)
  func `five hundred lines are taken and one more is not`(_ kind: LedgerKind) async throws {
    let (house, device, dossier) = try await scene(kind)
    for number in 1...501 { try device.write(dossier, [try Sample.title("n \(number)")]) }
    let tooMany = try device.request(from: 1, count: 501, limit: 0)
    #expect(await problem(house, device, tooMany.body) == .pushTooLarge)
    let most = try device.request(from: 1, count: 500, limit: 0)
    let answer = try Answer(try await house.server.exchange(most.body, as: device.principal).get())
    #expect(answer.receipts.count == 500)
  }

  @Test(arguments: LedgerKind.allCases)
  func `a push whose seals do not hold is refused whole`(_ kind: LedgerKind) async throws {
    let (house, device, dossier) = try await scene(kind)
    let organisation = try #require(Sample.organisation)
    try device.write(dossier, [try Sample.title("a")])
    try device.write(dossier, [try Sample.title("b")])
    try device.write(
      organisation, [.set("phone", on: try #require(EntityID("body/900000019")), to: "01", over: [], motive: nil)])
    let good = try device.request(from: 1, count: 3, limit: 0)
    let before = await house.server.lastPosition()
    var cases: [ExchangeRequest] = []
    for edit: (inout ExchangeRequest) -> Void in [
      { $0.seals.removeAll() }, { $0.seals.removeFirst() }, { $0.seals.append($0.seals[0]) },
      { $0.seals[0].signature[5] ^= 1 }, { $0.seals[0].seq = 1 }, { $0.seals[0].seq = 3 }, { $0.seals[0].seq = 40 },
      { $0.items.swapAt(0, 1) },
    ] {
      var bad = good
      edit(&bad)
      cases.append(bad)
    }
    var stolen = good
    stolen.seals = try stolen.seals.map { seal in
      var seal = seal
      let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 3, count: 32))
      seal.signature = Array(try key.signature(for: Array("constat.seal".utf8)))
      return seal
    }
    cases.append(stolen)
    for bad in cases { #expect(await problem(house, device, bad.body) == .badSeal) }
    #expect(await house.server.lastPosition() == before)
    try await device.sync()
    #expect(device.receipts.count == 3)
  }

  @Test(arguments: LedgerKind.allCases)
  func `a push that leaves out a line is told where to begin`(_ kind: LedgerKind) async throws {
    let (house, device, dossier) = try await scene(kind)
    for text in ["a", "b", "c"] { try device.write(dossier, [try Sample.title(text)]) }
    let late = try device.request(from: 2, count: 2, limit: 10)
    let answer = try Answer(try await house.server.exchange(late.body, as: device.principal).get())
    #expect(answer.frames == [.gap(expected: 1)])
    try await device.sync()
    #expect(device.receipts.count == 3)
  }

  @Test(arguments: LedgerKind.allCases)
  func `an old copy of a store is told how far it was`(_ kind: LedgerKind) async throws {
    let (house, device, dossier) = try await scene(kind)
    for text in ["a", "b", "c"] { try device.write(dossier, [try Sample.title(text)]) }
    try await device.sync()
    var old = try device.request(from: 1, count: 2, limit: 10)
    old.header.last = 2
    let answer = try Answer(try await house.server.exchange(old.body, as: device.principal).get())
    #expect(answer.frames.last == .regressed(seq: 3))
    #expect(answer.receipts.keys.sorted() == [1, 2])
    var silent = try device.request(from: 3, count: 0, limit: 10)
    silent.header.last = 2
    #expect(
      try Answer(try await house.server.exchange(silent.body, as: device.principal).get()).frames == [
        .regressed(seq: 3)
      ])
  }

  @Test(arguments: LedgerKind.allCases)
  func `two copies of a store are told apart at the first line that differs`(_ kind: LedgerKind) async throws {
    let (house, device, dossier) = try await scene(kind)
    let copy = FieldDevice(
      server: device.server, principal: device.principal, answer: device.answer, user: device.user,
      replica: device.replica, key: device.key, random: SeededGenerator(seed: 999))
    try device.write(dossier, [try Sample.title("a")])
    try device.write(dossier, [try Sample.title("b")])
    try await device.sync()
    if case .line(let bytes) = device.items[0] { copy.add(bytes, chain: dossier) }
    try copy.write(dossier, [try Sample.title("other")])
    try copy.write(dossier, [try Sample.title("more")])
    let before = await house.server.lastPosition()
    let answer = try Answer(
      try await house.server.exchange(try copy.request(from: 1, count: 3, limit: 9).body, as: copy.principal).get())
    #expect(answer.frames.last == .forked(seq: 2))
    #expect(answer.receipts.keys.sorted() == [1])
    let next = try Answer(
      try await house.server.exchange(try copy.request(from: 3, count: 1, limit: 9).body, as: copy.principal).get())
    #expect(next.frames == [.forked(seq: 2)])
    #expect(await house.server.lastPosition() == before)
  }

  @Test(arguments: LedgerKind.allCases)
  func `a device pushes under its own replicas only, and may take a new one`(_ kind: LedgerKind) async throws {
    let (house, device, dossier) = try await scene(kind)
    let other = try await house.device("Alex Morel", [.auditor], seed: 22)
    for replica in [other.replica, device.answer.serverReplica] {
      let body = ExchangeRequest(
        header: ExchangeRequest.Header(replica: replica, from: 1, last: 0, digest: nil, bookmark: "", limit: 9)
      ).body
      #expect(await problem(house, device, body) == .foreignReplica)
    }
    let second = FieldDevice(
      server: device.server, principal: device.principal, answer: device.answer, user: device.user,
      replica: ReplicaID(bits: 4_711), key: device.key, random: SeededGenerator(seed: 31))
    try second.write(dossier, [try Sample.title("après la copie")])
    try await second.sync()
    guard case .accepted = second.receipts[1] else {
      Issue.record("a device's second replica was not taken")
      return
    }
    #expect(await house.server.verify().faults == [])
  }

  @Test(arguments: LedgerKind.allCases)
  func `a bookmark serves only whom and what it was given for`(_ kind: LedgerKind) async throws {
    let (house, device, dossier) = try await scene(kind)
    let other = try await house.device("Alex Morel", [.auditor], seed: 22)
    try device.write(dossier, [try Sample.title("a")])
    try await device.sync()
    let good = device.bookmark
    let flipped = good.last == "A" ? good.dropLast() + "B" : good.dropLast() + "A"
    for (asker, text) in [(other, good), (device, "x"), (device, String(flipped)), (device, good + "A")] {
      asker.bookmark = text
      let body = try asker.request(from: asker.nextSeq, count: 0, limit: 9).body
      guard case .failure(let problem) = await house.server.exchange(body, as: asker.principal) else {
        Issue.record("a foreign bookmark was taken")
        continue
      }
      #expect(problem.code == .bookmarkGone)
      #expect(problem.bookmark == "")
    }
  }

  @Test func `a bookmark of a log that was rewound is gone, and the push with it did not happen`() async throws {
    // Two histories of one tenant that part after the same beginning: the second is the first's backup, gone on.
    let first = try House(.inMemory)
    let second = try House(.inMemory)
    let device = try await first.device("Camille Renaud", [.auditor], seed: 21)
    let twin = try await second.device("Camille Renaud", [.auditor], seed: 21)
    let dossier = try #require(Sample.dossier)
    try await first.server.assign(device.user, streams: [dossier])
    second.clock.advance(milliseconds: 1)
    try await second.server.assign(twin.user, streams: [dossier])
    try await device.sync()
    twin.bookmark = device.bookmark
    try twin.write(dossier, [try Sample.title("a")])
    #expect(await problem(second, twin, try twin.request(from: 1, count: 1, limit: 9).body) == .bookmarkGone)
    #expect(try await second.server.recovery()?.cause == .noticed)
    _ = try await second.server.endRecovery()
    twin.bookmark = ""
    try await twin.sync()
    #expect(twin.receipts.count == 1)
  }
}
