extension ReasonPhrase {
  /// Suspending a CertifIAG habilitation.
  static let certifIAG: [ReasonPhrase] = [
    ReasonPhrase(
      "committee-suspends",
      what: (
        "La suspension est demandée par une personne qui ne la prononce pas.",
        "The suspension is requested by a person who does not pronounce it."
      ),
      why: (
        "La commission interne suspend une habilitation, sur les écarts constatés.",
        "The internal committee suspends a habilitation, on the gaps found."
      ),
      wayOut: (
        "Proposition transmise à la commission, qui l'examine à sa prochaine séance\u{202F}; complétez-la au besoin.",
        "Proposal passed to the committee, which examines it at its next meeting; complete it if need be."
      )),
    ReasonPhrase(
      "office-suspends-in-urgency-only",
      what: (
        "La suspension est demandée sans urgence par le service certification.",
        "The suspension is requested without urgency by the certification office."
      ),
      why: (
        "Le service certification ne prononce qu'une suspension urgente, à confirmer à la séance suivante.",
        "The certification office pronounces an urgent suspension only, to be confirmed at the next meeting."
      ),
      wayOut: (
        "Proposition transmise à la commission\u{202F}; si le cas l'exige, demandez une suspension urgente.",
        "Proposal passed to the committee; if the case demands it, request an urgent suspension."
      )),
    ReasonPhrase(
      "committee-member-audited",
      what: (
        "La suspension est demandée par une personne qui a conduit l'audit cité.",
        "The suspension is requested by a person who conducted the audit cited."
      ),
      why: (
        "La décision revient à des personnes qui n'ont pas conduit l'audit.",
        "The decision belongs to people who did not conduct the audit."
      ),
      wayOut: (
        "Laissez un autre membre de la commission la prononcer.", "Let another member of the committee pronounce it."
      )),
    ReasonPhrase(
      "habilitation-not-active",
      what: ("Habilitation à l'état\u{202F}: {standing}.", "State of the habilitation: {standing}."),
      why: ("Seule une habilitation en vigueur est suspendue.", "Only a habilitation in force is suspended."),
      wayOut: (
        "Vérifiez l'état de l'habilitation avant de redemander l'acte.",
        "Check the state of the habilitation before requesting the act again."
      )),
  ]
}
