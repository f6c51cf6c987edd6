public import WorkingDays

/// What the guard of a Qualiopi decision looks at.
public struct QualiopiDecisionFacts: Sendable, Hashable {
  /// A non-conformity of the audit decided on; the cumulation has no indicator.
  public struct NonConformity: Sendable, Hashable {
    /// The indicator; nil for the cumulation (R-QUAL-73).
    public var indicator: QualiopiIndicator?
    /// Minor or major.
    public var grade: QualiopiGrade
    /// Where it stands.
    public var state: QualiopiNonConformityState
    /// Whether an action plan was received.
    public var hasPlan: Bool
    /// The day the evidence was received by the certifier or the auditor.
    public var evidenceReceivedOn: CivilDate?

    /// Describes one.
    public init(
      _ indicator: QualiopiIndicator?, _ grade: QualiopiGrade, state: QualiopiNonConformityState, hasPlan: Bool,
      evidenceReceivedOn: CivilDate? = nil
    ) {
      self.indicator = indicator
      self.grade = grade
      self.state = state
      self.hasPlan = hasPlan
      self.evidenceReceivedOn = evidenceReceivedOn
    }
  }

  /// The surveillance that a suspension for want of one was waiting for (T-QUAL-C06, R-QUAL-80).
  public struct CureSurveillance: Sendable, Hashable {
    /// Where its report stands.
    public var state: QualiopiAuditState?
    /// Whether its report was closed without an answer, and none came since.
    public var isUnanswered: Bool
    /// What it raised.
    public var nonConformities: [NonConformity]

    /// Describes one.
    public init(state: QualiopiAuditState?, isUnanswered: Bool = false, nonConformities: [NonConformity]) {
      self.state = state
      self.isUnanswered = isUnanswered
      self.nonConformities = nonConformities
    }
  }

  /// Why an audit held all the same grounds no favourable decision (T-QUAL-A13).
  public enum Irregularity: String, Sendable, Hashable, CaseIterable {
    /// Remote where it had to be on site (R-QUAL-35).
    case notOnSite = "not-on-site"
    /// A remote surveillance that no decision had allowed (R-QUAL-36).
    case remoteNotAllowed = "remote-not-allowed"
    /// A surveillance before its window (R-QUAL-49, A-67).
    case beforeWindow = "before-window"
  }

  /// The audit; its requester is the one who would decide.
  public var audit: QualiopiAuditFacts
  /// Whether the decision is on that audit's report; a missed surveillance, an end of delay have none.
  public var namesAudit: Bool
  /// Whether the report was closed without an answer, and none came since (T-QUAL-A12).
  public var isUnanswered: Bool
  /// What it does to the certificate; a decision of an earlier version names none.
  public var measure: FactReading<DecisionMeasure>
  /// Which way.
  public var outcome: FactReading<DecisionOutcome>
  /// Why.
  public var motive: FactReading<String>
  /// What else it says.
  public var terms: DecisionTerms
  /// The certificate as it stands.
  public var certificate: CertificateRecord
  /// The non-conformities the audit raised.
  public var nonConformities: [NonConformity]
  /// Those the suspension in force rests on.
  public var suspendedOver: [NonConformity]
  /// The surveillance held since a suspension for want of one, where the decision names another audit or none.
  public var cure: CureSurveillance?
  /// Who conducted the audits that the suspension and its cure rest on, beside the one named (R-ROLE-01).
  public var suspensionConductors: Set<String>
  /// The surveillances held so that they count.
  public var surveillancesHeld: [AuditDays]
  /// What the decider lacks a competence for; nil where the register is not to be seen (R-ROLE-22).
  public var competenceGap: CompetenceGap?
  /// What was irregular in how the audit was held; nil where that is not to be seen.
  public var irregularities: Set<Irregularity>?
  /// The readings in force.
  public var settings: QualiopiSettings
  /// Those in force when the validity began, by which its window runs (R-TIME-19); nil for `settings`.
  public var settingsAtStart: QualiopiSettings?
  /// Those in force on the audit's last day, by which the delay of its majors runs (R-TIME-19); nil for `settings`.
  public var settingsAtAuditEnd: QualiopiSettings?

  /// Gathers the facts.
  public init(
    audit: QualiopiAuditFacts, namesAudit: Bool = true, isUnanswered: Bool = false,
    measure: FactReading<DecisionMeasure> = .absent,
    outcome: FactReading<DecisionOutcome>, motive: FactReading<String>, terms: DecisionTerms,
    certificate: CertificateRecord, nonConformities: [NonConformity], suspendedOver: [NonConformity] = [],
    cure: CureSurveillance? = nil, suspensionConductors: Set<String> = [], surveillancesHeld: [AuditDays] = [],
    competenceGap: CompetenceGap?,
    irregularities: Set<Irregularity>?, settings: QualiopiSettings = .standard
  ) {
    self.audit = audit
    self.namesAudit = namesAudit
    self.isUnanswered = isUnanswered
    self.measure = measure
    self.outcome = outcome
    self.motive = motive
    self.terms = terms
    self.certificate = certificate
    self.nonConformities = nonConformities
    self.suspendedOver = suspendedOver
    self.cure = cure
    self.suspensionConductors = suspensionConductors
    self.surveillancesHeld = surveillancesHeld
    self.competenceGap = competenceGap
    self.irregularities = irregularities
    self.settings = settings
  }
}
