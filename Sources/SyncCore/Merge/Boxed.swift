/// A value that is mostly absent and then costs one word; present, it lies on its own and is copied when altered.
///
/// An array of none or one is all it takes: shared, compared and hashed as a value.
struct Boxed<Value: Sendable & Hashable>: Sendable, Hashable {
  private var held: [Value] = []

  /// The value, nil when absent.
  var content: Value? { held.first }

  /// Changes the value where it lies, beginning with another when there is none.
  mutating func edit(or first: @autoclosure () -> Value, _ step: (inout Value) -> Void) {
    if held.isEmpty { held.append(first()) }
    step(&held[0])
  }
}
