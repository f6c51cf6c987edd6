extension ActCatalogue {
  /// From the signed quote to the audit plan (T-QUAL-A01 to T-QUAL-A06).
  static let planning: [ActDefinition] = [
    ActDefinition(SignContract.self), ActDefinition(PlanAudit.self), ActDefinition(NameAuditor.self),
    ActDefinition(NoticeAudit.self), ActDefinition(ValidateNotice.self), ActDefinition(SendAuditPlan.self),
    ActDefinition(CancelAudit.self),
  ]
}
