import AuditModel
public import SyncCore

/// What is said of a plan without refusing it.
public enum PlanningAdvice {
  /// The advice on an audit as its dossier has it; none while its plan is incomplete or disputed.
  public static func of(_ audit: EntityID, in context: ActContext) -> [RuleReason] {
    // Advice is the same for everybody.
    PathReading(audit, in: context, actor: ActActor(user: .server, roles: [])).plan.facts.map(AuditPlanning.advice)
      ?? []
  }
}
