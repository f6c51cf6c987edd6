/// The 32 indicators of the national quality referential (RULEBOOK §3.2.4, R-QUAL-03 to R-QUAL-09, R-QUAL-71).
public enum IndicatorCatalogue {
  /// The rows, ascending.
  public static let all: [IndicatorDescription] = first + second

  /// The row of an indicator; every indicator has one.
  public static subscript(indicator: QualiopiIndicator) -> IndicatorDescription { all[indicator.number - 1] }

  /// Criteria 1 to 3.
  private static let first: [IndicatorDescription] = [
    .init(
      1, fr: "Information publique des prestations", en: "Public information on services", surveillance: true,
      subcontracted: .notApplicable),
    .init(2, fr: "Résultats publiés", en: "Published results", subcontracted: .notApplicable),
    .init(
      3, fr: "Taux d'obtention et débouchés", en: "Certification rates and outlets",
      when: (.ifCertifying, .never, .always, .always), surveillance: true, subcontracted: .notApplicable),
    .init(
      4, fr: "Besoin du bénéficiaire analysé", en: "Beneficiary's need analysed", majorOnly: true, subcontracted: .same),
    .init(
      5, fr: "Objectifs opérationnels mesurables", en: "Measurable objectives", majorOnly: true, subcontracted: .adapted
    ),
    .init(
      6, fr: "Contenus et modalités ajustés", en: "Content and methods fitted", majorOnly: true, subcontracted: .same),
    .init(
      7, fr: "Contenus conformes à la certification", en: "Content matches the certification",
      when: (.ifCertifying, .never, .never, .always), majorOnly: true, subcontracted: .perContract),
    .init(
      8, fr: "Niveau évalué à l'entrée", en: "Level assessed at entry", when: (.always, .never, .never, .always),
      subcontracted: .same),
    .init(9, fr: "Conditions de déroulement connues", en: "Conditions made known", subcontracted: .perContract),
    .init(
      10, fr: "Prestation et suivi adaptés", en: "Service and follow-up adapted", majorOnly: true, subcontracted: .same),
    .init(
      11, fr: "Atteinte des objectifs mesurée", en: "Achievement of objectives assessed", majorOnly: true,
      subcontracted: .same),
    .init(
      12, fr: "Engagement et prévention des abandons", en: "Engagement and drop-out prevention", subcontracted: .same),
    .init(
      13, fr: "Alternance coordonnée", en: "Alternation coordinated", when: (.ifAlternating, .never, .never, .always),
      subcontracted: .perContract),
    .init(
      14, fr: "Accompagnement social et citoyen", en: "Social and civic support",
      when: (.never, .never, .never, .always),
      majorOnly: true, subcontracted: .notApplicable),
    .init(
      15, fr: "Droits et devoirs de l'apprenti", en: "Apprentice's rights and duties",
      when: (.never, .never, .never, .always), majorOnly: true, subcontracted: .notApplicable),
    .init(
      16, fr: "Présentation à la certification", en: "Presentation for certification",
      when: (.ifCertifying, .never, .always, .always), majorOnly: true, subcontracted: .perContract),
  ]

  /// Criteria 4 to 7.
  private static let second: [IndicatorDescription] = [
    .init(17, fr: "Moyens humains et techniques", en: "People and equipment", surveillance: true, subcontracted: .same),
    .init(18, fr: "Intervenants coordonnés", en: "Actors coordinated", subcontracted: .same),
    .init(
      19, fr: "Ressources pédagogiques appropriables", en: "Usable teaching resources", surveillance: true,
      subcontracted: .same),
    .init(
      20, fr: "Mobilité, référent handicap, conseil", en: "Mobility, disability officer, council",
      when: (.never, .never, .never, .always), majorOnly: true, subcontracted: .notApplicable),
    .init(21, fr: "Compétences des intervenants", en: "Skills of those who act", majorOnly: true, subcontracted: .same),
    .init(
      22, fr: "Compétences des salariés entretenues", en: "Staff skills kept up", majorOnly: true, subcontracted: .same),
    .init(23, fr: "Veille légale", en: "Legal watch", subcontracted: .same),
    .init(24, fr: "Veille emplois et métiers", en: "Watch on jobs and trades", subcontracted: .same),
    .init(25, fr: "Veille pédagogique et technique", en: "Watch on teaching and technology", subcontracted: .same),
    .init(
      26, fr: "Publics en situation de handicap", en: "Disabled people", majorOnly: true, subcontracted: .adapted),
    .init(
      27, fr: "Sous-traitants et portés conformes", en: "Subcontractors and umbrella staff conform",
      when: (.ifSubcontracting, .ifSubcontracting, .ifSubcontracting, .ifSubcontracting), majorOnly: true,
      subcontracted: .same),
    .init(
      28, fr: "Situation de travail et partenaires", en: "Work-based training and partners",
      when: (.ifWorkBased, .never, .never, .always), subcontracted: .perContract),
    .init(
      29, fr: "Insertion et poursuite d'études", en: "Employment and further study",
      when: (.never, .never, .never, .always), majorOnly: true, subcontracted: .notApplicable),
    .init(30, fr: "Appréciations recueillies", en: "Appreciations gathered", subcontracted: .adapted),
    .init(
      31, fr: "Difficultés et réclamations traitées", en: "Difficulties and complaints handled", majorOnly: true,
      subcontracted: .same),
    .init(32, fr: "Amélioration continue", en: "Continuous improvement", majorOnly: true, subcontracted: .same),
  ]
}

extension QualiopiIndicator {
  /// Its row of the catalogue.
  public var info: IndicatorDescription { IndicatorCatalogue[self] }
}
