public import AuditModel
public import SyncCore
public import WorkingDays

/// How values, days and moments read on a screen or on paper, in one language.
///
/// Texts of people come out as they were written: whoever shows them makes them harmless for the place they go to.
public struct Phrasing: Sendable {
  /// The language.
  public let language: Language

  /// Speaks a language.
  public init(_ language: Language) { self.language = language }

  /// One of two texts.
  public func say(_ fr: String, _ en: String) -> String { language == .french ? fr : en }

  /// A value of a field in words; `—` for none.
  public func words(_ value: JSONValue?) -> String {
    switch value {
    case nil, .null: "—"
    case .bool(let truth): truth ? say("oui", "yes") : say("non", "no")
    case .integer(let number): String(number)
    case .string(let text): ValueWords.all[text]?.text(in: language) ?? text
    case .array(let elements): elements.map { words($0) }.joined(separator: ", ")
    case .object(let members): address(value) ?? members.map { words($0.value) }.joined(separator: ", ")
    }
  }

  /// An address as it stands on an envelope; nil for another object.
  private func address(_ value: JSONValue?) -> String? {
    guard let street = value?["street"]?.text else { return nil }
    let town = ["postcode", "city"].compactMap { value?[$0]?.text }.joined(separator: " ")
    return town.isEmpty ? street : "\(street), \(town)"
  }

  /// A civil date as people write it; another text as it stands, `—` for none.
  public func day(_ text: String?) -> String {
    guard let text, let date = CivilDate(text) else { return text ?? "—" }
    return day(date)
  }

  /// A civil date as people write it.
  public func day(_ date: CivilDate) -> String { language == .french ? FrenchDate.words(date) : date.description }

  /// An amount in cents: `1 234,50 €`, `€1,234.50`.
  public func euros(_ cents: Int64) -> String {
    let digits = String(cents.magnitude / 100)
    let (space, point) = language == .french ? ("\u{202F}", ",") : (",", ".")
    var grouped = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { grouped += space }
      grouped.append(digit)
    }
    let rest = cents.magnitude % 100
    let amount = grouped + point + (rest < 10 ? "0\(rest)" : "\(rest)")
    return (cents < 0 ? "-" : "") + (language == .french ? amount + "\u{202F}€" : "€" + amount)
  }

  /// First and last day of something: `du 12 mai 2026 au 13 mai 2026`, or the one day.
  public func days(_ first: String, _ last: String) -> String {
    first == last ? day(first) : say("du \(day(first)) au \(day(last))", "\(day(first)) to \(day(last))")
  }

  /// A moment in Paris time, from milliseconds since 1970 UTC.
  public func moment(_ milliseconds: Int64) -> String {
    let instant = Instant(clampingMillisecondsSince1970: milliseconds)
    let date = instant.parisDate
    let minutes = (instant.millisecondsSince1970 - date.startInParis.millisecondsSince1970) / 60_000
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return language == .french
      ? "\(FrenchDate.words(date)) à \(two(minutes / 60))\u{202F}h\u{202F}\(two(minutes % 60))"
      : "\(date) \(two(minutes / 60)):\(two(minutes % 60))"
  }
}

/// Dates in French words.
public enum FrenchDate {
  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]

  /// `1er mai 2026`.
  public static func words(_ date: CivilDate) -> String {
    "\(date.day == 1 ? "1er" : String(date.day)) \(months[date.month - 1]) \(date.year)"
  }
}
