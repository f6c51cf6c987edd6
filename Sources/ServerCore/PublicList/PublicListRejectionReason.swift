/// Why a row is not taken; the code is stable.
public enum PublicListRejectionReason: String, Sendable, Equatable, CaseIterable {
  /// The row has more or fewer fields than the header.
  case fieldCount = "field-count"
  /// The column without name holds something: the row has probably slipped.
  case unnamedFieldFilled = "unnamed-field-filled"
  /// No SIREN.
  case missingSIREN = "siren-missing"
  /// The SIREN is not nine digits.
  case malformedSIREN = "siren-malformed"
  /// No SIRET.
  case missingSIRET = "siret-missing"
  /// The SIRET is not fourteen digits.
  case malformedSIRET = "siret-malformed"
  /// The SIREN is not the first nine digits of the SIRET.
  case mismatch = "siren-siret-mismatch"
  /// A yes-or-no column holds something else.
  case unreadableFlag = "flag-unreadable"
}
