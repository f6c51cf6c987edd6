public import WorkingDays

/// Whether a body may be on Mon Compte Formation: eight conditions (R-QUAL-136, R-QUAL-137).
///
/// Only shown: funders are not the certifier's matter (R-QUAL-111).
public enum MonCompteFormationAccess {
  /// What the conditions look at; what is not recorded is not assumed in the body's favour.
  public struct Facts: Sendable, Hashable {
    /// Whether its certificate is in force.
    public var isCertified: Bool
    /// Whether its activity declaration is active.
    public var hasActiveDeclaration: Bool
    /// The first year of activity, when known.
    public var firstYearOfActivity: Int?
    /// The years in which it filed a BPF.
    public var bpfYears: Set<Int>
    /// Whether its technical and teaching capacity is proved.
    public var hasCapacity: Bool
    /// The eligible trainings it offers.
    public var trainings: Set<EligibleTraining>
    /// Whether it is habilitated to prepare or deliver the certification.
    public var isHabilitated: Bool
    /// Whether it is in order with law, taxes and social charges.
    public var isCompliant: Bool
    /// Whether the criminal record bulletin of each director was seen.
    public var hasDirectorsRecord: Bool

    /// Gathers the facts.
    public init(
      isCertified: Bool = false, hasActiveDeclaration: Bool = false, firstYearOfActivity: Int? = nil,
      bpfYears: Set<Int> = [], hasCapacity: Bool = false, trainings: Set<EligibleTraining> = [],
      isHabilitated: Bool = false, isCompliant: Bool = false, hasDirectorsRecord: Bool = false
    ) {
      self.isCertified = isCertified
      self.hasActiveDeclaration = hasActiveDeclaration
      self.firstYearOfActivity = firstYearOfActivity
      self.bpfYears = bpfYears
      self.hasCapacity = hasCapacity
      self.trainings = trainings
      self.isHabilitated = isHabilitated
      self.isCompliant = isCompliant
      self.hasDirectorsRecord = hasDirectorsRecord
    }
  }

  /// Eight verdicts, in the order of the list.
  public static func verdicts(_ facts: Facts, on day: CivilDate) -> [RuleVerdict] {
    [
      check(facts.isCertified, "mcf-not-certified"),
      check(facts.hasActiveDeclaration, "mcf-declaration-not-active"),
      yearlyReport(facts, on: day),
      check(facts.hasCapacity, "mcf-capacity-not-proved"),
      .check(
        !facts.trainings.isEmpty, "R-QUAL-137",
        orElse: RuleReason(rule: "R-QUAL-137", code: "mcf-no-eligible-training")),
      habilitation(facts),
      check(facts.isCompliant, "mcf-not-compliant"),
      check(facts.hasDirectorsRecord, "mcf-directors-record-missing"),
    ]
  }

  /// The verdicts and what follows of them.
  public static func judge(_ facts: Facts, on day: CivilDate) -> ActJudgement { ActJudgement(verdicts(facts, on: day)) }

  /// A year's report may come until its last day (DL-QUAL-18), so that the last year over is the one that counts.
  private static func yearlyReport(_ facts: Facts, on day: CivilDate) -> RuleVerdict {
    var missed: Int?
    if !facts.bpfYears.contains(day.year), let eve = CivilDate(year: day.year - 1, month: 12, day: 31),
      let due = RuleDueDate.of(.qual18, from: eve), due < day, !facts.bpfYears.contains(eve.year),
      facts.firstYearOfActivity.map({ $0 <= eve.year }) ?? true
    {
      missed = eve.year
    }
    return .check(
      missed == nil, "R-QUAL-136",
      orElse: RuleReason(
        rule: "R-QUAL-136", code: "mcf-bpf-missing", facts: ["year": missed.map { [String($0)] } ?? []]))
  }

  private static func habilitation(_ facts: Facts) -> RuleVerdict {
    guard facts.trainings.contains(where: \.preparesCertification) else { return .notApplicable("R-QUAL-136") }
    return check(facts.isHabilitated, "mcf-not-habilitated")
  }

  private static func check(_ isMet: Bool, _ code: String) -> RuleVerdict {
    .check(isMet, "R-QUAL-136", orElse: RuleReason(rule: "R-QUAL-136", code: code))
  }
}
