import SyncCore
import TestSupport
import Testing

@testable import ServerCore

/// Pages of feeds by kinds, at the bound of what is looked into.
struct FeedReadingTests {
  private struct Time: ServerClock {
    func now() -> Int64 { 1_790_000_000_000 }
  }

  /// Pages of the directory for who wants none of it, with a bound of lines looked into.
  private func pages(of ledger: any Ledger, linesReadMax: Int) throws -> [FeedPage] {
    try ledger.read { reading in
      let settings = try #require(try reading.settings())
      var pages: [FeedPage] = []
      repeat {
        let page = try FeedReading(
          ledger: reading, settings: settings, scope: Scope(.all(office: true)), stream: .directory,
          kinds: try FeedKinds("decision"), linesReadMax: linesReadMax
        ).page(offset: pages.last?.nextOffset, limit: 10)
        pages.append(try #require(page))
      } while pages.last?.upToDate == false && pages.count < 100
      return pages
    }
  }

  @Test func `L12 as many lines as the bound are looked into for one page, and one more goes on in the next`()
    async throws
  {
    let ledger = InMemoryLedger()
    try ConstatServer.createTenant(
      ledger: ledger, tenant: try #require(TenantID("cabinet-exemple")), random: SeededGenerator(seed: 1))
    let server = try ConstatServer(ledger: ledger, clock: Time(), random: SeededGenerator(seed: 2))
    for number in 1...5 { _ = try await server.addUser(name: "Personne \(number)", roles: []) }
    let lines = try ledger.read { reading in
      var lines = 0
      try reading.scan(.directory, after: 0, through: try reading.tip().position) { place, _ in
        if place.kind == .line { lines += 1 }
        return true
      }
      return lines
    }
    try #require(lines > 2)
    let whole = try pages(of: ledger, linesReadMax: lines)
    #expect(whole.map(\.upToDate) == [true])
    let cut = try pages(of: ledger, linesReadMax: lines - 1)
    #expect(cut.map(\.upToDate) == [false, true])
    #expect(cut.last?.nextOffset == whole.last?.nextOffset)
    #expect((whole + cut).allSatisfy { $0.body == Array("[]".utf8) })
  }
}
