public import AuditModel

/// The duration of an audit in half-days, its only step (A-65); a literal counts half-days.
public struct AuditDuration: Sendable, Hashable, Comparable, ExpressibleByIntegerLiteral {
  /// How many half-days, 0 or more.
  public let halfDays: Int

  /// A duration from outside; nil outside 0…1,000 half-days.
  public init?(halfDays: Int) {
    guard 0...1_000 ~= halfDays else { return nil }
    self.halfDays = halfDays
  }

  /// A number of half-days written in code.
  public init(integerLiteral halfDays: Int) {
    precondition(halfDays >= 0, "an audit lasts no less than nothing")
    self.halfDays = halfDays
  }

  init(sumOf parts: some Sequence<Int>) { halfDays = parts.reduce(0, +) }

  /// Adds two durations.
  public static func + (first: AuditDuration, second: AuditDuration) -> AuditDuration {
    AuditDuration(sumOf: [first.halfDays, second.halfDays])
  }

  /// Orders durations.
  public static func < (first: AuditDuration, second: AuditDuration) -> Bool { first.halfDays < second.halfDays }

  /// « 1,5 jour », “1.5 days”: French counts in the plural from two on.
  public var words: LocalizedText {
    let days = halfDays / 2
    let isWhole = halfDays.isMultiple(of: 2)
    return LocalizedText(
      fr: "\(days)\(isWhole ? "" : ",5") \(halfDays < 4 ? "jour" : "jours")",
      en: "\(days)\(isWhole ? "" : ".5") \(halfDays == 2 ? "day" : "days")")
  }

  /// The half-days in decimal, as in the facts of a reason.
  var factValue: String { String(halfDays) }
}
