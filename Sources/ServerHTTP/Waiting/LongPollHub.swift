import ServiceLifecycle

/// Holds long-polls until the log grows, their time is over, or the server stops.
///
/// A poll reads first and then waits beyond the position known before it read, so that no commit falls between.
actor LongPollHub {
  /// How a held poll ended.
  enum Outcome<Found: Sendable>: Sendable {
    /// There was something.
    case found(Found)
    /// Its time is over or the server stops: answer without content.
    case nothing
    /// As many are held as may be.
    case full
  }

  private enum Wake { case grown(Int), over }

  private struct Poll {
    var isOver = false
    var waiting: (beyond: Int, continuation: CheckedContinuation<Wake, Never>)?
  }

  private let heldMax: Int
  private let clock: any Clock<Duration>
  private var position = 0
  private var polls: [Int: Poll] = [:]
  private var heldPolls = 0
  private var nextPoll = 0

  init(heldMax: Int, clock: any Clock<Duration>) {
    self.heldMax = heldMax
    self.clock = clock
  }

  /// Polls held at this moment.
  var held: Int { heldPolls }
  /// The last position told.
  var lastPosition: Int { position }

  /// Wakes the polls that wait beyond an earlier position; an older position than the last told changes nothing.
  func advance(to position: Int) {
    guard position > self.position else { return }
    self.position = position
    for (poll, state) in polls {
      guard let waiting = state.waiting, waiting.beyond < position else { continue }
      polls[poll]?.waiting = nil
      waiting.continuation.resume(returning: .grown(position))
    }
  }

  /// Holds one poll for at most `time`, looking again at each growth of the log beyond `position`.
  ///
  /// - Throws: what `look` throws, and `CancellationError` when the task is cancelled.
  func hold<Found: Sendable>(
    beyond position: Int, for time: Duration, look: @escaping @Sendable () async throws -> Found?
  ) async throws -> Outcome<Found> {
    guard heldPolls < heldMax else { return .full }
    heldPolls += 1
    defer { heldPolls -= 1 }
    return try await wait(beyond: position, for: time, look: look)
  }

  /// Waits like a held poll for a request whose place is counted elsewhere; never `.full`.
  func wait<Found: Sendable>(
    beyond position: Int, for time: Duration, look: @escaping @Sendable () async throws -> Found?
  ) async throws -> Outcome<Found> {
    nextPoll += 1
    let poll = nextPoll
    polls[poll] = Poll()
    defer { polls[poll] = nil }
    return try await withThrowingTaskGroup(of: Void.self) { group in
      let clock = clock
      group.addTask {
        // A cancelled sleep ends the poll as well: nobody waits for the answer any more.
        do { try await clock.sleep(for: time) } catch is CancellationError {}
        await self.end(poll)
      }
      group.addTask {
        do {
          try await gracefulShutdown()
          await self.end(poll)
        } catch is CancellationError {}  // the poll ended otherwise
      }
      defer { group.cancelAll() }
      var seen = position
      while case .grown(let position) = await next(poll, beyond: seen) {
        seen = position
        if let found = try await look() { return .found(found) }
      }
      try Task.checkCancellation()
      return .nothing
    }
  }

  private func next(_ poll: Int, beyond seen: Int) async -> Wake {
    guard polls[poll]?.isOver == false else { return .over }
    if position > seen { return .grown(position) }
    return await withCheckedContinuation { polls[poll]?.waiting = (seen, $0) }
  }

  private func end(_ poll: Int) {
    polls[poll]?.isOver = true
    guard let waiting = polls[poll]?.waiting else { return }
    polls[poll]?.waiting = nil
    waiting.continuation.resume(returning: .over)
  }
}
