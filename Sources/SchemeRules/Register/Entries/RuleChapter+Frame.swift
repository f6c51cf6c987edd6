import AuditModel

extension RuleChapter {
  /// The referential and what findings rest on.
  static let frame = RuleChapter(
    fr: "Cadre et référentiel", en: "Frame and referential",
    [
      RuleEntry(
        "R-QUAL-01", .information, .notInSeeds(onByDefault: true), from: "Qualiopi intro",
        held: .shown(RulePlace.dossierPage),
        fr:
          "La certification est exigée depuis 2022 de qui forme sur fonds publics ou mutualisés, indépendants compris.",
        en: "Since 2022 certification is required of whoever trains on public or pooled funds, the self-employed "
          + "included."),
      RuleEntry(
        "R-QUAL-02", .information, from: "Qualiopi intro; FAQ certificate",
        held: .shown(RulePlace.dossierPage),
        fr: "Quatre catégories d'actions : formation, bilan de compétences, VAE, apprentissage ; le certificat "
          + "nomme celles qui sont certifiées.",
        en: "There are four action categories: training, skills assessment, prior experience, apprenticeship; "
          + "the certificate names those certified."),
      RuleEntry(
        "R-QUAL-03", .checklist, from: "Qualiopi list of criteria",
        held: .shown(RulePlace.indicatorCatalogue),
        fr: "Le référentiel compte sept critères et trente-deux indicateurs.",
        en: "The referential has seven criteria and thirty-two indicators."),
      RuleEntry(
        "R-QUAL-04", .checklist, from: "Qualiopi list of criteria",
        held: .computed(RulePlace.auditScope),
        fr: "Les indicateurs 3, 7 et 16 ne visent que les prestations certifiantes.",
        en: "Indicators 3, 7 and 16 concern certifying services only."),
      RuleEntry(
        "R-QUAL-05", .checklist, from: "Qualiopi list of criteria",
        held: .computed(RulePlace.auditScope),
        fr: "L'indicateur 13 suppose de l'alternance, le 28 des périodes en situation de travail.",
        en: "Indicator 13 supposes alternating training, indicator 28 work-based periods."),
      RuleEntry(
        "R-QUAL-06", .checklist, .notInSeeds(onByDefault: true), from: "Qualiopi list of criteria",
        held: .computed(RulePlace.auditScope),
        fr: "L'indicateur 15 ne vise que l'apprentissage, comme les 14, 20 et 29.",
        en: "Indicator 15 concerns apprenticeship only, and so do 14, 20 and 29."),
      RuleEntry(
        "R-QUAL-07", .checklist, from: "Qualiopi list of criteria",
        held: .computed(RulePlace.auditScope),
        fr: "L'indicateur 27 ne joue qu'en cas de sous-traitance ou de portage salarial.",
        en: "Indicator 27 comes in only with subcontracting or umbrella employment."),
      RuleEntry(
        "R-QUAL-08", .checklist, from: "Qualiopi list of criteria",
        held: .shown(RulePlace.auditPreparation),
        fr:
          "Certaines prestations ajoutent des exigences à un indicateur (nouvel entrant, VAE, bilan de compétences…).",
        en: "Some services add duties to an indicator (new entrant, prior experience, skills assessment…)."),
      RuleEntry(
        "R-QUAL-09", .checklist, .notInSeeds(onByDefault: true), from: "",
        held: .computed(RulePlace.auditScope),
        fr: "Vingt-deux indicateurs sont communs, dix dépendent de la catégorie ou de la prestation.",
        en: "Twenty-two indicators are common, ten depend on the category or the service."),
      RuleEntry(
        "R-QUAL-10", .guard, .adopted, from: "Qualiopi non-conformities",
        held: .guards(["report.present"]),
        fr: "Un indicateur n'a qu'une cotation par audit.",
        en: "An indicator has one grade per audit at most."),
      RuleEntry(
        "R-QUAL-11", .information, from: "Qualiopi guide V8; subcontracting V9",
        held: .shown(RulePlace.auditReport),
        fr:
          "Un audit retient la version du guide de lecture en vigueur à sa date, V8 puis V9 depuis le 1er avril 2024.",
        en: "An audit keeps the version of the reading guide in force on its date, V8, then V9 from 1 April 2024."),
      RuleEntry(
        "R-QUAL-12", .checklist, from: "Qualiopi guide V8",
        held: .shown(RulePlace.auditPreparation),
        fr: "Le guide V8 renforce les indicateurs 1, 3, 4, 5, 6 et 8 pour les formations certifiantes.",
        en: "Guide V8 asks more of certifying training on indicators 1, 3, 4, 5, 6 and 8."),
      RuleEntry(
        "R-QUAL-13", .checklist, from: "Qualiopi guide V8",
        held: .computed(RulePlace.auditScope),
        fr: "L'indicateur 12 ne s'applique pas à une prestation de deux jours ou moins.",
        en: "Indicator 12 does not apply to a service of two days or less."),
      RuleEntry(
        "R-QUAL-14", .checklist, from: "Qualiopi guide V8",
        held: .shown(RulePlace.auditPreparation),
        fr: "Indicateur 6 : l'accessibilité couvre l'accueil, l'accès et la sécurisation du parcours des "
          + "personnes handicapées.",
        en: "Indicator 6: accessibility covers reception, access and a secured path for disabled people."),
      RuleEntry(
        "R-QUAL-15", .deadline, from: "Qualiopi guide V8",
        held: .deadline(.qual17),
        fr: "Indicateur 30 : une sollicitation annuelle des financeurs, ou la présence à leur réunion, suffit.",
        en: "Indicator 30: asking the funders once a year, or attending their meeting, is enough."),
      RuleEntry(
        "R-QUAL-16", .checklist, from: "Qualiopi guide V8",
        held: .shown(RulePlace.auditPreparation),
        fr: "Indicateur 26 : un réseau identifié de partenaires du handicap, que l'équipe sait mobiliser.",
        en: "Indicator 26: a known network of disability partners that staff can call on."),
      RuleEntry(
        "R-QUAL-17", .checklist, from: "Qualiopi guide V8",
        held: .shown(RulePlace.auditPreparation),
        fr: "La formation continue du référent handicap relève de l'indicateur 22 et se constate au 26.",
        en: "The disability officer's own training belongs to indicator 22 and shows under 26."),
      RuleEntry(
        "R-QUAL-18", .checklist, from: "Qualiopi guide V8",
        held: .shown(RulePlace.auditPreparation),
        fr: "Indicateur 19 renforcé : une assistance technique et pédagogique adaptée.",
        en: "Indicator 19 reinforced: technical and teaching assistance that fits."),
      RuleEntry(
        "R-QUAL-19", .checklist, from: "Qualiopi list of criteria",
        held: .shown(RulePlace.auditPreparation),
        fr: "Indicateur 1 : le public trouve prérequis, objectifs, durée, accès, délais, prix, contacts, "
          + "méthodes, évaluation et accessibilité.",
        en: "Indicator 1: the public finds prerequisites, aims, length, access, delays, prices, contacts, "
          + "methods, assessment and accessibility."),
      RuleEntry(
        "R-QUAL-20", .checklist, from: "Qualiopi list of criteria",
        held: .shown(RulePlace.auditPreparation),
        fr: "Indicateur 20 : personnel de la mobilité, référent handicap et conseil de perfectionnement.",
        en: "Indicator 20: mobility staff, a disability officer and an improvement council."),
      RuleEntry(
        "R-QUAL-21", .guard, from: "Qualiopi non-conformities",
        held: .guards(["audit.close"]),
        fr: "Un constat s'appuie sur des preuves ; ne rien pouvoir prouver le jour même est une non-conformité.",
        en: "A finding rests on evidence; being unable to prove on the day is a non-conformity."),
      RuleEntry(
        "R-QUAL-22", .information, from: "Qualiopi audit types",
        held: .recorded(RulePlace.auditReport),
        fr: "On se fonde sur des entretiens, des documents et pratiques, et l'observation de séances.",
        en: "Evidence comes from interviews, from data and practice, and from watching sessions."),
    ])
}
