public import AuditModel

/// The id of a deadline of RULEBOOK §4.3; the raw value is its stable spelling, such as `DL-QUAL-09`.
public enum DeadlineID: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
  case clea01 = "DL-CLEA-01"
  case clea02 = "DL-CLEA-02"
  case clea03 = "DL-CLEA-03"
  case clea04 = "DL-CLEA-04"
  case clea05 = "DL-CLEA-05"
  case clea06 = "DL-CLEA-06"
  case clea07 = "DL-CLEA-07"
  case clea08 = "DL-CLEA-08"
  case clea09 = "DL-CLEA-09"
  case clea10 = "DL-CLEA-10"
  case clea11 = "DL-CLEA-11"
  case clea12 = "DL-CLEA-12"
  case clea13 = "DL-CLEA-13"
  case clea14 = "DL-CLEA-14"
  case clea15 = "DL-CLEA-15"
  case clea16 = "DL-CLEA-16"
  case clea17 = "DL-CLEA-17"
  case clea18 = "DL-CLEA-18"
  case clea19 = "DL-CLEA-19"
  case clea20 = "DL-CLEA-20"
  case clea21 = "DL-CLEA-21"
  case clea22 = "DL-CLEA-22"

  case qual01 = "DL-QUAL-01"
  case qual02 = "DL-QUAL-02"
  case qual03 = "DL-QUAL-03"
  case qual04 = "DL-QUAL-04"
  case qual05 = "DL-QUAL-05"
  case qual06 = "DL-QUAL-06"
  case qual07 = "DL-QUAL-07"
  case qual08 = "DL-QUAL-08"
  case qual09 = "DL-QUAL-09"
  case qual10 = "DL-QUAL-10"
  case qual11 = "DL-QUAL-11"
  case qual12 = "DL-QUAL-12"
  case qual13 = "DL-QUAL-13"
  case qual14 = "DL-QUAL-14"
  case qual15 = "DL-QUAL-15"
  case qual16 = "DL-QUAL-16"
  case qual17 = "DL-QUAL-17"
  case qual18 = "DL-QUAL-18"

  case ciag01 = "DL-CIAG-01"
  case ciag02 = "DL-CIAG-02"
  case ciag03 = "DL-CIAG-03"
  case ciag04 = "DL-CIAG-04"
  case ciag05 = "DL-CIAG-05"
  case ciag06 = "DL-CIAG-06"
  case ciag07 = "DL-CIAG-07"
  case ciag08 = "DL-CIAG-08"
  case ciag09 = "DL-CIAG-09"

  case net01 = "DL-NET-01"

  /// The stable spelling.
  public var description: String { rawValue }

  /// The scheme the deadline belongs to, or nil for a partner network under any scheme.
  public var scheme: Scheme? {
    if rawValue.hasPrefix("DL-CLEA-") { return .cleaNumerique }
    if rawValue.hasPrefix("DL-QUAL-") { return .qualiopi }
    return rawValue.hasPrefix("DL-CIAG-") ? .certifIAG : nil
  }

  /// The part this deadline plays in the Qualiopi surveillance window, or nil.
  public var windowPart: WindowPart? {
    switch self {
    case .qual02: .opens
    case .qual03: .nominal
    case .qual04: .closes
    default: nil
    }
  }

  /// One of the three dates of a window (R-QUAL-48, R-QUAL-49).
  public enum WindowPart: Sendable, Hashable {
    case opens, nominal, closes
  }
}
