extension ReasonPhrase {
  /// Validity, renewal, extension.
  static let certificateValidity: [ReasonPhrase] = [
    ReasonPhrase(
      "validity-missing",
      what: ("La validité du certificat n'est pas enregistrée.", "The validity of the certificate is not recorded."),
      why: (
        "La fenêtre de surveillance et le cycle suivant se comptent à partir d'elle.",
        "The surveillance window and the next cycle are counted from it."
      ),
      wayOut: (
        "Demandez au service certification d'enregistrer le début et la fin de validité.",
        "Ask the certification office to record the start and the end of validity."
      )),
    ReasonPhrase(
      "validity-reversed",
      what: (
        "La validité irait du {from} au {end}\u{202F}: elle finirait avant de commencer.",
        "The validity would run from {from} to {end}: it would end before it starts."
      ),
      why: ("Un cycle dure trois ans, sauf date imprimée.", "A cycle lasts three years, unless a date is printed."),
      wayOut: ("Relisez les dates portées au certificat.", "Read the dates printed on the certificate again.")),
    ReasonPhrase(
      "validity-not-changed",
      what: (
        "La mesure «\u{202F}{measure}\u{202F}» donnerait une autre validité.",
        "The measure “{measure}” would give another validity."
      ),
      why: (
        "La validité n'est jamais prolongée\u{202F}: seul un renouvellement ouvre un nouveau cycle.",
        "Validity is never extended: only a renewal opens a new cycle."
      ),
      wayOut: (
        "Redemandez la décision sans dates de validité.", "Request the decision again without dates of validity."
      )),
    ReasonPhrase(
      "validity-backdated",
      what: (
        "La validité commencerait avant la décision du {day}.", "The validity would start before the decision of {day}."
      ),
      why: (
        "Après une expiration, la validité court du jour de la décision, jamais d'avant.",
        "After an expiry the validity runs from the day of the decision, never from before."
      ),
      wayOut: ("Faites-la commencer ce jour-là.", "Have it start that day.")),
    ReasonPhrase(
      "remote-not-said-here",
      what: (
        "La mesure «\u{202F}{measure}\u{202F}» parle de la surveillance à distance.",
        "The measure “{measure}” speaks of remote surveillance."
      ),
      why: (
        "Seule la décision initiale ou de renouvellement dit si la prochaine surveillance peut se tenir à distance.",
        "Only the initial or renewal decision says whether the next surveillance may be remote."
      ),
      wayOut: ("Redemandez la décision sans cette mention.", "Request the decision again without it.")),
    ReasonPhrase(
      "late-renewal-not-allowed",
      what: ("Le certificat a expiré.", "The certificate has expired."),
      why: (
        "Ce certificateur ne renouvelle pas un certificat expiré.",
        "This certifier does not renew an expired certificate."
      ),
      wayOut: ("Établissez un devis pour un audit initial.", "Quote an initial audit.")),
    ReasonPhrase(
      "renewal-held-after-end",
      what: (
        "L'audit de renouvellement ne s'est pas tenu avant la fin de validité ({end}).",
        "The renewal audit was not held before the end of validity ({end})."
      ),
      why: (
        "Un certificat expiré ne revient que si son audit de renouvellement s'est tenu à temps.",
        "An expired certificate comes back only if its renewal audit was held in time."
      ),
      wayOut: ("Établissez un devis pour un audit initial.", "Quote an initial audit.")),
    ReasonPhrase(
      "decided-before-expiry",
      what: (
        "La décision est datée du {day}, et le certificat a expiré après le {end}.",
        "The decision is dated {day}, and the certificate expired after {end}."
      ),
      why: (
        "Une décision prise à temps et enregistrée tard n'ouvre pas un cycle après expiration\u{202F}: l'expiration est à "
          + "reprendre.",
        "A decision taken in time and recorded late opens no cycle after an expiry: the expiry is to be taken up again."
      ),
      wayOut: (
        "Demandez une reprise de l'expiration, qui cite cette décision.",
        "Request a correction of the expiry that cites this decision."
      )),
    ReasonPhrase(
      "amendment-missing",
      what: ("Aucun avenant signé n'est indiqué.", "No signed amendment is named."),
      why: (
        "Ajouter une catégorie ou un site étend le contrat.", "Adding a category or a site extends the contract."
      ),
      wayOut: (
        "Faites enregistrer l'avenant et le courrier qui l'apporte signé, puis indiquez-le.",
        "Have the amendment and the mail that brings it signed recorded, then name it."
      )),
    ReasonPhrase(
      "extension-audit-missing",
      what: (
        "L'avenant prévoit un audit d'extension, et aucun n'est indiqué.",
        "The amendment provides for an extension audit, and none is named."
      ),
      why: (
        "Quand l'avenant le prévoit, l'extension se décide sur le rapport d'un audit sur place.",
        "Where the amendment says so, the extension is decided on the report of an audit on site."
      ),
      wayOut: (
        "Faites tenir l'audit d'extension, puis décidez sur son rapport.",
        "Have the extension audit held, then decide on its report."
      )),
  ]
}
