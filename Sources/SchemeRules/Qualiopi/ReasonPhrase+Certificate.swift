extension ReasonPhrase {
  /// The certificate and its decisions.
  static let qualiopiCertificate: [ReasonPhrase] = []
}
