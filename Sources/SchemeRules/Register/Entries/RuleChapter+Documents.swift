import AuditModel

extension RuleChapter {
  /// What a body declares, sends and signs.
  static let documents = RuleChapter(
    fr: "Déclaration d'activité, documents et contrat", en: "Activity declaration, documents and contract",
    [
      RuleEntry(
        "R-QUAL-23", .deadline, from: "Qualiopi NDA",
        held: .deadline(.qual01),
        fr: "La déclaration d'activité suit dans les trois mois la première convention ou le premier contrat.",
        en: "The activity declaration follows the first agreement or contract within three months."),
      RuleEntry(
        "R-QUAL-24", .information, from: "Qualiopi NDA",
        held: .shown(RulePlace.dossierPage),
        fr: "L'autorité régionale du travail (DREETS, DRIEETS, DEETS) délivre le numéro de déclaration d'activité.",
        en: "The regional labour authority (DREETS, DRIEETS, DEETS) issues the activity number."),
      RuleEntry(
        "R-QUAL-25", .information, from: "Qualiopi NDA",
        held: .shown(RulePlace.dossierPage),
        fr: "La déclaration est due, que former soit l'activité principale ou accessoire.",
        en: "The declaration is due whether training is the main activity or not."),
      RuleEntry(
        "R-QUAL-26", .document, from: "Qualiopi quote documents",
        held: .guards(["audit.contract"]),
        fr: "Une demande de devis comporte le NDA, le Kbis, le BPF et le RIB.",
        en: "A request for a quote comes with activity number, company extract, yearly return and bank details."),
      RuleEntry(
        "R-QUAL-27", .guard, from: "Qualiopi ten steps 2–3; FAQ durations",
        held: .guards(["audit.plan"]),
        fr: "Pas de planification sans devis signé.",
        en: "No audit is planned before the quote is signed."),
      RuleEntry(
        "R-QUAL-28", .document, from: "Qualiopi pre-audit documents",
        held: .guards(["audit.notice"]),
        fr: "Avant un audit initial, de surveillance ou de renouvellement : BPF, organigramme nominatif, "
          + "description d'activité, chiffre d'affaires par catégorie, attestation de non-engagement.",
        en: "Before an initial, surveillance or renewal audit: yearly return, named chart, activity, turnover by "
          + "category, sworn statement of no other certifier."),
      RuleEntry(
        "R-QUAL-29", .guard, from: "Qualiopi pre-audit documents",
        held: .guards(["audit.notice"]),
        fr: "Ces documents sont remis à jour pour chaque audit.",
        en: "These documents are brought up to date for each audit."),
      RuleEntry(
        "R-QUAL-30", .document, from: "Qualiopi FAQ preparing",
        held: .shown(RulePlace.auditPreparation),
        fr: "L'organigramme est exigé à toute taille, avec le nom et la fonction de chacun.",
        en: "The chart is asked of bodies of any size, with everyone's name and function."),
      RuleEntry(
        "R-QUAL-31", .guard, from: "Qualiopi pre-audit documents",
        held: .guards(["audit.notice"]),
        fr: "Un organisme n'est engagé qu'avec un certificateur à la fois.",
        en: "A body is committed with one certifier at a time."),
      RuleEntry(
        "R-QUAL-32", .state, from: "Qualiopi audit types",
        held: .shown(RulePlace.auditPreparation),
        fr: "L'auditeur prépare l'audit en lisant ces documents.",
        en: "The auditor reads these documents to prepare."),
      RuleEntry(
        "R-QUAL-33", .deadline, from: "Qualiopi audit types",
        held: .deadline(.qual06),
        fr: "Un cycle de certification dure trois ans, et le renouvellement en ouvre un autre.",
        en: "A certification cycle lasts three years, and renewal opens another."),
      RuleEntry(
        "R-QUAL-34", .information, from: "Qualiopi audit types; FAQ preparing",
        held: .shown(RulePlace.auditPreparation),
        fr: "Une visite d'évaluation peut précéder l'audit initial, sans effet sur la certification.",
        en: "An assessment visit may come before the initial audit, without any effect."),
    ])
}
