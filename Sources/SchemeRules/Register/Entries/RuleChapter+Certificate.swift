import AuditModel

extension RuleChapter {
  /// What a certified body shows, changes and finds on the public list.
  static let certificate = RuleChapter(
    fr: "Certificat, marque et changements", en: "Certificate, mark and changes",
    [
      RuleEntry(
        "R-QUAL-97", .notification, from: "Qualiopi FAQ certificate",
        held: .recorded(RulePlace.mailRegister),
        fr: "Le certificat est publié dans l'espace client, avec un courriel.",
        en: "The certificate is published in the client space, with an e-mail."),
      RuleEntry(
        "R-QUAL-98", .checklist, from: "Qualiopi FAQ certificate",
        held: .shown(RulePlace.auditCheck),
        fr: "Le certificat en cours est affiché dans les locaux et sur le site, et fourni sur demande.",
        en: "The current certificate is shown on the premises and the website, and sent when asked for."),
      RuleEntry(
        "R-QUAL-99", .information, from: "Qualiopi FAQ certificate",
        held: .shown(RulePlace.dossierPage),
        fr: "La certification vaut pour toute l'activité de développement des compétences.",
        en: "Certification covers all of the body's skills-development activity."),
      RuleEntry(
        "R-QUAL-100", .information, from: "Qualiopi FAQ certificate",
        held: .shown(RulePlace.dossierPage),
        fr: "Le logo est dans le kit du client ; rien n'est réédité tant que le périmètre certifié ne change pas.",
        en: "The logo is in the client's kit; nothing is reissued while the certified perimeter stays."),
      RuleEntry(
        "R-QUAL-101", .checklist, from: "Qualiopi FAQ certificate",
        held: .shown(RulePlace.auditCheck),
        fr: "La marque s'emploie avec la catégorie certifiée, selon règles et chartes.",
        en: "The mark goes with the certified category, under its rules and charters."),
      RuleEntry(
        "R-QUAL-102", .deadline, from: "Qualiopi FAQ planning",
        held: .deadline(.qual15),
        fr: "Un nouveau contact est transmis à la planification et accède à l'espace sous 48\u{202F}h environ.",
        en: "A new contact is sent to planning and gets access after some 48 hours."),
      RuleEntry(
        "R-QUAL-103", .authority, from: "Qualiopi FAQ certificate",
        held: .recorded(RulePlace.dossierPage),
        fr: "Les contacts inscrits au dossier, et eux seuls, ouvrent l'espace client.",
        en: "The contacts on file, and no others, open the client space."),
      RuleEntry(
        "R-QUAL-104", .document, from: "Qualiopi FAQ certificate",
        held: .guards(["certificate.update"]),
        fr: "Changer d'adresse ou de nom : Kbis, récépissé à jour, absence d'effet confirmée, date d'effet.",
        en: "A change of address or name takes company extract, updated receipt, no impact confirmed, effective date."),
      RuleEntry(
        "R-QUAL-105", .guard, from: "Qualiopi FAQ certificate",
        held: .guards(["certificate.update"]),
        fr: "Si moyens ou processus changent, un audit précède le nouveau certificat.",
        en: "Where means or processes change, an audit comes before the new certificate."),
      RuleEntry(
        "R-QUAL-106", .guard, from: "Qualiopi FAQ certificate",
        held: .guards(["decision.record"]),
        fr: "Ajouter une catégorie ou un site passe par un avenant, et un audit s'il le faut.",
        en: "Adding a category or a site takes an amendment, and an audit if needed."),
      RuleEntry(
        "R-QUAL-107", .information, from: "Qualiopi FAQ certificate; CertifIAG CGV header",
        held: .recorded(RulePlace.dossierPage),
        fr: "Un certificat peut passer d'un certificateur à un autre.",
        en: "A certificate may move from one certifier to another."),
      RuleEntry(
        "R-QUAL-108", .information, .notInSeeds(onByDefault: true), from: "Qualiopi FAQ certificate",
        held: .computed(RulePlace.publicList),
        fr: "Seule fait foi la liste publique du ministère ; elle se lit par noms de colonnes, et un en-tête "
          + "inconnu arrête l'import.",
        en: "Only the ministry's public list counts; it is read by column names, and an unknown header stops the "
          + "import."),
      RuleEntry(
        "R-QUAL-109", .notification, from: "Qualiopi FAQ certificate",
        held: .recorded(RulePlace.mailRegister),
        fr: "Certifié mais absent de la liste, l'organisme l'écrit avec son récépissé, et le certificateur corrige.",
        en: "A certified body missing from the list writes with its receipt, and the certifier corrects."),
      RuleEntry(
        "R-QUAL-110", .deadline, from: "Qualiopi FAQ certificate",
        held: .deadline(.qual16),
        fr: "La liste publique suit la signature du certificat sous 48\u{202F}h environ.",
        en: "The public list follows the signature of a certificate in some 48 hours."),
      RuleEntry(
        "R-QUAL-111", .information, from: "Qualiopi FAQ certificate",
        held: .shown(RulePlace.dossierPage),
        fr: "Le certificateur évalue et certifie ; les financements ne sont pas son affaire.",
        en: "The certifier assesses and certifies; funding is not its matter."),
    ])
}
