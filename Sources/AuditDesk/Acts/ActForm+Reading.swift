import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension ActForm {
  /// Checks what was filled in: by name, each with the texts given.
  ///
  /// An empty text counts as not given. Choices are taken by code or by their words in either language, with or without
  /// accents.
  public func answers(to given: [String: [String]]) throws(ActInputFault) -> ActAnswers {
    if let stranger = given.keys.sorted().first(where: { name in !inputs.contains { $0.name == name } }) {
      throw .unknown(stranger)
    }
    var values: [String: [ActAnswers.Value]] = [:]
    for input in inputs {
      let read = try input.values(of: given[input.name] ?? [])
      if !read.isEmpty { values[input.name] = read }
    }
    return ActAnswers(values: values)
  }

  /// Everything wrong with what was filled in, in the order of the screen: a page says each beside its field.
  ///
  /// Empty exactly when `answers(to:)` takes it.
  public func faults(in given: [String: [String]]) -> [ActInputFault] {
    let strangers = given.keys.sorted().filter { name in !inputs.contains { $0.name == name } }
    return strangers.map { .unknown($0) }
      + inputs.compactMap { input in
        do throws(ActInputFault) {
          _ = try input.values(of: given[input.name] ?? [])
          return nil
        } catch {
          return error
        }
      }
  }
}

extension ActInput {
  /// The answers to this input; none where nothing was given and nothing is required.
  func values(of given: [String]) throws(ActInputFault) -> [ActAnswers.Value] {
    let texts = given.filter { !$0.isEmpty }
    guard !texts.isEmpty else {
      if isRequired { throw .missing(self) }
      return []
    }
    guard texts.count == 1 || isRepeated else { throw .twice(self) }
    var read: [ActAnswers.Value] = []
    for text in texts {
      guard let value = value(of: text) else { throw .notAllowed(self, text) }
      read.append(value)
    }
    return read
  }

  func value(of text: String) -> ActAnswers.Value? {
    switch kind {
    case .line, .reopening, .newFact, .evidence: text.utf8.contains(0x0A) ? nil : .text(text)
    case .text: .text(text)
    case .day: CivilDate(text).map { .day($0) }
    case .flag: Self.truth(of: text).map { .flag($0) }
    case .number(let range): Int(text).flatMap { range.contains($0) ? .number($0) : nil }
    case .euros: EuroCents(parsing: text).map { .cents($0.cents) }
    case .choice(let choices):
      choices.first { $0.isMeant(by: text) }.map { .text($0.code) }
    case .entity(let type): EntityID(text).flatMap { $0.typePath == type ? .entity($0) : nil }
    case .entityOf(let types): EntityID(text).flatMap { types.contains($0.typePath) ? .entity($0) : nil }
    case .person: UserID(text).map { .user($0) }
    case .pair: Self.pair(text)
    case .sample: Self.sample(text)
    case .count(let choices, let range): Self.count(text, of: choices, in: range)
    case .halfDays: Self.halfDays(text)
    case .month: CivilDate(text + "-01") == nil ? nil : .text(text)
    }
  }

  private static func count(_ text: String, of choices: [ActChoice], in range: ClosedRange<Int>) -> ActAnswers.Value? {
    guard case .pair(let word, let value)? = pair(text), let choice = choices.first(where: { $0.isMeant(by: word) }),
      let number = Int(value), range.contains(number)
    else { return nil }
    return .pair(word: choice.code, value: String(number))
  }

  private static func halfDays(_ text: String) -> ActAnswers.Value? {
    guard case .pair(let word, let value)? = pair(text), CivilDate(word) != nil else { return nil }
    let parts = value.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    return ["1", "2"].contains(String(parts[0])) && (parts.count == 1 || !parts[1].isEmpty)
      ? .pair(word: word, value: value) : nil
  }

  private static func pair(_ text: String) -> ActAnswers.Value? {
    let halves = text.split(separator: "=", maxSplits: 1)
    return halves.count == 2 ? .pair(word: String(halves[0]), value: String(halves[1])) : nil
  }

  private static func sample(_ text: String) -> ActAnswers.Value? {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, case .pair(let word, let title)? = pair(first) else { return nil }
    do throws(SampleNotation.Fault) {
      return .sample(try SampleNotation.service(key: word, title: title, traits: Array(parts.dropFirst())))
    } catch {
      return nil
    }
  }

  private static func truth(of text: String) -> Bool? {
    switch text.lowercased() {
    case "oui", "yes", "true", "1": true
    case "non", "no", "false", "0": false
    default: nil
    }
  }
}

extension ActChoice {
  /// Whether a typed word means this choice: its code, or its words, with or without accents.
  func isMeant(by typed: String) -> Bool {
    let plain = Self.plain(typed)
    return [code, words.fr, words.en].contains { Self.plain($0).utf8.elementsEqual(plain.utf8) }
  }

  private static func plain(_ text: String) -> String {
    let accents: [Character: Character] = [
      "é": "e", "è": "e", "ê": "e", "à": "a", "â": "a", "ô": "o", "î": "i", "ç": "c", "û": "u", " ": "-", "'": "-",
    ]
    return String(text.lowercased().map { accents[$0] ?? $0 })
  }
}
