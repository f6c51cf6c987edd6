import AuditDesk
import AuditModel
import AuditSchema
import SyncCore

@testable import SchemeRules

/// Finds what only the wire knows in a text for people: ids of entities and changes, field names, codes, digests.
struct WireWords {
  private let language: Language
  private let types: [String]
  private let codes: Set<String>

  init(_ language: Language) {
    self.language = language
    types = Set(AuditSchema.current.types.map { String($0.path.prefix { $0 != "/" }) }).sorted()
    let words = Self.words(in: language)
    // A code that is also a word of the trade, such as « surveillance », says itself.
    codes = Self.codes.filter { !words.contains($0) && $0.count > 2 }
  }

  /// What is wrong with a line; empty for nothing.
  func found(in line: String) -> [String] {
    let tokens = line.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.map(String.init)
    var found = tokens.filter { token in
      let parts = token.split(separator: "-")
      return codes.contains(token) || parts.contains { Self.isCamelCase($0) || Self.isDigest($0) }
    }
    found += types.filter { Self.holdsID(of: $0, line) }.map { "id of \($0)" }
    if line.contains(/[0-9A-HJKMNP-TV-Z]{13}:[0-9]+/) { found.append("id of a change") }
    if line.contains("{") || line.contains("[\"") { found.append("JSON") }
    if language == .french, line.contains(/\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b/) { found.append("wire date") }
    return found
  }

  /// Whether `type/…` stands in a line, outside of a path people read.
  private static func holdsID(of type: String, _ line: String) -> Bool {
    line.ranges(of: "\(type)/").contains { range in
      let before = line[..<range.lowerBound].last
      let after = line[range.upperBound...].first
      return before.map { !$0.isLetter && $0 != "/" } ?? true && after.map { $0.isLetter || $0.isNumber } ?? false
    }
  }

  /// A word no language writes: `presentedOn`.
  private static func isCamelCase(_ word: Substring) -> Bool {
    word.first?.isLowercase == true && word.contains(where: \.isUppercase)
  }

  private static func isDigest(_ word: Substring) -> Bool { word.count >= 16 && word.allSatisfy(\.isHexDigit) }

  /// Every code a form, a refusal or the merge table has.
  private static let codes: Set<String> = {
    var codes = Set(ReasonPhrase.all.map(\.code))
    for form in ActForm.all {
      codes.insert(form.name)
      for input in form.inputs {
        codes.insert(input.name)
        if case .choice(let choices) = input.kind { codes.formUnion(choices.map(\.code)) }
        if case .count(let choices, _) = input.kind { codes.formUnion(choices.map(\.code)) }
      }
    }
    codes.formUnion(CorrectedMachine.allCases.flatMap(\.states))
    for type in AuditSchema.current.types {
      codes.formUnion([type.path] + type.fields.map { $0.name.description })
    }
    return codes
  }()

  /// The words the program itself has for people, in one language.
  private static func words(in language: Language) -> Set<String> {
    var texts: [LocalizedText] = []
    for form in ActForm.all {
      texts += [form.words, form.documents].compactMap(\.self)
      for input in form.inputs {
        texts += [input.words, input.expectation]
        if case .choice(let choices) = input.kind { texts += choices.map(\.words) }
      }
    }
    for type in AuditSchema.current.types { texts += [type.words] + type.fields.map(\.words) }
    texts += Role.allCases.map(\.words) + CorrectedMachine.allCases.flatMap(\.states).compactMap(CorrectedMachine.words)
    texts += ReasonPhrase.all.flatMap { [$0.what, $0.why, $0.wayOut] }
    texts += DeadlineID.allCases.map(DeadlineWords.title)
    return texts.map { $0.text(in: language) }.reduce(into: []) { words, text in
      for word in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "-") }) {
        words.formUnion([String(word), word.lowercased()])
      }
    }
  }
}
