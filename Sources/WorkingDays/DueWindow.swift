/// A window [fenêtre] in which something must take place, inclusive at both ends (R-TIME-17), with its nominal date.
public struct DueWindow: Sendable, Hashable {
  /// Where a day stands against a window.
  public enum Position: Sendable, Hashable {
    case beforeOpening, within, afterClosing
  }

  /// The first day of the window.
  public let opens: CivilDate
  /// The day aimed at, between `opens` and `closes`.
  public let nominal: CivilDate
  /// The last day of the window; late from the next day.
  public let closes: CivilDate

  /// A window, or nil unless `opens` ≤ `nominal` ≤ `closes`.
  public init?(opens: CivilDate, nominal: CivilDate, closes: CivilDate) {
    guard opens <= nominal, nominal <= closes else { return nil }
    self.opens = opens
    self.nominal = nominal
    self.closes = closes
  }

  /// Where `date` stands.
  public func position(of date: CivilDate) -> Position {
    guard RuleSwitch.isOn("R-TIME-17") || date != opens && date != closes else { return .afterClosing }
    if date < opens { return .beforeOpening }
    return date > closes ? .afterClosing : .within
  }
}
