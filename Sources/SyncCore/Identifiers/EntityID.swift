/// A thing that has fields: a path of one to four pairs `type/name`, such as `audit/A1/item/17`.
///
/// The type of an entity is the path of its type words (`audit/item`); an id that begins with another id and a slash
/// is below it.
public struct EntityID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The spelling.
  public let description: String
  private let nameHash: NameHash

  /// Reads an id; nil when a pair is missing or malformed, or past four pairs.
  public init?(_ text: some StringProtocol) {
    let words = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    guard words.count >= 2, words.count % 2 == 0, words.count / 2 <= SyncLimits.entityPairsMax else { return nil }
    for (place, word) in words.enumerated() {
      guard place % 2 == 0 ? ASCIIName.isTypeWord(word) : ASCIIName.isLocalName(word) else { return nil }
    }
    self.init(trusted: String(text))
  }

  private init(trusted text: String) {
    description = text
    nameHash = NameHash(text)
  }

  private var words: [Substring] { description.split(separator: "/") }

  /// The path of the type words: `audit/item` for `audit/A1/item/17`.
  public var typePath: String {
    var path: [UInt8] = []
    var isType = true
    for byte in description.utf8 {
      if byte == 0x2F { isType.toggle() }
      if isType {
        // The slash that ends a name joins its type to the next.
        path.append(byte)
      }
    }
    return String(decoding: path, as: UTF8.self)
  }

  /// The name of the last pair: `17` for `audit/A1/item/17`.
  public var localName: String { String(words.last ?? "") }

  /// The entity one pair up, nil at the top.
  public var parent: EntityID? {
    var slashes = 0
    // What ends before the second slash from the right is one pair shorter and as well spelt.
    for (place, byte) in zip(description.utf8.indices, description.utf8).reversed() where byte == 0x2F {
      slashes += 1
      if slashes == 2 { return EntityID(trusted: String(description[..<place])) }
    }
    return nil
  }

  /// The ids above this one, nearest first.
  public var ancestors: [EntityID] {
    var result: [EntityID] = []
    var next = parent
    while let above = next {
      result.append(above)
      next = above.parent
    }
    return result
  }

  /// The entity `type/name` one pair below, nil when the pair is malformed or the path too deep.
  public func child(_ type: String, _ name: String) -> EntityID? { EntityID("\(description)/\(type)/\(name)") }

  /// Whether this id lies below another.
  public func isBelow(_ other: EntityID) -> Bool { description.utf8.starts(with: (other.description + "/").utf8) }

  /// Compares by bytes of the spelling.
  public static func == (left: Self, right: Self) -> Bool {
    left.nameHash == right.nameHash && left.description == right.description  // both ASCII: bytes
  }

  /// Feeds the hash of the spelling.
  public func hash(into hasher: inout Hasher) { hasher.combine(nameHash) }

  /// Orders by bytes of the spelling.
  public static func < (left: Self, right: Self) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
