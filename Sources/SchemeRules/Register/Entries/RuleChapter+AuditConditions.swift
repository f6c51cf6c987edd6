import AuditModel

extension RuleChapter {
  /// Where, when and how long audits are.
  static let auditConditions = RuleChapter(
    fr: "Conditions de l'audit", en: "Audit conditions",
    [
      RuleEntry(
        "R-QUAL-35", .guard, from: "Qualiopi FAQ planning",
        held: .guards(["audit.plan", "audit.notice", "decision.record"]),
        fr: "Audit initial, de renouvellement ou d'extension : toujours sur place.",
        en: "Initial, renewal and extension audits take place on site."),
      RuleEntry(
        "R-QUAL-36", .guard, from: "Qualiopi FAQ planning",
        held: .guards(["audit.plan", "audit.notice", "decision.record"]),
        fr: "Seule une surveillance peut se tenir à distance, si la décision précédente l'a permis.",
        en: "Only a surveillance may be remote, if the decision before it allowed so."),
      RuleEntry(
        "R-QUAL-37", .guard, from: "Qualiopi FAQ planning",
        held: .guards(["audit.plan"]),
        fr: "Sans locaux, le client loue une salle : un audit a une adresse.",
        en: "A client without premises rents a room: an audit has an address."),
      RuleEntry(
        "R-QUAL-38", .guard, from: "Qualiopi FAQ durations",
        held: .guards(["audit.plan"]),
        fr: "Pas d'audit le soir ni le week-end.",
        en: "No audit takes place in the evening or at the weekend."),
      RuleEntry(
        "R-QUAL-39", .guard, from: "Qualiopi FAQ durations; price",
        held: .guards(["audit.plan"]),
        fr: "La durée vient du contrat (catégories, sites, chiffre d'affaires) et ne se raccourcit pas.",
        en: "The duration comes from the contract (categories, sites, turnover) and is not cut."),
      RuleEntry(
        "R-QUAL-40", .guard, from: "Qualiopi FAQ durations",
        held: .guards(["audit.plan"]),
        fr: "Un jour de calendrier porte un jour d'audit au plus.",
        en: "A calendar day holds one day of audit at most."),
      RuleEntry(
        "R-QUAL-41", .information, from: "Qualiopi FAQ durations; non-conformities (fragment)",
        held: .computed(RulePlace.auditPreparation),
        fr: "Est nouvel entrant l'organisme dans sa première année d'activité, ou qui ouvre une catégorie.",
        en: "A new entrant is a body in its first year of activity, or one that starts a category."),
      RuleEntry(
        "R-QUAL-42", .guard, from: "Qualiopi FAQ durations",
        held: .guards(["audit.plan"]),
        fr: "La surveillance d'un nouvel entrant dure une demi-journée de plus, inscrite au contrat.",
        en: "A new entrant's surveillance lasts half a day more, written into the contract."),
      RuleEntry(
        "R-QUAL-43", .guard, from: "Qualiopi FAQ durations",
        held: .guards(["audit.plan"]),
        fr: "À la planification d'une surveillance, la durée est revue si le chiffre d'affaires a changé de tranche.",
        en: "When a surveillance is planned, its duration is revised if turnover changed bracket."),
      RuleEntry(
        "R-QUAL-44", .guard, from: "Qualiopi FAQ durations",
        held: .guards(["audit.plan"]),
        fr: "Un audit ne s'étale sur des dates séparées qu'avec un accord préalable, et en peu de semaines.",
        en: "Dates apart for one audit need prior agreement and stay within a few weeks."),
      RuleEntry(
        "R-QUAL-45", .information, from: "Qualiopi FAQ planning",
        held: .shown(RulePlace.auditPage),
        fr: "Un mois est visé ; une semaine ou un jour garanti est une option payante.",
        en: "A month is aimed at; a guaranteed week or day is a paid option."),
      RuleEntry(
        "R-QUAL-46", .notification, from: "Qualiopi FAQ planning",
        held: .recorded(RulePlace.mailRegister),
        fr: "Pour déplacer une date, le client s'accorde avec l'auditeur puis l'écrit à la planification, qui valide.",
        en: "To move a date the client agrees with the auditor, then writes to planning, which validates it."),
      RuleEntry(
        "R-QUAL-47", .information, from: "Qualiopi FAQ planning",
        held: .recorded(RulePlace.auditPage),
        fr: "Une date de surveillance convenue avec l'auditeur précédent ne vaut qu'une fois validée.",
        en: "A surveillance date agreed with the last auditor counts once planning has validated it."),
    ])
}
