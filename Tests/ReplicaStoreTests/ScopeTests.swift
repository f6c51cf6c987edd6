import Foundation
import StoreTestSupport
import SyncCore
import SyncProtocol
import Testing

@testable import ReplicaStore

struct ScopeTests {
  private func storeWithForeignNote() throws -> (ReplicaStore, OtherDevice) {
    let store = try Bench.store()
    var colleague = OtherDevice(0xB)
    let note = try colleague.line([.set("note", on: Bench.audit, to: "confidential remark", over: [], motive: nil)])
    try store.take([
      .enter(Bench.dossier, through: 1), Bench.placed(note, at: 1), try colleague.sealed(at: 2), Bench.end("2"),
    ])
    return (store, colleague)
  }

  @Test func `L4 leaving purges every foreign byte from the file, and keeps own unsent work for a person`() throws {
    let (store, _) = try storeWithForeignNote()
    let accepted = try store.grade("minor")
    try store.take([.receipt(seq: 1, .accepted(position: 3)), Bench.end("3")])
    let unsent = try store.grade("major")
    let report = try store.take([Bench.leave(Bench.dossier), Bench.end("4")])

    #expect(report.left == [AbsorbReport.Left(stream: Bench.dossier, unsent: 1)])
    #expect(try store.quarantine() == [QuarantinedLine(line: unsent, reason: .scopeLeft)])
    #expect(throws: ReplicaStoreError.streamLeft(Bench.dossier)) { try store.fold(Bench.dossier) }
    #expect(throws: ReplicaStoreError.streamLeft(Bench.dossier)) { try store.grade("minor") }
    #expect(try store.line(accepted.id) == nil)
    for end in ["", "-wal"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: store.path + end))
      #expect(bytes.range(of: Data("confidential remark".utf8)) == nil, "\(end)")
    }
  }

  @Test func `L4 the unsent work of a stream that left still goes to the server's quarantine`() throws {
    let (store, _) = try storeWithForeignNote()
    let unsent = try store.grade("major")
    try store.take([Bench.leave(Bench.dossier), Bench.end("4")])
    #expect(try store.pendingPush().request.items == [.line(unsent.bytes)])
    try store.take([.receipt(seq: 1, .refused(.outOfScope, detail: "")), Bench.end("5")])
    #expect(try store.outbox().isEmpty)
    #expect(
      try store.quarantine() == [
        QuarantinedLine(line: unsent, reason: .refused(code: "out-of-scope", detail: ""))
      ])
  }

  @Test func `a stream that left and comes back ends as if it had never left`() throws {
    let (store, _) = try storeWithForeignNote()
    let (straight, _) = (store, 0)
    let own = try store.grade("minor")
    try store.take([.receipt(seq: 1, .accepted(position: 3)), Bench.end("3")])
    let before = try straight.fold(Bench.dossier)
    let digest = try store.acceptedFrontier(of: Bench.dossier).setDigest
    let note = try #require(try store.lines(of: Bench.dossier).first { !$0.isOwn })
    try store.take([Bench.leave(Bench.dossier), Bench.end("4")])
    // The past of a stream holds own lines too.
    let report = try store.take([
      .enter(Bench.dossier, through: 4), Bench.placed(note.line, at: 1), Bench.placed(own, at: 3),
      Bench.end("5", digests: [Bench.dossier: digest]),
    ])
    #expect(report.entered == [Bench.dossier] && report.equal == [Bench.dossier])
    #expect(try store.fold(Bench.dossier) == before)
    #expect(try store.grade("major").id.seq == 2)
  }

  @Test func `after starting over, a stream that is not sent again is purged, and a new own one is not`() throws {
    let (store, colleague) = try storeWithForeignNote()
    let new = try store.grade("minor", stream: Bench.other)
    try store.adopt(bookmark: "")
    // A server that was set back may have lost it: nothing goes before it was given back.
    #expect(try store.take([.enter(.directory, through: 0), Bench.end("8")]).left.isEmpty)
    try store.gaveBack()
    var again = colleague
    let line = try again.line([Bench.set("minor")], in: .directory)
    let report = try store.take([.enter(.directory, through: 1), Bench.placed(line, at: 9), Bench.end("9")])
    #expect(report.left.map(\.stream) == [Bench.dossier])
    #expect(try store.streams() == [.directory, Bench.other])
    #expect(try store.outbox() == [new])
  }

  @Test func `a stream sent again from the start goes on being shown while nothing of it is missing`() throws {
    let (store, _) = try storeWithForeignNote()
    try store.adopt(bookmark: "")
    try store.take([.enter(Bench.dossier, through: 2), Bench.end("1", more: true)])
    #expect(try store.streams() == [Bench.dossier])
  }
}
