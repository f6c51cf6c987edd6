public import AuditModel

/// An act people may request, as the catalogue lists it; its guard judges the request.
public struct Act: Sendable, Hashable {
  /// The name in a change line, such as `audit.close`.
  public let name: String
  /// The scheme whose rules judge it.
  public let scheme: Scheme
  /// The roles that may be granted it; the guard itself says so to the others, with the way out.
  public let roles: Set<Role>
  /// Whether it presents or decides: once accepted, its entity is frozen at the requester's `seen` (DESIGN §5).
  public let freezes: Bool
  /// Whether it is refused as stale when something accepted lies outside the requester's `seen` (DESIGN §5).
  public let isBinding: Bool
  /// Whether the request carries the digest of the state its asker was shown, which the judge compares (DESIGN §5).
  public let bindsState: Bool
  /// The transition of the rulebook an accepted request makes.
  public let transition: RuleID
  /// The wire name of the state it leads to.
  public let resultingState: String
  /// What it is called on screen.
  public let words: LocalizedText

  init(
    _ name: String, _ scheme: Scheme, roles: Set<Role>, freezes: Bool, isBinding: Bool, bindsState: Bool = false,
    transition: RuleID, resultingState: String, fr: String, en: String
  ) {
    self.name = name
    self.scheme = scheme
    self.roles = roles
    self.freezes = freezes
    self.isBinding = isBinding
    self.bindsState = bindsState
    self.transition = transition
    self.resultingState = resultingState
    words = LocalizedText(fr: fr, en: en)
  }
}
