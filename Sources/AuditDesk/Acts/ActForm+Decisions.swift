extension ActForm {
  /// Decisions of the experts.
  static let decisions: [ActForm] = []
}
