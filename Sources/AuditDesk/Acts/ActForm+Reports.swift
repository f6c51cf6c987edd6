extension ActForm {
  /// The answer to the report, its closing.
  static let reports: [ActForm] = []
}
