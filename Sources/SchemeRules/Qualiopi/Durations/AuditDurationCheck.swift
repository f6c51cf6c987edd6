import WorkingDays

/// The guard of planning, as far as durations and dates go (R-QUAL-39 to R-QUAL-44, T-QUAL-A02).
public enum AuditDurationCheck {
  /// The setting `splitAuditMaxDays`: calendar days from the first day of a split audit to its last.
  public static let splitAuditMaxDays = 28

  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// The kind of audit.
    public var kind: QualiopiAuditKind
    /// The days planned.
    public var days: [ScheduledDay]
    /// What the contract says of this audit.
    public var contracted: AuditDuration
    /// What the certifier's own table asks at least; nil where it says nothing (`auditDurations`, A-65).
    public var tabled: AuditDuration?
    /// Whether the contract already counts the half-day more of a new entrant.
    public var countsNewEntrant: Bool
    /// Whether the body is a new entrant (R-QUAL-41).
    public var isNewEntrant: Bool
    /// The turnover the contract's durations rest on; nil where it is not recorded.
    public var contractTurnover: EuroCents?
    /// The turnover of the BPF in force; nil where it was not analysed.
    public var bpfTurnover: EuroCents?
    /// The brackets in force.
    public var brackets: TurnoverBrackets
    /// Whether splitting the audit over separated dates was agreed beforehand.
    public var isSplitAgreed: Bool
    /// How far apart the first and last day of a split may be, in calendar days.
    public var splitAuditMaxDays: Int

    /// Gathers the facts.
    public init(
      kind: QualiopiAuditKind, days: [ScheduledDay], contracted: AuditDuration, tabled: AuditDuration? = nil,
      countsNewEntrant: Bool = false, isNewEntrant: Bool = false, contractTurnover: EuroCents?,
      bpfTurnover: EuroCents?, brackets: TurnoverBrackets,
      isSplitAgreed: Bool = false, splitAuditMaxDays: Int = AuditDurationCheck.splitAuditMaxDays
    ) {
      self.kind = kind
      self.days = days
      self.contracted = contracted
      self.tabled = tabled
      self.countsNewEntrant = countsNewEntrant
      self.isNewEntrant = isNewEntrant
      self.contractTurnover = contractTurnover
      self.bpfTurnover = bpfTurnover
      self.brackets = brackets
      self.isSplitAgreed = isSplitAgreed
      self.splitAuditMaxDays = splitAuditMaxDays
    }

    /// Half a day more at a new entrant's surveillance, unless the contract counts it.
    var addition: AuditDuration { kind == .surveillance && isNewEntrant && !countsNewEntrant ? 1 : 0 }

    /// How long the audit lasts at least.
    public var required: AuditDuration { contracted + addition }
  }

  /// Length (R-QUAL-39, T-QUAL-A02), new entrant (R-QUAL-42), turnover (R-QUAL-43), days (R-QUAL-40), split (R-QUAL-44).
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [shortest(facts)] + asTabled(facts)
      + [longest(facts), newEntrant(facts), turnover(facts), calendarDays(facts), split(facts)]
  }

  /// The verdicts and what follows of them.
  public static func judge(_ facts: Facts) -> ActJudgement { ActJudgement(verdicts(facts)) }

  private static func shortest(_ facts: Facts) -> RuleVerdict {
    .check(
      facts.days.duration >= facts.contracted, "R-QUAL-39",
      orElse: RuleReason(
        rule: "R-QUAL-39", code: "shorter-than-contract", facts: durations(facts, needed: facts.contracted)))
  }

  /// What the table asks, whatever the contract says: a contract signed below it is amended first.
  private static func asTabled(_ facts: Facts) -> [RuleVerdict] {
    guard let tabled = facts.tabled else { return [] }
    return [
      .check(
        facts.days.duration >= tabled, "R-QUAL-39",
        orElse: RuleReason(rule: "R-QUAL-39", code: "shorter-than-table", facts: durations(facts, needed: tabled)))
    ]
  }

  private static func longest(_ facts: Facts) -> RuleVerdict {
    .check(
      facts.days.duration <= facts.required, "T-QUAL-A02",
      orElse: RuleReason(
        rule: "T-QUAL-A02", code: "contract-too-short", facts: durations(facts, needed: facts.required)))
  }

  /// The half-day is planned first, then written into the contract.
  private static func newEntrant(_ facts: Facts) -> RuleVerdict {
    guard facts.kind == .surveillance, facts.isNewEntrant else { return .notApplicable("R-QUAL-42") }
    guard facts.days.duration >= facts.required else {
      return .notMet(
        RuleReason(
          rule: "R-QUAL-42", code: "new-entrant-half-day-missing", facts: durations(facts, needed: facts.required)))
    }
    return .check(
      facts.countsNewEntrant, "R-QUAL-42",
      orElse: RuleReason(
        rule: "R-QUAL-42", code: "new-entrant-contract-not-updated", facts: durations(facts, needed: facts.required)))
  }

  private static func turnover(_ facts: Facts) -> RuleVerdict {
    guard facts.kind == .surveillance else { return .notApplicable("R-QUAL-43") }
    guard let contract = facts.contractTurnover, let current = facts.bpfTurnover else {
      return .undeterminedHere("R-QUAL-43", needs: [.turnoverInForce])
    }
    return .check(
      facts.brackets.bracket(of: contract) == facts.brackets.bracket(of: current), "R-QUAL-43",
      orElse: RuleReason(
        rule: "R-QUAL-43", code: "turnover-left-bracket",
        facts: ["turnover": [current.factValue], "contractTurnover": [contract.factValue]]))
  }

  private static func calendarDays(_ facts: Facts) -> RuleVerdict {
    let full = Dictionary(grouping: facts.days, by: \.date).filter { $0.value.duration > 2 }.keys.sorted()
    return .check(
      full.isEmpty, "R-QUAL-40",
      orElse: RuleReason(
        rule: "R-QUAL-40", code: "more-than-a-day-per-date", facts: ["days": full.map(\.description)]))
  }

  /// Dates are separated when a working day without audit lies between two of them.
  private static func split(_ facts: Facts) -> RuleVerdict {
    let dates = facts.days.dates
    let calendar = WorkingDayCalendar()
    let isSplit = zip(dates, dates.dropFirst()).contains { earlier, later in
      calendar.workingDay(1, after: earlier).map { $0 < later } ?? false
    }
    guard isSplit, let first = dates.first, let last = dates.last else { return .notApplicable("R-QUAL-44") }
    if first.days(until: last) > facts.splitAuditMaxDays {
      let latest = first.adding(days: facts.splitAuditMaxDays) ?? .latest
      return .notMet(
        RuleReason(
          rule: "R-QUAL-44", code: "split-too-long",
          facts: ["days": [first.description, last.description], "latest": [latest.description]]))
    }
    return .check(
      facts.isSplitAgreed, "R-QUAL-44",
      orElse: RuleReason(rule: "R-QUAL-44", code: "split-not-agreed", facts: ["days": dates.map(\.description)]))
  }

  private static func durations(_ facts: Facts, needed: AuditDuration) -> [String: [String]] {
    ["scheduled": [facts.days.duration.factValue], "needed": [needed.factValue]]
  }
}
