public import AuditModel
public import SyncCore
public import WorkingDays

extension RecordCorrection {
  /// What its guard looks at.
  public struct Facts: Sendable, Hashable {
    /// What is corrected, when it is « à reprendre »; nil otherwise.
    public var reopening: Reopening?
    /// The facts cited, as the reopening names them.
    public var cited: [String]
    /// Maintained or replaced.
    public var outcome: FactReading<CorrectionOutcome>
    /// The state that replaces.
    public var standing: FactReading<String>
    /// From when it counts.
    public var from: FactReading<CivilDate>
    /// Why.
    public var motive: FactReading<String>
    /// Who asks.
    public var requester: UserID
    /// The requester's roles.
    public var roles: Set<Role>

    /// The letter of a suspension that replaces (R-QUAL-87).
    public var letter: FactReading<DecisionTerms.Letter>
    /// The end of validity reissued.
    public var reissuedEnd: FactReading<CivilDate>
    /// The certificate as it stands.
    public var certificate: CertificateRecord
    /// The day it is judged.
    public var today: CivilDate
    /// Who conducted the audit concerned (R-ROLE-01).
    public var conductors: Set<UserID>
    /// The categories the asker lacks a competence for; nil where the register is not to be seen (R-ROLE-22).
    public var competenceGap: CompetenceGap?
    /// The state it was asked for on.
    public var stateShown: StateShown

    /// Gathers the facts.
    public init(
      reopening: Reopening?, cited: [String], outcome: FactReading<CorrectionOutcome>, standing: FactReading<String>,
      from: FactReading<CivilDate>, motive: FactReading<String>, requester: UserID, roles: Set<Role>,
      letter: FactReading<DecisionTerms.Letter> = .absent, reissuedEnd: FactReading<CivilDate> = .absent,
      certificate: CertificateRecord, today: CivilDate, conductors: Set<UserID> = [],
      competenceGap: CompetenceGap?, stateShown: StateShown = .notCompared
    ) {
      self.reopening = reopening
      self.cited = cited
      self.outcome = outcome
      self.standing = standing
      self.from = from
      self.motive = motive
      self.requester = requester
      self.roles = roles
      self.letter = letter
      self.reissuedEnd = reissuedEnd
      self.certificate = certificate
      self.today = today
      self.conductors = conductors
      self.competenceGap = competenceGap
      self.stateShown = stateShown
    }

    /// The suspension that replaces, without the decision's name; nil where its letter is not complete.
    func suspension(_ transition: RuleID) -> CertificateRecord.Suspension? {
      guard let from = from.value else { return nil }
      let effect = letter.value?.from ?? from
      let usual = RuleSwitches.isOn(DeadlineID.qual13) ? RuleDueDate.of(.qual13, from: effect) : nil
      guard let condition = letter.value?.condition, let until = letter.value?.until ?? usual else { return nil }
      return CertificateRecord.Suspension(condition: condition, from: effect, until: until, transition: transition)
    }
  }
}
