import Crypto
import ReplicaStore
import StoreTestSupport
import SyncCore
import SyncProtocol
import Testing

/// Files with lines that no server will ever place: refused ones, and those of one of two copies of a disk.
@Suite("lines handed over and never placed")
struct NeverPlacedTests {
  /// A store that holds two dossiers whole, and a line and seal of a colleague that came by file.
  private func taken() throws -> (store: ReplicaStore, theirs: ChangeLine, copy: OtherDevice) {
    let store = try Bench.store()
    try store.take([.enter(Bench.dossier, through: 0), .enter(Bench.other, through: 0), Bench.end("0")])
    var colleague = OtherDevice(0xB)
    let copy = colleague
    let theirs = try colleague.line([Bench.set("minor")])
    let entries = [
      LogEntry(position: 0, received: 0, content: .line(theirs)),
      LogEntry(position: 0, received: 0, content: .seal(try colleague.seal())),
    ]
    let key = colleague.key.publicKey
    _ = try store.take(handedOver: entries) { _ in key }
    #expect(try store.shownGrade() == "minor")
    return (store, theirs, copy)
  }

  @Test func `the server's line takes the place of the one handed over, in whatever dossier it stands`() throws {
    for stream in [Bench.dossier, Bench.other] {
      var (store, theirs, copy) = try taken()
      let placed = try copy.line([Bench.set("conform")], in: stream)
      try store.take([Bench.placed(placed, at: 1), try copy.sealed(at: 2, in: stream), Bench.end("2")])
      #expect(try store.line(theirs.id)?.line == placed)
      #expect(try store.shownGrade(stream) == "conform")
      #expect(try store.acceptedFrontier(of: stream) == copy.frontier(stream))
      #expect(try store.faults().map(\.code) == ["line-differs"])
      if stream != Bench.dossier { #expect(try store.shownGrade() == nil) }
    }
  }

  @Test func `the digest of a refused line takes the place of the line handed over under its name`() throws {
    var (store, theirs, copy) = try taken()
    let refused = try copy.line([Bench.set("refused")])
    let next = try copy.line([Bench.set("conform")])
    let skip = LogEntry.Content.skip(stream: Bench.dossier, id: refused.id, digest: refused.digest)
    try store.take([
      .entry(LogEntry(position: 1, received: 1, content: skip)), Bench.placed(next, at: 2), Bench.end("2"),
    ])
    #expect(try store.line(theirs.id) == nil)
    #expect(try store.shownGrade() == "conform")
    #expect(try store.acceptedFrontier(of: Bench.dossier) == copy.frontier())
  }

  /// What the colleague's device says again as a new replica.
  private func again(_ line: ChangeLine, by author: String) throws -> ChangeLine {
    try ChangeLine(
      printing: Change(
        id: ChangeID(replica: ReplicaID(bits: 0xC), seq: 1), salt: line.change.salt, time: line.change.time,
        by: try #require(UserID(author)), stream: line.change.stream, operations: line.change.operations, was: line.id))
  }

  @Test func `a line said again under a new name replaces the one handed over, and nothing waits for that any more`()
    throws
  {
    let (store, theirs, _) = try taken()
    try store.shown([theirs.id], field: Bench.grade, entity: Bench.audit, stream: Bench.dossier)
    try store.grade("major")
    #expect(try store.pendingPush().heldBack == 1)
    let said = try again(theirs, by: "u-B")
    try store.take([Bench.placed(said, at: 1), Bench.end("1")])
    #expect(try store.line(theirs.id) == nil)
    #expect(try store.line(said.id)?.line == said)
    #expect(try store.pendingPush().heldBack == 0)
    #expect(try store.pendingPush().request.items.count == 1)
  }

  @Test func `a line said again already is not taken from a file written before`() throws {
    let store = try Bench.store()
    try store.take([.enter(Bench.dossier, through: 0), Bench.end("0")])
    var colleague = OtherDevice(0xB)
    let theirs = try colleague.line([Bench.set("minor")])
    let said = try again(theirs, by: "u-B")
    try store.take([Bench.placed(said, at: 1), Bench.end("1")])
    let taken = try store.take(handedOver: [LogEntry(position: 0, received: 0, content: .line(theirs))]) { _ in nil }
    #expect(taken == 0)
    #expect(try store.line(theirs.id) == nil)
  }

  @Test func `a line said again that came by file itself replaces the first once it is placed`() throws {
    let (store, theirs, _) = try taken()
    let said = try again(theirs, by: "u-B")
    _ = try store.take(handedOver: [LogEntry(position: 0, received: 0, content: .line(said))]) { _ in nil }
    #expect(try store.line(theirs.id)?.line == theirs)
    try store.take([Bench.placed(said, at: 1), Bench.end("1")])
    #expect(try store.line(theirs.id) == nil)
    #expect(try store.line(said.id)?.line == said)
  }

  @Test func `nobody else makes a line handed over go away by saying it again`() throws {
    let (store, theirs, _) = try taken()
    try store.take([Bench.placed(try again(theirs, by: "u-C"), at: 1), Bench.end("1")])
    #expect(try store.line(theirs.id)?.line == theirs)
  }

  @Test func `a line the server has refused stays out, though a file from before brings it`() throws {
    let store = try Bench.store()
    try store.take([.enter(Bench.dossier, through: 0), Bench.end("0")])
    var colleague = OtherDevice(0xB)
    let theirs = try colleague.line([Bench.set("minor")])
    let skip = LogEntry.Content.skip(stream: Bench.dossier, id: theirs.id, digest: theirs.digest)
    try store.take([.entry(LogEntry(position: 1, received: 1, content: skip)), Bench.end("1")])
    let taken = try store.take(handedOver: [LogEntry(position: 0, received: 0, content: .line(theirs))]) { _ in nil }
    #expect(taken == 0)
    #expect(try store.shownGrade() == nil)
    #expect(try store.frontier(of: Bench.dossier).tips.isEmpty)
  }
}
