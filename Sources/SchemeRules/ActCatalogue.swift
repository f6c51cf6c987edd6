public import AuditModel

/// Every act this version knows; the server answers any other request `unknown-act`.
public enum ActCatalogue {
  /// The acts, in the order in which an audit meets them.
  public static let all: [Act] = [
    CloseAudit.act, PresentReport.act, RecordDecision.act, SuspendHabilitation.act,
  ]

  /// The act of a name, or nil for an unknown one.
  public static func act(named name: String) -> Act? {
    all.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The act of a name under a scheme, or nil when that scheme has no such act.
  public static func act(named name: String, in scheme: Scheme) -> Act? {
    all.first { $0.scheme == scheme && $0.name.utf8.elementsEqual(name.utf8) }
  }
}
