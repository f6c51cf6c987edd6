import Crypto
import Foundation
import GRDB
import StoreTestSupport
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@testable import ReplicaStore

struct PushTests {
  @Test func `a push holds the outbox in order with one verifiable seal per stream touched`() throws {
    let store = try Bench.store()
    let lines = try [
      store.grade("minor"), store.grade("minor", stream: Bench.other), store.grade("major"),
    ]
    let batch = try store.pendingPush()
    let request = batch.request
    #expect(request.items == lines.map { .line($0.bytes) })
    #expect(request.header.from == 1 && request.header.last == 3 && request.header.digest == nil)
    #expect(request.seals.map(\.stream) == [Bench.dossier, Bench.other])
    let identity = try store.identity
    for sent in request.seals {
      let through = ChangeID(replica: identity.replica, seq: sent.seq)
      let seal = try #require(Seal(stream: sent.stream, through: through, signature: sent.signature))
      let tip = try #require(try store.frontier(of: sent.stream).tips[identity.replica])
      #expect(tip.seq == sent.seq)
      #expect(seal.verifies(link: tip.link, key: identity.deviceKey.publicKey))
    }
    #expect(try ExchangeRequest(reading: request.body) == request)
  }

  @Test func `building a push changes nothing, and building it again gives the same lines`() throws {
    let store = try Bench.store()
    try store.grade("minor")
    let before = try store.dump()
    let first = try store.pendingPush()
    #expect(try store.pendingPush().request.items == first.request.items)
    #expect(try store.dump() == before)
  }

  @Test(arguments: [(1, 1, 4), (4, 4, 1), (5, 5, 0), (6, 5, 0)])
  func `L12 a push takes as many lines as allowed and says how many remain`(
    limit: Int, taken: Int, remaining: Int
  ) throws {
    let store = try Bench.store()
    for seed in 1...5 { try store.grade(.string("minor \(seed)")) }
    let batch = try store.pendingPush(lines: limit)
    #expect(batch.request.items.count == taken && batch.remaining == remaining)
  }

  @Test func `L12 no push is longer than the bytes allowed, and a long outbox needs several`() throws {
    let store = try Bench.store()
    let text = String(repeating: "x", count: 40_000)
    for seed in 1...60 { try store.grade(.string("\(text)\(seed)")) }
    var position = 0
    var pushes = 0
    while try !store.outbox().isEmpty {
      let batch = try store.pendingPush()
      #expect(batch.request.body.count <= ProtocolLimits.pushBytesMax)
      #expect(!batch.request.items.isEmpty)
      pushes += 1
      var frames: [ExchangeFrame] = []
      for seq in batch.seqs {
        position += 1
        frames.append(.receipt(seq: seq, .accepted(position: position)))
      }
      try store.take(frames + [Bench.end("\(position)")])
    }
    #expect(pushes == 3)
  }

  @Test func `the digest before a push shows which line the replica wrote there`() throws {
    let store = try Bench.store()
    let first = try store.grade("minor")
    try store.take([.receipt(seq: 1, .accepted(position: 1)), Bench.end("1")])
    try store.grade("major")
    #expect(try store.pendingPush().request.header.digest == first.digest)
    #expect(try store.pendingPush(from: 1).request.items.count == 2)
    #expect { try store.pendingPush(from: 4) } throws: { ($0 as? ReplicaStoreError)?.code == "answer-mismatch" }
  }

  @Test func `after a purge, a seq asked for again goes as a void, and the next push still shows the digest before`()
    throws
  {
    let store = try Bench.store()
    let line = try store.grade("minor")
    try store.take([.receipt(seq: 1, .accepted(position: 1)), Bench.end("1")])
    try store.take([Bench.leave(Bench.dossier), Bench.end("2")])
    #expect(try store.pendingPush().request.header.digest == line.digest)
    #expect(try store.pendingPush(from: 1).request.items == [.void(digest: line.digest)])
  }

  @Test func `a write over a colleague's handed over line waits until the server has placed that line`() throws {
    let store = try Bench.store()
    try store.take([.enter(Bench.dossier, through: 0), Bench.end("0")])
    try store.grade("not audited", on: EntityID("audit/A2")!)
    var colleague = OtherDevice(0xB)
    let theirs = try colleague.line([Bench.set("minor")])
    let entries = [
      LogEntry(position: 0, received: 0, content: .line(theirs)),
      LogEntry(position: 0, received: 0, content: .seal(try colleague.seal())),
    ]
    let taken = try store.take(handedOver: entries) { _ in colleague.key.publicKey }
    #expect(taken == 1)
    try store.shown([theirs.id], field: Bench.grade, entity: Bench.audit, stream: Bench.dossier)
    try store.grade("major")
    let batch = try store.pendingPush()
    #expect(batch.request.items.count == 1 && batch.heldBack == 1 && batch.waitingFor == [colleague.replica])
    #expect(try store.pendingPush(holdsBack: false).request.items.count == 2)
    try store.take([
      .receipt(seq: 1, .accepted(position: 1)), Bench.placed(theirs, at: 2), try colleague.sealed(at: 3),
      Bench.end("3"),
    ])
    #expect(try store.pendingPush().request.items.count == 1)
    #expect(try store.pendingPush().heldBack == 0)
  }

  @Test func `a handed over line that the server then refuses leaves the state`() throws {
    let store = try Bench.store()
    try store.take([.enter(Bench.dossier, through: 0), Bench.end("0")])
    var colleague = OtherDevice(0xB)
    let theirs = try colleague.line([Bench.set("minor")])
    _ = try store.take(handedOver: [LogEntry(position: 0, received: 0, content: .line(theirs))]) { _ in nil }
    #expect(try store.shownGrade() == "minor")
    let skip = LogEntry.Content.skip(stream: Bench.dossier, id: theirs.id, digest: theirs.digest)
    try store.take([.entry(LogEntry(position: 1, received: 1, content: skip)), Bench.end("1")])
    #expect(try store.shownGrade() == nil)
    #expect(try store.frontier(of: Bench.dossier).tips.isEmpty)
  }
}

struct NewReplicaTests {
  @Test func `a copy that becomes a new replica writes its unanswered lines again with was, over and seen mapped`()
    throws
  {
    let store = try Bench.store()
    let answered = try store.grade("minor")
    try store.take([.receipt(seq: 1, .accepted(position: 1)), Bench.end("1")])
    let pending = try store.grade("major")
    var random = SeededGenerator(seed: 5)
    let second = try #require(
      try store.capture(stream: Bench.dossier, time: 1, random: &random) { context in
        [
          Bench.set("minor", over: context.over(Bench.grade, of: Bench.audit)),
          .request("audit.close", on: Bench.audit, seen: context.seen),
          .delete(EntityID("audit/A9")!, seen: context.seen, over: []),
        ]
      })
    let new = ReplicaID(bits: 0xC)
    let report = try store.becomeNewReplica(new, random: &random)

    let first = ChangeID(replica: new, seq: 1)
    #expect(
      report.reissued == [
        NewReplicaReport.Reissue(was: pending.id, now: first),
        NewReplicaReport.Reissue(was: second.id, now: ChangeID(replica: new, seq: 2)),
      ])
    let outbox = try store.outbox()
    #expect(outbox.map(\.change.was) == [pending.id, second.id])
    #expect(outbox.map(\.change.time) == [pending.change.time, 1])
    #expect(outbox[0].change.operations == [Bench.set("major", over: [answered.id])])
    // Seen when it was written: the answered line and the one before it, under its new name.
    let seen = SeenVector([answered.id.replica: 1, new: 1])
    #expect(
      outbox[1].change.operations == [
        Bench.set("minor", over: [first]), .request("audit.close", on: Bench.audit, seen: seen),
        .delete(EntityID("audit/A9")!, seen: seen, over: []),
      ])
    #expect(try store.identity.replica == new)
    #expect(try store.pendingPush().request.header.from == 1)
    #expect(try store.pendingPush().request.header.bookmark == "")
    #expect(try store.shownGrade() == "minor")
    #expect(try store.line(answered.id)?.standing == .accepted(position: 1, received: nil))
  }

  @Test func `the other copy's line takes the name that was given up`() throws {
    let store = try Bench.store()
    try store.grade("major")
    var random = SeededGenerator(seed: 5)
    _ = try store.becomeNewReplica(ReplicaID(bits: 0xC), random: &random)
    var otherCopy = OtherDevice(0xA)
    let theirs = try otherCopy.line([Bench.set("minor")])
    let report = try store.take([.enter(Bench.dossier, through: 1), Bench.placed(theirs, at: 1), Bench.end("1")])
    #expect(report.faults.isEmpty)
    let conflicts = try store.fold(Bench.dossier).conflicts(schema: TestSchema())
    #expect(conflicts.first?.conflict?.values.count == 2)
  }

  @Test func `a line too long to bear was is written again without it`() throws {
    let store = try Bench.store()
    var random = SeededGenerator(seed: 5)
    var filling = 0
    // The longest line that fits: 65,536 bytes exactly.
    func operations(_ count: Int) -> [SyncCore.Operation] {
      [
        Bench.set(.string(String(repeating: "x", count: 40_000))),
        .set("note", on: Bench.audit, to: .string(String(repeating: "y", count: count)), over: [], motive: nil),
      ]
    }
    let short = try #require(
      try store.capture(stream: Bench.dossier, time: 1, random: &random) { _ in operations(1) })
    filling = SyncLimits.lineBytesMax - short.bytes.count + 1
    let long = try #require(
      try store.capture(stream: Bench.dossier, time: 1, random: &random) { _ in operations(filling) })
    #expect(long.bytes.count == SyncLimits.lineBytesMax)
    _ = try store.becomeNewReplica(ReplicaID(bits: 0xC), random: &random)
    #expect(try store.outbox().map(\.change.was) == [short.id, nil])
    #expect(try store.outbox()[1].change.operations == operations(filling))
  }
}
