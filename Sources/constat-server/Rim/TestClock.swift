import Foundation
import ServerCore
import Synchronization
import WorkingDays

/// A clock that began at a chosen instant when the program started and goes on with the monotonic clock; while trials
/// run, `constat-server test-clock` moves it through a file beside the data.
final class TestClock: ServerClock {
  private struct Hand {
    var start: Int64
    var origin: ContinuousClock.Instant
    var read: ContinuousClock.Instant
    var text: String?
  }

  private let file: URL
  private let hand: Mutex<Hand>
  /// How long a reading of the file holds.
  private static let readingLasts = Duration.milliseconds(20)

  init(startMilliseconds start: Int64, folder: String) {
    file = Self.file(in: folder)
    let now = ContinuousClock.now
    hand = Mutex(Hand(start: start, origin: now, read: now - Self.readingLasts, text: nil))
  }

  func now() -> Int64 {
    hand.withLock { hand in
      let now = ContinuousClock.now
      if now - hand.read >= Self.readingLasts {
        hand.read = now
        move(&hand, at: now)
      }
      let passed = (now - hand.origin).components
      return hand.start + passed.seconds * 1_000 + passed.attoseconds / 1_000_000_000_000_000
    }
  }

  /// Where the hand is moved from.
  static func file(in folder: String) -> URL {
    URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent("test-clock")
  }

  /// Moves the clock of the servers on a folder's data.
  static func move(to instant: Instant, in folder: String) throws {
    try Data(instant.description.utf8).write(to: file(in: folder), options: .atomic)
  }

  private func move(_ hand: inout Hand, at now: ContinuousClock.Instant) {
    guard let bytes = FileManager.default.contents(atPath: file.path) else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text != hand.text, let instant = Instant(text) else { return }
    hand = Hand(start: instant.millisecondsSince1970, origin: now, read: now, text: text)
  }
}
