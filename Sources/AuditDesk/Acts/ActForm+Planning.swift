extension ActForm {
  /// From planning to the audit plan.
  static let planning: [ActForm] = []
}
