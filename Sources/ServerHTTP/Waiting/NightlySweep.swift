public import Logging
public import ServerCore
public import ServiceLifecycle
import WorkingDays

/// The broom: sweeps automatic effects at the start and just after each 00:00 in Paris.
///
/// It asks the server's clock every minute instead of sleeping a day, so that a clock set right is noticed.
public struct NightlySweep: Service {
  let core: ConstatServer
  let interval: Duration
  let clock: any Clock<Duration>
  let logger: Logger

  /// Readies the broom; it starts with the server.
  /// - Parameters:
  ///   - interval: how often the server's clock is asked for the day.
  ///   - clock: what the interval is measured by.
  public init(
    core: ConstatServer, interval: Duration = .seconds(60), clock: any Clock<Duration> = ContinuousClock(),
    logger: Logger
  ) {
    self.core = core
    self.interval = interval
    self.clock = clock
    self.logger = logger
  }

  /// Runs until the server stops.
  public func run() async throws {
    do {
      try await cancelWhenGracefulShutdown {
        var attempted: CivilDate?
        while true {
          let today = await core.today()
          if today != attempted, try await sweep() { attempted = today }
          try await clock.sleep(for: interval)
        }
      }
    } catch is CancellationError {}
  }

  /// Whether one sweep dealt with this day: a fault is logged and met again at the next look at the clock.
  private func sweep() async throws -> Bool {
    do {
      switch try await core.sweep() {
      case .done(let tally):
        for failure in tally.failed {
          logger.error(
            "a dossier could not be swept; the others were: run `constat-server verify`",
            metadata: ["stream": "\(failure.stream)", "fault": "\(failure.reason)"])
        }
        logger.info("swept", metadata: ["dossiers": "\(tally.dossiers)", "effects": "\(tally.effects)"])
      case .recovering:
        logger.warning(
          "the server came back rewound: nothing is swept until `constat-server recovery end`")
      case .waits(let last, let today):
        logger.error(
          "the clock jumped since the last sweep: nothing was swept, check the clock, then run `constat-server sweep --confirm`",
          metadata: ["last": "\(last)", "today": "\(today)"])
      }
      return true
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      logger.error("the sweep failed and is tried again", metadata: ["fault": "\(error)"])
      return false
    }
  }
}
