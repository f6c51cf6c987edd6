/// What an audit looks at: for each of the 32 indicators whether it is in, and why (RULEBOOK §5.1, R-QUAL-60).
public struct AuditScope: Sendable, Hashable {
  /// One indicator and what the scope says of it.
  public struct Entry: Sendable, Hashable {
    /// The indicator.
    public let indicator: QualiopiIndicator
    /// Every reason that holds, the most telling first; never empty, all on the same side.
    public let reasons: [ScopeReason]

    /// The first reason.
    public var reason: ScopeReason { reasons[0] }
    /// Whether the indicator is audited.
    public var isInScope: Bool { reason.isInScope }
    /// The rule that gives the first reason.
    public var rule: RuleID { reason.rule }
  }

  /// The 32 entries, ascending.
  public let entries: [Entry]

  /// Computes a scope; pure.
  ///
  /// The auditor may add an indicator that applies, never take one of the minimum away; an added one that does not
  /// apply stays out, with the reason.
  /// - Parameters:
  ///   - kind: the kind of audit.
  ///   - profile: what the body does; for an extension, the added categories.
  ///   - previous: the non-conformities of the previous audit, lifted ones included, and any still open.
  ///   - droppedAtInitial: the indicators a shortened initial audit left out: that audit, when `kind` is initial.
  ///   - added: the indicators the auditor adds.
  public init(
    kind: QualiopiAuditKind, profile: ServiceProfile, previous: [PreviousNonConformity] = [],
    droppedAtInitial: Set<QualiopiIndicator> = [], added: Set<QualiopiIndicator> = []
  ) {
    let nonConform = Set(previous.map(\.indicator))
    entries = QualiopiIndicator.all.map { indicator in
      if let exclusion = profile.exclusion(of: indicator) { return Entry(indicator: indicator, reasons: [exclusion]) }
      var reasons: [ScopeReason] = []
      if nonConform.contains(indicator) { reasons.append(.previousNonConformity) }
      switch kind {
      case .surveillance:
        reasons += Self.surveillanceMinimum(indicator, wasDropped: droppedAtInitial.contains(indicator))
      case .initial where droppedAtInitial.contains(indicator): break
      case .initial, .renewal, .extension: reasons.append(.applicable)
      }
      // What the rules ask for already, nobody adds.
      if reasons.isEmpty, added.contains(indicator) { reasons = [.addedByAuditor] }
      if reasons.isEmpty { reasons = [kind == .initial ? .shortenedInitial : .outsideSurveillanceMinimum] }
      return Entry(indicator: indicator, reasons: reasons)
    }
  }

  private static func surveillanceMinimum(_ indicator: QualiopiIndicator, wasDropped: Bool) -> [ScopeReason] {
    guard RuleSwitches.isOn("R-QUAL-60") else { return [] }
    var reasons: [ScopeReason] = []
    if indicator.info.isMajorOnly {
      reasons.append(.majorOnly)
    } else if indicator.info.isAlwaysInSurveillance {
      reasons.append(.alwaysInSurveillance)
    }
    if wasDropped { reasons.append(.droppedAtInitial) }
    return reasons
  }

  /// The entry of an indicator.
  public subscript(indicator: QualiopiIndicator) -> Entry { entries[indicator.number - 1] }

  /// The indicators in the scope, ascending.
  public var indicators: [QualiopiIndicator] { entries.filter(\.isInScope).map(\.indicator) }
}
