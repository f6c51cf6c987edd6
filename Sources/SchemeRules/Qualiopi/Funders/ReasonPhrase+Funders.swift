extension ReasonPhrase {
  /// The conditions of Mon Compte Formation.
  static let qualiopiFunders: [ReasonPhrase] = [
    condition(
      "mcf-not-certified",
      what: ("Le certificat Qualiopi n'est pas en vigueur.", "The Qualiopi certificate is not in force."),
      wayOut: ("Obtenez ou rétablissez la certification.", "Obtain the certification or have it reinstated.")),
    condition(
      "mcf-declaration-not-active",
      what: ("La déclaration d'activité n'est pas active.", "The activity declaration is not active."),
      wayOut: (
        "Faites verser le récépissé de la DREETS en vigueur.", "Have the current DREETS receipt put on file."
      )),
    condition(
      "mcf-bpf-missing",
      what: (
        "Aucun bilan pédagogique et financier n'est enregistré pour {year}.",
        "No yearly teaching and financial report is recorded for {year}."
      ),
      wayOut: ("Faites verser le BPF déposé.", "Have the BPF filed put on record.")),
    condition(
      "mcf-capacity-not-proved",
      what: (
        "La capacité technique et pédagogique n'est pas prouvée.", "Technical and teaching capacity is not proved."
      ),
      wayOut: ("Faites verser les preuves de ces moyens.", "Have the evidence of these means put on file.")),
    condition(
      "mcf-no-eligible-training",
      what: ("Aucune formation éligible n'est proposée.", "No eligible training is offered."),
      wayOut: (
        "Vérifiez la liste des catégories éligibles, puis enregistrez celles de l'organisme.",
        "Check the list of eligible categories, then record those of the body."
      )),
    condition(
      "mcf-not-habilitated",
      what: (
        "Rien ne montre que l'organisme est habilité à préparer ou délivrer la certification.",
        "Nothing shows that the body is habilitated to prepare or deliver the certification."
      ),
      wayOut: (
        "Faites verser l'habilitation donnée par le certificateur.", "Have the certifier's habilitation put on file."
      )),
    condition(
      "mcf-not-compliant",
      what: (
        "Rien ne montre que l'organisme est en règle avec ses obligations légales, fiscales et sociales.",
        "Nothing shows that the body is in order with law, taxes and social charges."
      ),
      wayOut: ("Faites verser les attestations.", "Have the certificates put on file.")),
    condition(
      "mcf-directors-record-missing",
      what: (
        "Le bulletin n° 3 du casier judiciaire des dirigeants n'est pas enregistré.",
        "Criminal record bulletin no. 3 of the directors is not recorded."
      ),
      wayOut: ("Faites verser celui de chaque dirigeant.", "Have that of each director put on file.")),
  ]

  private static func condition(
    _ code: String, what: (fr: String, en: String), wayOut: (fr: String, en: String)
  ) -> ReasonPhrase {
    ReasonPhrase(
      code, what: what,
      why: (
        "C'est une des huit conditions d'accès à Mon Compte Formation.",
        "It is one of the eight conditions of access to Mon Compte Formation."
      ), wayOut: wayOut)
  }
}
