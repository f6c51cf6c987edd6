/// One certifier's closed workspace: part of every link, so that evidence of two certifiers never mixes.
public struct TenantID: Hashable, Sendable, CustomStringConvertible {
  /// The spelling, `[A-Za-z0-9._-]{1,64}`.
  public let description: String

  /// Reads an id; nil for other characters or lengths.
  public init?(_ text: some StringProtocol) {
    guard ASCIIName.isLocalName(text.utf8) else { return nil }
    description = String(text)
  }
}
