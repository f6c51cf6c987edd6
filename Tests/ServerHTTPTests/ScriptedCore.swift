import NIOConcurrencyHelpers
import SyncProtocol

@testable import ServerCore
@testable import ServerHTTP

/// A core that answers what a test scripts, and whose log grows when a test says so.
actor ScriptedCore: SyncService {
  static let token = "Bearer good"
  /// Another device's.
  static let otherToken = "Bearer second"
  private static let callers = [token: 1, otherToken: 2]

  private var answer: Result<[UInt8], Problem> = .success([])
  private var page: Result<FeedPage, Problem> = .success(.empty(at: "7"))
  private var position = 7
  private var listeners: [AsyncStream<Int>.Continuation] = []
  private(set) var bodies: [[UInt8]] = []
  private(set) var asked: [(stream: String?, offset: String?, limit: Int?)] = []
  private(set) var askedKinds: [FeedKinds?] = []
  private var pages: [FeedPage] = []
  nonisolated let schemaVersion = 7
  private var isRevoked = false
  private var isStorageReadable = true

  func answers(_ answer: Result<[UInt8], Problem>) { self.answer = answer }
  func shows(_ page: Result<FeedPage, Problem>) { self.page = page }
  func losesStorage() { isStorageReadable = false }
  func revoke() { isRevoked = true }

  /// Commits something, seen by this process.
  func commit(_ page: FeedPage?) {
    if let page { self.page = .success(page) }
    position += 1
    for listener in listeners { listener.yield(position) }
  }

  /// Commits something as another process would: nobody is told until `refresh`.
  func commitElsewhere(_ page: FeedPage) {
    self.page = .success(page)
    position += 1
  }

  func authenticate(authorization: String?) -> Result<Int, Problem> {
    guard let caller = Self.callers[authorization ?? ""], !isRevoked else {
      return .failure(Problem(.unauthenticated, detail: "Show the token of a joined device."))
    }
    return .success(caller)
  }

  func join(_ body: [UInt8]) -> Result<[UInt8], Problem> {
    bodies.append(body)
    return answer
  }

  func token(_ body: [UInt8]) -> Result<[UInt8], Problem> {
    bodies.append(body)
    return answer
  }

  func changeKey(_ body: [UInt8], as caller: Int) -> Result<[UInt8], Problem> {
    bodies.append(body)
    return answer
  }

  func exchange(_ body: [UInt8], as caller: Int) -> Result<[UInt8], Problem> {
    bodies.append(body)
    return answer
  }

  func recover(_ body: [UInt8], as caller: Int) -> Result<[UInt8], Problem> {
    bodies.append(body)
    return answer
  }

  func isRecovering() -> Bool { false }

  func feed(offset: String?, limit: Int?, kinds: FeedKinds?, as caller: Int) -> Result<FeedPage, Problem> {
    read(nil, offset, limit, kinds)
  }

  func stream(
    _ name: String, offset: String?, limit: Int?, kinds: FeedKinds?, as caller: Int
  ) -> Result<FeedPage, Problem> {
    read(name, offset, limit, kinds)
  }

  private func read(_ name: String?, _ offset: String?, _ limit: Int?, _ kinds: FeedKinds?) -> Result<FeedPage, Problem>
  {
    asked.append((name, offset, limit))
    askedKinds.append(kinds)
    return pages.isEmpty ? page : .success(pages.removeFirst())
  }

  func state(of name: String, as caller: Int) -> Result<StreamStatePage, Problem> {
    asked.append((name, nil, nil))
    return answer.map { StreamStatePage(body: $0) }
  }

  /// Shows these pages first, one a reading.
  func shows(first pages: [FeedPage]) { self.pages = pages }

  func lastPosition() -> Int { position }
  func refresh() -> Int { position }
  func isReadable() -> Bool { isStorageReadable }

  func changes() -> AsyncStream<Int> {
    let (stream, listener) = AsyncStream.makeStream(of: Int.self)
    listeners.append(listener)
    return stream
  }
}

extension FeedPage {
  static func empty(at offset: String) -> FeedPage {
    FeedPage(body: Array("[]".utf8), nextOffset: offset, upToDate: true, etag: "\"e-\(offset)\"")
  }

  static func of(_ json: String, next offset: String, upToDate: Bool = true) -> FeedPage {
    FeedPage(body: Array(json.utf8), nextOffset: offset, upToDate: upToDate, etag: "\"e-\(offset)\"")
  }
}

/// A clock that stands still until a test moves it.
final class HandClock: Clock, Sendable {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
    func duration(to other: Self) -> Duration { other.offset - offset }
    static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }
  }

  private struct State {
    var now = Instant(offset: .zero)
    var sleepers: [Int: (deadline: Instant, continuation: CheckedContinuation<Void, any Error>)] = [:]
    var cancelled: Set<Int> = []
    var next = 0
  }

  private let state = NIOLockedValueBox(State())
  var now: Instant { state.withLockedValue { $0.now } }
  var minimumResolution: Duration { .nanoseconds(1) }

  /// Sleepers at this moment whose deadline is exactly this far away.
  func sleepers(for duration: Duration) -> Int {
    state.withLockedValue { state in
      state.sleepers.values.count { $0.deadline == state.now.advanced(by: duration) }
    }
  }

  func advance(by duration: Duration) {
    let woken = state.withLockedValue { state in
      state.now = state.now.advanced(by: duration)
      let now = state.now
      let woken = state.sleepers.filter { $0.value.deadline <= now }
      for id in woken.keys { state.sleepers[id] = nil }
      return woken.values.map(\.continuation)
    }
    for continuation in woken { continuation.resume() }
  }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let id = state.withLockedValue { state in
      state.next += 1
      return state.next
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let isCancelled = state.withLockedValue { state in
          if state.cancelled.remove(id) != nil { return true }
          state.sleepers[id] = (deadline, continuation)
          return false
        }
        if isCancelled { continuation.resume(throwing: CancellationError()) }
      }
    } onCancel: {
      let continuation = state.withLockedValue { state in
        if let sleeper = state.sleepers.removeValue(forKey: id) { return Optional(sleeper.continuation) }
        state.cancelled.insert(id)
        return nil
      }
      continuation?.resume(throwing: CancellationError())
    }
  }
}

/// A server's clock that always tells one time.
struct FixedTime: ServerClock {
  var milliseconds: Int64 = 1_787_000_000_000
  func now() -> Int64 { milliseconds }
}

/// Waits until something is so, giving other tasks the processor; a test that waits in vain ends by its time limit.
func until(_ isSo: () async throws -> Bool) async throws {
  while try await !isSo() {
    try Task.checkCancellation()
    await Task.yield()
  }
}
