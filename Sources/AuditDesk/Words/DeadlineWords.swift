public import AuditModel
public import SchemeRules

/// What a due date asks for, in the words of the trade; the rulebook's table says what starts it and what follows.
public enum DeadlineWords {
  /// A few words, without a capital.
  public static func title(_ deadline: DeadlineID) -> LocalizedText {
    switch deadline {
    case .qual02: LocalizedText(fr: "la surveillance peut être planifiée", en: "the surveillance audit may be planned")
    case .qual03: LocalizedText(fr: "surveillance à tenir, jour de référence", en: "surveillance audit, nominal day")
    case .qual04: LocalizedText(fr: "surveillance à tenir, dernier jour", en: "surveillance audit, last day")
    case .qual06: LocalizedText(fr: "fin de validité du certificat", en: "end of the certificate")
    case .qual09: LocalizedText(fr: "rapport provisoire à remettre à l'organisme", en: "provisional report to the body")
    case .qual10: LocalizedText(fr: "réponse de l'organisme au rapport", en: "the body's answer to the report")
    case .qual11: LocalizedText(fr: "non-conformités mineures à lever", en: "minor non-conformities to lift")
    case .qual12:
      LocalizedText(fr: "preuves sur les non-conformités majeures", en: "evidence on major non-conformities")
    default:
      // The rulebook's own words for a deadline nothing derives yet.
      LocalizedText(
        fr: "échéance — \(DeadlineTable.standard[deadline].trigger.fr)",
        en: "due — \(DeadlineTable.standard[deadline].trigger.en)")
    }
  }
}
