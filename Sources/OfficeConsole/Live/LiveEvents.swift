import ServerCore
import ServerHTTP
import SyncCore
import Synchronization

/// Tells open pages that something in their reader's scope has changed: server-sent events that say that and no more.
///
/// Without scripts nothing is lost: a page is whole as it was sent. A connection ends by itself before any limit of the
/// server cuts it, and the browser opens the next.
struct LiveEvents: Sendable {
  let core: ConstatServer
  let waits: any Clock<Duration>
  /// Below the time a connection may be silent (`HTTPLimits.idleTime`).
  static let connectionTime: Duration = .seconds(50)
  /// Between two looks at least: a morning of syncs must not have every open page rendered for each.
  static let pauseTime: Duration = .seconds(2)
  /// Connections held at once, of all people and of one.
  static let heldMax = 1_000
  static let heldOfOneMax = 12
  private let held = HeldEvents()

  func answer(_ principal: Principal, isSecure: Bool) async -> PageAnswer {
    let user = principal.user
    guard held.enter(user) else {
      return PageAnswer(
        status: 503, headers: [("Retry-After", "60"), ("Cache-Control", "no-store")], body: .bytes([]))
    }
    let commits = await core.changes()
    let start = await core.lastPosition()
    let (core, waits, held) = (core, waits, held)
    let events = AsyncStream<[UInt8]> { continuation in
      let task = Task {
        continuation.yield(Array("retry: 2000\n\n".utf8))
        await withTaskGroup(of: Void.self) { group in
          group.addTask { await Self.tell(commits, core, waits, principal, start, continuation) }
          group.addTask {
            do { try await waits.sleep(for: Self.connectionTime) } catch is CancellationError {} catch {}
          }
          await group.next()
          group.cancelAll()
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in
        task.cancel()
        held.leave(user)
      }
    }
    return PageAnswer(
      status: 200,
      headers: SecurityHeaders.all(policy: SecurityHeaders.contentPolicy, isSecure: isSecure) + [
        ("Content-Type", "text/event-stream"), ("Cache-Control", "no-store"), ("X-Accel-Buffering", "no"),
      ], body: .events(events))
  }

  private static func tell(
    _ commits: AsyncStream<Int>, _ core: ConstatServer, _ waits: any Clock<Duration>, _ principal: Principal,
    _ start: Int, _ continuation: AsyncStream<[UInt8]>.Continuation
  ) async {
    var told = start
    for await position in commits {
      do {
        let after = told
        let isNews = try await core.look(as: principal) { try !$0.streams(changedAfter: after).isEmpty }
        told = position
        if isNews { continuation.yield(Array("event: changed\ndata: 1\n\n".utf8)) }
        // After a look without news as well: what others commit must not have every open page ask the core each time.
        // Meanwhile only the newest position is kept for us.
        try await waits.sleep(for: pauseTime)
      } catch {
        return  // the browser comes back and asks again, and is told what it may be told then
      }
    }
  }
}

/// How many connections of events are held, in all and by person.
private final class HeldEvents: Sendable {
  private let counts = Mutex<[UserID: Int]>([:])

  func enter(_ user: UserID) -> Bool {
    counts.withLock { counts in
      guard counts[user] ?? 0 < LiveEvents.heldOfOneMax, counts.values.reduce(0, +) < LiveEvents.heldMax else {
        return false
      }
      counts[user, default: 0] += 1
      return true
    }
  }

  func leave(_ user: UserID) {
    counts.withLock { counts in
      counts[user] = (counts[user] ?? 1) - 1
      if counts[user] == 0 { counts[user] = nil }
    }
  }
}
