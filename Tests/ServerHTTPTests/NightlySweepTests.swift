import Logging
import NIOConcurrencyHelpers
import ServerCore
import SyncCore
import Testing
import WorkingDays

@testable import ServerHTTP

/// When the broom passes.
@Suite(.timeLimit(.minutes(1))) struct NightlySweepTests {
  /// A wall clock a test moves.
  private final class WallClock: ServerClock {
    private let time: NIOLockedValueBox<Int64>

    init(_ instant: Instant) { time = NIOLockedValueBox(instant.millisecondsSince1970) }

    func now() -> Int64 { time.withLockedValue { $0 } }
    func set(_ instant: Instant) { time.withLockedValue { $0 = instant.millisecondsSince1970 } }
  }

  @Test func `it passes at the start and once 00:00 in Paris is over, and waits after a jump of the clock`()
    async throws
  {
    let evening = try #require(Instant("2026-09-25T21:59:30Z"))
    let wall = WallClock(evening)
    let hand = HandClock()
    let ledger = InMemoryLedger()
    try ConstatServer.createTenant(
      ledger: ledger, tenant: try #require(TenantID("certificateur-fictif")), random: SystemRandomNumberGenerator())
    let core = try ConstatServer(ledger: ledger, clock: wall, random: SystemRandomNumberGenerator())
    let broom = NightlySweep(core: core, interval: .seconds(60), clock: hand, logger: Logger(label: "test"))
    @Sendable func swept() throws -> String? { try ledger.read { try $0.settings()?.sweptOn?.description } }
    let running = Task { try await broom.run() }
    try await until { try swept() == "2026-09-25" }
    try await until { hand.sleepers(for: .seconds(60)) == 1 }

    wall.set(try #require(Instant("2026-09-25T22:00:30Z")))
    hand.advance(by: .seconds(60))
    try await until { try swept() == "2026-09-26" }
    try await until { hand.sleepers(for: .seconds(60)) == 1 }

    wall.set(try #require(Instant("2027-09-26T07:00:00Z")))
    hand.advance(by: .seconds(60))
    try await until { hand.sleepers(for: .seconds(60)) == 1 }
    #expect(try swept() == "2026-09-26")
    running.cancel()
    try await running.value
  }
}
