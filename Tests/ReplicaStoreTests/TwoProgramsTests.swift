import GRDB
import StoreTestSupport
import SyncCore
import SyncProtocol
import Testing

@testable import ReplicaStore

/// What one program keeps in memory or has in hand when another one on the same profile changes the file.
struct TwoProgramsTests {
  private struct Pair {
    let here: ReplicaStore
    let there: ReplicaStore
    var colleague = OtherDevice(0xB)

    /// One profile, opened twice, with a colleague's line in the dossier, and all that `here` can keep of it warm.
    init() throws {
      let path = try Bench.path()
      here = try ReplicaStore.create(at: path, identity: Bench.identity(0xA))
      there = try ReplicaStore.open(at: path)
      let note = try colleague.line([.set("note", on: Bench.audit, to: "confidential remark", over: [], motive: nil)])
      try here.take([.enter(Bench.dossier, through: 1), Bench.placed(note, at: 1), Bench.end("1")])
      try here.grade("minor")
      try here.lookAtGrade()
      #expect(try here.fold(Bench.dossier).held.count == 2)
      #expect(try held() == [2])
      #expect(try rows("summaries") == 1)
      #expect(try rows("shown") == 1)
    }

    /// The count of changes of each whole dossier, as `here` summarises it.
    func held(meanwhile: () throws -> Void = {}) throws -> [Int64] {
      var failure: (any Error)?
      let summaries = try here.summaries("held-1", keepsFrom: 1, of: { $0 != .directory }) { fold in
        do { try meanwhile() } catch { failure = error }
        return .integer(Int64(fold.held.count))
      }
      if let failure { throw failure }
      return try #require(summaries).compactMap(\.value.number)
    }

    func rows(_ table: String) throws -> Int? {
      try here.reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
    }
  }

  @Test func `L1 lines another program stored are in the next fold, summary and push`() throws {
    var pair = try Pair()
    let own = try pair.there.grade("major", seed: 2)
    let theirs = try pair.colleague.line([Bench.set("conform")])
    try pair.there.take([Bench.placed(theirs, at: 2), Bench.end("2")])
    #expect(try pair.here.fold(Bench.dossier).held == pair.there.fold(Bench.dossier).held)
    #expect(try pair.here.fold(Bench.dossier).held.isSuperset(of: [own.id, theirs.id]))
    #expect(try pair.held() == [4])
    let push = try pair.here.pendingPush().request
    #expect(push.header.bookmark == "2" && push.header.last == own.id.seq && push.items.count == 2)
    // The next line rests on what the other program wrote.
    #expect(try pair.here.grade("minor", seed: 3).change.operations.flatMap(\.over).contains(own.id))
  }

  @Test func `a line another program was told is refused is in no fold and no summary`() throws {
    let pair = try Pair()
    let line = try #require(try pair.here.outbox().first)
    try pair.there.take([.receipt(seq: line.id.seq, .refused(.outOfScope, detail: "")), Bench.end("2")])
    #expect(try pair.here.fold(Bench.dossier).held.count == 1)
    #expect(try pair.held() == [1])
    #expect(try pair.here.outbox().isEmpty)
  }

  @Test func `L4 a stream another program saw leave is shown, summarised and written nowhere`() throws {
    let pair = try Pair()
    try pair.there.take([Bench.leave(Bench.dossier), Bench.end("2")])
    #expect(throws: ReplicaStoreError.streamLeft(Bench.dossier)) { try pair.here.fold(Bench.dossier) }
    #expect(throws: ReplicaStoreError.streamLeft(Bench.dossier)) { try pair.here.grade("major", seed: 2) }
    #expect(throws: ReplicaStoreError.streamLeft(Bench.dossier)) { try pair.here.frontier(of: Bench.dossier) }
    #expect(try pair.here.streams().isEmpty)
    #expect(try pair.held() == [])
    #expect(try pair.rows("summaries") == 0)
    #expect(try pair.rows("shown") == 0)
    #expect(try pair.here.pendingPush().request.header.bookmark == "2")
  }

  @Test func `L4 a summary made while another program saw the stream leave is not kept`() throws {
    let pair = try Pair()
    try pair.here.grade("major", seed: 2)
    // What was read before the leave is what the caller gets; nothing of it stays.
    #expect(try pair.held { try pair.there.take([Bench.leave(Bench.dossier), Bench.end("2")]) } == [3])
    #expect(try pair.rows("summaries") == 0)
    #expect(try pair.held() == [])
  }

  @Test func `a summary made while another program stored a line does not pass for the new state`() throws {
    let pair = try Pair()
    try pair.here.grade("major", seed: 2)
    #expect(try pair.held { try pair.there.grade("conform", seed: 3) } == [3])
    #expect(try pair.held() == [4])
  }

  @Test func `L4 a stream that left and came back by another program's hand is not shown from memory`() throws {
    var pair = try Pair()
    let unsent = try #require(try pair.here.outbox().first)
    try pair.there.take([Bench.leave(Bench.dossier), Bench.end("2")])
    let after = try pair.colleague.line([Bench.set("major")])
    try pair.there.take([.enter(Bench.dossier, through: 3), Bench.placed(after, at: 3), Bench.end("3")])
    // Of the first line, which this device may see no more, nothing comes out of the folds kept in memory.
    let held = try pair.here.fold(Bench.dossier).held
    #expect(held.count == 2 && held.isSuperset(of: [after.id, unsent.id]))
    #expect(try pair.held() == [2])
  }

  @Test func `L6 an answer that comes after another program's newer one is asked for again, and nothing is lost`()
    throws
  {
    var pair = try Pair()
    let asked = try pair.here.pendingPush()
    let (second, third) = (
      try pair.colleague.line([Bench.set("conform")]), try pair.colleague.line([Bench.set("major")])
    )
    let older = [Bench.placed(second, at: 2), Bench.end("2")]
    try pair.there.take([Bench.placed(second, at: 2), Bench.placed(third, at: 3), Bench.end("3")])
    try pair.here.take(older, pushed: asked)
    // The bookmark is that of the answer taken in last: what follows it is sent once more, and known.
    #expect(try pair.there.pendingPush().request.header.bookmark == "2")
    #expect(try pair.there.take([Bench.placed(third, at: 3), Bench.end("3")]).received == 0)
    #expect(try pair.here.fold(Bench.dossier).held == pair.there.fold(Bench.dossier).held)
    #expect(try pair.held() == [4])
  }
}
