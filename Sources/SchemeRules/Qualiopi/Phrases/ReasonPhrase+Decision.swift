extension ReasonPhrase {
  /// Deciding on a Qualiopi report.
  static let qualiopiDecision: [ReasonPhrase] = [
    ReasonPhrase(
      "requester-not-decider",
      what: (
        "La décision est demandée par une personne qui n'est pas expert décisionnaire.",
        "The decision is requested by a person who is not a decision expert."
      ),
      why: (
        "Un expert décisionnaire ou le comité de décision se prononce sur le rapport.",
        "A decision expert or the decision committee decides on the report."
      ),
      wayOut: ("Transmettez le dossier à un expert décisionnaire.", "Pass the file to a decision expert.")),
    ReasonPhrase(
      "competence-missing",
      what: (
        "Aucune compétence en vigueur n'est enregistrée pour {categories}.",
        "No competence in force is recorded for {categories}."
      ),
      why: (
        "Qui décide est compétent pour chaque catégorie d'actions de l'audit.",
        "Whoever decides is competent for every action category of the audit."
      ),
      wayOut: (
        "Confiez la décision à une personne compétente, ou faites enregistrer la preuve de compétence.",
        "Give the decision to a competent person, or have the proof of competence recorded."
      )),
    ReasonPhrase(
      "report-not-closed",
      what: ("L'audit est à l'étape «\u{202F}{state}\u{202F}».", "The audit is at the stage “{state}”."),
      why: ("Une décision se prend sur un rapport clos.", "A decision is taken on a closed report."),
      wayOut: (
        "Demandez au responsable d'audit de clore le rapport, en l'état si l'organisme n'a pas répondu, puis redemandez la "
          + "décision.",
        "Ask the lead auditor to close the report, as it stands if the body did not answer, then request the decision "
          + "again."
      )),
    ReasonPhrase(
      "outcome-missing",
      what: ("La décision ne dit pas son sens.", "The decision does not say which way it goes."),
      why: ("Une décision est favorable ou défavorable.", "A decision is favourable or unfavourable."),
      wayOut: ("Indiquez le sens, puis redemandez l'acte.", "Say which way, then request the act again.")),
    ReasonPhrase(
      "report-not-answered",
      what: ("L'organisme n'a pas encore répondu au rapport.", "The body has not answered the report yet."),
      why: (
        "Aucune décision favorable avant la validation du rapport par l'organisme.",
        "No favourable decision before the body has validated the report."
      ),
      wayOut: (
        "Attendez sa réponse, ou relancez-le\u{202F}; venue après la clôture, elle s'enregistre encore.",
        "Wait for its answer, or send a reminder; one that came after the closing is recorded all the same."
      )),
    ReasonPhrase(
      "minor-without-plan",
      what: ("Il manque un plan d'action pour {indicators}.", "An action plan is missing for {indicators}."),
      why: (
        "Une décision favorable demande un plan d'action pour chaque mineure.",
        "A favourable decision asks for an action plan for each minor."
      ),
      wayOut: ("Demandez le plan à l'organisme.", "Ask the body for the plan.")),
    ReasonPhrase(
      "major-open",
      what: ("Une majeure reste ouverte sur {indicators}.", "A major is still open on {indicators}."),
      why: (
        "Aucune décision favorable tant qu'une majeure est ouverte.", "No favourable decision while a major is open."
      ),
      wayOut: (
        "Faites lever la majeure sur preuves, ou, le délai passé, prononcez une décision défavorable.",
        "Have the major lifted on evidence, or, once the delay is over, take an unfavourable decision."
      )),
    ReasonPhrase(
      "cumulation-open",
      what: (
        "{count} mineures de cet audit restent ouvertes.", "{count} minors of this audit are still open."
      ),
      why: (
        "Au-delà de {max}, les mineures d'un audit valent une majeure.",
        "Above {max}, the minors of one audit amount to a major."
      ),
      wayOut: (
        "Faites lever assez de mineures pour qu'il en reste {max} au plus.",
        "Have enough minors lifted for {max} at most to remain."
      )),
    ReasonPhrase(
      "major-evidence-late",
      what: (
        "La majeure a été levée sur des preuves reçues hors délai\u{202F}: {indicators}.",
        "The major was lifted on evidence received out of time: {indicators}."
      ),
      why: (
        "Les preuves étaient attendues jusqu'au {due} inclus.", "The evidence was due by {due}, that day included."
      ),
      wayOut: (
        "Prononcez une décision défavorable\u{202F}; ces preuves peuvent servir à lever une suspension.",
        "Take an unfavourable decision; that evidence may serve to lift a suspension."
      )),
    ReasonPhrase(
      "audit-days-missing",
      what: ("Les dates de l'audit ne sont pas enregistrées.", "The days of the audit are not recorded."),
      why: (
        "Le délai des preuves court du dernier jour de l'audit.",
        "The delay for evidence runs from the last day of the audit."
      ),
      wayOut: ("Faites enregistrer les dates de l'audit.", "Have the days of the audit recorded.")),
    ReasonPhrase(
      "held-in-wrong-mode",
      what: ("L'audit a été tenu à distance sans pouvoir l'être.", "The audit was held remotely and could not be."),
      why: (
        "Seule une surveillance se tient à distance, si la décision précédente l'a permis.",
        "Only a surveillance is held remotely, if the decision before allowed it."
      ),
      wayOut: ("Faites tenir un audit sur place.", "Have an audit held on site.")),
    ReasonPhrase(
      "held-before-window",
      what: ("La surveillance a été tenue avant sa fenêtre.", "The surveillance was held before its window."),
      why: (
        "Une surveillance tenue plus tôt ne compte pas.", "A surveillance held earlier does not count."
      ),
      wayOut: ("Faites planifier la surveillance dans sa fenêtre.", "Have the surveillance planned in its window.")),
  ]
}
