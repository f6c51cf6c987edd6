public import SchemeRules
public import SyncCore
public import WorkingDays

/// The answers to a form, checked: what is there is of its kind, and nothing required lacks.
public struct ActAnswers: Sendable {
  /// One answer.
  enum Value: Sendable {
    case text(String)
    case day(CivilDate)
    case flag(Bool)
    case number(Int)
    case cents(Int64)
    case entity(EntityID)
    case user(UserID)
    case pair(word: String, value: String)
    case sample(SampledService)
  }

  let values: [String: [Value]]

  /// A text, a choice's code or a line.
  public func text(_ name: String) -> String? {
    if case .text(let text) = values[name]?.first { text } else { nil }
  }

  /// All texts of a repeated answer.
  public func texts(_ name: String) -> [String] {
    (values[name] ?? []).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  /// A day.
  public func day(_ name: String) -> CivilDate? {
    if case .day(let day) = values[name]?.first { day } else { nil }
  }

  /// Yes or no; nil when not answered.
  public func flag(_ name: String) -> Bool? {
    if case .flag(let flag) = values[name]?.first { flag } else { nil }
  }

  /// A number.
  public func number(_ name: String) -> Int? {
    if case .number(let number) = values[name]?.first { number } else { nil }
  }

  /// All numbers of a repeated answer.
  public func numbers(_ name: String) -> [Int] {
    (values[name] ?? []).compactMap { if case .number(let number) = $0 { number } else { nil } }
  }

  /// An amount in cents.
  public func cents(_ name: String) -> Int64? {
    if case .cents(let cents) = values[name]?.first { cents } else { nil }
  }

  /// An entity.
  public func entity(_ name: String) -> EntityID? {
    if case .entity(let id) = values[name]?.first { id } else { nil }
  }

  /// All entities of a repeated answer.
  public func entities(_ name: String) -> [EntityID] {
    (values[name] ?? []).compactMap { if case .entity(let id) = $0 { id } else { nil } }
  }

  /// A person.
  public func user(_ name: String) -> UserID? {
    if case .user(let user) = values[name]?.first { user } else { nil }
  }

  /// All persons of a repeated answer.
  public func users(_ name: String) -> [UserID] {
    (values[name] ?? []).compactMap { if case .user(let user) = $0 { user } else { nil } }
  }

  /// Whether anything was answered.
  func isGiven(_ name: String) -> Bool { !(values[name] ?? []).isEmpty }

  /// The codes of a repeated choice, each once, in the order given.
  func codes(_ name: String) -> [JSONValue] {
    texts(name).reduce(into: []) { codes, text in
      if !codes.contains(.string(text)) { codes.append(.string(text)) }
    }
  }

  /// Services looked at, in the order given.
  public func samples(_ name: String) -> [SampledService] {
    (values[name] ?? []).compactMap { if case .sample(let service) = $0 { service } else { nil } }
  }

  /// `word=value` pairs, in the order given.
  public func pairs(_ name: String) -> [(word: String, value: String)] {
    (values[name] ?? []).compactMap { if case .pair(let word, let value) = $0 { (word, value) } else { nil } }
  }
}
