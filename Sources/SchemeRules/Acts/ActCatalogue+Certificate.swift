extension ActCatalogue {
  /// Decisions and the certificate (T-QUAL-A13, T-QUAL-C01 to T-QUAL-C12).
  static let certificate: [ActDefinition] = [
    ActDefinition(RecordDecision.self), ActDefinition(UpdateCertificate.self),
  ]
}
