extension ActForm {
  /// Complaints and appeals.
  static let complaints: [ActForm] = []
}
