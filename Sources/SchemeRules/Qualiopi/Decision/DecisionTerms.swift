public import WorkingDays

/// What a decision says beside which way it goes.
public struct DecisionTerms: Sendable, Hashable {
  /// What is printed on the certificate; a day not printed is computed.
  public struct Printed: Sendable, Hashable {
    /// The first day.
    public var from: CivilDate?
    /// The last day; it wins over the computed one.
    public var to: CivilDate?
    /// The number.
    public var number: String?

    /// Describes what is printed.
    public init(from: CivilDate? = nil, to: CivilDate? = nil, number: String? = nil) {
      self.from = from
      self.to = to
      self.number = number
    }
  }

  /// What a letter of suspension says (R-QUAL-87).
  public struct Letter: Sendable, Hashable {
    /// What lifts the suspension.
    public var condition: String?
    /// The day it takes effect, where it is later than the decision.
    public var from: CivilDate?
    /// The last day to meet the condition, where it is not the usual one (DL-QUAL-13).
    public var until: CivilDate?

    /// Describes a letter.
    public init(condition: String? = nil, from: CivilDate? = nil, until: CivilDate? = nil) {
      self.condition = condition
      self.from = from
      self.until = until
    }
  }

  /// The contract an extension rests on.
  public struct Amendment: Sendable, Hashable {
    /// Whether it amends another contract.
    public var amends: Bool
    /// Whether the mail that brought it signed is recorded.
    public var isSigned: Bool
    /// Whether it provides for an extension audit.
    public var needsAudit: Bool

    /// Describes one.
    public init(amends: Bool, isSigned: Bool, needsAudit: Bool) {
      self.amends = amends
      self.isSigned = isSigned
      self.needsAudit = needsAudit
    }
  }

  /// The day it was taken, as a person confirmed it (R-TIME-22).
  public var decidedOn: FactReading<CivilDate>
  /// The day it is judged.
  public var today: CivilDate
  /// What is printed on the certificate.
  public var printed: FactReading<Printed>
  /// Whether the next surveillance may be remote; nil for a decision silent on it.
  public var remoteSurveillance: Bool?
  /// The letter of a suspension.
  public var letter: FactReading<Letter>
  /// The amendment of an extension; nil for none.
  public var amendment: Amendment?
  /// The state it was decided on.
  public var stateShown: StateShown

  /// Gathers the terms.
  public init(
    decidedOn: FactReading<CivilDate>, today: CivilDate, printed: FactReading<Printed> = .absent,
    remoteSurveillance: Bool? = nil, letter: FactReading<Letter> = .absent, amendment: Amendment? = nil,
    stateShown: StateShown = .notCompared
  ) {
    self.decidedOn = decidedOn
    self.today = today
    self.printed = printed
    self.remoteSurveillance = remoteSurveillance
    self.letter = letter
    self.amendment = amendment
    self.stateShown = stateShown
  }

  /// The day the decision counts from: the one confirmed, else the day it is judged.
  public var day: CivilDate { decidedOn.value ?? today }
}
