extension ReasonPhrase {
  /// Corrections and complaints.
  static let qualiopiCorrection: [ReasonPhrase] = []
}
