import GRDB
import StoreTestSupport
import SyncCore
import SyncProtocol
import Testing

@testable import ReplicaStore

struct SummaryTests {
  /// The shown grade of each whole stream, and the streams folded for it.
  private func grades(
    _ store: ReplicaStore, _ name: String = "grades-1", linesMax: Int = .max
  ) throws -> (values: [JSONValue]?, folded: Int) {
    var folded = 0
    let summaries = try store.summaries(name, linesMax: linesMax, keepsFrom: 1, of: { $0 == Bench.dossier }) { fold in
      folded += 1
      return .integer(Int64(fold.held.count))
    }
    return (summaries?.map(\.value), folded)
  }

  @Test func `a summary is made once, and anew when its stream has another line`() throws {
    let store = try Bench.store()
    try store.grade("minor")
    #expect(try grades(store) == ([1], 1))
    #expect(try grades(store) == ([1], 0))
    try store.grade("major")
    #expect(try grades(store) == ([2], 1))
  }

  @Test func `a summary is found again by the next program that opens the file`() throws {
    let path = try Bench.path()
    let first = try ReplicaStore.create(at: path, identity: Bench.identity(0xA))
    try first.grade("minor")
    _ = try grades(first)
    #expect(try grades(try ReplicaStore.open(at: path)) == ([1], 0))
  }

  @Test func `a summary of a set that changed otherwise than by an append no longer counts`() throws {
    let store = try Bench.store()
    let line = try store.grade("minor")
    #expect(try grades(store) == ([1], 1))
    try store.take([.receipt(seq: line.id.seq, .refused(.outOfScope, detail: "")), Bench.end("1")])
    #expect(try grades(store) == ([0], 1))
  }

  @Test func `another function has other summaries, and too many to make are not made`() throws {
    let store = try Bench.store()
    try store.grade("minor")
    _ = try grades(store)
    #expect(try grades(store, "grades-2", linesMax: 0) == (nil, 0))
    #expect(try grades(store, "grades-2") == ([1], 1))
  }

  @Test func `a summary that can no longer be read is made anew`() throws {
    let store = try Bench.store()
    try store.grade("minor")
    _ = try grades(store)
    try store.queue.write { try $0.execute(sql: "UPDATE summaries SET value = 'x'") }
    #expect(try grades(store) == ([1], 1))
  }

  @Test func `L4 a summary goes with the stream that leaves`() throws {
    let store = try Bench.store()
    var colleague = OtherDevice(0xB)
    let note = try colleague.line([.set("note", on: Bench.audit, to: "remark", over: [], motive: nil)])
    try store.take([.enter(Bench.dossier, through: 1), Bench.placed(note, at: 1), Bench.end("1")])
    #expect(try grades(store) == ([1], 1))
    try store.take([Bench.leave(Bench.dossier), Bench.end("2")])
    #expect(try grades(store) == ([], 0))
    #expect(try store.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM summaries") } == 0)
  }
}
