extension ActForm {
  /// Corrections.
  static let corrections: [ActForm] = []
}
