/// The unit of order, permission and verification (DESIGN §3): `organisation.<key>`, `dossier.<scheme>.<key>`,
/// `office`, `directory`.
///
/// A stream whose first word is unknown to this version is still a valid id: newer clients may use it.
public struct StreamID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The spelling: one to three words joined by dots.
  public let description: String
  // A server looks the stream of every line up in a dozen tables.
  private let nameHash: NameHash

  /// Reads a stream id; nil when a word is missing, too long or holds other characters.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard ASCIIName.wordCount(&text, separator: 0x2E, countMax: 3, isType: { $0 == 0 }) != nil else { return nil }
    self.init(trusted: text)
  }

  /// What the stream is about; `.other` for words of a newer version.
  public enum Family: Equatable, Sendable {
    case organisation(key: String)
    case dossier(scheme: String, key: String)
    case office
    case directory
    case other
  }

  /// The family the words spell.
  public var family: Family {
    let words = description.utf8
    guard let first = words.firstIndex(of: 0x2E) else {
      return self == .office ? .office : self == .directory ? .directory : .other
    }
    let rest = words[words.index(after: first)...]
    let second = rest.firstIndex(of: 0x2E)
    switch (description[..<first], second) {
    case ("organisation", nil): return .organisation(key: String(description[rest.startIndex...]))
    case ("dossier", let second?):
      return .dossier(
        scheme: String(description[rest.startIndex..<second]),
        key: String(description[words.index(after: second)...]))
    default: return .other
    }
  }

  /// The stream of one body's identity, sites and reported changes.
  public static func organisation(_ key: String) -> StreamID? { StreamID("organisation.\(key)") }
  /// The stream of one body under one scheme.
  public static func dossier(scheme: String, key: String) -> StreamID? { StreamID("dossier.\(scheme).\(key)") }
  /// The office's own stream.
  public static let office = StreamID(trusted: "office")
  /// The stream of people, roles, device keys and rule packs.
  public static let directory = StreamID(trusted: "directory")

  private init(trusted text: String) {
    description = text
    nameHash = NameHash(text)
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
