import AuditModel

extension RuleChapter {
  /// How silent or contradictory sources on Qualiopi are read.
  static let qualiopiReadings = RuleChapter(
    fr: "Lectures retenues : Qualiopi", en: "Adopted readings: Qualiopi",
    [
      RuleEntry(
        "A-37", .reading, .adopted, from: "readings §6.2",
        held: .deadline(.qual04),
        settings: ["surveillanceWindow"], defaults: ["surveillanceWindow": "14, 22"],
        fr: "La fenêtre de surveillance va du début de validité plus 14 mois au même plus 22, bornes comprises.",
        en: "The surveillance window runs from start of validity plus 14 months to the same plus 22, ends included."),
      RuleEntry(
        "A-38", .reading, .adopted, from: "readings §6.2",
        held: .deadline(.qual03),
        fr: "Dix-huit mois est la date visée ; la fenêtre seule oblige.",
        en: "Eighteen months is the date aimed at; only the window binds."),
      RuleEntry(
        "A-39", .reading, .adopted, from: "readings §6.2",
        held: .deadline(.qual04),
        fr: "Les délais partent du début de validité imprimé, celui du renouvellement s'il y en a un.",
        en: "Delays run from the printed start of validity, the renewed one where there is one."),
      RuleEntry(
        "A-40", .reading, .adopted, from: "readings §6.2",
        held: .deadline(.qual08),
        fr: "Contact huit mois avant la fin, audit quatre mois avant ; plus tard, permis avec un avertissement.",
        en: "Contact eight months before the end, audit four months before; later is allowed with a warning."),
      RuleEntry(
        "A-41", .reading, .adopted, from: "readings §6.2",
        held: .deadline(.qual06),
        settings: ["validityEndRule"], defaults: ["validityEndRule": "anniversary"],
        fr: "Le dernier jour est celui du certificat, sinon le troisième anniversaire inclus.",
        en: "The last day is the printed one, else the third anniversary, included."),
      RuleEntry(
        "A-42", .reading, .adopted, from: "readings §6.2",
        held: .guards(["decision.record"]),
        fr: "Maintenir garde la fin de validité ; seul renouveler ouvre trois ans.",
        en: "Maintaining keeps the end of validity; only renewing opens three years."),
      RuleEntry(
        "A-43", .reading, .adopted, from: "readings §6.2",
        held: .deadline(.qual12),
        settings: ["ncClockStart"], defaults: ["ncClockStart": "auditEnd"],
        fr: "Les trois et six mois partent du dernier jour de l'audit.",
        en: "The three and six months run from the last day of the audit."),
      RuleEntry(
        "A-44", .reading, .adopted, from: "readings §6.2",
        held: .guards(["nonconformity.evidence", "nonconformity.lift"]),
        fr: "La preuve compte à six mois ; l'auditeur lève alors ou à l'audit suivant.",
        en: "Evidence counts at six months; the auditor lifts then or at the next audit."),
      RuleEntry(
        "A-45", .reading, .adopted, from: "readings §6.2",
        held: .automatic,
        settings: ["minorOverdueBecomesMajor"], defaults: ["minorOverdueBecomesMajor": "false"],
        fr: "Passé six mois une mineure reste mineure, en retard, jusqu'à l'audit suivant.",
        en: "After six months a minor stays minor and overdue until the next audit."),
      RuleEntry(
        "A-46", .reading, .adopted, from: "readings §6.2",
        held: .automatic,
        fr: "La requalification vaut d'un audit quelconque au suivant.",
        en: "Requalification holds from any audit to the next."),
      RuleEntry(
        "A-47", .reading, .adopted, from: "readings §6.2",
        held: .guards(["decision.record"]),
        settings: ["minorMax"], defaults: ["minorMax": "4"],
        fr: "La cinquième mineure produit une majeure de cumul.",
        en: "The fifth minor produces a cumulation major."),
      RuleEntry(
        "A-48", .reading, .adopted, from: "readings §6.2",
        held: .deadline(.qual12),
        fr: "Trois mois ou fin de validité : la date la plus proche.",
        en: "Three months or end of validity: whichever comes first."),
      RuleEntry(
        "A-49", .reading, .adopted, from: "readings §6.2",
        held: .guards(["nonconformity.lift", "decision.record"]),
        settings: ["majorClockStops"], defaults: ["majorClockStops": "evidenceReceived; strict: lifted"],
        fr: "Pour une majeure compte la réception des preuves ; l'auditeur peut statuer ensuite, avant la décision.",
        en: "For a major the receipt of evidence counts; the auditor may rule later, before the decision."),
      RuleEntry(
        "A-50", .reading, .adopted, from: "readings §6.2",
        held: .guards(["complaint.examine"]),
        settings: ["complaintsRegister"], defaults: ["complaintsRegister": "true"],
        fr: "Aucune voie de recours n'est modélisée ; le registre des réclamations et recours est tenu.",
        en: "No path of appeal is modelled; the register of complaints and appeals is kept."),
      RuleEntry(
        "A-51", .reading, .adopted, from: "readings §6.2",
        held: .shown(RulePlace.auditReport),
        fr: "« Conformité mineure ou majeure » se lit non-conformité.",
        en: "“Minor or major conformity” is read as non-conformity."),
      RuleEntry(
        "A-52", .reading, .adopted, from: "readings §6.2",
        held: .shown(RulePlace.auditPreparation),
        fr: "Le dossier préalable compte cinq pièces.",
        en: "The pre-audit file has five documents."),
      RuleEntry(
        "A-53", .reading, .adopted, from: "readings §6.2",
        held: .guards(["audit.plan"]),
        settings: ["splitAuditMaxDays"], defaults: ["splitAuditMaxDays": "28 calendar"],
        fr: "Jours d'audit séparés de quelques semaines au plus, rien de réédité sans changement de périmètre, "
          + "facture seulement à la décision.",
        en: "Audit days a few weeks apart at most, no reissue without a change of perimeter, invoice only at the "
          + "decision."),
      RuleEntry(
        "A-54", .reading, .adopted, from: "readings §6.2",
        held: .computed(RulePlace.auditPreparation),
        fr: "Première année d'activité et nouvelle catégorie font toutes deux un nouvel entrant.",
        en: "A first year of activity and a new category each make a new entrant."),
      RuleEntry(
        "A-55", .reading, .adopted, from: "readings §6.2",
        held: .shown(RulePlace.auditPreparation),
        fr: "Six indicateurs portent les exigences du guide V8 ; sept autres ne sont qu'une note.",
        en: "Six indicators carry the duties of guide V8; seven others are a note only."),
      RuleEntry(
        "A-56", .reading, .adopted, from: "readings §6.2",
        held: .computed(RulePlace.auditScope),
        fr: "Les indicateurs 5, 26 et 30 s'appliquent si l'échantillon est sous-traité, à leur condition adaptée.",
        en: "Indicators 5, 26 and 30 apply when the sample is subcontracted, under their adapted condition."),
      RuleEntry(
        "A-57", .reading, .adopted, from: "readings §6.2",
        held: .computed(RulePlace.auditScope),
        fr: "Absents de toute liste du guide V9, sept indicateurs ne visent pas la sous-traitance.",
        en: "Seven indicators that no list of guide V9 names leave out subcontracted services."),
      RuleEntry(
        "A-58", .reading, .adopted, from: "readings §6.2",
        held: .shown(RulePlace.auditReport),
        fr: "Le guide V9 est en vigueur depuis le 1er avril 2024.",
        en: "Guide V9 is in force from 1 April 2024."),
      RuleEntry(
        "A-59", .reading, .adopted, from: "readings §6.2",
        held: .shown(RulePlace.dossierPage),
        fr: "Il y a quatre catégories ; le travail en situation est un trait de la prestation.",
        en: "There are four categories; work-based training is a trait of a service."),
      RuleEntry(
        "A-60", .reading, .adopted, from: "readings §6.2",
        held: .advice,
        fr: "La certification d'un sous-traitant n'est exigée que pour le CPF.",
        en: "A subcontractor must be certified for CPF services only."),
      RuleEntry(
        "A-61", .reading, .adopted, from: "readings §6.2",
        held: .computed(RulePlace.subcontracting),
        settings: ["capBasis"], defaults: ["capBasis": "invoiced"],
        fr: "Le plafond se mesure sur le chiffre d'affaires facturé dans la période.",
        en: "The cap is measured on turnover invoiced in the period."),
      RuleEntry(
        "A-62", .reading, .adopted, from: "readings §6.2",
        held: .guards(["audit.plan"]),
        fr: "Si la décision n'en dit rien, la surveillance à distance n'est pas permise.",
        en: "Where the decision is silent, a remote surveillance is not allowed."),
      RuleEntry(
        "A-63", .reading, .adopted, from: "readings §6.2",
        held: .guards(["audit.name-auditor"]),
        settings: ["rotationCountsExtra"], defaults: ["rotationCountsExtra": "false"],
        fr: "Audits d'extension et complémentaires ne comptent pas dans les quatre.",
        en: "Extension and complementary audits do not count in the four."),
      RuleEntry(
        "A-64", .reading, .adopted, from: "readings §6.2",
        held: .guards(["audit.name-auditor"]),
        settings: ["rotationBreakCycles"], defaults: ["rotationBreakCycles": "1"],
        fr: "L'auditeur peut revenir après un cycle entier mené par un autre.",
        en: "The auditor may return after a whole cycle by another."),
      RuleEntry(
        "A-65", .reading, .adopted, from: "readings §6.2",
        held: .guards(["audit.plan"]),
        settings: ["auditDurations"], defaults: ["auditDurations": "empty: contract value"],
        fr: "Les durées viennent d'une table de configuration, par demi-journées, sinon du contrat.",
        en: "Durations come from a configuration table, in half-days, else from the contract."),
      RuleEntry(
        "A-66", .reading, .adopted, from: "readings §6.2",
        held: .shown(RulePlace.dossierPage),
        fr: "DREETS, DRIEETS et DEETS sont une même autorité, avec sa région.",
        en: "DREETS, DRIEETS and DEETS are one kind of authority, with its region."),
      RuleEntry(
        "A-67", .reading, .adopted, from: "readings §6.2",
        held: .guards(["audit.plan"]),
        fr: "Une surveillance trop précoce est refusée à la planification ; tenue, elle est enregistrée sans compter.",
        en: "A surveillance too early is refused at planning; held, it is recorded and does not count."),
      RuleEntry(
        "A-94", .reading, .adopted, from: "readings §6.2",
        held: .guards(["decision.record"]),
        settings: ["initialSecondChanceMonths"], defaults: ["initialSecondChanceMonths": "0"],
        fr: "À l'audit initial, le refus tombe à l'échéance des majeures, sans second délai.",
        en: "At an initial audit the refusal comes when the delay of majors ends, with no second delay."),
      RuleEntry(
        "A-95", .reading, .adopted, from: "readings §6.2",
        held: .guards(["decision.record"]),
        settings: ["suspensionEffect"], defaults: ["suspensionEffect": "decisionDate"],
        fr: "La suspension est proposée, puis décidée ; elle prend effet à la décision ou plus tard, jamais avant.",
        en: "Suspension is proposed, then decided; it takes effect on the decision or later, never earlier."),
      RuleEntry(
        "A-96", .reading, .adopted, from: "readings §6.2",
        held: .guards(["decision.record"]),
        settings: ["lateRenewalAllowed"], defaults: ["lateRenewalAllowed": "true"],
        fr: "Audit tenu avant la fin et majeures prouvées sous trois mois : nouveau cycle dès la décision ; "
          + "sinon audit initial.",
        en: "Audit held before the end and majors proved in three months: a new cycle from the decision; "
          + "otherwise an initial audit."),
      RuleEntry(
        "A-97", .reading, .adopted, from: "readings §6.2",
        held: .guards(["nonconformity.lift"]),
        fr: "Une preuve tardive est enregistrée et marquée ; elle ne fonde pas de décision favorable mais peut "
          + "remplir la condition d'une suspension.",
        en: "Late evidence is recorded and marked; it grounds no favourable decision but may meet a suspension's "
          + "condition."),
      RuleEntry(
        "A-98", .reading, .adopted, from: "readings §6.2",
        held: .computed(RulePlace.merge),
        fr: "« Non applicable » et « non audité » viennent après conforme ; face à une cotation, c'est une divergence.",
        en: "“Not applicable” and “not audited” rank after conform; against a grade they are a divergence."),
      RuleEntry(
        "A-99", .reading, .adopted, from: "readings §6.2",
        held: .shown(RulePlace.dossierPage),
        fr: "L'obligation vise qui use de fonds publics ou mutualisés.",
        en: "The duty concerns those who use public or pooled funds."),
      RuleEntry(
        "A-100", .reading, .adopted, from: "readings §6.2",
        held: .computed(RulePlace.publicList),
        fr: "La liste se lit par noms d'en-tête, en plusieurs graphies ; un en-tête inconnu arrête tout.",
        en: "The list is read by header names, in several spellings; an unknown one stops the import."),
    ])
}
