public import AuditModel
public import WorkingDays

/// What a certified body is told of those who fund training (R-QUAL-138 to R-QUAL-140); it decides nothing here.
public enum FunderNote: String, Sendable, Hashable, CaseIterable {
  /// The operators of branches (OPCO).
  case skillsOperators = "skills-operators"
  /// The national employment fund (FNE).
  case employmentFund = "employment-fund"
  /// The aids of Pôle emploi.
  case jobseekers

  /// The rule it states.
  public var rule: RuleID {
    switch self {
    case .skillsOperators: "R-QUAL-138"
    case .employmentFund: "R-QUAL-139"
    case .jobseekers: "R-QUAL-140"
    }
  }

  /// The first day it holds, or nil when the source gives none.
  public var since: CivilDate? {
    self == .skillsOperators ? CivilDate(year: 2022, month: 1, day: 1) : nil
  }

  /// The note, on screen.
  public var words: LocalizedText {
    switch self {
    case .skillsOperators:
      LocalizedText(
        fr: "depuis le 1er janvier 2022, les OPCO ne financent que les actions d'organismes certifiés",
        en: "since 1 January 2022, OPCOs fund only actions of certified bodies")
    case .employmentFund:
      LocalizedText(
        fr: "la prise en charge partielle par le FNE demande Qualiopi", en: "FNE support (partial) requires Qualiopi")
    case .jobseekers:
      LocalizedText(
        fr: "pour les aides de Pôle emploi (AIF, CSP), l'organisme s'inscrit auprès du CARIF-OREF de sa région",
        en: "for Pôle emploi aids (AIF, CSP), the body registers with its regional CARIF-OREF")
    }
  }
}
