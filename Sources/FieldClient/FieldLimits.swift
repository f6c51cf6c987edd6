/// The bounds of the field client that are not the protocol's.
enum FieldLimits {
  /// Lines folded at the end of a sync at most; after a first sync the first command that needs them does it.
  static let refreshedLinesMax = 4_000
}
