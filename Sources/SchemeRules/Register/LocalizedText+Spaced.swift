import AuditModel

extension LocalizedText {
  /// The text with the narrow spaces of French typography.
  var spaced: LocalizedText { LocalizedText(fr: FrenchTypography.spaced(fr), en: en) }
}
