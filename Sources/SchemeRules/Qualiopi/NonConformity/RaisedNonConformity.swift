public import WorkingDays

/// A non-conformity an audit raises at its closing (T-QUAL-N01, T-QUAL-N06, R-QUAL-73).
public struct RaisedNonConformity: Sendable, Hashable {
  /// Where it comes from.
  public enum Origin: Sendable, Hashable {
    /// The grade given at this audit.
    case graded
    /// A minor of an earlier audit, still open (R-QUAL-78).
    case requalified(raisedOn: CivilDate?)
    /// More minors than an audit may carry (R-QUAL-73); it has no indicator.
    case cumulation(minors: Int)
  }

  /// The indicator; nil for the cumulation.
  public let indicator: QualiopiIndicator?
  /// Minor or major.
  public let grade: QualiopiGrade
  /// Where it comes from.
  public let origin: Origin
  /// The last day for evidence: DL-QUAL-12 for a major, DL-QUAL-11 for a minor; nil while the audit has no last day.
  public let due: CivilDate?

  /// The rule that makes it one.
  public var rule: RuleID {
    switch origin {
    case .requalified: "R-QUAL-78"
    case .cumulation: "R-QUAL-73"
    case .graded: grade == .major ? "R-QUAL-70" : "R-QUAL-69"
    }
  }

  init(
    _ indicator: QualiopiIndicator?, _ grade: QualiopiGrade, _ origin: Origin, auditEnd: CivilDate?,
    certificateEnd: CivilDate?, settings: QualiopiSettings
  ) {
    self.indicator = indicator
    self.grade = grade
    self.origin = origin
    due = auditEnd.flatMap {
      grade == .major
        ? RuleDueDate.of(.qual12, from: $0, certificateEnd: certificateEnd, settings: settings)
        : RuleDueDate.of(.qual11, from: $0, settings: settings)
    }
  }
}
