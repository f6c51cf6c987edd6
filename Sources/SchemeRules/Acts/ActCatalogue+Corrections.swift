extension ActCatalogue {
  /// Corrections and complaints (T-QUAL-X01, R-ROLE-21).
  static let corrections: [ActDefinition] = [
    ActDefinition(RecordCorrection.self), ActDefinition(ExamineComplaint.self),
  ]
}
