import AuditModel
import ServerCore
import SyncCore
import SyncProtocol
import Testing

/// A dossier changes hands while the first laptop is away (DESIGN §7, scope).
@Suite struct `a dossier handed on` {
  private struct Away {
    let house: House
    let dossier: StreamID
    let first: FieldDevice
    let second: FieldDevice
  }

  /// One auditor holds a dossier and has written in it; the other is about to take over.
  private static func away(_ kind: LedgerKind) async throws -> Away {
    let house = try House(kind)
    let dossier = try #require(Sample.dossier)
    let first = try await house.device("Camille Renaud", [.auditor], seed: 33)
    let second = try await house.device("Alex Morel", [.auditor], seed: 34)
    try await house.server.assign(first.user, streams: [dossier])
    try first.write(dossier, [try Sample.title("avant")])
    try await first.sync()
    return Away(house: house, dossier: dossier, first: first, second: second)
  }

  @Test(arguments: LedgerKind.allCases)
  func `L4 what the first laptop wrote before it heard of it is admitted, then it lets go and reads nothing more`(
    _ kind: LedgerKind
  ) async throws {
    let away = try await Self.away(kind)
    try await away.house.server.handOn([away.dossier], from: away.first.user, to: away.second.user)
    try await away.second.sync()
    try away.second.write(away.dossier, [try Sample.title("par le second")])
    try await away.second.sync()

    let late = try away.first.write(away.dossier, [try Sample.title("écrit hors réseau")])
    let answers = try await away.first.sync()
    guard case .accepted = away.first.receipts[late.seq] else {
      Issue.record("\(String(describing: away.first.receipts[late.seq]))")
      return
    }
    #expect(answers.flatMap(\.leaves).contains(away.dossier))
    #expect(answers.flatMap(\.entries).allSatisfy { $0.stream != away.dossier })
    try await away.second.sync()
    #expect(try away.second.fold(away.dossier).held.count == 3)
    #expect(try await away.house.server.quarantine().isEmpty)

    // The device has answered: from here on it is a stranger to the dossier.
    let after = try away.first.write(away.dossier, [try Sample.title("après")])
    try await away.first.sync()
    #expect(away.first.receipts[after.seq] == .refused(.outOfScope, detail: "stream"))
  }

  @Test(arguments: LedgerKind.allCases)
  func `a bookmark from before, shown again after the answer, opens nothing once its days are over`(_ kind: LedgerKind)
    async throws
  {
    let away = try await Self.away(kind)
    try await away.house.server.handOn([away.dossier], from: away.first.user, to: away.second.user)
    away.house.clock.advance(milliseconds: Int64(ServerLimits.handedOnDaysMax) * 86_400_000)
    let before = away.first.bookmark
    let inTime = try away.first.write(away.dossier, [try Sample.title("au dernier jour")])
    try await away.first.sync()
    #expect(away.first.receipts[inTime.seq] != .refused(.outOfScope, detail: "stream"))
    away.house.clock.advance(milliseconds: 1)
    away.first.bookmark = before
    let late = try away.first.write(away.dossier, [try Sample.title("trop tard")])
    try await away.first.exchange()
    #expect(away.first.receipts[late.seq] == .refused(.outOfScope, detail: "stream"))
  }

  @Test(arguments: LedgerKind.allCases)
  func `taken without being handed on, the work goes to quarantine`(_ kind: LedgerKind) async throws {
    let away = try await Self.away(kind)
    let office = try await away.house.device("Service certification", [.office], seed: 35)
    try await office.sync()
    let assignment = try #require(EntityID("assignment/\(away.first.user)"))
    let member = try #require(
      try office.fold(.office).field("streams", of: assignment, schema: Kinds())?.members.first)
    try office.write(.office, [.remove("streams", on: assignment, value: member.value, over: member.additions)])
    try await office.sync()
    try await away.house.server.assign(away.second.user, streams: [away.dossier])
    let lost = try away.first.write(away.dossier, [try Sample.title("écrit hors réseau")])
    try await away.first.sync()
    #expect(away.first.receipts[lost.seq] == .refused(.outOfScope, detail: "stream"))
    #expect(try await away.house.server.quarantine().count == 1)
  }

  @Test(arguments: LedgerKind.allCases)
  func `a dossier somebody does not hold cannot be handed on from them`(_ kind: LedgerKind) async throws {
    let away = try await Self.away(kind)
    await #expect(throws: AdministrationFault.notAssigned(away.dossier, away.second.user)) {
      try await away.house.server.handOn([away.dossier], from: away.second.user, to: away.first.user)
    }
  }
}
