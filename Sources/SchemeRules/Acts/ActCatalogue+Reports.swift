extension ActCatalogue {
  /// From the closing to the file that goes to decision (T-QUAL-A07 to T-QUAL-A13).
  static let reports: [ActDefinition] = [
    ActDefinition(CloseAudit.self), ActDefinition(PresentReport.self), ActDefinition(AnswerReport.self),
    ActDefinition(AwaitEvidence.self), ActDefinition(CloseReport.self), ActDefinition(SubmitReport.self),
  ]
}
