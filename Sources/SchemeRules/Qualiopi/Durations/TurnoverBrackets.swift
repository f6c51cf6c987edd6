public import AuditModel
public import WorkingDays

/// The turnover brackets that durations depend on, from a day on; usual ones, no source gives them (RULEBOOK §3.2.3).
public struct TurnoverBrackets: Sendable, Hashable {
  /// The first day they are in force.
  public let effectiveFrom: CivilDate
  /// Where each bracket but the first begins, ascending.
  public let lowerBounds: [EuroCents]

  /// Every table this version knows, oldest first.
  public static let all: [TurnoverBrackets] = [
    TurnoverBrackets(year: 2026, month: 1, lowerBounds: [.euros(150_000), .euros(750_000)])
  ]

  /// The table in force on a day; before the first one known, that one.
  public static func inForce(on day: CivilDate) -> TurnoverBrackets {
    all.last { $0.effectiveFrom <= day } ?? all[0]
  }

  private init(year: Int, month: Int, lowerBounds: [EuroCents]) {
    guard let day = CivilDate(year: year, month: month, day: 1) else { preconditionFailure("a day of the calendar") }
    effectiveFrom = day
    self.lowerBounds = lowerBounds
  }

  /// The place of a turnover, 0 for the first bracket; a bound belongs to the bracket above it.
  public func bracket(of turnover: EuroCents) -> Int { lowerBounds.count { $0 <= turnover } }

  /// A bracket on screen.
  /// - Precondition: the bracket is one of the table's, 0…`lowerBounds.count`.
  public func words(of bracket: Int) -> LocalizedText {
    let floor = bracket == 0 ? nil : lowerBounds[bracket - 1].words
    let ceiling = bracket < lowerBounds.count ? lowerBounds[bracket].words : nil
    return switch (floor, ceiling) {
    case (let floor?, let ceiling?):
      LocalizedText(fr: "de \(floor.fr) à moins de \(ceiling.fr)", en: "\(floor.en) to under \(ceiling.en)")
    case (let floor?, nil): LocalizedText(fr: "à partir de \(floor.fr)", en: "from \(floor.en)")
    case (nil, let ceiling?): LocalizedText(fr: "moins de \(ceiling.fr)", en: "under \(ceiling.en)")
    case (nil, nil): LocalizedText(fr: "tout chiffre d'affaires", en: "any turnover")
    }
  }
}
