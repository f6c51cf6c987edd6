extension ActForm {
  /// Subcontracts.
  static let subcontracts: [ActForm] = []
}
