/// An opaque name of a person or service, such as `u-4KX2`: never personal data (DESIGN §8).
public struct UserID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The spelling, `[A-Za-z0-9._-]{1,64}`.
  public let description: String

  /// Reads an id; nil for other characters or lengths.
  public init?(_ text: some StringProtocol) {
    guard ASCIIName.isLocalName(text.utf8) else { return nil }
    description = String(text)
  }

  /// The author of rulings and automatic effects.
  public static let server = UserID(trusted: "server")
  /// The author of the facts taken over from the public list.
  public static let publicList = UserID(trusted: "public-list")

  private init(trusted text: String) { description = text }

  /// Orders by bytes of the spelling: it is ASCII, of which texts are in the order of their bytes.
  public static func < (left: Self, right: Self) -> Bool {
    left.description < right.description
  }
}
