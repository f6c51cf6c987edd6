/// Something that lacks or does not hold together in an audit before it is closed.
public struct AuditGap: Sendable, Hashable {
  /// What lacks; the raw value is the stable code of its reason.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case indicatorNotGraded = "indicator-not-graded"
    case notAuditedInMinimum = "indicator-not-audited"
    case minorOnMajorOnly = "minor-on-major-only"
    case evidenceMissing = "evidence-missing"
    case gradesDiverge = "grades-diverge"
    case openingSheetMissing = "opening-sheet-missing"
    case closingSheetMissing = "closing-sheet-missing"
    case siteNotVisited = "site-not-visited"
    case sampleNotObserved = "sample-not-observed"
    case evidenceUndated = "evidence-undated"
    case evidenceProvesNothing = "evidence-proves-nothing"
    case announcedDiffers = "announced-differs"
    case markUseNotChecked = "mark-use-not-checked"
    case correctiveActionNotExamined = "corrective-action-not-examined"
    case shortServicesGraded = "short-services-graded"
    case captureNotDone = "capture-not-done"
    /// Another reason for which the closing would be refused: the audit's state, its lead, its scope.
    case closingRefused = "closing-refused"
  }

  /// What a gap comes to.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The closing would be refused.
    case stopsClosing = "stops-closing"
    /// Nothing is refused now; it is easier to put right before leaving.
    case advice
  }

  /// What lacks.
  public let kind: Kind
  /// Whether it stops the closing.
  public let severity: Severity
  /// The rule, with what, why and the way out.
  public let reason: RuleReason

  /// The gaps of an audit: those that stop its closing first, then advice in the order of the day.
  ///
  /// Pure; closing is judged by the guard's own code.
  public static func all(in facts: AuditCaptureFacts) -> [AuditGap] {
    let stopping = CloseAudit.judge(facts.audit).reasons.map { reason in
      AuditGap(kind: Kind(rawValue: reason.code) ?? .closingRefused, severity: .stopsClosing, reason: reason)
    }
    let advice = Kind.allCases.compactMap { kind -> AuditGap? in
      guard let found = finding(kind, facts), RuleSwitches.isOn(found.rule) else { return nil }
      return AuditGap(
        kind: kind, severity: .advice, reason: RuleReason(rule: found.rule, code: kind.rawValue, facts: found.facts))
    }
    return stopping + advice
  }

  /// What is found of a kind that the guard does not judge; nil where nothing lacks.
  private static func finding(_ kind: Kind, _ facts: AuditCaptureFacts) -> (rule: RuleID, facts: [String: [String]])? {
    switch kind {
    case .indicatorNotGraded, .notAuditedInMinimum, .minorOnMajorOnly, .evidenceMissing, .closingRefused: nil
    case .gradesDiverge:
      found("R-QUAL-10", "indicators", facts.audit.items.filter { $0.value.grade.isInConflict }.keys.factValues)
    case .openingSheetMissing: facts.isOpeningHeld ? nil : ("R-QUAL-57", [:])
    case .closingSheetMissing: facts.isClosingHeld ? nil : ("R-QUAL-57", [:])
    case .siteNotVisited: found("R-QUAL-64", "sites", facts.unvisitedSites.map { facts.sites[$0] ?? $0 })
    case .sampleNotObserved: found("R-QUAL-22", "samples", facts.unobservedSamples.map(\.title))
    case .evidenceUndated: found("R-QUAL-21", "titles", facts.evidence.filter { $0.dated == nil }.map(\.title))
    case .evidenceProvesNothing:
      found("R-QUAL-21", "titles", facts.evidence.filter(\.indicators.isEmpty).map(\.title))
    case .announcedDiffers: found("R-QUAL-68", "indicators", announcedOtherwise(facts).factValues)
    case .markUseNotChecked:
      facts.audit.kind.value == .surveillance && !facts.isMarkUseChecked ? ("R-QUAL-62", [:]) : nil
    case .correctiveActionNotExamined: found("R-QUAL-61", "indicators", facts.unexaminedActions.factValues)
    case .shortServicesGraded: shortServices(facts)
    case .captureNotDone: found("R-ROLE-16", "people", facts.unfinished)
    }
  }

  private static func found(
    _ rule: RuleID, _ name: String, _ values: [String]
  ) -> (rule: RuleID, facts: [String: [String]])? {
    values.isEmpty ? nil : (rule, [name: values])
  }

  /// Indicators announced otherwise than graded, once the closing meeting was held.
  private static func announcedOtherwise(_ facts: AuditCaptureFacts) -> [QualiopiIndicator] {
    guard facts.isClosingHeld else { return [] }
    return QualiopiIndicator.all.filter { indicator in
      let grade = facts.audit.grade(of: indicator).flatMap { $0.isNonConformity ? $0 : nil }
      return facts.announced[indicator] != grade
    }
  }

  private static func shortServices(_ facts: AuditCaptureFacts) -> (rule: RuleID, facts: [String: [String]])? {
    guard facts.areSamplesShort, let grade = facts.audit.grade(of: 12), grade == .conform || grade.isNonConformity
    else {
      return nil
    }
    return ("R-QUAL-13", ["indicators": ["12"], "grade": [grade.rawValue]])
  }
}
