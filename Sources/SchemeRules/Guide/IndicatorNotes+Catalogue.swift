import AuditModel

extension IndicatorNotes {
  /// What holds whatever the service (R-QUAL-14 to R-QUAL-20).
  static let general: [IndicatorNote] = [
    IndicatorNote(
      1, "R-QUAL-19",
      fr:
        "à trouver par le public\u{202F}: prérequis, objectifs, durée, modalités et délais d'accès, tarifs, contacts, "
        + "méthodes, évaluation, accessibilité",
      en: "for the public to find: prerequisites, objectives, duration, access terms and delays, prices, contacts, "
        + "methods, assessment, accessibility"),
    IndicatorNote(
      6, "R-QUAL-14", since: .v8,
      fr:
        "accessibilité\u{202F}: accueil, accès et parcours sécurisé des personnes handicapées, locaux et moyens compris",
      en: "accessibility: reception, access and secured paths of disabled people, premises and means included"),
    IndicatorNote(
      19, "R-QUAL-18", since: .v8, fr: "renforcé\u{202F}: assistance technique et pédagogique adaptée",
      en: "reinforced: suitable technical and teaching assistance"),
    IndicatorNote(
      20, "R-QUAL-20",
      fr: "mobilité nationale et internationale, référent handicap, conseil de perfectionnement",
      en: "national and international mobility, disability officer, improvement council"),
    IndicatorNote(
      22, "R-QUAL-17", since: .v8,
      fr: "la formation continue couvre le référent handicap\u{202F}; ses compétences à jour se montrent au 26",
      en: "continuing training covers the disability officer; up-to-date skills are shown under 26"),
    IndicatorNote(
      26, "R-QUAL-16", since: .v8,
      fr: "réseau handicap identifié\u{202F}: partenaires, experts et acteurs que l'équipe peut mobiliser",
      en: "an identified disability network: partners, experts and actors the staff can mobilise"),
    IndicatorNote(
      27, "R-QUAL-135", fr: "le donneur d'ordres vérifie que sous-traitants et portés respectent le référentiel",
      en: "the principal checks that subcontractors and umbrella staff meet the referential"),
    IndicatorNote(
      30, "R-QUAL-15", since: .v8,
      fr: "financeurs\u{202F}: une demande par an suffit, ou la présence à leur webinaire ou réunion",
      en: "funders: one request a year is enough, or attending their webinar or meeting"),
  ]

  /// The duties of training registered at RNCP or RS (R-QUAL-12).
  static let certifyingTraining: [IndicatorNote] = [
    certifying(1, "code, intitulé et certificateur de la certification publiés", "code, title and certifier published"),
    certifying(3, "taux par certification et par bloc, passerelles et débouchés", "rates by certification and block"),
    certifying(4, "besoin confronté au projet de certification", "need weighed against the certification aimed at"),
    certifying(5, "objectifs tirés des compétences de la certification", "objectives drawn from the certified skills"),
    certifying(6, "contenus et modalités à hauteur des compétences visées", "content and methods up to those skills"),
    certifying(8, "prérequis de la certification vérifiés à l'entrée", "prerequisites checked at entry"),
  ]

  private static func certifying(_ indicator: QualiopiIndicator, _ fr: String, _ en: String) -> IndicatorNote {
    IndicatorNote(
      indicator, "R-QUAL-12", since: .v8, fr: "certifiant (RNCP, RS)\u{202F}: \(fr)", en: "certifying (RNCP, RS): \(en)"
    )
  }

  /// As subcontractor (R-QUAL-119 to R-QUAL-123).
  static let asSubcontractor: [IndicatorNote] =
    AdaptedCondition.all.map {
      IndicatorNote(
        $0.indicator, $0.rule, since: .v9, fr: "sous-traitance\u{202F}: \($0.words.fr)",
        en: "subcontracting: \($0.words.en)")
    }
    + ([7, 9, 13, 16, 28] as [QualiopiIndicator]).map {
      IndicatorNote(
        $0, "R-QUAL-119", since: .v9, fr: "sous-traitance\u{202F}: selon ce que confie le contrat de mission",
        en: "subcontracting: as far as the mission contract entrusts it")
    }

  /// What a body cannot show yet in its first year (R-QUAL-08).
  static let newEntrant: [IndicatorNote] = ([2, 11, 30, 32] as [QualiopiIndicator]).map {
    IndicatorNote(
      $0, "R-QUAL-08",
      fr: "nouvel entrant\u{202F}: la démarche écrite se montre, sa mise en œuvre se voit à la surveillance",
      en: "new entrant: the written approach is shown, its practice is seen at surveillance")
  }

  static let priorExperience: [IndicatorNote] = [
    IndicatorNote(
      10, "R-QUAL-08", fr: "VAE\u{202F}: accompagnement suivi jusqu'au jury", en: "VAE: support followed up to the jury"
    ),
    IndicatorNote(
      16, "R-QUAL-08", fr: "VAE\u{202F}: recevabilité et conditions du jury connues du candidat",
      en: "VAE: admissibility and jury terms known to the candidate"),
  ]

  static let skillsAssessment: [IndicatorNote] = [
    IndicatorNote(
      4, "R-QUAL-08", fr: "bilan de compétences\u{202F}: analyse partagée de la demande en phase préliminaire",
      en: "skills assessment: the request analysed together in the first phase"),
    IndicatorNote(
      11, "R-QUAL-08", fr: "bilan de compétences\u{202F}: document de synthèse et suivi à six mois",
      en: "skills assessment: summary document and follow-up at six months"),
  ]

  static let apprenticeship: [IndicatorNote] = [
    IndicatorNote(
      13, "R-QUAL-08", fr: "apprentissage\u{202F}: missions anticipées avec l'entreprise, livret suivi",
      en: "apprenticeship: missions anticipated with the firm, record book kept")
  ]
}
