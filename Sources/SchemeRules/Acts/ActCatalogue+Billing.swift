extension ActCatalogue {
  /// What to invoice, and its corrections (T-QUAL-A14, R-QUAL-94).
  static let billing: [ActDefinition] = [ActDefinition(BillAudit.self), ActDefinition(CorrectBilling.self)]
}
