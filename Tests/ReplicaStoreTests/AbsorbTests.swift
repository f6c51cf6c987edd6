import Crypto
import Foundation
import GRDB
import StoreTestSupport
import SyncCore
import SyncProtocol
import TestSupport
import Testing

@testable import ReplicaStore

struct AbsorbTests {
  @Test func `a receipt takes a line out of the outbox and into the accepted set`() throws {
    let store = try Bench.store()
    let line = try store.grade("minor")
    let report = try store.take([.receipt(seq: 1, .accepted(position: 7)), Bench.end("7")])
    #expect(report.accepted == 1)
    #expect(report.outbox == 0)
    #expect(try store.acceptedFrontier(of: Bench.dossier).seen.contains(line.id))
    #expect(try store.line(line.id)?.standing == .accepted(position: 7, received: nil))
  }

  @Test func `L7 a refused line is in nobody's set, is kept with its reason, and lets the next one pass`() throws {
    let store = try Bench.store()
    let refused = try store.grade("minor")
    try store.grade("major")
    let report = try store.take([
      .receipt(seq: 1, .refused(.notWriter, detail: "op 0")), .receipt(seq: 2, .accepted(position: 3)),
      Bench.end("3"),
    ])
    #expect(report.refused.map(\.code) == [.notWriter])
    #expect(try store.fold(Bench.dossier).held == [ChangeID(replica: refused.id.replica, seq: 2)])
    #expect(
      try store.quarantine() == [
        QuarantinedLine(line: refused, reason: .refused(code: "not-writer", detail: "op 0"))
      ])
    #expect(try store.outbox().isEmpty)
  }

  /// Three pages of a first sync: a past, a new line with its seal and a skip, and the answer to a push.
  private func pages(_ store: ReplicaStore) throws -> (pages: [[ExchangeFrame]], colleague: OtherDevice) {
    var colleague = OtherDevice(0xB)
    let first = try colleague.line([Bench.set("minor")])
    let second = try colleague.line([Bench.set("major", over: [first.id])])
    let third = try colleague.line([.add("team", on: Bench.audit, value: "u-B")])
    let pages: [[ExchangeFrame]] = [
      [.enter(Bench.dossier, through: 2), Bench.placed(first, at: 1), Bench.end("1", more: true)],
      [
        Bench.placed(second, at: 2),
        .entry(
          LogEntry(
            position: 3, received: 1,
            content: .skip(
              stream: Bench.dossier, id: ChangeID(replica: third.id.replica, seq: 3), digest: third.digest))),
        try colleague.sealed(at: 4), Bench.end("4", more: true),
      ],
      [Bench.placed(try colleague.line([Bench.set("minor", over: [second.id])]), at: 5), Bench.end("5")],
    ]
    return (pages, colleague)
  }

  @Test func `L6 the same page twice changes no byte of the store`() throws {
    let store = try Bench.store()
    let (pages, colleague) = try pages(store)
    let keys: DeviceKeyLookup = { $0 == colleague.replica ? colleague.key.publicKey : nil }
    for page in pages {
      try store.take(page, keys: keys)
      let once = try store.dump()
      let report = try store.take(page, keys: keys)
      #expect(try store.dump() == once)
      #expect(report.received == 0 && report.faults.isEmpty && report.entered.isEmpty)
    }
    #expect(try store.faults().isEmpty)
  }

  @Test(arguments: 0...3)
  func `L6 repeating an exchange after any prefix of it gives the same state`(prefix: Int) throws {
    let straight = try Bench.store()
    let repeated = try Bench.store()
    let (pages, _) = try pages(straight)
    for page in pages { try straight.take(page) }
    for page in pages[..<prefix] + pages { try repeated.take(page) }
    #expect(try straight.fold(Bench.dossier) == repeated.fold(Bench.dossier))
    #expect(
      try straight.acceptedFrontier(of: Bench.dossier).setDigest
        == repeated.acceptedFrontier(of: Bench.dossier).setDigest)
  }

  @Test func `L6 receipts repeated after a lost answer change nothing and count nothing`() throws {
    let store = try Bench.store()
    try store.grade("minor")
    let batch = try store.pendingPush()
    let answer: [ExchangeFrame] = [.receipt(seq: 1, .accepted(position: 7)), Bench.end("7")]
    _ = try store.absorb(answer, pushed: batch, now: 5_000, deviceKeys: Bench.noKeys)
    let once = try store.dump()
    let again = try store.absorb(answer, pushed: batch, now: 5_000, deviceKeys: Bench.noKeys)
    #expect(again.accepted == 0 && again.receipts == 1)
    #expect(try store.dump() == once)
  }

  @Test func `a page without its end, with two ends, or with a receipt for a line not sent is not used`() throws {
    let store = try Bench.store()
    var colleague = OtherDevice(0xB)
    let line = try colleague.line([Bench.set("minor")])
    let entered: [ExchangeFrame] = [.enter(Bench.dossier, through: 1), Bench.placed(line, at: 1)]
    let before = try store.dump()
    for answer in [
      [], entered, entered + [Bench.end("1"), Bench.end("1")],
      [.receipt(seq: 1, .accepted(position: 1))] + entered + [Bench.end("1")], entered + [.gap(expected: 1)],
    ] {
      #expect { try store.take(answer) } throws: { ($0 as? ReplicaStoreError)?.code == "answer-mismatch" }
      #expect(try store.dump() == before)
    }
  }

  @Test func `a stream is neither read nor written until its past is whole`() throws {
    let store = try Bench.store()
    let (pages, _) = try pages(store)
    for page in pages[..<2] {
      try store.take(page)
      #expect(try store.streams().isEmpty)
      #expect(try store.enteringStreams() == [Bench.dossier])
      #expect(throws: ReplicaStoreError.streamNotWhole(Bench.dossier)) { try store.fold(Bench.dossier) }
      #expect(throws: ReplicaStoreError.streamNotWhole(Bench.dossier)) { try store.grade("minor") }
    }
    try store.take(pages[2])
    #expect(try store.streams() == [Bench.dossier])
    #expect(try store.shownGrade() == "minor")
  }

  @Test func `a stream whose past has come is read and written while others are still entering`() throws {
    let store = try Bench.store()
    var colleague = OtherDevice(0xB)
    let line = try colleague.line([Bench.set("minor")])
    let rest = ExchangeEnd.Rest(entering: [Bench.other], streams: 7, positions: 0)
    let end = ExchangeEnd(bookmark: "1", rest: rest, serverTime: 1_000, backedUpThrough: 0, digests: [:])
    let report = try store.take([
      .enter(Bench.dossier, through: 1), Bench.placed(line, at: 1), .enter(Bench.other, through: 1), .end(end),
    ])
    #expect(report.whole == [Bench.dossier] && report.rest == rest)
    #expect(try store.shownGrade() == "minor")
    try store.lookAtGrade()
    try store.grade("major")
    #expect(throws: ReplicaStoreError.streamNotWhole(Bench.other)) { try store.fold(Bench.other) }
  }

  @Test func `a stream fetched anew is not whole before it was announced again, whatever page comes first`() throws {
    let store = try Bench.store()
    var colleague = OtherDevice(0xB)
    let line = try colleague.line([Bench.set("minor")])
    let page: [ExchangeFrame] = [.enter(Bench.dossier, through: 1), Bench.placed(line, at: 1)]
    try store.take(page + [Bench.end("1")])
    try store.refetch([Bench.dossier])
    let others = ExchangeEnd(
      bookmark: "2", rest: ExchangeEnd.Rest(entering: [], streams: 1, positions: 0), serverTime: 1_000,
      backedUpThrough: 0, digests: [:])
    try store.take([.enter(Bench.other, through: 1), .end(others)])
    #expect(throws: ReplicaStoreError.streamNotWhole(Bench.dossier)) { try store.fold(Bench.dossier) }
    try store.take(page + [Bench.end("3")])
    #expect(try store.shownGrade() == "minor")
  }

  @Test(arguments: 1...12)
  func `L2 a past that arrives out of order gives the same state, links and seals`(seed: UInt64) throws {
    let straight = try Bench.store()
    let shuffled = try Bench.store()
    let (pages, colleague) = try pages(straight)
    let keys: DeviceKeyLookup = { $0 == colleague.replica ? colleague.key.publicKey : nil }
    for page in pages { try straight.take(page, keys: keys) }
    var random = SeededGenerator(seed: seed)
    let entries = pages.joined().filter { if case .entry = $0 { true } else { false } }.shuffled(using: &random)
    let enter = ExchangeFrame.enter(Bench.dossier, through: 5)
    try shuffled.take([enter] + entries[..<2] + [Bench.end("a", more: true)], keys: keys)
    let last = try shuffled.take(entries[2...] + [Bench.end("b")], keys: keys)
    #expect(last.faults.isEmpty && last.unverifiedSeals == 0)
    #expect(try straight.fold(Bench.dossier) == shuffled.fold(Bench.dossier))
    #expect(try straight.evidence(of: Bench.dossier) == shuffled.evidence(of: Bench.dossier))
  }

  @Test func `a seal waits for its device's key and is verified when that is known`() throws {
    let store = try Bench.store()
    let (pages, colleague) = try pages(store)
    for page in pages { try store.take(page) }
    #expect(try store.verifySeals(deviceKeys: Bench.noKeys).waiting == 1)
    let known = try store.verifySeals { $0 == colleague.replica ? colleague.key.publicKey : nil }
    #expect(known.waiting == 0 && known.faults.isEmpty)
  }

  @Test func `L10 a wrong seal is a recorded fault, and the line stays`() throws {
    let store = try Bench.store()
    var colleague = OtherDevice(0xB)
    let stranger = Curve25519.Signing.PrivateKey()
    let line = try colleague.line([Bench.set("minor")])
    let report = try store.take(
      [.enter(Bench.dossier, through: 1), Bench.placed(line, at: 1), try colleague.sealed(at: 2), Bench.end("2")],
      keys: { _ in stranger.publicKey })
    #expect(report.faults.map(\.code) == ["seal-wrong"])
    #expect(try store.faults().map(\.code) == ["seal-wrong"])
    #expect(try store.shownGrade() == "minor")
  }

  @Test func `the server's own seals are checked with the key given at joining`() throws {
    let store = try Bench.store()
    var server = OtherDevice(Bench.serverReplica.bits, key: Bench.serverKey)
    let line = try server.line([.state("standing", on: Bench.audit, to: "open", over: [])])
    let report = try store.take([
      .enter(Bench.dossier, through: 1), Bench.placed(line, at: 1), try server.sealed(at: 2), Bench.end("2"),
    ])
    #expect(report.faults.isEmpty && report.unverifiedSeals == 0)
  }

  @Test func `equal sets are reported equal, different ones different and recorded`() throws {
    let store = try Bench.store()
    var colleague = OtherDevice(0xB)
    let line = try colleague.line([Bench.set("minor")])
    let equal = try store.take([
      .enter(Bench.dossier, through: 1), Bench.placed(line, at: 1),
      Bench.end("1", digests: [Bench.dossier: colleague.frontier().setDigest]),
    ])
    #expect(equal.equal == [Bench.dossier] && equal.different.isEmpty)
    _ = try colleague.line([Bench.set("major")])
    let different = try store.take([Bench.end("2", digests: [Bench.dossier: colleague.frontier().setDigest])])
    #expect(different.different == [Bench.dossier])
    #expect(try store.faults().map(\.code) == ["set-digest-differs"])
  }

  @Test func `a stream fetched anew keeps the outbox, is hidden until whole, and ends as it was`() throws {
    let store = try Bench.store()
    let (pages, _) = try pages(store)
    for page in pages { try store.take(page) }
    let own = try store.grade("cautious")
    let before = try store.fold(Bench.dossier)
    try store.refetch([Bench.dossier])
    #expect(try store.pendingPush().request.header.bookmark == "")
    #expect(try store.outbox() == [own])
    #expect(throws: ReplicaStoreError.streamNotWhole(Bench.dossier)) { try store.fold(Bench.dossier) }
    for page in pages { try store.take(page.filter { if case .receipt = $0 { false } else { true } }) }
    #expect(try store.fold(Bench.dossier) == before)
  }

  @Test func `another line under a held name is a recorded fault, and the first stays`() throws {
    let store = try Bench.store()
    var colleague = OtherDevice(0xB)
    var copy = OtherDevice(0xB)
    let line = try colleague.line([Bench.set("minor")])
    try store.take([.enter(Bench.dossier, through: 1), Bench.placed(line, at: 1), Bench.end("1")])
    let report = try store.take([Bench.placed(try copy.line([Bench.set("major")]), at: 2), Bench.end("2")])
    #expect(report.faults.map(\.code) == ["line-differs"])
    #expect(try store.shownGrade() == "minor")
  }
}
