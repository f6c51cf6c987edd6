import StoreTestSupport
import SyncCore
import Synchronization
import Testing

@testable import ReplicaStore

/// When summaries are written and when they are sooner made again.
struct SummaryKeepingTests {
  private func folded(_ store: ReplicaStore) throws -> Int {
    var folded = 0
    _ = try store.summaries("lines-1", of: { _ in true }) { fold in
      folded += 1
      return .integer(Int64(fold.held.count))
    }
    return folded
  }

  @Test func `the summary of the one stream a person works on is made again rather than written`() throws {
    let store = try Bench.store()
    try store.grade("minor")
    #expect(try folded(store) == 1)
    #expect(try folded(store) == 1)
  }

  @Test func `summaries of two streams that changed are written for the next command`() throws {
    let store = try Bench.store()
    try store.grade("minor")
    try store.grade("minor", stream: Bench.other)
    #expect(try folded(store) == 2)
    #expect(try folded(store) == 0)
    try store.grade("major", stream: Bench.other)
    #expect(try folded(store) == 1)
  }

  @Test func `the folds of a few streams stay at hand, written or not`() throws {
    let path = try Bench.path()
    let first = try ReplicaStore.create(at: path, identity: Bench.identity(0xA))
    try first.grade("minor")
    try first.grade("minor", stream: Bench.other)
    // As the next command does: nothing is in memory yet.
    let next = try ReplicaStore.open(at: path)
    #expect(try folded(next) == 2)
    #expect(next.folds.withLock { Set($0.keys) } == [Bench.dossier, Bench.other])
  }
}
