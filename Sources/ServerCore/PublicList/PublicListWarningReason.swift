/// What is odd about a row or a body without keeping it out; the code is stable.
public enum PublicListWarningReason: String, Sendable, Equatable, CaseIterable {
  /// The SIREN's check digit does not hold.
  case sirenCheckDigit = "siren-check-digit"
  /// The SIRET's check digit does not hold.
  case siretCheckDigit = "siret-check-digit"
  /// The row has no name.
  case missingName = "name-missing"
  /// A text holds control characters; they are kept.
  case controlCharacter = "control-character"
  /// The head-office flag and the head office's SIRET contradict each other; the flag is believed.
  case headOfficeContradiction = "head-office-contradiction"
  /// The head office's SIRET is malformed or another body's; it is left out.
  case headOfficeSIRET = "head-office-siret"
  /// The same SIRET stands on several rows; one of them names the site.
  case repeatedSIRET = "siret-repeated"
  /// The rows of one SIREN carry different names; one was chosen.
  case namesDiffer = "names-differ"
  /// The rows of one SIREN carry different NDAs; all are kept.
  case ndasDiffer = "ndas-differ"
  /// The rows of one SIREN state different head offices; one was chosen.
  case headOfficesDiffer = "head-offices-differ"
  /// The rows of one SIREN disagree on Qualiopi; yes was believed.
  case qualiopiDiffers = "qualiopi-differs"
}
