import AuditModel

extension RuleChapter {
  /// What the report holds, and what becomes of each non-conformity.
  static let report = RuleChapter(
    fr: "Rapport et non-conformités", en: "Report and non-conformities",
    [
      RuleEntry(
        "R-QUAL-66", .deadline, from: "Qualiopi ten steps 8",
        held: .deadline(.qual09),
        fr: "Le rapport provisoire parvient au client sous cinq jours ouvrés.",
        en: "The client gets the provisional report within five working days."),
      RuleEntry(
        "R-QUAL-67", .deadline, from: "Qualiopi ten steps 9",
        held: .guards(["decision.record"]),
        fr: "Le client répond au rapport sous dix jours, plan d'action compris s'il y a lieu.",
        en: "The client answers the report within ten days, with an action plan where one is due."),
      RuleEntry(
        "R-QUAL-68", .information, from: "Qualiopi non-conformities",
        held: .shown(RulePlace.auditReport),
        fr: "Une non-conformité est un écart à un indicateur.",
        en: "A non-conformity departs from one indicator."),
      RuleEntry(
        "R-QUAL-69", .guard, from: "Qualiopi non-conformities",
        held: .advice,
        fr: "Mineure : l'indicateur est tenu en partie et la qualité n'est pas en cause.",
        en: "Minor: the indicator is met in part and quality is not at stake."),
      RuleEntry(
        "R-QUAL-70", .guard, from: "Qualiopi non-conformities",
        held: .advice,
        fr: "Majeure : l'indicateur n'est pas tenu, ou l'est en partie et la qualité est en cause.",
        en: "Major: the indicator is not met, or in part with quality at stake."),
      RuleEntry(
        "R-QUAL-71", .guard, .adopted, from: "Qualiopi non-conformities",
        held: .guards(["audit.close", "report.present"]),
        fr: "Dix-sept indicateurs ne donnent que des majeures ; une mineure y est gardée avec un avis, et "
          + "empêche de clôturer ou de présenter.",
        en: "Seventeen indicators give majors only; a minor on one is kept with advice, and stops closing and "
          + "presenting."),
      RuleEntry(
        "R-QUAL-72", .guard, from: "derived from Qualiopi non-conformities",
        held: .advice,
        fr: "Les quinze autres indicateurs admettent mineure ou majeure.",
        en: "The fifteen other indicators allow a minor or a major."),
      RuleEntry(
        "R-QUAL-73", .guard, .notInSeeds(onByDefault: true), from: "Qualiopi ten steps 10",
        held: .guards(["decision.record"]),
        fr: "Jusqu'à quatre mineures la décision reste ouverte ; la cinquième vaut une majeure.",
        en: "Up to four minors leave the decision open; a fifth makes a major."),
      RuleEntry(
        "R-QUAL-74", .state, from: "Qualiopi non-conformities; ten steps 10",
        held: .guards(["report.close", "decision.record"]),
        fr: "Une mineure n'empêche pas de certifier, et le rapport se clôt sur plan d'action.",
        en: "A minor does not prevent certification, and the report closes on its plan."),
      RuleEntry(
        "R-QUAL-75", .document, from: "Qualiopi non-conformities",
        held: .guards(["nonconformity.lift"]),
        fr: "Lever une mineure demande un plan et des preuves adressés à l'auditeur.",
        en: "Lifting a minor takes a plan and evidence sent to the auditor."),
      RuleEntry(
        "R-QUAL-76", .deadline, from: "Qualiopi non-conformities; ten steps 10",
        held: .deadline(.qual11),
        fr: "Une mineure se lève dans les six mois de l'audit.",
        en: "A minor is lifted within six months of the audit."),
      RuleEntry(
        "R-QUAL-77", .state, from: "Qualiopi ten steps 10",
        held: .shown(RulePlace.auditPreparation),
        fr: "Le plan d'une mineure est revu à l'audit suivant.",
        en: "The next audit looks at the plan for a minor."),
      RuleEntry(
        "R-QUAL-78", .state, .adopted, from: "Qualiopi non-conformities",
        held: .automatic,
        fr: "Une mineure encore ouverte à l'audit suivant y devient majeure.",
        en: "A minor still open at the next audit becomes a major there."),
      RuleEntry(
        "R-QUAL-79", .document, from: "Qualiopi ten steps 10",
        held: .guards(["nonconformity.lift"]),
        fr: "Chaque majeure a son plan exécuté et ses propres preuves.",
        en: "Each major has its own plan carried out and its own evidence."),
      RuleEntry(
        "R-QUAL-80", .guard, from: "Qualiopi non-conformities; ten steps 10",
        held: .guards(["decision.record"]),
        fr: "Pas de décision favorable tant qu'une majeure est ouverte.",
        en: "A decision is never favourable while a major stays open."),
      RuleEntry(
        "R-QUAL-81", .deadline, from: "Qualiopi non-conformities; FAQ certificate",
        held: .guards(["decision.record"]),
        fr: "Une majeure se prouve corrigée dans les trois mois de l'audit, et avant la fin de validité.",
        en: "A major is proved corrected within three months of the audit, and before validity ends."),
      RuleEntry(
        "R-QUAL-82", .authority, from: "Qualiopi ten steps 10",
        held: .guards(["nonconformity.lift", "report.close", "report.submit"]),
        fr: "L'auditeur statue sur les preuves, lève la majeure, clôt le rapport et le transmet.",
        en: "The auditor rules on the evidence, lifts the major, closes the report and passes it on."),
      RuleEntry(
        "R-QUAL-83", .state, from: "Qualiopi ten steps 10",
        held: .automatic,
        fr: "Sans preuve dans les trois mois, le rapport part en l'état vers une décision défavorable.",
        en: "Without evidence in three months, the report goes as it is to an unfavourable decision."),
      RuleEntry(
        "R-QUAL-84", .state, from: "Qualiopi non-conformities; FAQ certificate",
        held: .guards(["decision.record"]),
        fr: "Une majeure non levée à temps conduit à suspendre, par décision seulement, ou à ne pas délivrer.",
        en: "A major not lifted in time leads to suspension, by decision only, or to no certificate."),
      RuleEntry(
        "R-QUAL-85", .deadline, from: "Qualiopi FAQ certificate",
        held: .deadline(.qual13),
        fr: "Sans correction trois mois après la suspension, le certificat est retiré.",
        en: "Without correction three months after suspension, the certificate is withdrawn."),
      RuleEntry(
        "R-QUAL-86", .guard, from: "Qualiopi FAQ certificate",
        held: .guards(["audit.plan", "decision.record"]),
        fr: "Après retrait ou refus, on repart d'un audit initial.",
        en: "After a withdrawal or a refusal the way back is an initial audit."),
      RuleEntry(
        "R-QUAL-87", .document, from: "Qualiopi FAQ certificate",
        held: .guards(["decision.record"]),
        fr: "La lettre de suspension dit le délai et la condition pour en sortir.",
        en: "The letter of suspension states the delay and the condition for its end."),
    ])
}
