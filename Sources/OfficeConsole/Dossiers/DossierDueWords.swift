import AuditModel
import SchemeRules

/// What is due at a deadline of a dossier, in a few words.
enum DossierDueWords {
  static func words(_ id: DeadlineID) -> LocalizedText {
    switch id {
    case .qual02:
      LocalizedText(fr: "l'audit de surveillance peut avoir lieu", en: "the surveillance audit may take place")
    case .qual03:
      LocalizedText(fr: "date nominale de l'audit de surveillance", en: "nominal date of the surveillance audit")
    case .qual04:
      LocalizedText(fr: "dernier jour pour l'audit de surveillance", en: "last day for the surveillance audit")
    case .qual06: LocalizedText(fr: "fin des trois ans du certificat", en: "end of the certificate's three years")
    case .qual09: LocalizedText(fr: "remise du rapport provisoire à l'organisme", en: "provisional report to the body")
    case .qual11: LocalizedText(fr: "levée des non-conformités mineures", en: "minor non-conformities lifted")
    case .qual12:
      LocalizedText(fr: "preuves sur les non-conformités majeures", en: "evidence on major non-conformities")
    default:
      // The rulebook's own words for a deadline no page derives yet.
      LocalizedText(
        fr: "échéance — \(DeadlineTable.standard[id].trigger.fr)", en: "due — \(DeadlineTable.standard[id].trigger.en)")
    }
  }
}
