import FieldClient
import SyncCore
import SyncProtocol
import Testing

struct SyncPaceTests {
  private func report(whole: Int, streams: Int, positions: Int, received: Int = 0) throws -> SyncReport {
    var report = SyncReport()
    report.whole = try (0..<whole).map { try #require(StreamID.organisation("k\($0)")) }
    report.rest = ExchangeEnd.Rest(entering: [], streams: streams, positions: positions)
    report.received = received
    return report
  }

  @Test func `time left is the time so far for each dossier times those left`() throws {
    var pace = SyncPace(startMilliseconds: 1_000)
    let estimate = try #require(pace.estimate(try report(whole: 10, streams: 25, positions: 0), atMilliseconds: 5_000))
    #expect(estimate.phase == .arriving && estimate.secondsLeft == 10)
    #expect(estimate.streamsWhole == 10 && estimate.streamsLeft == 25)
  }

  @Test func `before the first dossier is whole no time is promised`() throws {
    var pace = SyncPace(startMilliseconds: 0)
    #expect(
      try #require(pace.estimate(try report(whole: 0, streams: 25, positions: 0), atMilliseconds: 900)).secondsLeft
        == nil)
  }

  @Test func `once all dossiers are there the pace is that of the log`() throws {
    var pace = SyncPace(startMilliseconds: 0)
    _ = pace.estimate(try report(whole: 3, streams: 0, positions: 9_000), atMilliseconds: 10_000)
    let next = try #require(pace.estimate(try report(whole: 3, streams: 0, positions: 6_000), atMilliseconds: 11_000))
    #expect(next.phase == .following && next.secondsLeft == 2)
  }

  @Test func `a sync with nothing left has no estimate`() {
    var pace = SyncPace(startMilliseconds: 0)
    #expect(pace.estimate(SyncReport(), atMilliseconds: 10) == nil)
  }
}
