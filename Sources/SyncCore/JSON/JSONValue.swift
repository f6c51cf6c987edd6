/// A value of the one JSON spelling Constat accepts (DESIGN §4): no floats, members in the order they stand.
///
/// Equality and hashing go by UTF-8 bytes, never by Unicode equivalence: "é" composed and decomposed differ.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// An object whose members are put into ascending byte order of their keys, as values must have them.
  public static func sorted(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(
      members.map { JSONMember($0.0, $0.1) }
        .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
  }

  /// The text of a string, nil for anything else.
  public var text: String? { if case .string(let text) = self { text } else { nil } }
  /// The number, nil for anything else.
  public var number: Int64? { if case .integer(let number) = self { number } else { nil } }
  /// The truth value, nil for anything else.
  public var truth: Bool? { if case .bool(let truth) = self { truth } else { nil } }
  /// The elements of an array, nil for anything else.
  public var elements: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
  /// The members of an object, nil for anything else.
  public var members: [JSONMember]? { if case .object(let members) = self { members } else { nil } }

  /// The member of an object by key, nil when absent or not an object.
  public subscript(key: String) -> JSONValue? {
    members?.first { UTF8Bytes.areEqual($0.key, key) }?.value
  }

  /// Whether every object inside has its keys strictly ascending by bytes, as values of fields must.
  public var hasAscendingKeys: Bool {
    switch self {
    case .null, .bool, .integer, .string: true
    case .array(let elements): elements.allSatisfy(\.hasAscendingKeys)
    case .object(let members):
      zip(members, members.dropFirst()).allSatisfy { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        && members.allSatisfy(\.value.hasAscendingKeys)
    }
  }
}

/// One key and its value.
public struct JSONMember: Sendable, Hashable {
  /// The key.
  public let key: String
  /// The value.
  public let value: JSONValue

  /// Pairs a key with its value.
  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }

  /// Compares keys by bytes.
  public static func == (left: Self, right: Self) -> Bool {
    UTF8Bytes.areEqual(left.key, right.key) && left.value == right.value
  }

  /// Feeds the bytes of the key, then the value.
  public func hash(into hasher: inout Hasher) {
    UTF8Bytes.hash(key, into: &hasher)
    hasher.combine(value)
  }
}

extension JSONValue: Hashable {
  /// Compares strings by bytes and members in order.
  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.string(let a), .string(let b)): UTF8Bytes.areEqual(a, b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }

  /// Feeds the kind, then the content: texts by bytes.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0 as UInt8)
    case .bool(let truth):
      hasher.combine(1 as UInt8)
      hasher.combine(truth)
    case .integer(let number):
      hasher.combine(2 as UInt8)
      hasher.combine(number)
    case .string(let text):
      hasher.combine(3 as UInt8)
      UTF8Bytes.hash(text, into: &hasher)
    case .array(let elements):
      hasher.combine(4 as UInt8)
      hasher.combine(elements)
    case .object(let members):
      hasher.combine(5 as UInt8)
      hasher.combine(members)
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// An integer.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}
