internal import WorkingDays

extension DeadlineTable {
  private static let validityStart = (french: "début de validité du certificat", english: "start of validity")
  private static let validityEnd = (french: "fin de validité du certificat", english: "end of validity")
  private static let auditEnd = (french: "dernier jour de l'audit", english: "last day of the audit")
  private static let reminder = (french: "rappel", english: "reminder")

  /// Qualiopi (national guide V8, FAQ of the certifiers, ten steps, life cycle note).
  static let qualiopi: [DeadlineRule] = [
    DeadlineRule(
      .qual01, .months(3), [.provider],
      trigger: (
        "première convention ou premier contrat de formation", "first training agreement or contract"
      ),
      missed: ("avertissement au dossier", "warning on the file"),
      rule: "R-QUAL-23", source: "Qualiopi NDA"),
    DeadlineRule(
      .qual02, .months(14), [.planning],
      trigger: validityStart,
      missed: (
        "la surveillance ne peut être planifiée avant\u{202F}; tenue plus tôt, elle ne compte pas",
        "no surveillance is planned earlier; one held earlier does not count"
      ),
      rule: "R-QUAL-49", source: "Qualiopi FAQ planning"),
    DeadlineRule(
      .qual03, .months(18), [.planning],
      trigger: validityStart, missed: reminder,
      rule: "R-QUAL-48", source: "Qualiopi audit types"),
    DeadlineRule(
      .qual04, .months(22), [.provider],
      trigger: validityStart,
      missed: ("suspension proposée, puis décidée", "suspension proposed, then decided"),
      rule: "R-QUAL-49", source: "Qualiopi FAQ planning"),
    DeadlineRule(
      .qual05, .months(18).then(.months(-4)), [.provider],
      trigger: validityStart, missed: reminder,
      rule: "R-QUAL-51", source: "Qualiopi audit types"),
    DeadlineRule(
      .qual06, .years(3), [.automatic],
      trigger: validityStart,
      missed: ("certificat expiré", "certificate expired"),
      rule: "R-QUAL-33", source: "Qualiopi audit types"),
    DeadlineRule(
      .qual07, .months(-8), [.provider],
      trigger: validityEnd, missed: reminder,
      rule: "R-QUAL-54", source: "Qualiopi life cycle note"),
    DeadlineRule(
      .qual08, .months(-4), [.provider],
      trigger: validityEnd,
      missed: (
        "possible plus tard, avec avertissement d'une rupture de certification", "allowed late, with warning of a gap"
      ),
      rule: "R-QUAL-53", source: "Qualiopi FAQ planning"),
    DeadlineRule(
      .qual09, .workingDays(5), [.auditor],
      trigger: auditEnd,
      missed: ("signalé en retard", "flagged late"),
      rule: "R-QUAL-66", source: "Qualiopi ten steps 8"),
    DeadlineRule(
      .qual10, .calendarDays(10), [.client],
      trigger: ("réception du rapport provisoire", "receipt of the provisional report"),
      missed: (
        "signalé en retard\u{202F}; pas de décision favorable avant la réponse",
        "flagged late; no favourable decision until answered"
      ),
      rule: "R-QUAL-67", source: "Qualiopi ten steps 9", saysPlainDays: true),
    DeadlineRule(
      .qual11, .months(6), [.client],
      trigger: auditEnd,
      missed: (
        "non-conformité en retard\u{202F}; majeure si encore ouverte à l'audit suivant",
        "non-conformity overdue; major if still open at the next audit"
      ),
      rule: "R-QUAL-76", source: "Qualiopi non-conformities"),
    DeadlineRule(
      .qual12, .months(3).orEarlier(dateNamed: "certificateEnd"), [.client, .auditor],
      trigger: auditEnd,
      missed: (
        "décision défavorable\u{202F}: suspension ou refus", "unfavourable decision: suspended, or refused"
      ),
      rule: "R-QUAL-81", source: "Qualiopi non-conformities; FAQ certificate"),
    DeadlineRule(
      .qual13, .months(3), [.client],
      trigger: ("date d'effet de la suspension", "date of effect of the suspension"),
      missed: ("certificat retiré", "certificate withdrawn"),
      rule: "R-QUAL-85", source: "Qualiopi FAQ certificate"),
    DeadlineRule(
      .qual14, .calendarDays(21), [.certifier],
      trigger: auditEnd,
      missed: ("aucune suite", "nothing follows"),
      rule: "R-QUAL-93", source: "Qualiopi FAQ after audit", isIndicative: true),
    DeadlineRule(
      .qual15, .hours(48), [.certifier],
      trigger: ("contact mis à jour (instant)", "contact updated (instant)"),
      missed: ("aucune suite", "nothing follows"),
      rule: "R-QUAL-102", source: "Qualiopi FAQ planning", isIndicative: true),
    DeadlineRule(
      .qual16, .hours(48), [.publicList],
      trigger: ("certificat signé (instant)", "certificate signed (instant)"),
      missed: ("vérifier la liste publique", "check the public list"),
      rule: "R-QUAL-110", source: "Qualiopi FAQ certificate", isIndicative: true),
    DeadlineRule(
      .qual17, .years(1), [.provider],
      trigger: ("dernière demande aux financeurs", "last request to funders"),
      missed: ("preuve de l'indicateur 30 manquante", "indicator 30 evidence missing"),
      rule: "R-QUAL-15", source: "Qualiopi guide V8"),
    DeadlineRule(
      .qual18, .endOfYear, [.provider],
      trigger: ("tout jour d'une année sans son BPF", "any day of a year without its BPF"),
      missed: (
        "condition d'accès à Mon Compte Formation non remplie", "Mon Compte Formation condition not met"
      ),
      rule: "R-QUAL-136", source: "Qualiopi funders"),
  ]
}
