import AuditModel

extension RuleChapter {
  /// What holds when a service is done for a principal.
  static let subcontracting = RuleChapter(
    fr: "Sous-traitance, guide V9", en: "Subcontracting, guide V9",
    [
      RuleEntry(
        "R-QUAL-119", .checklist, from: "Qualiopi subcontracting V9",
        held: .computed(RulePlace.auditScope),
        fr: "Chez un sous-traitant, les indicateurs 7, 9, 13, 16 et 28 dépendent de son contrat de mission.",
        en: "For a subcontractor, indicators 7, 9, 13, 16 and 28 depend on its mission contract."),
      RuleEntry(
        "R-QUAL-120", .checklist, from: "Qualiopi subcontracting V9",
        held: .computed(RulePlace.auditScope),
        fr: "Les indicateurs 5, 26 et 30 s'adaptent si la prestation échantillonnée est sous-traitée.",
        en: "Indicators 5, 26 and 30 are adapted when the sampled service is a subcontracted one."),
      RuleEntry(
        "R-QUAL-121", .checklist, from: "Qualiopi subcontracting V9",
        held: .shown(RulePlace.auditPreparation),
        fr: "Sous-traitant, indicateur 5 : tenir compte des objectifs du donneur d'ordre.",
        en: "Subcontractor, indicator 5: take the principal's objectives into account."),
      RuleEntry(
        "R-QUAL-122", .checklist, from: "Qualiopi subcontracting V9",
        held: .shown(RulePlace.auditPreparation),
        fr: "Sous-traitant, indicateur 26 : son réseau, ou les partenaires et mesures du donneur d'ordre.",
        en: "Subcontractor, indicator 26: its own network, or the principal's partners and measures."),
      RuleEntry(
        "R-QUAL-123", .checklist, from: "Qualiopi subcontracting V9",
        held: .shown(RulePlace.auditPreparation),
        fr: "Sous-traitant, indicateur 30 : recueillir l'avis des bénéficiaires et du donneur d'ordre.",
        en: "Subcontractor, indicator 30: collect what beneficiaries and principal think."),
      RuleEntry(
        "R-QUAL-124", .checklist, from: "Qualiopi subcontracting V9",
        held: .computed(RulePlace.auditScope),
        fr: "Dix-sept indicateurs valent pour un sous-traitant comme pour le donneur d'ordre.",
        en: "Seventeen indicators hold for a subcontractor as for the principal."),
      RuleEntry(
        "R-QUAL-125", .checklist, from: "Qualiopi subcontracting V9",
        held: .computed(RulePlace.auditScope),
        fr: "Les indicateurs 1, 2, 3, 14, 15, 20 et 29 ne visent pas une prestation sous-traitée.",
        en: "Indicators 1, 2, 3, 14, 15, 20 and 29 leave out a subcontracted service."),
      RuleEntry(
        "R-QUAL-126", .guard, from: "Qualiopi subcontracting V9",
        held: .advice,
        fr: "Un sous-traitant ne sous-traite pas.",
        en: "A subcontractor does not subcontract."),
      RuleEntry(
        "R-QUAL-127", .guard, from: "Qualiopi subcontracting V9",
        held: .advice,
        fr: "Un sous-traitant CPF est certifié Qualiopi et détient la certification, ou une habilitation à y former.",
        en: "A CPF subcontractor is Qualiopi-certified and owns the certification or may train for it."),
      RuleEntry(
        "R-QUAL-128", .guard, from: "Qualiopi subcontracting V9",
        held: .advice,
        fr:
          "En est dispensé le sous-traitant au régime micro-social sous 77\u{202F}000\u{202F}€ de chiffre d'affaires.",
        en: "A subcontractor under the micro-social scheme with turnover below €77,000 is exempt."),
      RuleEntry(
        "R-QUAL-129", .guard, from: "Qualiopi subcontracting V9",
        held: .advice,
        fr:
          "Hors micro-social, faire une action certifiante entière ou un bloc RNCP demande une habilitation à former.",
        en: "Outside that scheme, a whole certifying action or an RNCP block takes a habilitation to train."),
      RuleEntry(
        "R-QUAL-130", .guard, from: "Qualiopi subcontracting V9",
        held: .advice,
        fr: "Un sous-traitant déréférencé de Mon Compte Formation n'accepte pas de mission CPF.",
        en: "A subcontractor delisted from Mon Compte Formation takes no CPF mission."),
      RuleEntry(
        "R-QUAL-131", .guard, from: "Qualiopi subcontracting V9",
        held: .computed(RulePlace.subcontracting),
        fr: "Le donneur d'ordre sous-traite 80\u{202F}% au plus de son chiffre d'affaires EDOF de l'année.",
        en: "A principal subcontracts at most 80% of its EDOF turnover of the year."),
      RuleEntry(
        "R-QUAL-132", .guard, from: "Qualiopi subcontracting V9",
        held: .computed(RulePlace.subcontracting),
        fr: "En 2024, ce plafond se mesure du 1er avril au 31 décembre.",
        en: "In 2024 this cap is measured from 1 April to 31 December."),
      RuleEntry(
        "R-QUAL-133", .guard, from: "Qualiopi subcontracting V9",
        held: .computed(RulePlace.subcontracting),
        fr: "N'entrent dans le plafond que les prestations vendues par EDOF et payées par le CPF.",
        en: "The cap counts only services sold through EDOF and paid by the CPF."),
      RuleEntry(
        "R-QUAL-134", .document, from: "Qualiopi subcontracting V9",
        held: .recorded(RulePlace.subcontracting),
        fr: "Un contrat de sous-traitance est écrit et comporte huit mentions.",
        en: "A subcontract is in writing and has eight items."),
      RuleEntry(
        "R-QUAL-135", .checklist, from: "Qualiopi list of criteria",
        held: .shown(RulePlace.auditCheck),
        fr: "Le donneur d'ordre s'assure que sous-traitants et portés respectent le référentiel.",
        en: "The principal makes sure that subcontractors and umbrella staff meet the referential."),
    ])
}
