import AuditModel

extension RuleChapter {
  /// The moves of an audit.
  static let auditTransitions = RuleChapter(
    fr: "Audit : transitions", en: "Audit: transitions",
    [
      RuleEntry(
        "T-QUAL-A01", .transition, from: "transitions §3.2.3",
        held: .guards(["audit.contract"]),
        fr: "Le devis est signé et ses pièces sont là.",
        en: "The quote is signed and its documents are present."),
      RuleEntry(
        "T-QUAL-A02", .transition, from: "transitions §3.2.3",
        held: .guards(["audit.plan"]),
        fr:
          "L'audit est daté : jour ouvré, de jour, dans la fenêtre, durée au contrat, pièces demandées, rien d'impayé.",
        en: "The audit gets its date: weekday, daytime, in the window, duration in the contract, documents asked "
          + "for, nothing unpaid."),
      RuleEntry(
        "T-QUAL-A03", .transition, from: "transitions §3.2.3",
        held: .guards(["audit.name-auditor"]),
        fr: "L'auditeur est nommé : rotation respectée, compétence en vigueur par catégorie.",
        en: "The auditor is named: rotation kept, competence in force for each category."),
      RuleEntry(
        "T-QUAL-A04", .transition, from: "transitions §3.2.3",
        held: .guards(["audit.notice", "audit.validate-notice"]),
        fr: "L'audit est notifié, dossier préalable complet et mode permis, puis le client valide.",
        en: "Notice is given, with the file complete and the mode allowed, then the client validates."),
      RuleEntry(
        "T-QUAL-A05", .transition, from: "transitions §3.2.3",
        held: .guards(["audit.send-plan"]),
        fr: "Le plan d'audit part, périmètre calculé.",
        en: "The audit plan is sent, its scope computed."),
      RuleEntry(
        "T-QUAL-A06", .transition, from: "transitions §3.2.3",
        held: .computed(RulePlace.factsKept),
        fr: "L'audit commence : un fait, marqué si une étape manque ou si une règle n'est pas tenue.",
        en: "The audit starts: a fact, marked where a step is missing or a rule not kept."),
      RuleEntry(
        "T-QUAL-A07", .transition, from: "transitions §3.2.3",
        held: .guards(["audit.close"]),
        fr: "L'audit est clôturé : tout le périmètre coté, pas de mineure sur un indicateur à majeure seule, "
          + "preuve ou absence de preuve notée.",
        en: "The audit is closed: the whole scope graded, no minor on a major-only indicator, evidence or its "
          + "lack noted."),
      RuleEntry(
        "T-QUAL-A08", .transition, from: "transitions §3.2.3",
        held: .guards(["report.present"]),
        fr: "Le rapport provisoire est présenté quand aucune cotation n'est en divergence.",
        en: "The provisional report is presented when no grade is in dispute."),
      RuleEntry(
        "T-QUAL-A09", .transition, from: "transitions §3.2.3",
        held: .guards(["report.answer"]),
        fr: "Le client valide le rapport, avec un plan d'action par non-conformité.",
        en: "The client validates the report, with a plan for each non-conformity."),
      RuleEntry(
        "T-QUAL-A10", .transition, from: "transitions §3.2.3",
        held: .guards(["report.close"]),
        fr: "Sans majeure, le rapport se clôt une fois reçus les plans des mineures.",
        en: "Without a major the report closes once the plans for minors are in."),
      RuleEntry(
        "T-QUAL-A11", .transition, from: "transitions §3.2.3",
        held: .guards(["report.await-evidence"]),
        fr: "Avec une majeure au moins, le rapport attend les preuves.",
        en: "With one major or more the report awaits evidence."),
      RuleEntry(
        "T-QUAL-A12", .transition, from: "transitions §3.2.3",
        held: .guards(["report.close"]),
        fr: "Le rapport se clôt quand l'auditeur a statué sur chaque majeure, ou le délai passé, en l'état, "
          + "même sans réponse de l'organisme (lecture adoptée).",
        en: "The report closes once each major is ruled on or, after the delay, as it stands, "
          + "even without the body's answer (adopted reading)."),
      RuleEntry(
        "T-QUAL-A13", .transition, from: "transitions §3.2.3",
        held: .guards(["report.submit", "decision.record"]),
        fr: "Le rapport part en décision ; un décideur compétent qui n'a pas audité se prononce.",
        en: "The report goes to decision; a competent decider who did not audit decides."),
      RuleEntry(
        "T-QUAL-A14", .transition, from: "transitions §3.2.3",
        held: .guards(["audit.bill"]),
        fr: "L'audit décidé est à facturer.",
        en: "The decided audit is to be invoiced."),
    ])

  /// The moves of a non-conformity.
  static let nonConformityTransitions = RuleChapter(
    fr: "Non-conformité : transitions", en: "Non-conformity: transitions",
    [
      RuleEntry(
        "T-QUAL-N01", .transition, from: "transitions §3.2.3",
        held: .advice,
        fr: "Une non-conformité est relevée le jour de l'audit : un fait, avec un avis si la cotation n'est pas "
          + "permise ou si la preuve manque.",
        en: "A non-conformity is raised on the audit day: a fact, with advice where grade or evidence falls short."),
      RuleEntry(
        "T-QUAL-N02", .transition, from: "transitions §3.2.3",
        held: .guards(["nonconformity.plan"]),
        fr: "Le plan d'action corrective est reçu.",
        en: "The corrective action plan is received."),
      RuleEntry(
        "T-QUAL-N03", .transition, from: "transitions §3.2.3",
        held: .guards(["nonconformity.evidence"]),
        fr: "Les preuves sont reçues à temps ; tardives, elles sont enregistrées, marquées, et l'état demeure.",
        en: "Evidence is received in time; late, it is recorded and marked, and the state stays."),
      RuleEntry(
        "T-QUAL-N04", .transition, from: "transitions §3.2.3",
        held: .guards(["nonconformity.lift", "nonconformity.return"]),
        fr: "L'auditeur lève sur preuves suffisantes reçues à temps, ou les renvoie avec un motif, à même échéance.",
        en: "The auditor lifts on sufficient evidence in time, or returns it with a reason and the same due date."),
      RuleEntry(
        "T-QUAL-N05", .transition, from: "transitions §3.2.3",
        held: .automatic,
        fr: "Le délai d'une mineure est passé : elle est en retard.",
        en: "The delay of a minor is over: it is overdue."),
      RuleEntry(
        "T-QUAL-N06", .transition, from: "transitions §3.2.3",
        held: .automatic,
        fr: "Une mineure ouverte à l'audit suivant y est requalifiée en majeure.",
        en: "A minor open at the next audit is requalified as a major there."),
      RuleEntry(
        "T-QUAL-N07", .transition, from: "transitions §3.2.3",
        held: .automatic,
        fr: "Le délai d'une majeure est passé : elle n'est pas levée.",
        en: "The delay of a major is over: it is not lifted."),
      RuleEntry(
        "T-QUAL-N08", .transition, from: "transitions §3.2.3",
        held: .guards(["nonconformity.lift"]),
        fr: "L'auditeur lève après le délai sur preuves suffisantes, leur date montrée ; cela seul ne décide rien.",
        en: "The auditor lifts after the delay on sufficient evidence, its date shown; this alone decides nothing."),
    ])
}
