public import AuditModel
public import SchemeRules

/// What a due date asks for, in the words of the trade; the rulebook's table says what starts it and what follows.
public enum DeadlineWords {
  /// A few words, without a capital.
  public static func title(_ deadline: DeadlineID) -> LocalizedText {
    switch deadline {
    case .qual01: LocalizedText(fr: "déclaration d'activité à déposer", en: "activity declaration to file")
    case .qual02: LocalizedText(fr: "la surveillance peut être planifiée", en: "the surveillance audit may be planned")
    case .qual03: LocalizedText(fr: "surveillance à tenir, jour de référence", en: "surveillance audit, nominal day")
    case .qual04: LocalizedText(fr: "surveillance à tenir, dernier jour", en: "surveillance audit, last day")
    case .qual05:
      LocalizedText(fr: "surveillance à planifier, prendre contact", en: "surveillance to plan, get in touch")
    case .qual06: LocalizedText(fr: "fin de validité du certificat", en: "end of the certificate")
    case .qual07:
      LocalizedText(fr: "renouvellement à planifier, moment idéal", en: "renewal to plan, ideally by then")
    case .qual08: LocalizedText(fr: "audit de renouvellement à tenir", en: "renewal audit to hold")
    case .qual09: LocalizedText(fr: "rapport provisoire à remettre à l'organisme", en: "provisional report to the body")
    case .qual10:
      LocalizedText(fr: "rapport à valider, plans d'action à joindre", en: "report to validate, with action plans")
    case .qual11: LocalizedText(fr: "non-conformités mineures à lever", en: "minor non-conformities to lift")
    case .qual12:
      LocalizedText(fr: "preuves sur les non-conformités majeures", en: "evidence on major non-conformities")
    case .qual13: LocalizedText(fr: "condition de la suspension à remplir", en: "condition of the suspension to meet")
    case .qual14: LocalizedText(fr: "décision, délai moyen", en: "decision, average time")
    case .qual15: LocalizedText(fr: "accès du nouveau contact", en: "access of the new contact")
    case .qual16: LocalizedText(fr: "certificat sur la liste publique", en: "certificate on the public list")
    case .qual17: LocalizedText(fr: "nouvelle demande aux financeurs", en: "new request to funders")
    case .qual18: LocalizedText(fr: "BPF de l'année à déposer", en: "BPF of the year to file")
    default:
      // The rulebook's own words for a deadline nothing derives yet.
      LocalizedText(
        fr: "échéance — \(DeadlineTable.standard[deadline].trigger.fr)",
        en: "due — \(DeadlineTable.standard[deadline].trigger.en)")
    }
  }
}
