import AuditDesk
import FieldClient
import ReplicaStore
import StoreTestSupport
import SyncCore
import SyncProtocol
import Synchronization
import Testing

struct SyncTests {
  @Test func `L8 two devices agree after a round, and digests prove it`() async throws {
    let team = try await Team.started()
    try team.bruno.look()
    try team.bruno.grade("major")
    try team.anne.grade("conform", stream: Bench.other)
    for device in [team.bruno, team.anne, team.bruno] {
      let report = try await device.sync()
      #expect(report.isComplete && report.outbox == 0 && report.faults.isEmpty && report.unverifiedSeals == 0)
      #expect(report.equal.contains(Bench.dossier))
    }
    #expect(try team.anne.shown() == "major" && team.bruno.shown() == "major")
    for stream in [Bench.dossier, Bench.other] {
      #expect(try team.anne.store.fold(stream) == team.bruno.store.fold(stream))
      #expect(
        try team.anne.store.acceptedFrontier(of: stream).setDigest
          == team.bruno.store.acceptedFrontier(of: stream).setDigest)
    }
  }

  @Test func `two auditors' edits of one field are both kept`() async throws {
    let team = try await Team.started()
    for device in [team.anne, team.bruno] { try device.look() }
    try team.anne.grade("conform")
    try team.bruno.grade("major")
    for device in [team.anne, team.bruno, team.anne] { try await device.sync() }
    #expect(try team.anne.values() == 2 && team.bruno.values() == 2)
  }

  @Test func `L6 an answer lost after the server took the push is asked for again, and nothing is taken twice`()
    async throws
  {
    let team = try Team()
    try team.anne.grade("minor")
    team.server.edit { $0.mischief = [.answerLost, .requestLost, .answerTruncated(by: 3)] }
    let report = try await team.anne.sync()
    #expect(report.end == .complete && report.retries == 3 && report.accepted == 1)
    #expect(team.anne.pauses.withLock { $0 } == SyncPolicy.pausesMilliseconds)
    let lines = team.server.state.withLock { $0.log.filter { if case .line = $0.content { true } else { false } } }
    #expect(lines.count == 1)
    #expect(try team.anne.store.outbox().isEmpty)
  }

  @Test func `L12 a connection cut four times ends the sync, with the work safe in the outbox`() async throws {
    let team = try Team()
    let line = try team.anne.grade("minor")
    team.server.edit { $0.mischief = Array(repeating: .requestLost, count: 4) }
    let report = try await team.anne.sync()
    #expect(report.end == .cutTooOften("request lost") && report.rounds == 4 && report.outbox == 1)
    #expect(try team.anne.store.outbox() == [line])
    #expect(try await team.anne.sync().end == .complete)
  }

  @Test func `a captive portal's page is never taken for an answer`() async throws {
    let team = try await Team.started()
    try team.anne.grade("major")
    let html = Array("<html>Bienvenue</html>\n".utf8)
    for type in ["text/html; charset=utf-8", MediaType.ndjson, MediaType.json] {
      let page = TransportResponse(
        status: 200, headers: [TransportHeader("content-type", type)], body: html, wireBytes: html.count)
      team.server.edit { $0.mischief = [.instead(page)] }
      let report = try await team.anne.sync()
      #expect(report.end.code == "not-our-server", "\(type)")
      #expect(try team.anne.store.outbox().count == 1)
    }
  }

  @Test(arguments: [
    (TransportFailure.unreachable("no route"), SyncEnd.offline("no route")),
    (.tls("expired"), .tls("expired")), (.cancelled, .interrupted),
  ])
  func `a failure that repeating cannot help ends the sync at once`(failure: TransportFailure, end: SyncEnd)
    async throws
  {
    let team = try Team()
    try team.anne.grade("minor")
    team.server.edit { $0.mischief = [.fails(failure)] }
    let report = try await team.anne.sync()
    #expect(report.end == end && report.rounds == 1 && report.outbox == 1)
  }

  @Test func `an outbox of several pushes and a feed of many pages go through whole`() async throws {
    let team = try await Team.started()
    for seed in 1...1_200 { try team.anne.grade("minor", on: EntityID("audit/B\(seed)")!) }
    let up = try await team.anne.sync()
    #expect(up.end == .complete && up.accepted == 1_200 && up.rounds == 3)
    team.server.edit { $0.pageEntries = 100 }
    let down = try await team.bruno.sync()
    #expect(down.isComplete && down.received == 1_200 && down.rounds > 10)
    #expect(try team.anne.store.fold(Bench.dossier) == team.bruno.store.fold(Bench.dossier))
  }

  @Test func `a push the server finds too large is halved until it fits`() async throws {
    let team = try Team()
    for seed in 1...300 { try team.anne.grade("minor", on: EntityID("audit/B\(seed)")!) }
    team.server.edit { $0.pushLines = 100 }
    let report = try await team.anne.sync()
    #expect(report.isComplete && report.accepted == 300)
    #expect(team.server.state.withLock { $0.requests.map(\.items.count).max() } == 300)
  }

  @Test func `a server that does not know the bookmark any more is read from the start`() async throws {
    let team = try await Team.started()
    try team.bruno.look()
    try team.bruno.grade("major")
    try await team.bruno.sync()
    let before = try team.anne.store.fold(Bench.dossier)
    team.server.edit { $0.bookmarksForgotten = true }
    let stuck = try await team.anne.sync()
    #expect(stuck.end == .complete || stuck.end.code == "bookmark-gone")
    team.server.edit { $0.bookmarksForgotten = false }
    let report = try await team.anne.sync()
    #expect(report.isComplete)
    #expect(try team.anne.store.fold(Bench.dossier).held.isSuperset(of: before.held))
    #expect(try team.anne.shown() == "major")
  }

  @Test(arguments: [
    (ProblemCode.unauthenticated, "unauthenticated"), (.foreignReplica, "foreign-replica"), (.badSeal, "bad-seal"),
    (.malformed, "malformed"),
  ])
  func `a refused request ends the sync and keeps the outbox`(code: ProblemCode, end: String) async throws {
    let team = try Team()
    try team.anne.grade("minor")
    let body = Problem(code, detail: "no").body
    let answer = TransportResponse(
      status: code.status, headers: [TransportHeader("content-type", Problem.mediaType)], body: body, wireBytes: 0)
    team.server.edit { $0.mischief = [.instead(answer)] }
    let report = try await team.anne.sync()
    #expect(report.end.code == end && report.outbox == 1)
  }

  @Test func `a busy server is asked again after the time it names, within a bound`() async throws {
    let team = try Team()
    try team.anne.grade("minor")
    func busy(_ seconds: String) -> FakeServer.Mischief {
      let body = Problem(.tooManyRequests, detail: "busy").body
      return .instead(
        TransportResponse(
          status: 429,
          headers: [TransportHeader("content-type", Problem.mediaType), TransportHeader("retry-after", seconds)],
          body: body, wireBytes: 0))
    }
    team.server.edit { $0.mischief = [busy("\(SyncPolicy.retryAfterSecondsMax + 1)")] }
    #expect(try await team.anne.sync().end == .unavailable(retryAfterSeconds: SyncPolicy.retryAfterSecondsMax + 1))
    team.server.edit { $0.mischief = [busy("\(SyncPolicy.retryAfterSecondsMax)")] }
    #expect(try await team.anne.sync().end == .complete)
    #expect(team.anne.pauses.withLock { $0 } == [SyncPolicy.retryAfterSecondsMax * 1_000])
  }

  @Test func `a capture made while a sync waits for the network is saved at once and goes with the next round`()
    async throws
  {
    let team = try await Team.started()
    let captured = Mutex<[ChangeLine]>([])
    let anne = team.anne
    let engine = anne.engine(onTheWay: {
      captured.withLock { lines in
        if lines.isEmpty, let line = try? anne.grade("major") { lines.append(line) }
      }
    })
    let report = try await engine.sync()
    #expect(captured.withLock { $0.count } == 1)
    #expect(report.isComplete && report.accepted == 1 && report.rounds == 2)
  }

  @Test func `L7 a refused line is reported with its code and the rest flows`() async throws {
    let team = try await Team.started()
    let refused = try team.anne.grade("major")
    try team.anne.grade("conform", on: EntityID("audit/A2")!)
    team.server.edit { $0.refusing = [refused.id] }
    let report = try await team.anne.sync()
    #expect(report.refused.map(\.code) == ["not-writer"] && report.accepted == 1 && report.isComplete)
    #expect(try team.anne.store.quarantine().map(\.line) == [refused])
    let theirs = try await team.bruno.sync()
    #expect(theirs.isComplete && theirs.faults.isEmpty)
  }

  @Test func `L4 a dossier that leaves the scope is purged, and its unsent work reaches the server's quarantine`()
    async throws
  {
    let team = try await Team.started()
    try await team.bruno.sync()
    try team.bruno.grade("major")
    team.server.edit { $0.hidden = [ReplicaID(bits: 0xB): [Bench.dossier]] }
    let report = try await team.bruno.sync()
    #expect(report.left.map(\.stream) == [Bench.dossier] && report.refused.map(\.code) == ["out-of-scope"])
    #expect(try team.bruno.store.streams().isEmpty)
    #expect(try team.bruno.store.quarantine().count == 1)
    team.server.edit { $0.hidden = [:] }
    let back = try await team.bruno.sync()
    #expect(back.isComplete && back.entered == [Bench.dossier])
    #expect(try team.bruno.shown() == "minor")
  }

  @Test func `a server that lost the last lines gets them again from the gap on`() async throws {
    let team = try await Team.started()
    for seed in 1...700 { try team.anne.grade("minor", on: EntityID("audit/B\(seed)")!) }
    try await team.anne.sync()
    team.server.edit { state in
      let kept = state.log.count - 600
      let lost = state.log[kept...]
      state.log.removeLast(600)
      for entry in lost {
        if case .line(let line) = entry.content { state.receipts[line.id] = nil }
      }
      var last = 0
      var link = Link.origin(tenant: Bench.tenant, stream: Bench.dossier, replica: ReplicaID(bits: 0xA))
      for entry in state.log {
        guard case .line(let line) = entry.content else { continue }
        last = line.id.seq
        link = link.next(seq: last, line: line.digest)
      }
      state.last[ReplicaID(bits: 0xA)] = last
      state.chains[Bench.dossier] = [ReplicaID(bits: 0xA): link]
      state.accepted[Bench.dossier] = Frontier(
        tips: [ReplicaID(bits: 0xA): Frontier.Tip(seq: last, link: link)])
    }
    let report = try await team.anne.sync()
    #expect(report.isComplete && report.equal == [Bench.dossier])
    #expect(team.server.state.withLock { $0.last[ReplicaID(bits: 0xA)] } == 701)
  }

  @Test func `a stream whose digest differs is fetched anew once, and is reported when it differs still`() async throws
  {
    let team = try await Team.started()
    team.server.edit { $0.lyingAbout = Bench.dossier }
    let report = try await team.anne.sync()
    #expect(report.refetched == [Bench.dossier] && report.different == [Bench.dossier] && !report.isComplete)
    team.server.edit { $0.lyingAbout = nil }
    let next = try await team.anne.sync()
    #expect(next.isComplete && next.equal == [Bench.dossier])
    #expect(try team.anne.store.faults().isEmpty)
    #expect(try team.anne.shown() == "minor")
  }
}

struct CopiedStoreTests {
  @Test func `a copied disk that writes too becomes a new replica, and both branches are kept and shown`() async throws
  {
    let team = try await Team.started()
    let copy = try Device(copyOf: team.anne, seed: 77)
    try team.anne.look()
    try copy.look()
    try team.anne.grade("conform")
    try copy.grade("major")
    try await team.anne.sync()
    let report = try await copy.sync()
    let new = try #require(report.newReplica)
    #expect(report.isComplete && new.reissued.count == 1 && report.outbox == 0)
    #expect(try copy.store.identity.replica == new.new)
    try await team.anne.sync()
    #expect(try team.anne.values() == 2)
    #expect(try team.anne.store.fold(Bench.dossier) == copy.store.fold(Bench.dossier))
  }

  @Test func `a restored backup compares its whole outbox, of several pushes, before it writes anything again`()
    async throws
  {
    let team = try await Team.started()
    for seed in 1...600 { try team.anne.grade("minor", on: EntityID("audit/B\(seed)")!) }
    let backup = try Device(copyOf: team.anne, seed: 77)
    try team.anne.grade("conform")
    try await team.anne.sync()
    let report = try await backup.sync()
    #expect(report.isComplete && report.newReplica?.reissued.isEmpty == true)
    #expect(try backup.store.fold(Bench.dossier) == team.anne.store.fold(Bench.dossier))
  }

  @Test func `a restored backup whose lines the server holds already writes none of them twice`() async throws {
    let team = try await Team.started()
    try team.anne.look()
    try team.anne.grade("major")
    let backup = try Device(copyOf: team.anne, seed: 77)
    try team.anne.grade("conform")
    try await team.anne.sync()
    // The backup's pending line was sent by the original since: it is known there.
    let report = try await backup.sync()
    let new = try #require(report.newReplica)
    #expect(report.isComplete && new.reissued.isEmpty)
    #expect(try backup.shown() == "conform")
    #expect(try backup.store.fold(Bench.dossier) == team.anne.store.fold(Bench.dossier))
    try backup.look()
    try backup.grade("minor")
    #expect(try await backup.sync().isComplete)
  }
}
