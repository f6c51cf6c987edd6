import AuditSchema
public import SyncCore

/// What a complaint or an appeal is about (R-ROLE-21).
public enum ComplaintMatter: Sendable, Hashable {
  /// The whole certification: where nothing narrower is named.
  case certification
  /// An audit, a non-conformity, a decision or a correction of the dossier.
  case entity(EntityID)
  /// Something the dossier does not hold, so that nothing says who had a part in it.
  case unknown

  static let types: Set<String> = ["audit", "nonconformity", "decision", "correction"]

  /// Reads what was named; an empty text, or the certificate, is the whole certification.
  init(_ text: String?, in fold: StreamFold) {
    guard let text, text.contains(where: { !$0.isWhitespace }) else {
      self = .certification
      return
    }
    guard let id = EntityID(text), fold.standing(ofType: id.typePath).contains(id) else {
      self = .unknown
      return
    }
    self = id.typePath == "title" ? .certification : Self.types.contains(id.typePath) ? .entity(id) : .unknown
  }
}
