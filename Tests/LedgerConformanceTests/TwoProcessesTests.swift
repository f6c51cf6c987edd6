import AuditModel
import AuditSchema
import ServerCore
import ServerStorage
import SyncCore
import SyncProtocol
import TestSupport
import Testing

/// A server that runs and a command beside it, or two servers, on one ledger: what either keeps between transactions.
@Suite struct `two processes on one file` {
  private func besides(_ house: House) throws -> ConstatServer {
    try ConstatServer(
      ledger: SQLiteLedger(path: house.folder.file, part: .command), clock: house.clock,
      random: SeededGenerator(seed: 5))
  }

  @Test func `they see each other's commits`() async throws {
    let house = try House(.sqlite)
    let beside = try besides(house)
    let dossier = try #require(Sample.dossier)
    let device = try await house.device("Camille Renaud", [.auditor], seed: 81)
    try await device.sync()
    #expect(!device.entered.contains(dossier))
    // The command assigns; the server, whose folds are warm, sees it at its next call.
    try await beside.assign(device.user, streams: [dossier])
    #expect(await house.server.refresh() == (await beside.lastPosition()))
    for number in 0..<2 { try device.write(dossier, [try Sample.title("n \(number)")]) }
    try await device.sync()
    #expect(device.entered.contains(dossier))
    #expect(device.receipts.count == 2)
    #expect(await beside.refresh() == (await house.server.lastPosition()))
    #expect(await beside.setDigests() == (await house.server.setDigests()))
    #expect(await beside.verify().faults == [])
    // Both write as the server's replica, one after the other, without a seq twice.
    let user = try await beside.addUser(name: "Alex Morel", roles: [.auditor])
    try await house.server.assign(user, streams: [dossier])
    _ = try await beside.addUser(name: "Inès Faure", roles: [.reviewer])
    #expect(await house.server.verify().faults == [])
  }

  /// An auditor whose bookmark the server has settled: nothing was left to enter or leave, and it remembers so.
  private func settled(_ house: House) async throws -> FieldDevice {
    let dossier = try #require(Sample.dossier)
    let device = try await house.device("Camille Renaud", [.auditor], seed: 81)
    try await house.server.assign(device.user, streams: [dossier])
    try device.write(dossier, [try Sample.title("un")])
    try await device.sync()
    let (bookmark, idle) = (device.bookmark, try await device.exchange())
    #expect(idle.enters.isEmpty && idle.leaves.isEmpty && idle.end?.bookmark == bookmark)
    return device
  }

  /// Takes a dossier from a person, as the office does.
  private func unassign(_ user: UserID, by office: FieldDevice, asking server: ConstatServer) async throws {
    office.server = server
    try await office.sync()
    let entity = try #require(EntityID("assignment/\(user)"))
    let view = try office.fold(.office).field("streams", of: entity, schema: Kinds())
    for member in try #require(view).members {
      try office.write(.office, [.remove("streams", on: entity, value: member.value, over: member.additions)])
    }
    try await office.sync()
  }

  @Test func `L4 a dossier taken away by the other leaves with the next exchange of a settled bookmark`() async throws {
    let house = try House(.sqlite)
    let dossier = try #require(Sample.dossier)
    let office = try await house.device("Service certification", [.office], seed: 31)
    let author = try await house.device("Alex Morel", [.auditor], seed: 32)
    try await house.server.assign(author.user, streams: [dossier])
    let device = try await settled(house)
    let bookmark = device.bookmark
    // The other process takes the dossier away and takes in a line that this auditor must not see.
    let beside = try besides(house)
    try await unassign(device.user, by: office, asking: beside)
    author.server = beside
    try author.write(dossier, [try Sample.title("secret-57")])
    try await author.sync()

    let answer = try await device.exchange()
    #expect(answer.leaves == [dossier, try #require(Sample.organisation)].sorted())
    #expect(!answer.text.contains("secret-57") && answer.end?.digests[dossier] == nil)
    // The bookmark from before, shown once more as by a client whose answer was lost.
    device.bookmark = bookmark
    let repeated = try await device.exchange()
    #expect(repeated.leaves == answer.leaves && !repeated.text.contains("secret-57"))
    let rest = try await device.exchange()
    #expect(rest.leaves.isEmpty && rest.entries.isEmpty)
  }

  @Test func `L8 a dossier given by the other comes whole with the next exchange of a settled bookmark`() async throws {
    let house = try House(.sqlite)
    let (dossier, other) = (try #require(Sample.dossier), try #require(Sample.otherDossier))
    let author = try await house.device("Alex Morel", [.auditor], seed: 32)
    try await house.server.assign(author.user, streams: [other])
    try author.write(other, [try Sample.title("avant")])
    try await author.sync()
    let device = try await settled(house)
    let beside = try besides(house)
    try await beside.assign(device.user, streams: [other])
    author.server = beside
    try author.write(other, [try Sample.title("après")])
    try await author.sync()

    let answer = try await device.exchange()
    #expect(answer.enters.contains(other) && !answer.enters.contains(dossier))
    #expect(try device.fold(other).held.count == 2)
    #expect(try device.frontier(of: other).setDigest == (await beside.setDigests()[other]))
  }

  @Test func `L8 lines the other took in come once to a settled bookmark, whichever of the two is asked`() async throws
  {
    let house = try House(.sqlite)
    let dossier = try #require(Sample.dossier)
    let author = try await house.device("Alex Morel", [.auditor], seed: 32)
    try await house.server.assign(author.user, streams: [dossier])
    let device = try await settled(house)
    let beside = try besides(house)
    let servers = [house.server, beside]
    // By turns one of the two takes in a line, and the same or the other is asked for it.
    for (number, (writing, asked)) in [(1, 0), (1, 1), (0, 1), (1, 0), (0, 0), (1, 0)].enumerated() {
      (author.server, device.server) = (servers[writing], servers[asked])
      let line = try author.write(dossier, [try Sample.title("n \(number)")])
      try await author.sync()
      #expect(try await device.exchange().lines.map(\.id) == [line])
    }
    #expect(try device.fold(dossier).held.count == 7)
  }
}
