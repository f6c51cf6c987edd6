/// Why an import would change too much at once; the code is stable.
public enum PublicListMassChangeReason: String, Sendable, Equatable, Codable, CaseIterable {
  /// Every body of the reference would disappear.
  case nothingLeft = "nothing-left"
  /// Too many bodies would disappear.
  case removed = "too-many-removed"
  /// Too many bodies would change.
  case changed = "too-many-changed"
}
