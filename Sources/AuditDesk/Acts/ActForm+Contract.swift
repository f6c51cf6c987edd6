extension ActForm {
  /// Quote and contract, unpaid invoices, competences.
  static let contract: [ActForm] = []
}
