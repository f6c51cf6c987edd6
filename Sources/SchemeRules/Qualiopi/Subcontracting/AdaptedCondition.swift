public import AuditModel

/// What meets an indicator when the sampled service is done for a principal (R-QUAL-120 to R-QUAL-123, A-56).
public struct AdaptedCondition: Sendable, Hashable {
  /// The indicator.
  public let indicator: QualiopiIndicator
  /// The rule that adapts it.
  public let rule: RuleID
  /// The condition, on screen.
  public let words: LocalizedText

  /// The three, ascending.
  public static let all: [AdaptedCondition] = [
    AdaptedCondition(
      5, "R-QUAL-121", fr: "les objectifs du donneur d'ordres sont pris en compte",
      en: "the principal's objectives are taken into account"),
    AdaptedCondition(
      26, "R-QUAL-122",
      fr: "un réseau propre, ou la liste donnée par le donneur d'ordres des partenaires capables d'orienter les"
        + " personnes en situation de handicap et des mesures spécifiques",
      en: "an own network, or the principal's list of partners able to guide disabled people and of specific measures"),
    AdaptedCondition(
      30, "R-QUAL-123", fr: "les appréciations des bénéficiaires et du donneur d'ordres sont recueillies",
      en: "the appreciations of beneficiaries and of the principal are gathered"),
  ]

  /// The condition of an indicator, or nil for one judged as it stands or not at all.
  public static func of(_ indicator: QualiopiIndicator) -> AdaptedCondition? {
    all.first { $0.indicator == indicator && RuleSwitches.isOn($0.rule) }
  }

  private init(_ indicator: QualiopiIndicator, _ rule: RuleID, fr: String, en: String) {
    self.indicator = indicator
    self.rule = rule
    words = LocalizedText(fr: fr, en: en)
  }
}

extension ServiceProfile {
  /// The adapted condition an indicator is judged by, or nil where it is judged as usual.
  public func adaptedCondition(of indicator: QualiopiIndicator) -> AdaptedCondition? {
    guard case .asSubcontractorOnly = services, RuleSwitches.isOn("R-QUAL-120") else { return nil }
    return AdaptedCondition.of(indicator)
  }
}
