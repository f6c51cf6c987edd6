/// What a person types to sign in to the console: 3 to 64 of `a–z 0–9 . _ @ -`, read without regard to case.
///
/// It stands in no change line, so that it can be forgotten.
public struct LoginName: Sendable, Hashable, CustomStringConvertible {
  /// The name, lower case.
  public let description: String

  /// Reads a name; nil when it has another form.
  public init?(_ typed: String) {
    let lower = typed.lowercased()
    guard (3...64).contains(lower.utf8.count),
      lower.utf8.allSatisfy({ byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || [0x2E, 0x5F, 0x40, 0x2D].contains(byte)
      })
    else { return nil }
    description = lower
  }
}
