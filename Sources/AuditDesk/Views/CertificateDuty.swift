public import AuditModel
public import SchemeRules

/// Something a certificate asks of people that no guard can do for them: recorded as mail or checked, shown with it.
public struct CertificateDuty: Sendable, Hashable {
  /// The rule it comes from.
  public let rule: RuleID
  /// What to do or to know.
  public let words: LocalizedText

  /// What holds for a certificate of this standing.
  public static func all(for standing: CertificateStanding) -> [CertificateDuty] {
    let shown =
      switch standing {
      case .active: inForce
      case .suspended: [letter] + inForce.filter { $0.rule != "R-QUAL-110" }
      case .withdrawn, .expired, .notGranted, .refused: (standing.hasLeftPublicList ? [offList] : []) + [funds]
      }
    return shown + always
  }

  private init(_ rule: RuleID, fr: String, en: String) {
    self.rule = rule
    words = LocalizedText(fr: fr, en: en)
  }

  private static let letter = CertificateDuty(
    "R-QUAL-87", fr: "Enregistrer l'envoi de la lettre de suspension, avec son délai et sa condition.",
    en: "Record the sending of the letter of suspension, with its delay and condition.")

  private static let offList = CertificateDuty(
    "R-QUAL-55", fr: "Vérifier que l'organisme n'est plus sur la liste publique.",
    en: "Check that the body is off the public list.")

  private static let funds = CertificateDuty(
    "R-QUAL-01",
    fr: "Sans certificat, l'organisme ne forme pas sur fonds publics ou mutualisés, indépendant compris (A-99).",
    en: "Without a certificate the body trains on no public or pooled funds, the self-employed included (A-99).")

  private static let inForce: [CertificateDuty] = [
    CertificateDuty(
      "R-QUAL-97", fr: "Publier le certificat dans l'espace client et enregistrer le courriel qui l'annonce.",
      en: "Publish the certificate in the client space and record the e-mail that says so."),
    CertificateDuty(
      "R-QUAL-98", fr: "L'organisme l'affiche dans ses locaux et sur son site, et l'envoie sur demande.",
      en: "The body shows it on its premises and website, and sends it on request."),
    CertificateDuty(
      "R-QUAL-99", fr: "Il couvre tout le périmètre des actions de développement des compétences.",
      en: "It covers the whole perimeter of skills-development actions."),
    CertificateDuty(
      "R-QUAL-100", fr: "Un document n'est réédité que si le périmètre certifié change.",
      en: "A document is reissued only if the certified perimeter changes."),
    CertificateDuty(
      "R-QUAL-101", fr: "La marque ne va jamais sans la catégorie d'actions certifiée.",
      en: "The mark never goes without the certified action category."),
    CertificateDuty(
      "R-QUAL-109",
      fr: "Absent de la liste, l'organisme écrit avec son récépissé DREETS\u{202F}; vérifier et corriger.",
      en: "Missing from the list, the body writes with its DREETS receipt; check and correct."),
    CertificateDuty(
      "R-QUAL-110", fr: "Certificat signé\u{202F}: vérifier la liste publique après environ 48 heures (DL-QUAL-16).",
      en: "Certificate signed: check the public list after about 48 hours (DL-QUAL-16)."),
  ]

  private static let always: [CertificateDuty] = [
    CertificateDuty(
      "R-QUAL-91", fr: "Lettre de décision : espace client et courriel\u{202F}; à enregistrer au courrier.",
      en: "Decision letter: client space and e-mail; to be recorded as mail."),
    CertificateDuty(
      "R-QUAL-102", fr: "Un nouveau contact va à la planification\u{202F}; accès sous 48 heures environ (DL-QUAL-15).",
      en: "A new contact goes to planning; access within about 48 hours (DL-QUAL-15)."),
    CertificateDuty(
      "R-QUAL-103", fr: "L'espace client est ouvert aux contacts enregistrés, à leur courriel.",
      en: "The client space is open to the contacts recorded, under their e-mail."),
    CertificateDuty(
      "R-QUAL-107", fr: "Un certificat peut venir d'un autre certificateur\u{202F}: enregistrer sa validité.",
      en: "A certificate may come from another certifier: record its validity."),
    CertificateDuty(
      "R-QUAL-108", fr: "Seule compte la liste publique du ministère, une colonne par catégorie certifiée.",
      en: "Only the ministry's public list counts, one column per certified category."),
    CertificateDuty(
      "R-QUAL-111", fr: "Les financeurs ne relèvent pas du certificateur.",
      en: "Funders are not the certifier's matter."),
  ]
}
