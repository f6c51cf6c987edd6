import AuditModel

extension RuleChapter {
  /// Who may, and who may not, where Qualiopi is concerned.
  static let roles = RuleChapter(
    fr: "Rôles et indépendance", en: "Roles and independence",
    [
      RuleEntry(
        "R-ROLE-01", .authority,
        from: "Qualiopi audit types (decision by a distinct \"expert décisionnaire\"); adopted for CléA and CertifIAG",
        held: .guards(["decision.record"]),
        schemes: Set(Scheme.allCases),
        fr: "Qui a mené l'audit ne prononce pas la décision qui en découle.",
        en: "Whoever conducted an audit does not record the decision on it."),
      RuleEntry(
        "R-ROLE-02", .authority, from: "CléA §I, §V.1; Qualiopi ten steps",
        held: .computed(RulePlace.certificateState),
        schemes: Set(Scheme.allCases),
        fr: "Un avis ne change aucun état ; seule une décision enregistrée le fait.",
        en: "An opinion changes no state; only a recorded decision does."),
      RuleEntry(
        "R-ROLE-06", .authority, from: "Qualiopi FAQ planning",
        held: .guards(["audit.name-auditor"]),
        schemes: Set(Scheme.allCases),
        fr: "Un même auditeur suit un client deux cycles consécutifs au plus, soit quatre audits.",
        en: "One auditor follows a client for two consecutive cycles at most, which makes four audits."),
      RuleEntry(
        "R-ROLE-07", .authority, from: "Qualiopi FAQ planning",
        held: .guards(["audit.name-auditor"]),
        schemes: Set(Scheme.allCases),
        fr: "Garder l'auditeur pour un second cycle demande un écrit du client.",
        en: "Keeping the auditor for a second cycle takes a written request of the client."),
      RuleEntry(
        "R-ROLE-08", .authority, from: "Qualiopi FAQ planning; ten steps 4",
        held: .recorded(RulePlace.dossierPage),
        schemes: Set(Scheme.allCases),
        fr: "Le client ne choisit pas l'auditeur ; il peut demander à le garder ou à en changer.",
        en: "The client does not pick the auditor; it may ask to keep the last one or to have another."),
      RuleEntry(
        "R-ROLE-14", .authority, from: "CléA §IV.5, §III.5",
        held: .recorded(RulePlace.dossierPage),
        schemes: Set(Scheme.allCases),
        fr:
          "Le contenu d'un dossier reste confidentiel ; le communiquer à un tiers suppose un accord commun enregistré.",
        en: "A file's content is confidential; giving it to a third party needs a joint agreement on record."),
      RuleEntry(
        "R-ROLE-15", .authority, .adopted, from: "CléA §V.1; Qualiopi ten steps 9",
        held: .computed(RulePlace.writers),
        schemes: Set(Scheme.allCases),
        fr: "L'organisme audité ajoute réponses, plans et preuves sans toucher aux constats ni aux cotations.",
        en: "The audited body adds answers, plans and evidence, and never touches findings or grades."),
      RuleEntry(
        "R-ROLE-16", .guard, .adopted, from: "CléA §V.1; CertifIAG CGV obligations certificateur (records)",
        held: .computed(RulePlace.freeze),
        schemes: Set(Scheme.allCases),
        fr: "Un rapport présenté est figé : le corriger donne une nouvelle version signée et motivée ; une "
          + "décision ne se modifie pas.",
        en: "A report once presented is frozen: a correction is a new version with author and reason; a decision "
          + "is never edited."),
      RuleEntry(
        "R-ROLE-17", .authority, from: "CléA §III.5, §V.2; Qualiopi FAQ certificate",
        held: .guards(["decision.record"]),
        schemes: Set(Scheme.allCases),
        fr: "Refuser, suspendre ou retirer se fait avec motifs, auteur, date et fondement.",
        en: "A refusal, a suspension or a withdrawal states its reasons, author, date and basis."),
      RuleEntry(
        "R-ROLE-18", .state, .adopted, from: "§2.4",
        held: .guards(["correction.record"]),
        schemes: Set(Scheme.allCases),
        fr: "Une décision fondée sur des faits corrigés depuis tient ; le dossier est « à reprendre » jusqu'à ce "
          + "qu'une personne habilitée la maintienne ou la remplace.",
        en: "A decision that rested on facts since corrected holds; the file is “to be taken up again” until an "
          + "entitled person maintains or replaces it."),
      RuleEntry(
        "R-ROLE-19", .state, .adopted, from: "CléA §III.7; CertifIAG CGV OH Conformité; Qualiopi FAQ certificate",
        held: .recorded(RulePlace.dossierPage),
        schemes: Set(Scheme.allCases),
        fr: "Changement constaté par l'auditeur et changement déclaré par l'organisme font deux écrits liés ; "
          + "seule la déclaration vaut information.",
        en: "A change seen by the auditor and one declared by the body are two linked records; only the "
          + "declaration informs the certifier."),
      RuleEntry(
        "R-ROLE-20", .authority, .adopted, from: "CléA §I",
        held: .computed(RulePlace.workspace),
        schemes: Set(Scheme.allCases),
        fr: "Chaque certificateur a son espace fermé, sans rien de commun avec un autre.",
        en: "Each certifier has a closed workspace that shares nothing with another."),
      RuleEntry(
        "R-ROLE-21", .document, .notInSeeds(onByDefault: true), from: "",
        held: .guards(["complaint.examine"]),
        schemes: Set(Scheme.allCases),
        fr: "Réclamations et recours sont inscrits, accusés, examinés par des personnes étrangères à l'affaire, "
          + "puis leur suite est notifiée.",
        en: "Complaints and appeals are entered, acknowledged, examined by people outside the matter, and their "
          + "outcome is notified."),
      RuleEntry(
        "R-ROLE-22", .authority, .notInSeeds(onByDefault: true), from: "",
        held: .guards(["audit.name-auditor", "decision.record"]),
        schemes: Set(Scheme.allCases),
        fr: "Auditer ou décider demande une compétence en vigueur pour chaque catégorie concernée.",
        en: "Auditing or deciding takes a competence in force for every category concerned."),
      RuleEntry(
        "R-ROLE-23", .guard, .adopted, from: "§2.4",
        held: .computed(RulePlace.factsKept),
        schemes: Set(Scheme.allCases),
        fr: "Un fait est toujours enregistré et marqué s'il enfreint une règle ; seuls les actes se refusent.",
        en: "A fact is always recorded, and marked where it breaks a rule; only acts are refused."),
    ])
}
