extension ActCatalogue {
  /// From the signed quote to the audit plan (T-QUAL-A01 to T-QUAL-A06).
  static let planning: [ActDefinition] = []
}
