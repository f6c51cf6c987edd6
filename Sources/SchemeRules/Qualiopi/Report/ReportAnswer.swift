public import SyncCore
public import WorkingDays

/// The audited body's answer to the provisional report (R-QUAL-67).
public struct ReportAnswer: Sendable, Hashable {
  /// The letter or e-mail it came by; nil for one nobody named.
  public let mail: EntityID?
  /// The day it was received, corrections of the mail register taken in; nil while unknown.
  public let receivedOn: CivilDate?
  /// Whether the body validates the report.
  public let isValidated: Bool

  /// Describes one.
  public init(mail: EntityID?, receivedOn: CivilDate?, isValidated: Bool) {
    self.mail = mail
    self.receivedOn = receivedOn
    self.isValidated = isValidated
  }
}
