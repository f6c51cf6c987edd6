import NIOConcurrencyHelpers
import NIOCore
import Testing

/// Reads a connection from the moment it is made, so that a test can look at what has come as often as it likes.
final class TextReader: Sendable {
  private struct State {
    var text = ""
    var isOver = false
  }

  private let state = NIOLockedValueBox(State())

  init(_ connection: RawConnection) {
    let state = state
    Task {
      do {
        for try await buffer in connection.inbound { state.withLockedValue { $0.text += String(buffer: buffer) } }
      } catch {
        state.withLockedValue { $0.text += "" }  // a reset after the answer is an end like any other
      }
      state.withLockedValue { $0.isOver = true }
    }
  }

  /// What has come.
  var all: String { state.withLockedValue { $0.text } }

  /// Waits until all of some texts have come.
  func until(_ wanted: String...) async throws {
    try await ServerHTTPTests.until {
      let (text, isOver) = state.withLockedValue { ($0.text, $0.isOver) }
      let isThere = wanted.allSatisfy { text.contains($0) }
      try #require(isThere || !isOver, "it ended without \(wanted): \(text)")
      return isThere
    }
  }

  /// Everything up to the end of the connection.
  func end() async throws -> String {
    try await ServerHTTPTests.until { state.withLockedValue { $0.isOver } }
    return all
  }
}
