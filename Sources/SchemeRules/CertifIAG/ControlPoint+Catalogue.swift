extension ControlPoint {
  /// Every point, `CP-01` to `CP-18`, then the ethics points `ET-01` to `ET-12`.
  public static let all: [ControlPoint] = training + ethics

  private static let training: [ControlPoint] = [
    ControlPoint("CP-01", ["R-CIAG-10"], fr: "certificat Qualiopi en vigueur", en: "Qualiopi certificate in force"),
    ControlPoint(
      "CP-02", ["R-CIAG-22", "R-CIAG-37"], fr: "données administratives exactes et à jour",
      en: "administrative data true and current"),
    ControlPoint(
      "CP-03", ["R-CIAG-18", "R-CIAG-19"], fr: "programme couvrant les 5 blocs", en: "programme covers the 5 blocks"),
    ControlPoint(
      "CP-04", ["R-CIAG-20"], fr: "séquence pédagogique validée, durée justifiée",
      en: "teaching sequence as validated, length justified"),
    ControlPoint("CP-05", ["R-CIAG-18"], fr: "qualification des formateurs", en: "trainers' qualifications"),
    ControlPoint(
      "CP-06", ["R-CIAG-52"], fr: "supports et modalités à jour", en: "materials and arrangements up to date"),
    ControlPoint(
      "CP-07", ["R-CIAG-38"], fr: "part des candidats présentés", en: "share of candidates presented"),
    ControlPoint(
      "CP-08", ["R-CIAG-40"], fr: "taux de réussite d'au moins 70\u{202F}%", en: "success rate of at least 70%"),
    ControlPoint(
      "CP-09", ["R-CIAG-38"], fr: "parcours achevés en tout ou partie", en: "paths completed fully or partly"),
    ControlPoint(
      "CP-10", ["R-CIAG-39", "R-CIAG-88"], fr: "à distance\u{202F}: assistance technique et pédagogique",
      en: "remote: technical and teaching assistance", .ifRemote),
    ControlPoint(
      "CP-11", ["R-CIAG-89"], fr: "à distance\u{202F}: activités et durée moyenne annoncées",
      en: "remote: activities and average duration announced", .ifRemote),
    ControlPoint(
      "CP-12", ["R-CIAG-90"], fr: "à distance\u{202F}: évaluations intermédiaires et finale",
      en: "remote: intermediate and final assessments", .ifRemote),
    ControlPoint(
      "CP-13", ["R-CIAG-72"], fr: "site web\u{202F}: mentions légales, confidentialité",
      en: "website: legal notices, privacy policy"),
    ControlPoint(
      "CP-14", ["R-CIAG-74"], fr: "moyens pour rendre les apprenants aptes à réussir",
      en: "means used for learners to be fit to pass"),
    ControlPoint("CP-15", ["R-CIAG-75"], fr: "données personnelles", en: "personal data"),
    ControlPoint(
      "CP-16", ["R-CIAG-43"], fr: "actions correctives documentées et appliquées",
      en: "corrective actions documented and applied"),
    ControlPoint(
      "CP-17", ["R-CIAG-60"], fr: "usage correct du nom, des certificats et des logos",
      en: "name, certificates and logos used correctly"),
    ControlPoint(
      "CP-18", ["R-CIAG-03"], fr: "formation seulement\u{202F}: ni promesse ni acte de certification",
      en: "training only: no promise or act of certification"),
  ]

  private static let ethics: [ControlPoint] = [
    ControlPoint("ET-01", ["R-CIAG-76"], fr: "offres loyales, identité claire", en: "loyal offers, clear identity"),
    ControlPoint(
      "ET-02", ["R-CIAG-77"], fr: "modalités d'évaluation expliquées", en: "assessment arrangements explained"),
    ControlPoint("ET-03", ["R-CIAG-78"], fr: "ni gratuité annoncée ni cadeau", en: "no “free” claim, no gift"),
    ControlPoint(
      "ET-04", ["R-CIAG-79"], fr: "pas de marque institutionnelle sans accord",
      en: "no institutional mark without leave"),
    ControlPoint(
      "ET-05", ["R-CIAG-80"], fr: "pas de vente agressive ou trompeuse, sous-traitants compris",
      en: "no aggressive or misleading selling, subcontractors included"),
    ControlPoint(
      "ET-06", ["R-CIAG-81"], fr: "pas de sous-traitance en cascade", en: "no cascade subcontracting"),
    ControlPoint("ET-07", ["R-CIAG-82"], fr: "CPF\u{202F}: règles d'EDOF", en: "CPF: EDOF rules", .ifCPF),
    ControlPoint(
      "ET-08", ["R-CIAG-83"], fr: "CPF\u{202F}: marque et logo sur les seules offres éligibles",
      en: "CPF: mark and logo on eligible offers only", .ifCPF),
    ControlPoint(
      "ET-09", ["R-CIAG-84"], fr: "CPF\u{202F}: part prise en charge et reste à payer annoncés",
      en: "CPF: covered and extra costs announced", .ifCPF),
    ControlPoint("ET-10", ["R-CIAG-85"], fr: "CPF\u{202F}: médiation gratuite", en: "CPF: free mediation", .ifCPF),
    ControlPoint(
      "ET-11", ["R-CIAG-86"], fr: "CPF\u{202F}: pas d'usage des codes d'accès des bénéficiaires",
      en: "CPF: no use of beneficiaries' credentials", .ifCPF),
    ControlPoint(
      "ET-12", ["R-CIAG-87"], fr: "CPF\u{202F}: pas de détournement d'identifiants", en: "CPF: no theft of identifiers",
      .ifCPF),
  ]
}
