extension ReasonPhrase {
  /// Capture, closing and presenting a Qualiopi audit.
  static let qualiopiAudit: [ReasonPhrase] = [
    ReasonPhrase(
      "audit-not-in-progress",
      what: ("L'audit est à l'étape «\u{202F}{state}\u{202F}».", "The audit is at the stage “{state}”."),
      why: ("Seul un audit en cours se clôture.", "Only an audit in progress is closed."),
      wayOut: (
        "Enregistrez le début de l'audit\u{202F}; s'il est déjà clôturé, il n'y a rien à refaire.",
        "Record the start of the audit; if it is closed already, there is nothing to do again."
      )),
    ReasonPhrase(
      "audit-not-done",
      what: ("L'audit est à l'étape «\u{202F}{state}\u{202F}».", "The audit is at the stage “{state}”."),
      why: ("Le rapport se présente une fois l'audit clôturé.", "The report is presented once the audit is closed."),
      wayOut: (
        "Clôturez l'audit\u{202F}; si le rapport est déjà présenté, établissez-en une nouvelle version.",
        "Close the audit; if the report is presented already, issue a new version of it."
      )),
    ReasonPhrase(
      "scope-missing",
      what: ("L'audit n'a pas de périmètre.", "The audit has no scope."),
      why: (
        "Un audit se clôture, et son rapport se présente, quand chaque indicateur du périmètre est coté.",
        "An audit is closed, and its report presented, when every indicator of its scope is graded."
      ),
      wayOut: (
        "Demandez au service certification d'enregistrer le périmètre.",
        "Ask the certification office to record the scope."
      )),
    ReasonPhrase(
      "indicator-not-graded",
      what: ("Il manque une cotation pour {indicators}.", "A grade is missing for {indicators}."),
      why: (
        "Un audit se clôture, et son rapport se présente, quand chaque indicateur du périmètre est coté.",
        "An audit is closed, and its report presented, when every indicator of its scope is graded."
      ),
      wayOut: ("Donnez les cotations manquantes.", "Give the missing grades.")),
    ReasonPhrase(
      "indicator-not-audited",
      what: (
        "La cotation «\u{202F}non audité\u{202F}» est portée, dans le périmètre, sur {indicators}.",
        "The grade “not audited” stands, inside the scope, on {indicators}."
      ),
      why: (
        "Le périmètre est un minimum\u{202F}: rien n'en est retiré.",
        "The scope is a minimum: nothing is taken out of it."
      ),
      wayOut: (
        "Auditez ce qui manque et cotez-le, ou cotez «\u{202F}non applicable\u{202F}» avec sa raison.",
        "Audit what is missing and grade it, or grade it “not applicable” with the reason."
      )),
    ReasonPhrase(
      "minor-on-major-only",
      what: ("Une mineure est portée sur {indicators}.", "A minor is given on {indicators}."),
      why: (
        "Réservé aux majeures\u{202F}: ici, une exigence tenue en partie donne une majeure.",
        "Major only: here, a requirement met in part gives a major."
      ),
      wayOut: (
        "Cotez majeure, ou conforme si l'exigence est tenue\u{202F}; la mineure reste lisible dans l'historique.",
        "Grade major, or conform if the requirement is met; the minor stays readable in the history."
      )),
    ReasonPhrase(
      "evidence-missing",
      what: (
        "Non-conformité sans preuve ni mention de l'absence de preuve\u{202F}: {indicators}.",
        "Non-conformity without evidence or a note that evidence is lacking: {indicators}."
      ),
      why: (
        "Un constat repose sur une preuve, ou sur le fait qu'aucune n'a pu être montrée.",
        "A finding rests on evidence, or on the fact that none could be shown."
      ),
      wayOut: (
        "Ajoutez une preuve, ou notez ce qui n'a pas pu être montré.", "Add evidence, or note what could not be shown."
      )),
    ReasonPhrase(
      "conflict-open", rule: "R-QUAL-10",
      what: ("Des cotations divergent sur {indicators}.", "Grades diverge on {indicators}."),
      why: (
        "Un rapport porte une seule cotation par indicateur\u{202F}; la plus grave tient en attendant.",
        "A report carries one grade per indicator; the graver one holds meanwhile."
      ),
      wayOut: (
        "Le responsable d'audit tranche chaque divergence avec un motif, puis présente le rapport.",
        "The lead auditor settles each divergence with a motive, then presents the report."
      )),
    ReasonPhrase(
      "outside-scope",
      what: (
        "Une cotation est donnée hors du périmètre sur {indicators} ({scopeReason}).",
        "A grade is given outside the scope on {indicators} ({scopeReason})."
      ),
      why: (
        "L'auditeur peut ajouter un indicateur applicable au périmètre d'un audit.",
        "The auditor may add an applicable indicator to the scope of an audit."
      ),
      wayOut: (
        "La cotation est gardée\u{202F}: ajoutez l'indicateur au périmètre, ou cotez «\u{202F}non audité\u{202F}».",
        "The grade is kept: add the indicator to the scope, or grade it “not audited”."
      )),
    ReasonPhrase(
      "open-minor-becomes-major",
      what: (
        "Une mineure d'un audit précédent reste ouverte sur {indicators}.",
        "A minor of an earlier audit is still open on {indicators}."
      ),
      why: (
        "À cet audit elle devient {grade}\u{202F}; ses trois mois courent à compter du {runsFrom}.",
        "At this audit it becomes {grade}; its three months run from {runsFrom}."
      ),
      wayOut: (
        "Levez-la si ses preuves suffisent, sinon cotez {grade}\u{202F}; preuves attendues jusqu'au {evidenceDue}.",
        "Lift it if its evidence is sufficient, else grade {grade}; evidence is due by {evidenceDue}."
      )),
    ReasonPhrase(
      "open-minor-graded-conform",
      what: (
        "La cotation dit l'exigence tenue, mais une mineure d'un audit précédent reste ouverte sur {indicators}.",
        "The grade says the requirement is met, but a minor of an earlier audit is still open on {indicators}."
      ),
      why: (
        "Une mineure encore ouverte à l'audit suivant devient {grade}.",
        "A minor still open at the next audit becomes {grade}."
      ),
      wayOut: (
        "Levez la mineure sur preuves, ou cotez {grade}.", "Lift the minor on evidence, or grade {grade}."
      )),
  ]
}
