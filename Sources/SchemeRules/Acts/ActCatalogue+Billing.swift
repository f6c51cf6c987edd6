extension ActCatalogue {
  /// What to invoice (T-QUAL-A14).
  static let billing: [ActDefinition] = []
}
