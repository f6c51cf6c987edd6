import Crypto
import StoreTestSupport
import SyncCore
import SyncProtocol
import Testing

@testable import FieldClient

@Suite struct `the plan of a give-back` {
  private let key = Curve25519.Signing.PrivateKey()
  private let anne = ReplicaID(bits: 1)
  private let bruno = ReplicaID(bits: 2)

  private func skip(_ replica: ReplicaID, _ seq: Int) -> LogEntry {
    LogEntry(
      position: 0, received: 0,
      content: .skip(stream: .office, id: ChangeID(replica: replica, seq: seq), digest: Digest(of: [UInt8(seq % 250)])))
  }

  private func seal(_ replica: ReplicaID, _ seq: Int) throws -> Seal {
    try Seal(
      stream: .office, through: ChangeID(replica: replica, seq: seq), link: Link(Digest(of: [1])), key: key)
  }

  private func plan(_ counts: [ReplicaID: Int], sealedAt: [(ReplicaID, Int)], beyond: [ReplicaID: Int] = [:]) throws
    -> GiveBackPlan
  {
    var entries: [LogEntry] = []
    for (replica, count) in counts { for seq in 0..<count { entries.append(skip(replica, seq + 1)) } }
    for (replica, seq) in sealedAt {
      entries.append(LogEntry(position: 0, received: 0, content: .seal(try seal(replica, seq))))
    }
    return GiveBackPlan(GiveBackSource(entries, of: .office), beyond: beyond)
  }

  @Test func `each body is whole in itself: it ends where seals do`() throws {
    let seals = stride(from: 700, through: 4_200, by: 700).map { (anne, $0) }
    let plan = try plan([anne: 4_200], sealedAt: seals)
    #expect(plan.bodies.count == 3 && plan.unsendable == 0)
    var next = 1
    for body in plan.bodies {
      let seqs = body.compactMap { $0.changeID?.seq }
      #expect(seqs == Array(next..<(next + 1_400)))
      next += 1_400
      let last = body.compactMap { if case .seal(let seal) = $0.content { seal.through.seq } else { nil } }.max()
      #expect(last == seqs.last)
    }
  }

  @Test func `only what lies beyond the server's chains goes, and an unsealed end goes too, for a person`() throws {
    let plan = try plan(
      [anne: 5, bruno: 3], sealedAt: [(anne, 2), (anne, 4), (bruno, 3)], beyond: [anne: 2, bruno: 3])
    #expect(plan.bodies.count == 1)
    #expect(plan.bodies[0].compactMap { $0.changeID?.description } == ["\(anne):3", "\(anne):4", "\(anne):5"])
    #expect(try self.plan([bruno: 3], sealedAt: [(bruno, 3)], beyond: [bruno: 3]).bodies == [])
  }

  @Test func `L12 what no request may hold under one seal is counted, and what follows it in its chain`() throws {
    let most = ProtocolLimits.recoveryEntriesMax
    let plan = try plan(
      [anne: most + 1, bruno: 2], sealedAt: [(anne, most), (anne, most + 1), (bruno, 2)])
    #expect(plan.unsendable == most + 1)
    #expect(plan.bodies.map { $0.compactMap(\.changeID) } == [[1, 2].map { ChangeID(replica: bruno, seq: $0) }])
    #expect(try self.plan([anne: most - 1], sealedAt: [(anne, most - 1)]).unsendable == 0)
  }
}
