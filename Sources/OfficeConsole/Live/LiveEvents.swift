import ServerCore
import ServerHTTP

/// Tells open pages that something in their reader's scope has changed: server-sent events that say that and no more.
///
/// Without scripts nothing is lost: a page is whole as it was sent. A connection ends by itself before any limit of the
/// server cuts it, and the browser opens the next.
struct LiveEvents: Sendable {
  let core: ConstatServer
  let waits: any Clock<Duration>
  /// Below the time a connection may be silent (`HTTPLimits.idleTime`).
  static let connectionTime: Duration = .seconds(50)

  func answer(_ principal: Principal, isSecure: Bool) async -> PageAnswer {
    let commits = await core.changes()
    let start = await core.lastPosition()
    let (core, waits) = (core, waits)
    let events = AsyncStream<[UInt8]> { continuation in
      let task = Task {
        continuation.yield(Array("retry: 2000\n\n".utf8))
        await withTaskGroup(of: Void.self) { group in
          group.addTask { await Self.tell(commits, core, principal, start, continuation) }
          group.addTask {
            do { try await waits.sleep(for: Self.connectionTime) } catch is CancellationError {} catch {}
          }
          await group.next()
          group.cancelAll()
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in task.cancel() }
    }
    return PageAnswer(
      status: 200,
      headers: SecurityHeaders.all(policy: SecurityHeaders.contentPolicy, isSecure: isSecure) + [
        ("Content-Type", "text/event-stream"), ("Cache-Control", "no-store"), ("X-Accel-Buffering", "no"),
      ], body: .events(events))
  }

  private static func tell(
    _ commits: AsyncStream<Int>, _ core: ConstatServer, _ principal: Principal, _ start: Int,
    _ continuation: AsyncStream<[UInt8]>.Continuation
  ) async {
    var told = start
    for await position in commits {
      do {
        let after = told
        let isNews = try await core.look(as: principal) { try !$0.streams(changedAfter: after).isEmpty }
        if isNews { continuation.yield(Array("event: changed\ndata: 1\n\n".utf8)) }
        told = position
      } catch {
        return  // the browser comes back and asks again, and is told what it may be told then
      }
    }
  }
}
