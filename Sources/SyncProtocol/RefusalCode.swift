/// Why the server may not admit a line: final, the same the first and the hundredth time.
///
/// The line is kept in quarantine; its author sees the code and what to do about it.
public enum RefusalCode: Hashable, Sendable {
  /// The bytes are no change line; the code says what is wrong with them.
  case unreadable(code: String)
  /// The line names another replica or seq than its place in the push.
  case misplaced
  /// The author is not the user of the device.
  case wrongAuthor
  /// The stream is not in the user's scope.
  case outOfScope
  /// A step only the server may write.
  case serverOnlyStep
  /// `over` names something that is no earlier write of that field in the stream.
  case unknownOver
  /// `seen` goes beyond what the stream held.
  case seenBeyondFrontier
  /// The user's role may not write the field.
  case notWriter
  /// The user may not settle the field, or the settling carries no motive.
  case notSettler
  /// The step does not fit the kind of the field.
  case wrongKind
  /// The stream's name is none this tenant has a use for.
  case unknownStream
  /// The device gave the seq up without a line.
  case void
  /// No seal that holds covers the line, in what a device gave back or delivered.
  case unsealed
  /// Only the line's digest came back to a server that had lost it: it had been refused before.
  case skipped
  /// The line was in flight when the server went down, twice.
  case poison

  /// The stable code.
  public var code: String {
    switch self {
    case .unreadable(let code): code
    case .misplaced: "misplaced"
    case .wrongAuthor: "wrong-author"
    case .outOfScope: "out-of-scope"
    case .serverOnlyStep: "server-only-op"
    case .unknownOver: "unknown-over"
    case .seenBeyondFrontier: "seen-beyond-frontier"
    case .notWriter: "not-writer"
    case .notSettler: "not-settler"
    case .wrongKind: "wrong-kind"
    case .unknownStream: "unknown-stream"
    case .void: "void"
    case .unsealed: "unsealed"
    case .skipped: "skipped"
    case .poison: "poison"
    }
  }

  /// Reads a stable code; a code of a newer server or of a line fault is kept as it is.
  public init(code: String) {
    let plain: [RefusalCode] = [
      .misplaced, .wrongAuthor, .outOfScope, .serverOnlyStep, .unknownOver, .seenBeyondFrontier, .notWriter,
      .notSettler, .wrongKind, .unknownStream, .void, .unsealed, .skipped, .poison,
    ]
    self = plain.first { $0.code == code } ?? .unreadable(code: code)
  }
}
