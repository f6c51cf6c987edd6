import AuditModel
public import SyncCore

/// Where an audit stands for the next act of its path, read from its dossier.
public enum AuditStanding {
  /// The state recorded, unless the days or the lead it was accepted for have changed since (R-QUAL-46).
  ///
  /// A stage nobody wrote counts as `quoted`.
  public static func of(_ audit: EntityID, in context: ActContext) -> QualiopiAuditState {
    // Where an audit stands is the same for everybody.
    PathReading(audit, in: context, actor: ActActor(user: .server, roles: [])).path.standing
  }
}
