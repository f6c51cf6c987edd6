extension ActCatalogue {
  /// What becomes of a non-conformity (T-QUAL-N02 to T-QUAL-N08).
  static let nonConformities: [ActDefinition] = [
    ActDefinition(ReceivePlan.self), ActDefinition(ReceiveEvidence.self), ActDefinition(LiftNonConformity.self),
    ActDefinition(ReturnEvidence.self),
  ]
}
