import AuditModel
import ServerCore
import SyncCore
import SyncProtocol
import Testing

/// What a new device hears of first (DESIGN §7).
@Suite struct `first sync` {
  /// The server's clock stands at 2026-09-21 in Paris.
  private static let days = ["2026-12-01", "2026-09-22", nil, "2026-09-20", "2026-10-05"]

  private static func dossier(_ number: Int) throws -> StreamID {
    try #require(StreamID.dossier(scheme: "qualiopi", key: "90000\(1_000 + number)"))
  }

  /// Five dossiers, each with its organisation written to and an audit planned on one of the days.
  private static func planned(_ house: House) async throws -> [StreamID] {
    let office = try await house.device("Service certification", [.office], seed: 61)
    try await office.sync()
    var dossiers: [StreamID] = []
    for (number, day) in days.enumerated() {
      let dossier = try dossier(number)
      let audit = try #require(Sample.audit)
      var steps: [SyncCore.Operation] = [.set("kind", on: audit, to: "surveillance", over: [], motive: nil)]
      if let day {
        let value = JSONValue.sorted([("first", .string(day)), ("last", .string(day))])
        steps.append(.set("days", on: audit, to: value, over: [], motive: nil))
      }
      try office.write(dossier, steps)
      dossiers.append(dossier)
    }
    try await office.sync()
    #expect(office.receipts.values.allSatisfy { if case .accepted = $0 { true } else { false } })
    return dossiers
  }

  @Test(arguments: LedgerKind.allCases)
  func `the directory enters first, then the dossier of the next audit, and past or unplanned ones last`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let dossiers = try await Self.planned(house)
    let auditor = try await house.device("Alex Morel", [.auditor], seed: 62)
    try await house.server.assign(auditor.user, streams: Set(dossiers))
    let answers = try await auditor.sync(limit: 1)
    let order = answers.flatMap(\.enters).filter { $0 == .directory || dossiers.contains($0) }
    #expect(order == [.directory, dossiers[1], dossiers[4], dossiers[0], dossiers[2], dossiers[3]])
  }

  @Test(arguments: LedgerKind.allCases)
  func `a page that is not the last says which stream is not whole yet and how many are still to enter`(
    _ kind: LedgerKind
  ) async throws {
    let house = try House(kind)
    let dossiers = try await Self.planned(house)
    let auditor = try await house.device("Alex Morel", [.auditor], seed: 62)
    try await house.server.assign(auditor.user, streams: Set(dossiers))
    var entered: Set<StreamID> = []
    var left: [Int] = []
    repeat {
      let answer = try await auditor.exchange(limit: 1)
      entered.formUnion(answer.enters)
      guard let rest = answer.end?.rest else { break }
      #expect(rest.entering.allSatisfy(entered.contains) && rest.entering.count <= 1)
      left.append(rest.streams)
      // What is not named is whole.
      for stream in entered.subtracting(rest.entering) where dossiers.contains(stream) {
        #expect(try auditor.fold(stream).held.count == 1, "\(stream)")
      }
    } while true
    #expect(left == left.sorted(by: >) && Set(left).count >= dossiers.count)
    #expect(dossiers.allSatisfy(entered.contains))
  }
}
