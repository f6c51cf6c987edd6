import AuditModel
import Foundation
import SyncCore

/// The rim of the program towards a person: language, standard output and standard error.
struct Console {
  let language: Language
  let json: Bool

  /// French for a French locale, English otherwise (DESIGN §11).
  static func language(_ environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("fr") ? .french : .english
  }

  /// The language of this process, for help texts, which are fixed before any option is read.
  static let processLanguage = language(ProcessInfo.processInfo.environment)

  /// One of two texts, in the language of this process.
  static func say(_ fr: String, _ en: String) -> String { processLanguage == .french ? fr : en }

  /// Writes an answer: data on standard output, nothing else.
  func write(_ answer: Answer) {
    let text =
      json
      ? JSONWriter.text(answer.json)
      : answer.lines.map { SafeText($0, keepsLines: true).description }.joined(separator: "\n")
    if !text.isEmpty { Self.write(text, to: .standardOutput) }
  }

  /// Writes a failure to standard error; with `--json`, as an object.
  func write(_ failure: CommandFailure) {
    let text =
      json
      ? JSONWriter.text(
        .object([
          JSONMember("format", 1), JSONMember("error", .string(failure.code)),
          JSONMember("message", .string(failure.text.text(in: language))),
        ]))
      : (language == .french ? "constat-server\u{202F}: " : "constat-server: ")
        + SafeText(failure.text.text(in: language), keepsLines: true).description
    Self.write(text, to: .standardError)
  }

  /// Writes a line.
  static func write(_ line: String, to handle: FileHandle) { handle.write(Data((line + "\n").utf8)) }
}
