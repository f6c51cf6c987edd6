import Synchronization

/// Streams that stand ready to compress: the quarter of a megabyte each needs takes 60 µs to set up, half as long as a
/// push of a hundred changes takes to compress.
///
/// Streams to decompress need a fortieth of that and are made anew each time.
final class DeflationPool: Sendable {
  static let shared = DeflationPool()

  /// Idle streams kept at most for each level; a burst makes more and drops them after.
  private static let idleMax = 4
  private let idle = Mutex<[Gzip.Level: [Deflation]]>([:])

  /// Compresses on a stream that nobody else uses meanwhile.
  func member(of bytes: [UInt8], level: Gzip.Level) -> [UInt8] {
    let deflation = idle.withLock { $0[level]?.popLast() } ?? Deflation(level: level)
    defer {
      idle.withLock { idle in
        if idle[level, default: []].count < Self.idleMax { idle[level, default: []].append(deflation) }
      }
    }
    return deflation.member(of: bytes)
  }
}
