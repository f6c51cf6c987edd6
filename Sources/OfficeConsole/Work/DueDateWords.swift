import AuditModel
import SchemeRules

/// What a due date asks, in the words of the trade; the rulebook's table says what starts it and what follows.
enum DueDateWords {
  static func title(_ deadline: DeadlineID) -> LocalizedText {
    switch deadline {
    case .qual02: LocalizedText(fr: "la surveillance peut être planifiée", en: "the surveillance audit may be planned")
    case .qual03: LocalizedText(fr: "surveillance à tenir, jour de référence", en: "surveillance audit, nominal day")
    case .qual04: LocalizedText(fr: "surveillance à tenir, dernier jour", en: "surveillance audit, last day")
    case .qual06: LocalizedText(fr: "fin de validité du certificat", en: "end of the certificate")
    case .qual09: LocalizedText(fr: "rapport provisoire à présenter", en: "provisional report to present")
    case .qual11: LocalizedText(fr: "non-conformités mineures à lever", en: "minor non-conformities to lift")
    case .qual12: LocalizedText(fr: "non-conformités majeures à lever", en: "major non-conformities to lift")
    default: LocalizedText(fr: "échéance \(deadline)", en: "deadline \(deadline)")
    }
  }
}
