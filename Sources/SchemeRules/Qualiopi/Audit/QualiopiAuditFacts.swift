public import AuditModel
public import WorkingDays

/// The first and last day of an audit.
public struct AuditDays: Sendable, Hashable {
  /// The first day.
  public let first: CivilDate
  /// The last day, the first or later; delays run from it.
  public let last: CivilDate

  /// Pairs two days; nil when the last comes first.
  public init?(first: CivilDate, last: CivilDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }
}

/// What the guards of an audit's acts look at: plain values, read from the fold of its dossier.
public struct QualiopiAuditFacts: Sendable, Hashable {
  /// What is recorded of one indicator.
  public struct Item: Sendable, Hashable {
    /// The grade.
    public var grade: GradeReading
    /// Whether evidence names the indicator.
    public var hasEvidence: Bool
    /// Whether the auditor noted that evidence is lacking, and why.
    public var notesLack: Bool

    /// Describes an item.
    public init(grade: GradeReading, hasEvidence: Bool = false, notesLack: Bool = false) {
      self.grade = grade
      self.hasEvidence = hasEvidence
      self.notesLack = notesLack
    }
  }

  /// The kind of audit.
  public var kind: FactReading<QualiopiAuditKind>
  /// Where the audit stands; nil when nothing says.
  public var state: QualiopiAuditState?
  /// Its days.
  public var days: FactReading<AuditDays>
  /// The lead auditor's opaque id.
  public var lead: FactReading<String>
  /// All auditors' ids, the lead included or not.
  public var auditors: Set<String>
  /// The indicators to audit.
  public var scope: FactReading<Set<QualiopiIndicator>>
  /// What is recorded, by indicator; also of indicators outside the scope.
  public var items: [QualiopiIndicator: Item]
  /// Non-conformities of earlier audits.
  public var previous: [PreviousNonConformity]
  /// The end of validity of the certificate, when there is one.
  public var certificateEnd: CivilDate?
  /// Who requests the act.
  public var requester: String
  /// The requester's roles.
  public var requesterRoles: Set<Role>

  /// Gathers the facts.
  public init(
    kind: FactReading<QualiopiAuditKind>, state: QualiopiAuditState?, days: FactReading<AuditDays>,
    lead: FactReading<String>, auditors: Set<String>, scope: FactReading<Set<QualiopiIndicator>>,
    items: [QualiopiIndicator: Item], previous: [PreviousNonConformity] = [], certificateEnd: CivilDate? = nil,
    requester: String, requesterRoles: Set<Role>
  ) {
    self.kind = kind
    self.state = state
    self.days = days
    self.lead = lead
    self.auditors = auditors
    self.scope = scope
    self.items = items
    self.previous = previous
    self.certificateEnd = certificateEnd
    self.requester = requester
    self.requesterRoles = requesterRoles
  }

  /// The grade that counts for an indicator.
  public func grade(of indicator: QualiopiIndicator) -> QualiopiGrade? { items[indicator]?.grade.holding }

  /// Whether the requester conducted the audit: one of its auditors, or named its lead by anybody (R-ROLE-01).
  public var requesterConductedAudit: Bool {
    (Array(auditors) + leads).contains { $0.utf8.elementsEqual(requester.utf8) }
  }

  private var leads: [String] {
    switch lead {
    case .absent: []
    case .settled(let lead): [lead]
    case .inConflict(let leads): leads
    }
  }
}
