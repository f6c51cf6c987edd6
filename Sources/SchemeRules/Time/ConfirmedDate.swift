public import WorkingDays

/// The date of a fact with legal effect: a person confirms it, a device's clock only proposes it (R-TIME-22, A-104).
public enum ConfirmedDate {
  /// The day in Paris a clock proposes; nil where it was too far off for anybody to rest on it.
  ///
  /// A device that never exchanged anything has measured nothing: its clock proposes, since joining is an exchange and
  /// what is recorded before the next is shown with its date.
  /// - Parameters:
  ///   - clock: what the device's clock says.
  ///   - offset: that clock minus the server's at the last exchange, in milliseconds; nil before the first.
  ///   - maxMinutes: `clockOffsetMaxMinutes`; an offset of that much is too much.
  public static func proposal(clock: Instant, offset: Int64?, maxMinutes: Int) -> CivilDate? {
    guard RuleSwitches.isOn("R-TIME-22"), let offset else { return clock.parisDate }
    return offset.magnitude < UInt64(clamping: maxMinutes) * 60_000 ? clock.parisDate : nil
  }
}
