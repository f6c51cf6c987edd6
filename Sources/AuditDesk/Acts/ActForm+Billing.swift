extension ActForm {
  /// What to invoice.
  static let billing: [ActForm] = []
}
