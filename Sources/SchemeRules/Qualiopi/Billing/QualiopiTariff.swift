public import WorkingDays

/// The prices of Qualiopi audits from a day on, before VAT (R-QUAL-112 to R-QUAL-117, R-TIME-19).
public struct QualiopiTariff: Sendable, Hashable {
  /// The first day it is in force.
  public let effectiveFrom: CivilDate
  /// The framework or network agreement whose day price replaces the public one (R-QUAL-112), or nil.
  public private(set) var agreement: String?
  private var prices: [QualiopiFee: EuroCents]

  /// Every public tariff this version knows, oldest first.
  public static let all: [QualiopiTariff] = [
    QualiopiTariff(
      year: 2026, month: 1,
      [
        .auditDay: .euros(980), .missionSingleSite: .euros(80), .missionMultiSite: .euros(140),
        .fileSingleSite: .euros(120), .fileMultiSite: .euros(300), .certificateChange: .euros(100),
      ])
  ]

  /// The public tariff in force on a day, or nil before the first one known: no price is guessed backwards.
  public static func inForce(on day: CivilDate) -> QualiopiTariff? {
    all.last { $0.effectiveFrom <= day || !RuleSwitches.isOn("R-TIME-19") }
  }

  private init(year: Int, month: Int, _ prices: [QualiopiFee: EuroCents]) {
    guard let day = CivilDate(year: year, month: month, day: 1) else { preconditionFailure("a day of the calendar") }
    precondition(prices.count == QualiopiFee.allCases.count, "a price for each fee")
    effectiveFrom = day
    self.prices = prices
  }

  /// The price of a fee.
  public subscript(fee: QualiopiFee) -> EuroCents {
    guard let price = prices[fee] else { preconditionFailure("init checked that every fee has a price") }
    return RuleSwitches.isOn(fee.rule) ? price : .zero
  }

  /// The tariff with the day price of a framework or network agreement; the other fees stay (R-QUAL-112).
  ///
  /// - Parameter agreement: its name, or nil where the contract gives a price and no name.
  /// - Returns: nil for a price that is not above zero.
  public func replacingDayPrice(with price: EuroCents, under agreement: String?) -> QualiopiTariff? {
    guard price > .zero else { return nil }
    var tariff = self
    tariff.prices[.auditDay] = price
    tariff.agreement = agreement
    return tariff
  }

  /// The price of so many half-days of audit, pro rata; an odd cent of a half is rounded down.
  public func price(of duration: AuditDuration) -> EuroCents {
    (self[.auditDay] * duration.halfDays).halfRoundedDown
  }
}
