import AuditModel

extension RuleChapter {
  /// What certification opens.
  static let funders = RuleChapter(
    fr: "Financeurs", en: "Funders",
    [
      RuleEntry(
        "R-QUAL-136", .guard, from: "Qualiopi funders",
        held: .advice,
        fr: "Mon Compte Formation demande Qualiopi, NDA actif, BPF annuel, moyens, action éligible, "
          + "habilitation, régularité et bulletin n° 3.",
        en: "Mon Compte Formation takes Qualiopi, an active number, the yearly return, means, an eligible "
          + "action, a habilitation, compliance and record bulletin 3."),
      RuleEntry(
        "R-QUAL-137", .information, from: "Qualiopi funders",
        held: .shown(RulePlace.dossierPage),
        fr: "Sont éligibles : RNCP ou RS, VAE, bilan, CléA, création d'entreprise, engagement citoyen, permis B.",
        en: "Eligible are RNCP or RS, prior experience, skills assessment, CléA, business creation, citizen "
          + "engagement, category B licence."),
      RuleEntry(
        "R-QUAL-138", .information, from: "Qualiopi funders",
        held: .shown(RulePlace.dossierPage),
        fr: "Les OPCO ne financent depuis 2022 que des organismes certifiés.",
        en: "Since 2022 the OPCOs fund certified bodies only."),
      RuleEntry(
        "R-QUAL-139", .information, from: "Qualiopi funders",
        held: .shown(RulePlace.dossierPage),
        fr: "L'aide FNE, partielle, suppose Qualiopi.",
        en: "FNE support, which is partial, supposes Qualiopi."),
      RuleEntry(
        "R-QUAL-140", .information, from: "Qualiopi funders",
        held: .shown(RulePlace.dossierPage),
        fr: "Pour les aides de Pôle emploi, l'organisme s'inscrit à son CARIF-OREF.",
        en: "For Pôle emploi aids the body registers with its CARIF-OREF."),
    ])
}
