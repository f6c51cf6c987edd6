public import WorkingDays

/// What holds of an audit's dates, mode and place before it is planned or noticed (T-QUAL-A02, T-QUAL-A04).
///
/// Audits are planned in half-days of the day, so none falls in the evening (R-QUAL-38).
public enum AuditPlanning {
  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// The kind of audit.
    public var kind: QualiopiAuditKind
    /// On site or remote.
    public var mode: AuditMode
    /// The first and last day.
    public var days: AuditDays
    /// The half-days by date and site; empty while nobody wrote them.
    public var schedule: [ScheduledDay]
    /// Where it is held; nil or empty for nowhere yet.
    public var place: String?
    /// The start of validity of the certificate; nil where it is not known.
    public var validFrom: CivilDate?
    /// The end of validity of the certificate; nil where there is none or it is not known.
    public var certificateEnd: CivilDate?
    /// Whether the last decision allowed a remote surveillance, silence being no; nil where it is not known.
    public var isRemoteSurveillanceAllowed: Bool?
    /// Whether the audit is the condition of a suspension in force, held after its window.
    public var curesSuspension: Bool
    /// What the contract says; nil where there is none.
    public var contract: ContractTerms?
    /// Whether the body is a new entrant (R-QUAL-41).
    public var isNewEntrant: Bool
    /// The day the certifier's agreement to split the audit was received or sent; nil for none (R-QUAL-44).
    public var splitAgreedOn: CivilDate?
    /// The turnover of the BPF in force, in cents; nil where it was not analysed (R-QUAL-43).
    public var turnoverNowCents: Int64?
    /// The documents due that the client was not asked for.
    public var documentsNotAsked: [DueDocument]
    /// Invoices recorded as unpaid.
    public var unpaid: [UnpaidInvoice]
    /// The day invoices are looked at: the day of the judgement.
    public var today: CivilDate?
    /// The month aimed at, `YYYY-MM` (R-QUAL-45).
    public var targetMonth: String?
    /// The readings in force.
    public var settings: QualiopiSettings
    /// Those in force when the validity began, by which its window runs (R-TIME-19); nil for `settings`.
    public var settingsAtStart: QualiopiSettings?

    /// Gathers the facts.
    public init(
      kind: QualiopiAuditKind, mode: AuditMode, days: AuditDays, schedule: [ScheduledDay] = [], place: String? = nil,
      validFrom: CivilDate?, certificateEnd: CivilDate? = nil, isRemoteSurveillanceAllowed: Bool?,
      curesSuspension: Bool = false, contract: ContractTerms? = nil, isNewEntrant: Bool = false,
      splitAgreedOn: CivilDate? = nil, turnoverNowCents: Int64? = nil, documentsNotAsked: [DueDocument] = [],
      unpaid: [UnpaidInvoice] = [], today: CivilDate? = nil, targetMonth: String? = nil,
      settings: QualiopiSettings = .standard
    ) {
      self.kind = kind
      self.mode = mode
      self.days = days
      self.schedule = schedule
      self.place = place
      self.validFrom = validFrom
      self.certificateEnd = certificateEnd
      self.isRemoteSurveillanceAllowed = isRemoteSurveillanceAllowed
      self.curesSuspension = curesSuspension
      self.contract = contract
      self.isNewEntrant = isNewEntrant
      self.splitAgreedOn = splitAgreedOn
      self.turnoverNowCents = turnoverNowCents
      self.documentsNotAsked = documentsNotAsked
      self.unpaid = unpaid
      self.today = today
      self.targetMonth = targetMonth
      self.settings = settings
    }

    /// How long the contract says this kind of audit lasts; nil where it does not say.
    public var contracted: AuditDuration? { contract?.durations[kind] }
  }

  /// Weekdays (R-QUAL-38), half-days, mode (R-QUAL-35, R-QUAL-36), window (R-QUAL-49), place (R-QUAL-37), contract and
  /// durations, pre-audit file asked (R-QUAL-28), unpaid invoices (R-QUAL-65).
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    [weekdays(facts), halfDays(facts), onSite(facts), remote(facts), window(facts), place(facts), covered(facts)]
      + durationVerdicts(facts) + [asked(facts), paid(facts)]
  }

  /// The verdicts and what follows of them.
  public static func judge(_ facts: Facts) -> ActJudgement { ActJudgement(verdicts(facts)) }

  /// What the durations of the contract say of the half-days planned (R-QUAL-39 to R-QUAL-44).
  ///
  /// The one place where the length of an audit joins the other conditions of its planning.
  static func durationVerdicts(_ facts: Facts) -> [RuleVerdict] {
    guard let contracted = facts.contracted else { return [] }
    return AuditDurationCheck.verdicts(
      AuditDurationCheck.Facts(
        kind: facts.kind, days: facts.schedule, contracted: contracted, tabled: tabled(facts),
        countsNewEntrant: facts.contract?.options.contains(.newEntrantHalfDay) ?? false,
        isNewEntrant: facts.isNewEntrant,
        contractTurnover: facts.contract?.turnoverCents.flatMap(EuroCents.init(cents:)),
        bpfTurnover: facts.turnoverNowCents.flatMap(EuroCents.init(cents:)),
        brackets: TurnoverBrackets.inForce(on: facts.days.first),
        isSplitAgreed: facts.splitAgreedOn.map { $0 < facts.days.first } ?? false,
        splitAuditMaxDays: facts.settings.splitAuditMaxDays))
  }

  /// What the table of the certifier asks for the turnover of now, else the one the contract rests on.
  private static func tabled(_ facts: Facts) -> AuditDuration? {
    facts.settings.auditDurations.halfDays(
      for: facts.kind, turnoverCents: facts.turnoverNowCents ?? facts.contract?.turnoverCents
    ).flatMap { AuditDuration(halfDays: $0) }
  }
}
