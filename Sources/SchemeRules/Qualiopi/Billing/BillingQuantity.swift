public import AuditModel

/// How much of a fee a line charges.
public enum BillingQuantity: Sendable, Hashable {
  /// Audit time, priced by the day pro rata.
  case duration(AuditDuration)
  /// Calendar days on which a mission was under way.
  case startedDays(Int)
  /// Whole units: a file, a request, an actual cost.
  case units(Int)

  /// The quantity on screen.
  public var words: LocalizedText {
    switch self {
    case .duration(let duration): duration.words
    case .startedDays(let count):
      LocalizedText(
        fr: "\(count) \(count < 2 ? "journée entamée" : "journées entamées")",
        en: "\(count) started \(count == 1 ? "day" : "days")")
    case .units(let count): LocalizedText(fr: String(count), en: String(count))
    }
  }
}
