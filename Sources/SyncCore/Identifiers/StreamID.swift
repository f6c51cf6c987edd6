/// The unit of order, permission and verification (DESIGN §3): `organisation.<key>`, `dossier.<scheme>.<key>`,
/// `office`, `directory`.
///
/// A stream whose first word is unknown to this version is still a valid id: newer clients may use it.
public struct StreamID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The spelling: one to three words joined by dots.
  public let description: String

  /// Reads a stream id; nil when a word is missing, too long or holds other characters.
  public init?(_ text: some StringProtocol) {
    let words = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard (1...3).contains(words.count), ASCIIName.isTypeWord(words[0]),
      words.dropFirst().allSatisfy({ ASCIIName.isLocalName($0) })
    else { return nil }
    description = String(text)
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
    let words = description.split(separator: ".").map(String.init)
    switch (words[0], words.count) {
    case ("organisation", 2): return .organisation(key: words[1])
    case ("dossier", 3): return .dossier(scheme: words[1], key: words[2])
    case ("office", 1): return .office
    case ("directory", 1): return .directory
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

  private init(trusted text: String) { description = text }

  /// Orders by bytes of the spelling.
  public static func < (left: Self, right: Self) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
