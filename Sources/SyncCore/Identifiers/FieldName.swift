/// The name of a field or machine of an entity: `[a-z][A-Za-z0-9.-]{0,63}`, for ever of one merge kind.
public struct FieldName: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The spelling.
  public let description: String
  private let nameHash: NameHash

  /// Reads a name; nil for other characters or lengths.
  public init?(_ text: some StringProtocol) {
    guard ASCIIName.isFieldName(text.utf8) else { return nil }
    description = String(text)
    nameHash = NameHash(description)
  }

  /// A name written in the program.
  /// - Precondition: the literal is a valid name.
  public init(stringLiteral value: StaticString) {
    guard let name = FieldName(value.description) else { preconditionFailure("not a field name: \(value)") }
    self = name
  }

  /// Compares by bytes of the spelling.
  public static func == (left: Self, right: Self) -> Bool {
    left.nameHash == right.nameHash && left.description == right.description  // both ASCII: bytes
  }

  /// Feeds the hash of the spelling.
  public func hash(into hasher: inout Hasher) { hasher.combine(nameHash) }

  /// Orders by bytes of the spelling: it is ASCII, of which texts are in the order of their bytes.
  public static func < (left: Self, right: Self) -> Bool {
    left.description < right.description
  }
}
