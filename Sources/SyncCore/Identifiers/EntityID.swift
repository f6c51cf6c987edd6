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
    var text = String(text)
    let words = ASCIIName.wordCount(&text, separator: 0x2F, countMax: SyncLimits.entityPairsMax * 2) {
      $0.isMultiple(of: 2)
    }
    guard let words, words.isMultiple(of: 2) else { return nil }
    self.init(trusted: text)
  }

  // What is cut off at a pair is an id like the whole.
  private init(trusted text: String) {
    description = text
    nameHash = NameHash(text)
  }

  /// The path of the type words: `audit/item` for `audit/A1/item/17`.
  public var typePath: String {
    var spelling = description
    return spelling.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { path in
        var count = 0
        var isName = false
        for byte in bytes {
          if byte == 0x2F { isName.toggle() }
          guard !isName else { continue }
          path[count] = byte
          count += 1
        }
        return count
      }
    }
  }

  /// The name of the last pair: `17` for `audit/A1/item/17`.
  public var localName: String {
    String(
      description[
        (description.utf8.lastIndex(of: 0x2F).map { description.utf8.index(after: $0) } ?? description.startIndex)...])
  }

  /// The entity one pair up, nil at the top.
  public var parent: EntityID? {
    let bytes = description.utf8
    guard let name = bytes.lastIndex(of: 0x2F), let type = bytes[..<name].lastIndex(of: 0x2F) else { return nil }
    return EntityID(trusted: String(description[..<type]))
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

  /// Orders by bytes of the spelling: it is ASCII, of which texts are in the order of their bytes.
  public static func < (left: Self, right: Self) -> Bool {
    left.description < right.description
  }
}
