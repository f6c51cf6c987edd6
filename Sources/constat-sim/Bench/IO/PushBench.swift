import Foundation
import ServerCore
import ServerStorage
import SyncCore
import SyncProtocol

/// Durable, validated, merged pushes into a ledger on disk, without a socket, beside what SQLite alone reaches.
struct PushBench: BenchSection {
  static let name = "push"
  private static let pushes = 100
  private static let singles = 200
  private static let groupPushes = 25
  private static let groupLines = 20

  private struct Round {
    var ceiling = 0.0
    var rate = 0.0
    var single = 0.0
    var rawSingle = 0.0
    var one = 0.0
    var eight = 0.0
  }

  func rows(runs: Int) async throws -> [BenchRow] {
    try await BenchFolder.with { try await rows(runs: runs, in: $0) }
  }

  private func rows(runs: Int, in folder: String) async throws -> [BenchRow] {
    let server = try BenchServer(folder: folder + "/push", part: .serving)
    // Dossiers of 200 changes: a device goes on to its next when one is full.
    let streams = BenchWriter.dossiers(600)
    let user = try await server.auditor("Banc", of: Set(streams))
    var devices: [PushingDevice] = []
    for place in 0..<8 {
      let own = place == 0 ? Array(streams[..<460]) : Array(streams[(440 + place * 20)..<(460 + place * 20)])
      devices.append(try await PushingDevice(user: user, streams: own, server: server.office))
    }
    let raw = try RawInsertBaseline(path: folder + "/push/raw.sqlite")
    // The first round warms files and statements up.
    _ = try await round(raw, &devices)
    var rounds: [Round] = []
    for _ in 0..<runs { rounds.append(try await round(raw, &devices)) }
    let one = BenchRow("one writer, \(Self.groupLines) changes a push", rounds.map(\.one), .changesPerSecond)
    let ceiling = BenchRow("raw SQLite: log + state, 100 per transaction", rounds.map(\.ceiling), .changesPerSecond)
    let rawSingle = BenchRow("raw SQLite: log + state, one transaction, p50", rounds.map(\.rawSingle), .milliseconds)
    return [
      ceiling,
      BenchRow(
        "push: 100 of 870 B, durable and merged", rounds.map(\.rate), .changesPerSecond, beside: ceiling,
        remark: "Kinto on PostgreSQL 290/s"),
      BenchRow(
        "push as a share of raw SQLite", rounds.map { $0.rate * 100 / $0.ceiling }, .percent, floor: 30, aim: 60),
      rawSingle,
      BenchRow("push of one change", rounds.map(\.single), .milliseconds, floor: 0.5, beside: rawSingle),
      one,
      BenchRow(
        "eight writers at once, \(Self.groupLines) changes a push", rounds.map(\.eight), .changesPerSecond,
        floor: BenchSpread.middle(rounds.map(\.one).sorted()), beside: one),
    ]
  }

  private func round(_ raw: RawInsertBaseline, _ devices: inout [PushingDevice]) async throws -> Round {
    let clock = ContinuousClock()
    var round = Round()
    let start = clock.now
    try raw.write(transactions: Self.pushes, changes: 100)
    round.ceiling = Double(Self.pushes) * 100_000 / start.duration(to: clock.now).milliseconds

    var ones: [Double] = []
    for _ in 0..<Self.singles {
      ones.append(try Stopwatch.time { try raw.write(transactions: 1, changes: 1) }.milliseconds)
    }
    round.rawSingle = BenchSpread.middle(ones.sorted())

    let spent = try await devices[0].send(try devices[0].prepare(Self.pushes, of: 100))
    round.rate = Double(Self.pushes) * 100_000 / spent.reduce(0, +)
    round.single = BenchSpread.middle(
      try await devices[0].send(try devices[0].prepare(Self.singles, of: 1)).sorted())

    let lines = Double(8 * Self.groupPushes * Self.groupLines)
    // Both by the wall clock: what the devices themselves do counts in either.
    let pushes = try devices[0].prepare(8 * Self.groupPushes, of: Self.groupLines)
    let alone = clock.now
    _ = try await devices[0].send(pushes)
    round.one = lines * 1_000 / alone.duration(to: clock.now).milliseconds
    let prepared = try devices.indices.map { try devices[$0].prepare(Self.groupPushes, of: Self.groupLines) }
    let ready = zip(devices, prepared).map { ($0, $1) }
    let together = clock.now
    devices = try await withThrowingTaskGroup(of: (Int, PushingDevice).self) { group in
      for (place, (device, pushes)) in ready.enumerated() {
        group.addTask {
          var device = device
          _ = try await device.send(pushes)
          return (place, device)
        }
      }
      var done = devices
      for try await (place, device) in group { done[place] = device }
      return done
    }
    round.eight = lines * 1_000 / together.duration(to: clock.now).milliseconds
    return round
  }
}

/// A device that pushes straight into the server's core and checks that every line was taken.
struct PushingDevice: Sendable {
  private var writer: BenchWriter
  private let server: ConstatServer
  private let principal: Principal
  private let streams: [StreamID]
  private var bookmark = ""
  private var written = 0

  init(user: UserID, streams: [StreamID], server: ConstatServer) async throws {
    writer = try await BenchWriter(code: try await server.invite(user).code, server: server)
    self.server = server
    self.streams = streams
    principal = try await server.authenticate(authorization: "Bearer \(writer.token)").get()
    try await catchUp()
  }

  /// Prepares pushes of so many lines, each into one stream.
  mutating func prepare(_ count: Int, of lines: Int) throws -> [BenchWriter.Push] {
    try (0..<count).map { _ in
      defer { written += lines }
      return try writer.push(lines, into: streams[written / 200 % streams.count])
    }
  }

  /// Sends pushes one after the other.
  /// - Returns: the milliseconds each took.
  mutating func send(_ pushes: [BenchWriter.Push]) async throws -> [Double] {
    let clock = ContinuousClock()
    var spent: [Double] = []
    for push in pushes {
      // Nothing is asked of the feed: others' work is not part of what is measured.
      let body = writer.body(push, bookmark: bookmark, limit: 0)
      let start = clock.now
      let answer = try await server.exchange(body, as: principal).get()
      spent.append(start.duration(to: clock.now).milliseconds)
      guard BenchWriter.acceptedCount(answer) == push.count else {
        throw BenchFault.answer(String(decoding: answer.prefix(300), as: UTF8.self))
      }
      bookmark = try BenchWriter.end(of: answer).bookmark
    }
    return spent
  }

  private mutating func catchUp() async throws {
    var more = true
    while more {
      let answer = try await server.exchange(writer.pull(bookmark: bookmark), as: principal).get()
      (bookmark, more) = try BenchWriter.end(of: answer)
    }
  }
}
