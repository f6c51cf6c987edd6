extension ReasonPhrase {
  /// From the presented report to the file in decision.
  static let qualiopiReport: [ReasonPhrase] =
    [
      ReasonPhrase(
        "answer-late",
        what: (
          "L'organisme a répondu au rapport le {received}, son délai étant au {due}.",
          "The body answered the report on {received}, its time being up on {due}."
        ),
        why: (
          "L'organisme répond dans le délai\u{202F}; une réponse tardive est reçue et signalée.",
          "The body answers in time; a late answer is taken and marked."
        ),
        wayOut: (
          "Si une date est fausse, corrigez le courrier par une nouvelle entrée.",
          "If a date is wrong, correct the mail item by a new entry."
        )),
      ReasonPhrase(
        "report-not-provisional",
        what: ("L'audit est à l'étape «\u{202F}{state}\u{202F}».", "The audit is at the stage “{state}”."),
        why: (
          "L'organisme répond à un rapport provisoire présenté, et une seule fois.",
          "The body answers a provisional report that was presented, and once."
        ),
        wayOut: (
          "Attendez que le responsable d'audit ait présenté le rapport\u{202F}; une réponse déjà admise ne se refait pas.",
          "Wait until the lead auditor has presented the report; an answer accepted already is not made again."
        )),
      ReasonPhrase(
        "answer-after-closing",
        what: (
          "Le rapport est déjà à l'étape «\u{202F}{state}\u{202F}».", "The report is at the stage “{state}” already."
        ),
        why: (
          "Une réponse venue après la clôture ne rouvre pas le rapport\u{202F}; elle est enregistrée, avec sa date.",
          "An answer that comes after the closing does not reopen the report; it is recorded, with its date."
        ),
        wayOut: (
          "Rien de plus à demander\u{202F}: elle se lit avec l'audit, et celui qui décide la voit.",
          "Nothing more to ask for: it is read with the audit, and whoever decides sees it."
        )),
      ReasonPhrase(
        "requester-cannot-record",
        what: (
          "L'acte est demandé par une personne qui n'est ni auditeur ni du service certification.",
          "The act is requested by a person who is neither an auditor nor of the certification office."
        ),
        why: (
          "Ce que l'organisme envoie est enregistré par l'auditeur ou par le service certification.",
          "What the body sends is recorded by the auditor or by the certification office."
        ),
        wayOut: (
          "Transmettez le courrier au service certification.", "Pass the letter to the certification office."
        )),
      ReasonPhrase(
        "answer-not-received",
        what: (
          "Aucun courrier de réponse de l'organisme, avec sa date de réception, n'est au registre.",
          "The register holds no answer of the body with the day it was received."
        ),
        why: (
          "La réponse compte par le courrier qui la porte et par le jour de sa réception.",
          "The answer counts by the letter that carries it and by the day it was received."
        ),
        wayOut: (
          "Enregistrez le courrier reçu avec sa date, puis redemandez l'acte en le citant.",
          "Record the letter received with its day, then request the act again and name it."
        )),
      ReasonPhrase(
        "report-not-validated",
        what: (
          "La réponse ne dit pas que le rapport est validé.", "The answer does not say that the report is validated."
        ),
        why: (
          "L'organisme valide le rapport provisoire, ou le complète par ses plans d'action, dans les dix jours.",
          "The body validates the provisional report, or completes it with its action plans, within ten days."
        ),
        wayOut: (
          "Demandez la validation à l'organisme, puis enregistrez-la.",
          "Ask the body for the validation, then record it."
        )),
      ReasonPhrase(
        "plan-missing",
        what: ("Il manque un plan d'action pour {indicators}.", "An action plan is missing for {indicators}."),
        why: (
          "Chaque non-conformité reçoit de l'organisme son plan d'action.",
          "Each non-conformity gets its action plan from the body."
        ),
        wayOut: (
          "Demandez le plan à l'organisme, enregistrez-le, puis redemandez l'acte.",
          "Ask the body for the plan, record it, then request the act again."
        )),
      ReasonPhrase(
        "report-not-answered-yet",
        what: ("L'audit est à l'étape «\u{202F}{state}\u{202F}».", "The audit is at the stage “{state}”."),
        why: (
          "Le rapport attend les preuves une fois que l'organisme y a répondu.",
          "The report waits for evidence once the body has answered it."
        ),
        wayOut: (
          "Enregistrez d'abord la réponse de l'organisme\u{202F}; si le rapport attend déjà, il n'y a rien à refaire.",
          "Record the body's answer first; if the report waits already, there is nothing to do again."
        )),
      ReasonPhrase(
        "no-major-open",
        what: ("Aucune majeure de cet audit n'est ouverte.", "No major of this audit is open."),
        why: ("Seule une majeure fait attendre le rapport.", "Only a major makes the report wait."),
        wayOut: (
          "Clôturez le rapport\u{202F}: les plans reçus suffisent pour les mineures.",
          "Close the report: for minors the plans received are enough."
        )),
      ReasonPhrase(
        "report-not-closable",
        what: ("L'audit est à l'étape «\u{202F}{state}\u{202F}».", "The audit is at the stage “{state}”."),
        why: (
          "Un rapport se clôt une fois présenté à l'organisme, et une seule fois.",
          "A report is closed once it was presented to the body, and once only."
        ),
        wayOut: (
          "Présentez d'abord le rapport\u{202F}; s'il est déjà clos, transmettez-le pour décision.",
          "Present the report first; if it is closed already, send it to decision."
        )),
      ReasonPhrase(
        "major-open", rule: "T-QUAL-A10",
        what: ("Une majeure reste ouverte sur {indicators}.", "A major is still open on {indicators}."),
        why: (
          "Avec une majeure, le rapport attend les preuves avant d'être clos.",
          "With a major, the report waits for evidence before it is closed."
        ),
        wayOut: (
          "Mettez le rapport en attente des preuves, ou levez la majeure.",
          "Have the report wait for evidence, or lift the major."
        )),
      ReasonPhrase(
        "cumulation-open", rule: "T-QUAL-A10",
        what: (
          "L'audit porte trop de mineures\u{202F}: leur cumul vaut une majeure.",
          "The audit carries too many minors: together they amount to a major."
        ),
        why: (
          "Avec une majeure, le rapport attend les preuves avant d'être clos.",
          "With a major, the report waits for evidence before it is closed."
        ),
        wayOut: (
          "Mettez le rapport en attente des preuves\u{202F}; le cumul tombe quand assez de mineures sont levées.",
          "Have the report wait for evidence; the cumulation falls when enough minors are lifted."
        )),
      ReasonPhrase(
        "validation-no-longer-received",
        what: (
          "Le registre ne montre plus de validation reçue de l'organisme.",
          "The register no longer shows a validation received from the body."
        ),
        why: (
          "Sans non-conformité, la décision se prend à réception de la validation.",
          "Without non-conformity the decision is taken on receipt of the validation."
        ),
        wayOut: (
          "Rétablissez au registre le courrier qui porte la validation.",
          "Restore in the register the letter that carries the validation."
        )),
      ReasonPhrase(
        "evidence-not-ruled-on",
        what: (
          "Des preuves reçues dans le délai attendent votre avis sur {indicators}.",
          "Evidence received in time waits for your ruling on {indicators}."
        ),
        why: (
          "L'auditeur se prononce sur les preuves, puis clôt le rapport.",
          "The auditor rules on the evidence, then closes the report."
        ),
        wayOut: (
          "Levez la non-conformité, ou renvoyez les preuves avec une raison.",
          "Lift the non-conformity, or send the evidence back with a reason."
        )),
      ReasonPhrase(
        "evidence-before-plan",
        what: (
          "Des preuves sont reçues sur {indicators} sans plan d'action.",
          "Evidence on {indicators} came without an action plan."
        ),
        why: (
          "Le plan précède les preuves, et les preuves l'avis de l'auditeur.",
          "The plan comes before the evidence, the evidence before the auditor's ruling."
        ),
        wayOut: (
          "Enregistrez le plan — le courrier des preuves en tient lieu s'il dit ce qui est corrigé —, puis les preuves, "
            + "et prononcez-vous.",
          "Record the plan — the letter with the evidence serves if it says what is put right —, then the evidence, and "
            + "rule on it."
        )),
      ReasonPhrase(
        "cumulation-not-ruled-on",
        what: (
          "Des preuves reçues dans le délai sur les mineures attendent votre avis.",
          "Evidence received in time on the minors waits for your ruling."
        ),
        why: (
          "Le cumul tombe quand assez de mineures sont levées.", "The cumulation falls when enough minors are lifted."
        ),
        wayOut: (
          "Levez ces mineures, ou renvoyez leurs preuves avec une raison.",
          "Lift these minors, or send their evidence back with a reason."
        )),
      ReasonPhrase(
        "evidence-delay-running",
        what: (
          "Une majeure est ouverte et l'organisme peut encore la prouver corrigée.",
          "A major is open and the body may still prove it corrected."
        ),
        why: (
          "Les preuves sont attendues jusqu'au {due} inclus\u{202F}; ensuite le rapport part en l'état.",
          "Evidence is due by {due}, that day included; after it the report goes as it stands."
        ),
        wayOut: (
          "Attendez les preuves ou la fin du délai, puis redemandez la clôture.",
          "Wait for the evidence or the end of the delay, then ask to close again."
        )),
    ] + unanswered
}
