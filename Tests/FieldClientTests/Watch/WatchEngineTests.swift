import FieldClient
import ReplicaStore
import StoreTestSupport
import SyncCore
import SyncProtocol
import Synchronization
import TestSupport
import Testing

/// A sync that stays on, with a store and a server in memory.
@Suite(.timeLimit(.minutes(5))) struct WatchEngineTests {
  /// Runs Bruno's watch until he has been told something, then stops it.
  private func watch(
    _ device: Device, _ transport: FeedTransport, until isEnough: @escaping @Sendable (WatchEngine.Notice) -> Bool
  ) async throws -> (notices: [WatchEngine.Notice], ending: WatchMachine.Ending) {
    let notices = Notices()
    let (enough, tellEnough) = AsyncStream.makeStream(of: Void.self)
    let engine = WatchEngine(
      store: device.store, transport: transport, syncs: device.engine(),
      sleep: { _ in try await Task.sleep(for: .milliseconds(1)) }, random: SeededGenerator(seed: 3))
    let running = Task {
      try await engine.run { notice in
        notices.add(notice)
        if isEnough(notice) { tellEnough.yield() }
      }
    }
    var iterator = enough.makeAsyncIterator()
    await iterator.next()
    running.cancel()
    let ending = try await running.value
    return (notices.all, ending)
  }

  private static func received(_ notice: WatchEngine.Notice) -> Int {
    if case .synced(let report) = notice { report.received } else { 0 }
  }

  @Test func `what a colleague sends while it listens is received without being asked for`() async throws {
    let team = try await Team.started()
    let transport = FeedTransport(server: team.server)
    let (anne, sent) = (team.anne, Once())
    transport.onListening {
      // Anne syncs once, from her own laptop, while Bruno's poll is held.
      guard sent.isFirst() else { return }
      try anne.grade("major")
      try await anne.sync()
    }
    let (notices, ending) = try await watch(team.bruno, transport) { Self.received($0) > 0 }
    #expect(notices.contains(.standing(.listening)))
    #expect(ending == .stopped(offline: false))
    #expect(try team.bruno.shown() == "major")
  }

  @Test func `what another program captures is sent without being asked for`() async throws {
    let team = try await Team.started()
    let transport = FeedTransport(server: team.server)
    let (bruno, captured) = (team.bruno, Once())
    transport.onListening {
      guard captured.isFirst() else { return }
      try bruno.grade("conform")
    }
    let (notices, _) = try await watch(bruno, transport) { notice in
      if case .synced(let report) = notice { report.accepted > 0 } else { false }
    }
    #expect(!notices.isEmpty)
    #expect(try bruno.store.status().outbox == 0)
  }

  @Test func `without a server it waits and goes on when there is one`() async throws {
    let team = try await Team.started()
    let transport = FeedTransport(server: team.server)
    transport.fail(times: 3)
    let (notices, ending) = try await watch(team.bruno, transport) { $0 == .standing(.listening) }
    #expect(notices.prefix(3) == Array(repeating: .standing(.waiting(reason: "offline")), count: 3)[...])
    #expect(ending == .stopped(offline: false))
  }

  @Test(arguments: [
    TransportResponse(
      status: 200, headers: [TransportHeader("content-type", "text/html")], body: Array("<html>".utf8), wireBytes: 6),
    TransportResponse(
      status: 200,
      headers: [TransportHeader("content-type", "application/json"), TransportHeader("stream-next-offset", "x")],
      body: Array("{}".utf8), wireBytes: 2),
  ])
  func `a page of a captive portal is no news`(page: TransportResponse) async throws {
    let team = try await Team.started()
    let transport = FeedTransport(server: team.server)
    transport.answer(page)
    let (notices, _) = try await watch(team.bruno, transport) { $0 == .standing(.waiting(reason: "not-our-server")) }
    #expect(notices == [.standing(.waiting(reason: "not-our-server"))])
  }
}

/// Says once that it is the first time.
private final class Once: Sendable {
  private let wasAsked = Mutex(false)

  func isFirst() -> Bool {
    wasAsked.withLock { wasAsked in
      defer { wasAsked = true }
      return !wasAsked
    }
  }
}

/// What a watcher was told.
private final class Notices: Sendable {
  private let told = Mutex<[WatchEngine.Notice]>([])

  var all: [WatchEngine.Notice] { told.withLock { $0 } }
  func add(_ notice: WatchEngine.Notice) { told.withLock { $0.append(notice) } }
}

/// A server's feed over `FakeServer`: offsets are positions, and a held poll looks until it is cancelled.
final class FeedTransport: Transport {
  private struct State {
    var failures = 0
    var answer: TransportResponse?
    var onListening: (@Sendable () async throws -> Void)?
  }

  private let server: FakeServer
  private let state = Mutex(State())

  init(server: FakeServer) { self.server = server }

  func fail(times: Int) { state.withLock { $0.failures = times } }
  func answer(_ response: TransportResponse) { state.withLock { $0.answer = response } }
  func onListening(_ body: @escaping @Sendable () async throws -> Void) { state.withLock { $0.onListening = body } }

  func send(_ request: TransportRequest) async throws(TransportFailure) -> TransportResponse {
    let (fails, instead, onListening) = state.withLock { state in
      defer { state.failures = max(0, state.failures - 1) }
      return (state.failures > 0, state.answer, state.onListening)
    }
    guard !fails else { throw .unreachable("no route") }
    if let instead { return instead }
    guard let query = request.target.split(separator: "?").last, query.contains("live=long-poll") else {
      return page(after: .max)
    }
    let offset = query.split(separator: "&").first { $0.hasPrefix("offset=") }?.dropFirst(7)
    do {
      try await onListening?()
    } catch {
      throw .cut("\(error)")
    }
    let after = offset.flatMap { Int($0) } ?? 0
    do {
      while server.state.withLock({ $0.log.count }) <= after { try await Task.sleep(for: .milliseconds(1)) }
    } catch {
      throw .cancelled
    }
    return page(after: after)
  }

  private func page(after: Int) -> TransportResponse {
    let log = server.state.withLock { $0.log }
    let frames = log.dropFirst(min(after, log.count)).map { entry in
      var bytes: [UInt8] = []
      entry.append(to: &bytes)
      return String(decoding: bytes.dropLast(), as: UTF8.self)
    }
    let body = Array("[\(frames.joined(separator: ","))]".utf8)
    return TransportResponse(
      status: 200,
      headers: [
        TransportHeader("content-type", "application/json"), TransportHeader("stream-next-offset", "\(log.count)"),
      ], body: body, wireBytes: body.count)
  }
}
