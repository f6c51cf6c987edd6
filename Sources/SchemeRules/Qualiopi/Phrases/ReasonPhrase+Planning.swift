extension ReasonPhrase {
  /// Planning a Qualiopi audit.
  static let qualiopiPlanning: [ReasonPhrase] = [
    ReasonPhrase(
      "weekend",
      what: (
        "L'audit tomberait un samedi ou un dimanche\u{202F}: {days}.", "The audit would fall on a weekend: {days}."
      ),
      why: ("Aucun audit le soir ni le week-end.", "No audit in the evening or at the weekend."),
      wayOut: ("Choisissez un jour de semaine.", "Choose a weekday.")),
    ReasonPhrase(
      "remote-only-at-surveillance",
      what: ("L'audit serait tenu à distance.", "The audit would be held remotely."),
      why: (
        "Un audit initial, de renouvellement ou d'extension se tient toujours sur place.",
        "An initial, renewal or extension audit is always on site."
      ),
      wayOut: ("Planifiez-le sur place.", "Plan it on site.")),
    ReasonPhrase(
      "remote-not-allowed",
      what: ("La surveillance serait tenue à distance.", "The surveillance would be held remotely."),
      why: (
        "La dernière décision ne l'a pas permis\u{202F}; son silence vaut refus.",
        "The last decision did not allow it; its silence means no."
      ),
      wayOut: ("Planifiez-la sur place.", "Plan it on site.")),
    ReasonPhrase(
      "before-window",
      what: ("La surveillance serait tenue trop tôt.", "The surveillance would be held too early."),
      why: ("Sa fenêtre s'ouvre le {opens}.", "Its window opens on {opens}."),
      wayOut: ("Choisissez une date à partir de ce jour.", "Choose that day or a later one.")),
    ReasonPhrase(
      "after-window",
      what: ("La surveillance serait tenue trop tard.", "The surveillance would be held too late."),
      why: (
        "Sa fenêtre se ferme le {closes}, sans dérogation possible.",
        "Its window closes on {closes}, without derogation."
      ),
      wayOut: (
        "Choisissez une date jusqu'à ce jour\u{202F}; passé ce jour, une suspension est proposée.",
        "Choose that day or an earlier one; after it, a suspension is proposed."
      )),
    ReasonPhrase(
      "audit-not-contracted",
      what: (
        "L'audit n'est pas à planifier maintenant. L'audit est à l'étape\u{202F}: {state}.",
        "The audit is not to be planned now. The audit stands at: {state}."
      ),
      why: (
        "Le chemin d'un audit a ses étapes dans l'ordre\u{202F}: devis, contrat, planification, auditeur, notification, plan d'audit.",
        "The path of an audit has its steps in order: quote, contract, planning, auditor, notice, audit plan."
      ),
      wayOut: (
        "Enregistrez d'abord le contrat signé\u{202F}; un audit déjà planifié se déplace par «\u{202F}constat audit déplacer\u{202F}», puis se notifie de nouveau.",
        "Record the signed contract first; an audit already planned is moved by “constat audit move”, then noticed again."
      )),
    ReasonPhrase(
      "left-out-not-initial",
      what: ("Le plan écarte du périmètre\u{202F}: {indicators}.", "The plan leaves out of the scope: {indicators}."),
      why: (
        "Seul un audit initial de durée réduite écarte des indicateurs, que la surveillance reprend.",
        "Only a shortened initial audit leaves indicators out, and the surveillance takes them up."
      ),
      wayOut: (
        "Planifiez de nouveau l'audit sans rien écarter, ou sous la nature initiale si c'est la sienne.",
        "Plan the audit again without leaving anything out, or as an initial one if that is what it is."
      )),
    ReasonPhrase(
      "plan-incomplete",
      what: ("Il manque au plan\u{202F}: {fields}.", "The plan lacks: {fields}."),
      why: ("Rien ne se juge sans nature, modalité et jours.", "Nothing is judged without kind, mode and days."),
      wayOut: ("Complétez le plan, puis redemandez l'acte.", "Complete the plan, then request the act again.")),
    ReasonPhrase(
      "schedule-missing",
      what: ("L'audit n'a pas de demi-journées.", "The audit has no half-days."),
      why: (
        "Un audit se planifie par jours, demi-journées et sites.",
        "An audit is planned by days, half-days and sites."
      ),
      wayOut: (
        "Écrivez ses demi-journées, puis redemandez l'acte.",
        "Write its half-days, then request the act again."
      )),
    ReasonPhrase(
      "schedule-outside-days",
      what: (
        "Les demi-journées ne commencent ni ne finissent avec l'audit\u{202F}: {days}.",
        "The half-days do not begin and end with the audit: {days}."
      ),
      why: (
        "Le premier et le dernier jour d'un audit sont ceux de ses demi-journées\u{202F}; les délais courent du dernier.",
        "The first and last day of an audit are those of its half-days; delays run from the last."
      ),
      wayOut: ("Accordez les jours et les demi-journées.", "Make the days and the half-days agree.")),
    ReasonPhrase(
      "place-missing",
      what: ("L'audit n'a pas de lieu.", "The audit has no place."),
      why: (
        "Un audit sur place a une adresse\u{202F}; un client sans locaux loue une salle.",
        "An audit on site has an address; a client without premises rents a room."
      ),
      wayOut: ("Écrivez l'adresse, puis redemandez l'acte.", "Write the address, then request the act again.")),
    ReasonPhrase(
      "contract-without-duration",
      what: (
        "Le contrat ne dit pas combien dure cet audit (nature\u{202F}: {kind}).",
        "The contract does not say how long this audit lasts (kind: {kind})."
      ),
      why: ("Les durées viennent du contrat.", "Durations come from the contract."),
      wayOut: (
        "Ajoutez la durée au contrat, puis redemandez l'acte.",
        "Add the duration to the contract, then request the act again."
      )),
    ReasonPhrase(
      "file-not-asked",
      what: (
        "Ces pièces n'ont pas été demandées au client\u{202F}: {documents}.",
        "The client was not asked for these documents: {documents}."
      ),
      why: (
        "Le dossier préalable se demande en planifiant l'audit.",
        "The pre-audit file is asked for when the audit is planned."
      ),
      wayOut: (
        "Demandez-les, enregistrez-les parmi les pièces attendues, puis redemandez l'acte.",
        "Ask for them, record them among the documents due, then request the act again."
      )),
    ReasonPhrase(
      "unpaid-invoice",
      what: ("Une facture est impayée depuis\u{202F}: {since}.", "An invoice is unpaid since: {since}."),
      why: (
        "Aucun audit n'est planifié ni notifié tant qu'une facture est impayée.",
        "No audit is planned or noticed while an invoice is unpaid."
      ),
      wayOut: (
        "Faites enregistrer le règlement, puis redemandez l'acte.",
        "Have the payment recorded, then request the act again."
      )),
    ReasonPhrase(
      "renewal-late",
      what: (
        "Le renouvellement serait tenu après le {due}, à moins de quatre mois de la fin de validité ({closes}).",
        "The renewal would be held after {due}, less than four months before the end of validity ({closes})."
      ),
      why: (
        "C'est permis\u{202F}; le temps des majeures et de la décision peut manquer, et la validité ne se prolonge jamais.",
        "It is allowed; time for majors and the decision may be short, and validity is never extended."
      ),
      wayOut: (
        "Avancez la date si vous le pouvez, et prévenez le client d'une interruption possible.",
        "Move the date forward if you can, and warn the client of a possible gap."
      )),
    ReasonPhrase(
      "renewal-after-end",
      what: (
        "Le renouvellement serait tenu après la fin de validité ({closes}).",
        "The renewal would be held after the end of validity ({closes})."
      ),
      why: (
        "La validité ne se prolonge jamais\u{202F}: tenu après elle, l'audit n'ouvre pas de nouveau cycle.",
        "Validity is never extended: held after it, the audit opens no new cycle."
      ),
      wayOut: (
        "Choisissez une date avant ce jour, ou un audit initial.",
        "Choose a date before that day, or an initial audit."
      )),
    ReasonPhrase(
      "outside-target-month",
      what: (
        "Les jours ne sont pas dans le mois visé ({target}).",
        "The days are not in the month aimed at ({target})."
      ),
      why: (
        "La planification vise un mois\u{202F}; le client n'a pas pris de semaine ni de jour garantis.",
        "Planning aims at a month; the client took no guaranteed week or day."
      ),
      wayOut: ("Prévenez le client si le mois change.", "Tell the client if the month changes.")),
    ReasonPhrase(
      "outside-guaranteed-month",
      what: (
        "Les jours ne sont pas dans le mois visé ({target}), alors que le client paie une date garantie.",
        "The days are not in the month aimed at ({target}), and the client pays for a guaranteed date."
      ),
      why: ("Une semaine ou un jour garantis sont une option payante.", "A guaranteed week or day is a paid option."),
      wayOut: (
        "Convenez de la date avec le client avant de notifier l'audit.",
        "Agree on the date with the client before the notice."
      )),
  ]
}
