extension ReasonPhrase {
  /// The answer to the report and its closing.
  static let qualiopiReport: [ReasonPhrase] = []
}
