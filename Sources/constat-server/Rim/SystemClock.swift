import Foundation
import ServerCore

/// The machine's clock.
struct SystemClock: ServerClock {
  func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1_000) }
}
