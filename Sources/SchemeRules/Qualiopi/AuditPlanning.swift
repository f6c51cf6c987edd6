public import WorkingDays

/// The guard of planning an audit, as far as its dates and mode go (T-QUAL-A02).
public enum AuditPlanning {
  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// The kind of audit.
    public var kind: QualiopiAuditKind
    /// On site or remote.
    public var mode: AuditMode
    /// The days.
    public var days: AuditDays
    /// The start of validity of the certificate; nil where it is not known.
    public var validFrom: CivilDate?
    /// Whether the last decision allowed a remote surveillance, silence being no; nil where it is not known.
    public var isRemoteSurveillanceAllowed: Bool?
    /// Whether the audit is the condition of a suspension letter, held after its window.
    public var curesSuspension: Bool

    /// Gathers the facts.
    public init(
      kind: QualiopiAuditKind, mode: AuditMode, days: AuditDays, validFrom: CivilDate?,
      isRemoteSurveillanceAllowed: Bool?, curesSuspension: Bool = false
    ) {
      self.kind = kind
      self.mode = mode
      self.days = days
      self.validFrom = validFrom
      self.isRemoteSurveillanceAllowed = isRemoteSurveillanceAllowed
      self.curesSuspension = curesSuspension
    }
  }

  /// Weekdays (R-QUAL-38), mode (R-QUAL-35, R-QUAL-36), surveillance window (R-QUAL-49).
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [weekdays(facts.days), onSite(facts), remote(facts), window(facts)]
  }

  /// The verdicts and what follows of them.
  public static func judge(_ facts: Facts) -> ActJudgement { ActJudgement(verdicts(facts)) }

  /// The days between the first and the last may hold a weekend nobody works.
  private static func weekdays(_ days: AuditDays) -> RuleVerdict {
    let weekend = [days.first, days.last].filter(\.weekday.isWeekend).map(\.description)
    return .check(
      weekend.isEmpty, "R-QUAL-38",
      orElse: RuleReason(
        rule: "R-QUAL-38", code: "weekend",
        facts: ["days": days.first == days.last ? [days.first.description] : weekend]))
  }

  private static func onSite(_ facts: Facts) -> RuleVerdict {
    guard facts.kind != .surveillance else { return .notApplicable("R-QUAL-35") }
    return .check(
      facts.mode == .onSite, "R-QUAL-35",
      orElse: RuleReason(rule: "R-QUAL-35", code: "remote-only-at-surveillance", facts: ["kind": [facts.kind.rawValue]])
    )
  }

  private static func remote(_ facts: Facts) -> RuleVerdict {
    guard facts.kind == .surveillance, facts.mode == .remote else { return .notApplicable("R-QUAL-36") }
    guard let isAllowed = facts.isRemoteSurveillanceAllowed else {
      return .undeterminedHere("R-QUAL-36", needs: [.remoteSurveillancePermission])
    }
    return .check(isAllowed, "R-QUAL-36", orElse: RuleReason(rule: "R-QUAL-36", code: "remote-not-allowed"))
  }

  private static func window(_ facts: Facts) -> RuleVerdict {
    guard facts.kind == .surveillance else { return .notApplicable("R-QUAL-49") }
    guard let start = facts.validFrom else {
      return .undeterminedHere("R-QUAL-49", needs: [.certificateValidity])
    }
    if let opens = RuleDueDate.of(.qual02, from: start), facts.days.first < opens {
      return .notMet(
        RuleReason(rule: "R-QUAL-49", code: "before-window", facts: ["opens": [opens.description]]))
    }
    if let closes = RuleDueDate.of(.qual04, from: start), facts.days.last > closes, !facts.curesSuspension {
      return .notMet(
        RuleReason(rule: "R-QUAL-49", code: "after-window", facts: ["closes": [closes.description]]))
    }
    return .met("R-QUAL-49")
  }
}
