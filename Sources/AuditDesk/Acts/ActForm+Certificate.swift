extension ActForm {
  /// Certificate data and declared changes.
  static let certificate: [ActForm] = []
}
