/// A field as a guard reads it: nothing, one value, or several that nobody has settled yet.
public enum FactReading<Value: Sendable & Hashable>: Sendable, Hashable {
  /// Nobody wrote it.
  case absent
  /// One value.
  case settled(Value)
  /// Different concurrent values: a guard that reads them is not met, `conflict-open` (DESIGN §6).
  case inConflict([Value])

  /// The value, when there is exactly one.
  public var value: Value? {
    if case .settled(let value) = self { value } else { nil }
  }

  /// Whether a divergence is open.
  public var isInConflict: Bool {
    if case .inConflict = self { true } else { false }
  }
}
