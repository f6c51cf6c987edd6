/// Why a bench could not be measured.
enum BenchFault: Error, CustomStringConvertible {
  /// A program beside this one is missing or could not be started.
  case program(String, reason: String)
  /// A program ended with another code than 0.
  case ended(String, code: Int32, words: String)
  /// A server answered something else than expected.
  case answer(String)
  /// A file could not be read.
  case file(String, reason: String)
  /// SQLite refused.
  case sqlite(Int32, String)

  var description: String {
    switch self {
    case .program(let path, let reason): "“\(path)” could not be run: \(reason). Build all products first."
    case .ended(let path, let code, let words): "“\(path)” ended with \(code): \(words)"
    case .answer(let words): "The server answered otherwise than expected: \(words)"
    case .file(let path, let reason): "“\(path)” could not be read: \(reason)."
    case .sqlite(let code, let words): "SQLite refused with \(code): \(words)"
    }
  }
}
