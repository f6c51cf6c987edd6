import Logging
import ServiceLifecycle

/// Tells the held long-polls of this process's commits as they happen.
struct CommitWatcher<Core: SyncService>: Service {
  let core: Core
  let hub: LongPollHub

  /// Runs until the server stops.
  func run() async throws {
    let changes = await core.changes()
    // Whatever was committed before the subscription is told once.
    await hub.advance(to: core.lastPosition())
    for await position in changes.cancelOnGracefulShutdown() {
      await hub.advance(to: position)
    }
    // An ended subscription must not stop the server: the refresher still tells of every commit.
    do { try await gracefulShutdown() } catch is CancellationError {}
  }
}

/// Looks for commits of other processes, such as the administration commands, and tells the held long-polls.
struct CommitRefresher<Core: SyncService>: Service {
  let core: Core
  let hub: LongPollHub
  let interval: Duration
  let clock: any Clock<Duration>

  /// Runs until the server stops.
  func run() async throws {
    do {
      try await cancelWhenGracefulShutdown {
        while true {
          try await clock.sleep(for: interval)
          await hub.advance(to: core.refresh())
        }
      }
    } catch is CancellationError {}
  }
}
