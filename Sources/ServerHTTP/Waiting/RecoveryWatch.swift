import Logging
import ServiceLifecycle

/// Says in the log when the server begins to recover and when it has ended: a rewind may be noticed at any exchange.
struct RecoveryWatch<Core: SyncService>: Service {
  let core: Core
  let interval: Duration
  let clock: any Clock<Duration>
  let logger: Logger

  func run() async throws {
    do {
      try await cancelWhenGracefulShutdown {
        var wasRecovering = false
        while true {
          let isRecovering = await core.isRecovering()
          if isRecovering, !wasRecovering {
            logger.error("the server came back rewound: pushes wait until `constat-server recovery end`")
          } else if wasRecovering, !isRecovering {
            logger.notice("the recovery has ended")
          }
          wasRecovering = isRecovering
          try await clock.sleep(for: interval)
        }
      }
    } catch is CancellationError {}
  }
}
