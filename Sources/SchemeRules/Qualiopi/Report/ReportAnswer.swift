public import SyncCore
public import WorkingDays

/// The audited body's answer to the provisional report (R-QUAL-67), or the statement that none came.
public struct ReportAnswer: Sendable, Hashable {
  /// The letter or e-mail it came by; nil for one nobody named.
  public let mail: EntityID?
  /// The day it was received, corrections of the mail register taken in; nil while unknown.
  public let receivedOn: CivilDate?
  /// Whether the body validates the report.
  public let isValidated: Bool
  /// Whether it says that the body did not answer, and is no answer at all.
  public let isSilence: Bool

  /// Describes one.
  public init(mail: EntityID?, receivedOn: CivilDate?, isValidated: Bool, isSilence: Bool = false) {
    self.mail = mail
    self.receivedOn = receivedOn
    self.isValidated = isValidated
    self.isSilence = isSilence
  }

  /// The statement that no answer came, as the field holds it.
  public static let silence = JSONValue.sorted([("none", true)])

  /// Whether it was received and validates the report: what counts as an answer.
  public var isReceived: Bool { !isSilence && isValidated && receivedOn != nil }
}
