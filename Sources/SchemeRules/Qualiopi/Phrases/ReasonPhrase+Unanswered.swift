extension ReasonPhrase {
  /// Closing a report that the body did not answer.
  static let unanswered: [ReasonPhrase] = [
    ReasonPhrase(
      "answer-to-record",
      what: (
        "Une réponse reçue valide le rapport, avec un plan d'action pour chaque non-conformité.",
        "An answer received validates the report, with an action plan for each non-conformity."
      ),
      why: (
        "Seul un rapport sans réponse complète part en l'état.",
        "Only a report without a complete answer goes as it stands."
      ),
      wayOut: (
        "Enregistrez la réponse de l'organisme au rapport, puis la suite ordinaire.",
        "Record the body's answer to the report, then take the usual way."
      )),
    ReasonPhrase(
      "report-receipt-unknown",
      what: (
        "Le registre ne dit pas quand l'organisme a reçu le rapport provisoire.",
        "The register does not say when the body received the provisional report."
      ),
      why: (
        "Les dix jours de la réponse courent de la réception du rapport.",
        "The ten days of the answer run from the receipt of the report."
      ),
      wayOut: (
        "Enregistrez le courrier d'envoi du rapport, puis redemandez la clôture.",
        "Record the mail the report was sent by, then ask to close again."
      )),
    ReasonPhrase(
      "answer-delay-running",
      what: (
        "L'organisme peut encore répondre au rapport, jusqu'au {due} inclus.",
        "The body may still answer the report, until {due}, that day included."
      ),
      why: (
        "Un rapport ne se clôt sans réponse qu'une fois ce délai passé.",
        "A report is closed without an answer only once that time is up."
      ),
      wayOut: (
        "Attendez la réponse, ou la fin du délai.", "Wait for the answer, or for the end of the delay."
      )),
    ReasonPhrase(
      "silence-not-stated",
      what: (
        "Rien ne dit si l'organisme a répondu au rapport.", "Nothing says whether the body answered the report."
      ),
      why: (
        "Qui clôt le rapport en l'état déclare qu'aucune réponse n'est venue.",
        "Whoever closes the report as it stands states that no answer came."
      ),
      wayOut: (
        "Redemandez la clôture en déclarant l'absence de réponse, ou enregistrez la réponse reçue.",
        "Ask to close again and state that no answer came, or record the answer received."
      )),
    ReasonPhrase(
      "unanswered-without-major",
      what: (
        "Le rapport est sans réponse et aucune majeure n'est restée sans preuve dans son délai.",
        "The report has no answer, and no major went without evidence in its time."
      ),
      why: (
        "Aucune décision n'est possible alors\u{202F}: la favorable attend la réponse, la défavorable une majeure.",
        "No decision is possible then: a favourable one waits for the answer, an unfavourable one for a major."
      ),
      wayOut: (
        "Relancez l'organisme, puis enregistrez sa réponse, même tardive.",
        "Send the body a reminder, then record its answer, late as it may be."
      )),
  ]
}
