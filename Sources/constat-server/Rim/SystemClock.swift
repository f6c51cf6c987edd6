import Foundation
import ServerCore

/// The machine's clock.
struct SystemClock: ServerClock {
  func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1_000) }
}

/// A clock that began at a chosen instant when the program started and goes on with the monotonic clock.
struct TestClock: ServerClock {
  private let start: Int64
  private let origin = ContinuousClock.now

  init(startMilliseconds start: Int64) { self.start = start }

  func now() -> Int64 {
    let passed = (ContinuousClock.now - origin).components
    return start + passed.seconds * 1_000 + passed.attoseconds / 1_000_000_000_000_000
  }
}
