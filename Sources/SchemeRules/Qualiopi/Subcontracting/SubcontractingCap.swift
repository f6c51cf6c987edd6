public import AuditModel
public import WorkingDays

/// The cap on what a principal has others do: at most 80 % of its EDOF turnover of a year (R-QUAL-131 to R-QUAL-133).
public enum SubcontractingCap {
  /// The share that may be subcontracted, in hundredths; exactly that much is allowed.
  public static let percent: Int64 = 80

  /// What dates a service: the setting `capBasis`.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    case ordered, invoiced, paid

    /// What it is, on screen.
    public var words: LocalizedText {
      switch self {
      case .ordered: LocalizedText(fr: "commandé", en: "ordered")
      case .invoiced: LocalizedText(fr: "facturé", en: "invoiced")
      case .paid: LocalizedText(fr: "payé", en: "paid")
      }
    }
  }

  /// A service sold, with the part of its price that went to subcontractors.
  public struct Service: Sendable, Hashable {
    /// What the service is.
    public enum Nature: String, Sendable, Hashable, CaseIterable {
      case certifyingTraining = "certifying-training"
      case rightsEligibleTraining = "rights-eligible-training"
      case skillsAssessment = "skills-assessment"
      case other

      /// What it is, on screen.
      public var words: LocalizedText {
        switch self {
        case .certifyingTraining: LocalizedText(fr: "formation certifiante", en: "certifying training")
        case .rightsEligibleTraining:
          LocalizedText(fr: "formation éligible aux droits", en: "rights-eligible training")
        case .skillsAssessment: LocalizedText(fr: "bilan de compétences", en: "skills assessment")
        case .other: LocalizedText(fr: "autre prestation", en: "other service")
        }
      }
    }

    /// What it is.
    public var nature: Nature
    /// Whether it was sold through EDOF.
    public var isSoldThroughEDOF: Bool
    /// Whether the CPF pays it, wholly or partly.
    public var isPaidByCPF: Bool
    /// The day it was ordered, invoiced or paid, as far as recorded.
    public var dates: [Basis: CivilDate]
    /// Its price.
    public var price: EuroCents
    /// What subcontractors get of it.
    public var subcontracted: EuroCents

    /// Describes a service.
    public init(
      nature: Nature, isSoldThroughEDOF: Bool, isPaidByCPF: Bool, dates: [Basis: CivilDate], price: EuroCents,
      subcontracted: EuroCents
    ) {
      self.nature = nature
      self.isSoldThroughEDOF = isSoldThroughEDOF
      self.isPaidByCPF = isPaidByCPF
      self.dates = dates
      self.price = price
      self.subcontracted = subcontracted
    }

    /// Whether the cap looks at it (R-QUAL-133).
    public var counts: Bool { !RuleSwitches.isOn("R-QUAL-133") || isSoldThroughEDOF && isPaidByCPF && nature != .other }
  }

  /// The figures of one year.
  public struct Figures: Sendable, Hashable {
    /// The first and last day of the period.
    public let period: ClosedRange<CivilDate>
    /// The EDOF turnover.
    public let turnover: EuroCents
    /// What of it was subcontracted.
    public let subcontracted: EuroCents

    /// What may be subcontracted at most, to the cent; none of a turnover below zero.
    public var ceiling: EuroCents { max(turnover, .zero).percentRoundedDown(SubcontractingCap.percent) }
  }

  /// The period of a year: the calendar year, from 1 April for 2024 (R-QUAL-132); nil before the cap existed.
  public static func period(of year: Int) -> ClosedRange<CivilDate>? {
    let month = year == 2024 && RuleSwitches.isOn("R-QUAL-132") ? 4 : 1
    guard year >= 2024, let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    return first...first.endOfYear
  }

  /// The figures of a year, or nil before the cap existed; a service without the basis's date is in no period.
  public static func figures(_ services: [Service], year: Int, basis: Basis = .invoiced) -> Figures? {
    guard let period = period(of: year) else { return nil }
    let counted = services.filter { $0.counts && $0.dates[basis].map(period.contains) ?? false }
    return Figures(
      period: period, turnover: counted.map(\.price).total, subcontracted: counted.map(\.subcontracted).total)
  }

  /// Whether the cap is held in a year.
  public static func verdict(_ services: [Service], year: Int, basis: Basis = .invoiced) -> RuleVerdict {
    figures(services, year: year, basis: basis).map(verdict) ?? .notApplicable("R-QUAL-131")
  }

  /// Whether the cap is held in a year whose EDOF turnover is recorded as one figure; a turnover nobody recorded is not
  /// assumed to be enough.
  /// - Parameter services: what was subcontracted; their prices are not read.
  public static func verdict(
    _ services: [Service], year: Int, turnover: EuroCents?, basis: Basis = .invoiced
  ) -> RuleVerdict {
    guard let figures = figures(services, year: year, basis: basis) else { return .notApplicable("R-QUAL-131") }
    guard let turnover else {
      return figures.subcontracted == .zero
        ? .notApplicable("R-QUAL-131")
        : .notMet(
          RuleReason(
            rule: "R-QUAL-131", code: "edof-turnover-missing",
            facts: ["year": [String(year)], "subcontracted": [figures.subcontracted.factValue]]))
    }
    return verdict(
      Figures(period: figures.period, turnover: turnover, subcontracted: figures.subcontracted))
  }

  private static func verdict(_ figures: Figures) -> RuleVerdict {
    .check(
      figures.subcontracted <= figures.ceiling, "R-QUAL-131",
      orElse: RuleReason(
        rule: "R-QUAL-131", code: "subcontracting-cap-exceeded",
        facts: [
          "from": [figures.period.lowerBound.description], "until": [figures.period.upperBound.description],
          "turnover": [figures.turnover.factValue], "subcontracted": [figures.subcontracted.factValue],
          "ceiling": [figures.ceiling.factValue],
        ]))
  }
}
