import Foundation
import Terminal

/// The program's clock: the machine's, or the instant scripts pass in.
enum WallClock {
  /// The wall clock in milliseconds since 1970 UTC, or the instant in `CONSTAT_CLOCK`, which scripts pass in.
  static func now(_ environment: [String: String]) throws -> Int64 {
    guard let text = environment["CONSTAT_CLOCK"] else { return Int64(Date().timeIntervalSince1970 * 1_000) }
    guard let date = try? Date(text, strategy: .iso8601) else {  // the reason is in the message below
      throw CommandFailure(
        "bad-clock", .usage, fr: "CONSTAT_CLOCK n'est pas un instant ISO 8601 : « \(text) ».",
        en: "CONSTAT_CLOCK is no ISO 8601 instant: “\(text)”.")
    }
    return Int64(date.timeIntervalSince1970 * 1_000)
  }
}
