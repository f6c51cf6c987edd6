public import ServerCore
import Synchronization

/// The time of a simulated world: it stands still until somebody moves it.
public final class VirtualClock: ServerClock {
  private let milliseconds: Mutex<Int64>

  /// Starts at an instant, milliseconds since 1970 UTC.
  public init(milliseconds: Int64) { self.milliseconds = Mutex(milliseconds) }

  /// Milliseconds since 1970 UTC.
  public func now() -> Int64 { milliseconds.withLock { $0 } }

  /// Lets time pass.
  public func advance(milliseconds passed: Int64) { milliseconds.withLock { $0 += passed } }

  /// Sets the time, forth or back.
  public func set(milliseconds instant: Int64) { milliseconds.withLock { $0 = instant } }
}
