extension ReasonPhrase {
  /// What is marked on an audit held all the same (T-QUAL-A06).
  static let qualiopiIrregularities: [ReasonPhrase] = [
    ReasonPhrase(
      "step-skipped",
      what: ("L'audit a commencé sans\u{202F}: {acts}.", "The audit began without: {acts}."),
      why: (
        "Le chemin d'un audit a ses étapes dans l'ordre\u{202F}: devis, contrat, planification, auditeur, notification, plan d'audit.",
        "The path of an audit has its steps in order: quote, contract, planning, auditor, notice, audit plan."
      ),
      wayOut: (
        "Faites enregistrer ce qui a eu lieu\u{202F}; la marque reste au dossier.",
        "Have what took place recorded; the mark stays in the dossier."
      )),
    ReasonPhrase(
      "held-by-another",
      what: (
        "L'audit a été conduit par un autre auditeur que celui qui était nommé.",
        "The audit was held by another auditor than the one named."
      ),
      why: (
        "Un fait est toujours enregistré, et porte la marque de ce qui y manquait.",
        "A fact is always recorded, and bears the mark of what it lacked."
      ),
      wayOut: (
        "Faites vérifier rotation et compétence avant la décision.",
        "Have rotation and competence checked before the decision."
      )),
    ReasonPhrase(
      "held-beyond-rotation",
      what: (
        "Un auditeur de l'équipe a tenu cet audit au-delà de ce que la rotation permet ({audits} audits "
          + "avant celui-ci).",
        "An auditor of the team held this audit beyond what rotation allows ({audits} audits before it)."
      ),
      why: (
        "Un même auditeur suit un client pendant deux cycles à la suite au plus, soit quatre audits.",
        "The same auditor serves a client for two consecutive cycles at most, four audits."
      ),
      wayOut: (
        "Signalez-le à l'expert décisionnaire, et confiez les audits suivants à un autre.",
        "Tell the decision expert, and give the next audits to another."
      )),
    ReasonPhrase(
      "held-without-keep-request",
      what: (
        "Un auditeur de l'équipe a tenu cet audit pour un deuxième cycle sans demande écrite du client.",
        "An auditor of the team held this audit for a second cycle without the client's written request."
      ),
      why: (
        "Garder son auditeur un deuxième cycle se demande par écrit.",
        "To keep one's auditor for a second cycle takes a written request."
      ),
      wayOut: (
        "Faites enregistrer la demande si elle existe\u{202F}; sinon la marque reste au dossier.",
        "Have the request recorded if there is one; else the mark stays in the dossier."
      )),
    ReasonPhrase(
      "held-file-incomplete",
      what: (
        "L'audit a commencé sur un dossier préalable incomplet\u{202F}: {documents}.",
        "The audit began on an incomplete pre-audit file: {documents}."
      ),
      why: (
        "Un fait est toujours enregistré, et porte la marque de ce qui y manquait.",
        "A fact is always recorded, and bears the mark of what it lacked."
      ),
      wayOut: ("Demandez ces pièces au client.", "Ask the client for these documents.")),
    ReasonPhrase(
      "held-file-outdated",
      what: (
        "L'audit a commencé sur des pièces qui n'étaient pas à jour\u{202F}: {documents}.",
        "The audit began on documents that were not up to date: {documents}."
      ),
      why: (
        "Un fait est toujours enregistré, et porte la marque de ce qui y manquait.",
        "A fact is always recorded, and bears the mark of what it lacked."
      ),
      wayOut: ("Demandez la version à jour.", "Ask for the current version.")),
    ReasonPhrase(
      "held-unpaid",
      what: (
        "L'audit a commencé le {days} avec une facture impayée.",
        "The audit began on {days} with an unpaid invoice."
      ),
      why: (
        "Aucun audit ne se fait tant qu'une facture est impayée\u{202F}; tenu malgré tout, il est enregistré et marqué.",
        "No audit is done while an invoice is unpaid; held all the same, it is recorded and marked."
      ),
      wayOut: ("Voyez le règlement avec le client.", "See to the payment with the client.")),
    ReasonPhrase(
      "held-remotely",
      what: (
        "L'audit a été tenu à distance sans que ce soit permis (nature\u{202F}: {kind}).",
        "The audit was held remotely without being allowed to (kind: {kind})."
      ),
      why: (
        "Aucune décision favorable ne repose sur un audit tenu dans une modalité non permise.",
        "No favourable decision rests on an audit held in a mode not allowed."
      ),
      wayOut: ("Tenez un audit sur place avant la décision.", "Hold an audit on site before the decision.")),
    ReasonPhrase(
      "held-too-early",
      what: (
        "La surveillance a été tenue avant l'ouverture de sa fenêtre, le {opens}.",
        "The surveillance was held before its window opened on {opens}."
      ),
      why: (
        "Tenue trop tôt, elle est enregistrée et ne compte pas.",
        "Held too early, it is recorded and does not count."
      ),
      wayOut: ("Planifiez une surveillance dans sa fenêtre.", "Plan a surveillance within its window.")),
  ]
}
