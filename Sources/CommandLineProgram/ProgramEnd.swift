import ArgumentParser
import Terminal

/// How a program ends: its status, and what it says last.
struct ProgramEnd: Equatable {
  /// What a program says last.
  enum Words: Equatable {
    /// All has been said.
    case none
    /// What was asked for, such as the help: on standard output.
    case answer(String)
    /// What went wrong, for a program in brief and for a person with the usage: on standard error.
    case failure(brief: String, full: String)
  }

  /// The exit code.
  let code: Int32
  let words: Words

  /// Judges what ended a command: usage errors end with 2, not with the parser's 64 (DESIGN §11).
  init(of root: (some ParsableCommand).Type, by error: any Error) {
    if let exit = error as? ExitCode {
      (code, words) = (exit.rawValue, .none)
      return
    }
    let full = root.fullMessage(for: error)
    let parsed = root.exitCode(for: error)
    guard !parsed.isSuccess else {
      (code, words) = (ExitStatus.done.rawValue, full.isEmpty ? .none : .answer(full))
      return
    }
    code = (parsed == .validationFailure ? ExitStatus.usage : .failed).rawValue
    words = .failure(brief: root.message(for: error), full: full)
  }
}
