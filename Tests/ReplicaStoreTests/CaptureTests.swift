import Foundation
import GRDB
import StoreTestSupport
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@testable import ReplicaStore

struct CaptureTests {
  @Test func `L1 what a capture returned is there when the file is opened again without having been closed`() throws {
    let path = try Bench.path()
    let first = try ReplicaStore.create(at: path, identity: Bench.identity(0xA))
    let line = try first.grade("minor")
    let again = try ReplicaStore.open(at: path)
    #expect(try again.outbox() == [line])
    #expect(try again.shownGrade() == "minor")
    #expect(try again.grade("major").id.seq == 2)
  }

  @Test func `a capture that has nothing to write uses no seq`() throws {
    let store = try Bench.store()
    var random = SeededGenerator(seed: 1)
    #expect(try store.capture(stream: Bench.dossier, time: 0, random: &random) { _ in [] } == nil)
    #expect(try store.grade("minor").id.seq == 1)
  }

  @Test func `a capture whose builder fails writes nothing and passes the failure on`() throws {
    struct Stop: Error {}
    let store = try Bench.store()
    let before = try store.dump()
    var random = SeededGenerator(seed: 1)
    #expect(throws: Stop.self) {
      try store.capture(stream: Bench.dossier, time: 0, random: &random) { _ in throw Stop() }
    }
    #expect(try store.dump() == before)
  }

  @Test func `a change past the bound of a line is refused and nothing of it is kept`() throws {
    let store = try Bench.store()
    let before = try store.dump()
    var random = SeededGenerator(seed: 1)
    let long = String(repeating: "é", count: SyncLimits.textBytesMax / 2)
    #expect(throws: ReplicaStoreError.lineRefused(.lineTooLong)) {
      try store.capture(stream: Bench.dossier, time: 0, random: &random) { _ in
        [
          Bench.set(.string(long)),
          .set("note", on: Bench.audit, to: .string(long), over: [], motive: nil),
        ]
      }
    }
    #expect(try store.dump() == before)
  }

  @Test func `new entities of one change are named by replica, seq and number, and differ`() throws {
    let store = try Bench.store()
    var random = SeededGenerator(seed: 7)
    var names: [EntityID] = []
    try store.capture(stream: Bench.dossier, time: 0, random: &random) { context in
      names = [
        context.newEntity(type: "finding", n: 1), context.newEntity(type: "finding", n: 2),
        context.newEntity(type: "finding", n: 1, below: Bench.audit),
      ]
      #expect(context.newEntity(type: "finding", n: 1) == names[0])
      return [Bench.set("minor", on: names[0])]
    }
    let start = "finding/\(try store.identity.replica)-1-1-"
    #expect(names[0].description.hasPrefix(start))
    #expect(names[0].description.utf8.count == start.utf8.count + 8)
    #expect(Set(names).count == 3)
    #expect(names[2].isBelow(Bench.audit))
  }

  @Test func `a write names the heads displayed and its own, never what came unseen`() throws {
    let store = try Bench.store()
    var colleague = OtherDevice(0xB)
    let theirs = try colleague.line([Bench.set("major")])
    try store.take([.enter(Bench.dossier, through: 1), Bench.placed(theirs, at: 1), Bench.end("1")])
    let unseen = try store.grade("minor")
    #expect(unseen.change.operations == [Bench.set("minor", over: [])])
    #expect(try store.fold(Bench.dossier).conflicts(schema: TestSchema()).count == 1)

    try store.shown([theirs.id], field: Bench.grade, entity: Bench.audit, stream: Bench.dossier)
    #expect(
      try store.overForWrite(field: Bench.grade, entity: Bench.audit, in: store.fold(Bench.dossier))
        == [unseen.id, theirs.id].sorted())
    let settling = try store.grade("minor")
    #expect(settling.change.operations == [Bench.set("minor", over: [unseen.id, theirs.id].sorted())])
    #expect(try store.fold(Bench.dossier).conflicts(schema: TestSchema()).isEmpty)
    #expect(try store.shownHeads(field: Bench.grade, entity: Bench.audit, stream: Bench.dossier) == [theirs.id])
  }

  @Test func `what a person has seen of a stream grows with their own unanswered lines`() throws {
    let store = try Bench.store()
    let line = try store.grade("minor")
    #expect(try store.frontier(of: Bench.dossier).seen.contains(line.id))
    #expect(try store.acceptedFrontier(of: Bench.dossier).tips.isEmpty)
  }

  @Test func `the links of own lines follow from the lines, stream by stream`() throws {
    let store = try Bench.store()
    let first = try store.grade("minor")
    try store.grade("minor", stream: Bench.other)
    let third = try store.grade("major")
    let replica = first.id.replica
    let link = Link.origin(tenant: Bench.tenant, stream: Bench.dossier, replica: replica)
      .next(seq: 1, line: first.digest).next(seq: 3, line: third.digest)
    #expect(try store.frontier(of: Bench.dossier).tips == [replica: Frontier.Tip(seq: 3, link: link)])
  }

  @Test func `a fold asked for again holds what was captured in between`() throws {
    let store = try Bench.store()
    try store.grade("minor")
    #expect(try store.shownGrade() == "minor")
    try store.grade("major")
    #expect(try store.shownGrade() == "major")
  }
}
