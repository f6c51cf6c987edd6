extension ReasonPhrase {
  /// Contract, auditors and notice.
  static let qualiopiContract: [ReasonPhrase] = []
}
