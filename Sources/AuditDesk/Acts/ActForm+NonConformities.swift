extension ActForm {
  /// Plans, evidence, lifting.
  static let nonConformities: [ActForm] = []
}
