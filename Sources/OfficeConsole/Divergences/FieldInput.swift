import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// How a value that none of the authors wrote is given on the page of a divergence.
enum FieldInput: Sendable, Equatable {
  /// One of these coded values, each with its words.
  case choice([Choice])
  /// A text of several lines.
  case text
  /// Street, postcode and town.
  case address
  /// A civil date.
  case date
  /// First and last day.
  case period
  /// A whole number.
  case number
  /// Whole numbers, separated by commas.
  case numbers
  /// Nine digits.
  case siren
  /// One line.
  case line
  /// Nothing a person types: one of the values, or the device that made it again.
  case none

  struct Choice: Sendable, Equatable {
    let value: JSONValue
    let words: String

    /// The value as the page's form says it: a list of another moment has other places, but the same codes.
    var code: String { value.text ?? JSONWriter.text(value) }
  }

  /// Fields that hold a civil date.
  static let dateFields: Set<FieldName> = [
    "validFrom", "certificateEnd", "since", "startedOn", "heldOn", "dated", "raisedOn", "on",
  ]

  /// The input for a field.
  /// - Parameter values: those in dispute, whose shape tells of fields of a newer version.
  init(_ field: FieldName, of entity: EntityID, values: [JSONValue], people: People) {
    let phrasing = people.phrasing
    func coded<Code: CaseIterable & RawRepresentable<String>>(_ type: Code.Type, _ words: (Code) -> LocalizedText)
      -> FieldInput
    {
      .choice(type.allCases.map { Choice(value: .string($0.rawValue), words: words($0).text(in: phrasing.language)) })
    }
    let rule = AuditSchema.current.rule(of: field, in: entity.typePath)
    if case .cautious(let ranking) = rule?.kind {
      self = .choice(ranking.gravestFirst.map { Choice(value: .string($0), words: phrasing.words(.string($0))) })
    } else if rule?.kind == .text {
      self = .text
    } else if field == "address" {
      self = .address
    } else if field == "days" {
      self = .period
    } else if field == "siren" {
      self = .siren
    } else if Self.dateFields.contains(field) {
      self = .date
    } else {
      switch (entity.typePath, field) {
      case ("audit", "kind"): self = coded(QualiopiAuditKind.self, \.words)
      case ("audit", "mode"): self = coded(AuditMode.self, \.words)
      case ("decision", "outcome"): self = coded(DecisionOutcome.self, \.words)
      case ("audit", "lead"): self = .choice(Self.auditors(people))
      case ("nonconformity", "grade"):
        self = .choice(["major", "minor"].map { Choice(value: .string($0), words: phrasing.words(.string($0))) })
      case ("situation", "subject"), ("situation", "answer"), ("audit/evidence", "held"), ("decision", "audit"),
        ("proposal", "audit"), ("nonconformity", "origin"), ("audit/observation", _):
        self = field == "text" ? .text : .none
      default: self = Self.byShape(values, phrasing)
      }
    }
  }

  private static func auditors(_ people: People) -> [Choice] {
    people.directory.users
      .filter { people.directory.roles(of: $0).contains(.auditor) && people.directory.isActive($0) }
      .map { Choice(value: .string($0.description), words: people.name($0)) }
      .sorted { ($0.words, $0.value.text ?? "") < ($1.words, $1.value.text ?? "") }
  }

  private static func byShape(_ values: [JSONValue], _ phrasing: Phrasing) -> FieldInput {
    switch values.first(where: { $0 != .null }) {
    case .bool: .choice([true, false].map { Choice(value: .bool($0), words: phrasing.words(.bool($0))) })
    case .integer: .number
    case .string: .line
    case .array(let elements) where elements.allSatisfy { $0.number != nil }: .numbers
    case .array, .object, .null, nil: .none
    }
  }
}

// MARK: what was typed

extension FieldInput {
  /// The names of the inputs on the page.
  var names: [String] {
    switch self {
    case .choice: ["value"]
    case .address: ["street", "postcode", "city"]
    case .period: ["first", "last"]
    case .text, .date, .number, .numbers, .siren, .line: ["other"]
    case .none: []
    }
  }

  /// What is wrong with what was typed: said beside the input.
  struct Mistake: Error, Equatable {
    let words: LocalizedText

    init(_ fr: String, _ en: String) { words = LocalizedText(fr: fr, en: en) }
  }

  /// The value typed, or what is wrong with it.
  func value(_ typed: [String: String]) -> Result<JSONValue, Mistake> {
    func text(_ name: String) -> String { (typed[name] ?? "").trimmed }
    switch self {
    case .choice(let choices):
      guard let choice = choices.first(where: { $0.code.utf8.elementsEqual(text("value").utf8) }) else {
        return .failure(Mistake("Choisissez l'autre valeur dans la liste.", "Choose the other value in the list."))
      }
      return .success(choice.value)
    case .address: return Self.address(text)
    case .period:
      guard let first = TypedDate.read(text("first")), let last = TypedDate.read(text("last")) else {
        return .failure(TypedDate.mistake)
      }
      guard first <= last else {
        return .failure(
          Mistake("Le dernier jour vient avant le premier : vérifiez-les.", "The last day is before the first: check."))
      }
      return .success(.sorted([("first", .string(first.description)), ("last", .string(last.description))]))
    case .date:
      guard let date = TypedDate.read(text("other")) else { return .failure(TypedDate.mistake) }
      return .success(.string(date.description))
    case .number, .numbers: return numbers(text("other"))
    case .siren:
      let digits = text("other").filter { !$0.isWhitespace }
      guard let siren = SIREN(digits), siren.hasValidKey else {
        return .failure(
          Mistake("Un SIREN a neuf chiffres, clé comprise : vérifiez-les.", "A SIREN has nine digits, key included."))
      }
      return .success(.string(siren.description))
    case .text, .line:
      guard !text("other").isEmpty else {
        return .failure(Mistake("Écrivez l'autre valeur.", "Write the other value."))
      }
      guard text("other").utf8.count <= SettlingForm.textBytesMax else {
        return .failure(Mistake("Ce texte est trop long : 20 000 octets au plus.", "Too long: 20,000 bytes at most."))
      }
      return .success(.string(text("other")))
    case .none:
      return .failure(Mistake("Retenez l'une des valeurs écrites.", "Take one of the values written."))
    }
  }

  private static func address(_ text: (String) -> String) -> Result<JSONValue, Mistake> {
    guard !text("street").isEmpty, !text("city").isEmpty else {
      return .failure(
        Mistake("Une adresse a au moins une voie et une commune.", "An address has a street and a town at least."))
    }
    let parts = ["street", "postcode", "city"].map { ($0, text($0)) }.filter { !$0.1.isEmpty }
    guard parts.allSatisfy({ $0.1.utf8.count <= 1_000 }) else {
      return .failure(Mistake("Cette adresse est trop longue.", "This address is too long."))
    }
    return .success(.sorted(parts.map { ($0.0, .string($0.1)) }))
  }

  private func numbers(_ text: String) -> Result<JSONValue, Mistake> {
    let pieces = text.split(separator: ",").map { String($0).trimmed }
    let numbers = pieces.compactMap { Int64($0) }.filter { abs($0) <= SyncLimits.integerMax }
    guard !numbers.isEmpty, numbers.count == pieces.count, self == .numbers || numbers.count == 1 else {
      return .failure(
        self == .numbers
          ? Mistake("Des nombres séparés par des virgules : 1, 2, 17.", "Numbers separated by commas: 1, 2, 17.")
          : Mistake("Un nombre entier, en chiffres.", "A whole number, in digits."))
    }
    if self == .number { return .success(.integer(numbers[0])) }
    return .success(.array(Set(numbers).sorted().map { .integer($0) }))
  }
}

/// A date as people type it: `12/05/2026` or `2026-05-12`.
enum TypedDate {
  static let mistake = FieldInput.Mistake(
    "Une date s'écrit jj/mm/aaaa : 12/05/2026.", "A date is written yyyy-mm-dd or dd/mm/yyyy: 2026-05-12.")

  static func read(_ text: String) -> CivilDate? {
    if let date = CivilDate(text) { return date }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4,
      parts.allSatisfy({ $0.utf8.count <= 4 && !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}

extension String {
  /// Without blanks and line ends around it; line ends inside as one `\n`, whatever a browser sent.
  var trimmed: String {
    let lines = split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\r" || $0 == "\n" }
    let text = lines.joined(separator: "\n")
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
