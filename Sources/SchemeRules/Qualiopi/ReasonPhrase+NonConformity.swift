extension ReasonPhrase {
  /// Plans, evidence and lifting.
  static let qualiopiNonConformity: [ReasonPhrase] = []
}
