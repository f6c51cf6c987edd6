import AuditModel

extension RuleChapter {
  /// When audits are due.
  static let auditCalendar = RuleChapter(
    fr: "Calendrier des audits", en: "Audit calendar",
    [
      RuleEntry(
        "R-QUAL-48", .deadline, from: "Qualiopi audit types",
        held: .deadline(.qual03),
        fr: "La surveillance est attendue dix-huit mois après le début de validité.",
        en: "A surveillance is expected eighteen months after validity starts."),
      RuleEntry(
        "R-QUAL-49", .deadline, from: "Qualiopi FAQ planning; audit types",
        held: .guards(["audit.plan", "decision.record"]),
        fr: "La surveillance se tient du quatorzième au vingt-deuxième mois de validité.",
        en: "A surveillance takes place from month fourteen to month twenty-two of validity."),
      RuleEntry(
        "R-QUAL-50", .state, from: "Qualiopi FAQ planning",
        held: .guards(["decision.record"]),
        fr: "La fenêtre passée, aucune dérogation : la suspension est proposée aussitôt, puis décidée.",
        en: "Past the window there is no exception: a suspension is proposed at once, then decided."),
      RuleEntry(
        "R-QUAL-51", .deadline, from: "Qualiopi audit types",
        held: .deadline(.qual05),
        fr: "Le client prend contact quatre mois avant la date nominale de surveillance.",
        en: "The client makes contact four months before the nominal surveillance date."),
      RuleEntry(
        "R-QUAL-52", .guard, from: "Qualiopi FAQ planning",
        held: .guards(["decision.record"]),
        fr: "Une validité ne se prolonge pas ; un renouvellement tardif peut laisser un trou.",
        en: "Validity is never prolonged; a late renewal may leave a gap."),
      RuleEntry(
        "R-QUAL-53", .deadline, from: "Qualiopi audit types; FAQ planning",
        held: .deadline(.qual08),
        fr: "L'audit de renouvellement se tient quatre mois au moins avant la fin de validité.",
        en: "The renewal audit takes place four months or more before validity ends."),
      RuleEntry(
        "R-QUAL-54", .deadline, from: "Qualiopi life cycle note; FAQ planning",
        held: .deadline(.qual07),
        fr: "Le renouvellement se prépare idéalement huit mois avant la fin.",
        en: "Renewal is best prepared eight months before the end."),
      RuleEntry(
        "R-QUAL-55", .state, from: "Qualiopi FAQ planning",
        held: .automatic,
        fr: "Un organisme au certificat échu quitte la liste publique jusqu'à la nouvelle décision.",
        en: "A body whose certificate ran out leaves the public list until a new decision."),
      RuleEntry(
        "R-QUAL-56", .document, from: "Qualiopi FAQ planning",
        held: .guards(["audit.contract"]),
        fr: "Un nouveau cycle demande un nouveau devis signé.",
        en: "A new cycle takes a new signed quote."),
      RuleEntry(
        "R-QUAL-57", .state, from: "Qualiopi ten steps",
        held: .guards([
          "audit.contract", "audit.plan", "audit.name-auditor", "audit.notice", "audit.validate-notice",
          "audit.send-plan", "audit.close", "report.present", "report.answer", "audit.cancel",
        ]),
        fr: "Un audit suit dix étapes dans l'ordre, du devis à l'issue.",
        en: "An audit goes through ten steps in order, from the quote to its outcome."),
      RuleEntry(
        "R-QUAL-58", .guard, from: "Qualiopi ten steps 5; FAQ planning",
        held: .guards(["audit.validate-notice"]),
        fr: "Le client valide la notification, qui nomme l'auditeur et les contacts.",
        en: "The client validates the notice, which names the auditor and the contacts."),
      RuleEntry(
        "R-QUAL-59", .document, from: "Qualiopi ten steps 6",
        held: .guards(["audit.send-plan"]),
        fr: "L'auditeur envoie son plan avant l'audit.",
        en: "The auditor sends a plan before the audit."),
      RuleEntry(
        "R-QUAL-60", .guard, from: "Qualiopi surveillance scope",
        held: .guards(["audit.close"]),
        fr: "Une surveillance revoit au moins les non-conformités précédentes, les indicateurs à majeure seule, "
          + "les 1, 17, 19 et 3, et ceux laissés de côté à l'audit initial.",
        en: "A surveillance looks at least at earlier non-conformities, major-only indicators, 1, 17, 19 and 3, "
          + "and those the initial audit left out."),
      RuleEntry(
        "R-QUAL-61", .checklist, from: "Qualiopi audit types",
        held: .shown(RulePlace.auditPreparation),
        fr: "Surveillance et renouvellement commencent par les actions correctives précédentes.",
        en: "Surveillance and renewal begin with the earlier corrective actions."),
      RuleEntry(
        "R-QUAL-62", .checklist, from: "Qualiopi FAQ certificate",
        held: .shown(RulePlace.auditCheck),
        fr: "L'usage de la marque est contrôlé en surveillance.",
        en: "Use of the mark is checked at surveillance."),
      RuleEntry(
        "R-QUAL-63", .information, from: "Qualiopi sites",
        held: .shown(RulePlace.dossierPage),
        fr: "Un seul site est un monosite ; plusieurs sous une même entité, un multisite.",
        en: "One site makes a single-site body; several under one legal entity, a multi-site one."),
      RuleEntry(
        "R-QUAL-64", .checklist, from: "Qualiopi sites",
        held: .shown(RulePlace.auditPreparation),
        fr: "Monosite ou multisite, les critères sont les mêmes.",
        en: "Single-site or multi-site, the criteria are the same."),
      RuleEntry(
        "R-QUAL-65", .guard, .adopted, from: "Qualiopi FAQ after audit",
        held: .guards(["audit.plan", "audit.notice"]),
        fr: "Une facture impayée bloque planification et notification ; un audit tenu malgré tout est enregistré "
          + "et marqué.",
        en: "An unpaid invoice blocks planning and notice; an audit held all the same is recorded and marked."),
    ])
}
