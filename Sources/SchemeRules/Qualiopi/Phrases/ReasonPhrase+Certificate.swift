extension ReasonPhrase {
  /// The certificate and its decisions.
  static let qualiopiCertificate: [ReasonPhrase] =
    certificateMeasures + certificateValidity + certificateSuspension
    + certificateData

  /// What the certificate says of the body.
  private static let certificateData: [ReasonPhrase] = [
    ReasonPhrase(
      "requester-not-office", rule: "T-QUAL-C11",
      what: (
        "La modification est demandée par une personne hors du service certification.",
        "The change is requested by a person outside the certification office."
      ),
      why: (
        "Le service certification modifie les données du certificat.",
        "The certification office changes the certificate's data."
      ),
      wayOut: (
        "Transmettez la déclaration au service certification.", "Pass the declaration to the certification office."
      )),
    ReasonPhrase(
      "certificate-not-active",
      what: (
        "L'état du certificat est «\u{202F}{certificate}\u{202F}».",
        "The standing of the certificate is “{certificate}”."
      ),
      why: ("Seul un certificat actif se modifie.", "Only an active certificate is changed."),
      wayOut: (
        "Gardez la déclaration\u{202F}; redemandez la modification quand le certificat sera actif.",
        "Keep the declaration; request the change again once the certificate is active."
      )),
    ReasonPhrase(
      "declaration-not-received",
      what: ("Aucun courrier reçu n'apporte cette déclaration.", "No mail received brings this declaration."),
      why: (
        "Seule la déclaration de l'organisme ouvre le traitement\u{202F}; un changement constaté n'en tient pas lieu.",
        "Only the body's own declaration starts the handling; an observed change does not stand for it."
      ),
      wayOut: (
        "Enregistrez le courrier reçu de l'organisme, puis indiquez-le dans la déclaration.",
        "Record the mail received from the body, then name it in the declaration."
      )),
    ReasonPhrase(
      "items-missing",
      what: ("Il manque\u{202F}: {items}.", "Missing: {items}."),
      why: (
        "Un changement d'adresse ou de nom demande quatre éléments.", "A change of address or name asks for four items."
      ),
      wayOut: (
        "Demandez-les à l'organisme, puis complétez la déclaration.",
        "Ask the body for them, then complete the declaration."
      )),
    ReasonPhrase(
      "audit-comes-first",
      what: ("Le changement touche les moyens ou les processus.", "The change affects means or processes."),
      why: ("Un audit précède alors le certificat modifié.", "An audit then precedes the changed certificate."),
      wayOut: (
        "Faites tenir un audit et décidez sur son rapport, puis redemandez la modification.",
        "Have an audit held and decide on its report, then request the change again."
      )),
  ]
}
