public import AuditModel
public import Foundation
import SyncCore

/// The rim of a program towards a person: language, standard output and standard error.
public struct Console: Sendable {
  /// The program's name, said before a failure.
  public let program: String
  /// The language of the lines.
  public let language: Language
  /// Whether answers go out as values for a program.
  public let json: Bool

  /// Creates a console.
  public init(program: String, language: Language, json: Bool) {
    self.program = program
    self.language = language
    self.json = json
  }

  /// French for a French locale, English otherwise (DESIGN §11).
  public static func language(_ environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("fr") ? .french : .english
  }

  /// The language of this process, for help texts, which are fixed before any option is read.
  public static let processLanguage = language(ProcessInfo.processInfo.environment)

  /// One of two texts, in the language of this process.
  public static func say(_ fr: String, _ en: String) -> String {
    processLanguage == .french ? FrenchTypography.spaced(fr) : en
  }

  /// Writes an answer: data on standard output, nothing else.
  ///
  /// Lines are made safe for a terminal here.
  public func write(_ answer: Answer) {
    let text =
      json
      ? SafeText.insideJSON(JSONWriter.text(answer.json))
      : answer.lines.map { spaced(SafeText($0, keepsLines: true).description) }.joined(separator: "\n")
    if !text.isEmpty { Self.write(text, to: .standardOutput) }
  }

  /// Writes a failure to standard error; with `json`, as an object.
  public func write(_ failure: CommandFailure) {
    let text =
      json
      ? SafeText.insideJSON(
        JSONWriter.text(
          .object([
            JSONMember("format", 1), JSONMember("error", .string(failure.code)),
            JSONMember("message", .string(spaced(failure.text.text(in: language)))),
          ])))
      : Self.paragraphs(
        spaced(
          program + (language == .french ? " : " : ": ")
            + SafeText(failure.text.text(in: language), keepsLines: true).description))
    Self.write(text, to: .standardError)
  }

  /// Each line within the width of a terminal, what runs over below it; a path or address too long for it stays whole.
  private static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { line in
        line.split(separator: " ").contains { $0.count > 80 } ? [String(line)] : HangingIndent.lines("", String(line))
      }
      .joined(separator: "\n")
  }

  /// Writes a line.
  public static func write(_ line: String, to handle: FileHandle) { handle.write(Data((line + "\n").utf8)) }

  /// French lines get their narrow spaces; English ones stay.
  private func spaced(_ text: String) -> String { language == .french ? FrenchTypography.spaced(text) : text }
}
