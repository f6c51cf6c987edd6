import AuditModel
import Foundation
import SyncCore

/// The rim of the program: environment, clock, standard output and standard error.
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
    let text = json ? JSONWriter.text(answer.json) : answer.lines.joined(separator: "\n")
    if !text.isEmpty { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
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
      : "constat : " + SafeText(failure.text.text(in: language), keepsLines: true).description
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

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
