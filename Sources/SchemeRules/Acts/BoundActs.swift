public import SyncCore

extension Change {
  /// Whether it asks for an act that is bound to the state its asker was shown: whoever judges it, device or server, then
  /// keeps the digest of the state before it (decision 0016).
  public var asksForABoundAct: Bool {
    operations.contains {
      guard case .request(let act, _, _) = $0 else { return false }
      return ActCatalogue.act(named: act.description)?.bindsState ?? false
    }
  }
}
