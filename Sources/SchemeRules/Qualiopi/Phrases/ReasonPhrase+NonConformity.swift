extension ReasonPhrase {
  /// Plans, evidence, lifting.
  static let qualiopiNonConformity: [ReasonPhrase] = [
    ReasonPhrase(
      "cumulation-by-itself",
      what: (
        "Le cumul de mineures n'a ni plan ni preuves à lui.",
        "The cumulation of minors has no plan or evidence of its own."
      ),
      why: (
        "Il tombe de lui-même quand assez de mineures de l'audit sont levées.",
        "It falls by itself when enough minors of the audit are lifted."
      ),
      wayOut: ("Levez des mineures de cet audit.", "Lift minors of this audit.")),
    ReasonPhrase(
      "nonconformity-state",
      what: (
        "La non-conformité sur {indicators} est à l'état «\u{202F}{nonconformity}\u{202F}».",
        "The non-conformity on {indicators} is in the state “{nonconformity}”."
      ),
      why: (
        "Le plan précède les preuves, les preuves précèdent l'avis de l'auditeur, et ce qui est levé le reste.",
        "The plan comes before the evidence, the evidence before the auditor's ruling, and what is lifted stays so."
      ),
      wayOut: (
        "Ce que vous avez enregistré est gardé\u{202F}: demandez l'acte qui suit cet état, s'il en reste un.",
        "What you recorded is kept: ask for the act that follows this state, if one is left."
      )),
    ReasonPhrase(
      "requester-not-lead", rule: "R-QUAL-82",
      what: (
        "L'avis sur les preuves est demandé par une personne qui ne conduit ni cet audit ni le suivant.",
        "The ruling on the evidence is requested by a person who leads neither this audit nor the next one."
      ),
      why: (
        "Le responsable de l'audit d'origine, ou de l'audit suivant, se prononce sur les preuves.",
        "The lead of the audit of origin, or of the next audit, rules on the evidence."
      ),
      wayOut: (
        "Transmettez les preuves au responsable de l'audit.", "Pass the evidence to the lead auditor."
      )),
    ReasonPhrase(
      "no-evidence-received",
      what: (
        "Aucune preuve nouvelle n'est enregistrée sur {indicators}.", "No new evidence is recorded on {indicators}."
      ),
      why: (
        "Une non-conformité se lève sur un plan suivi d'effet et sur des preuves qui lui sont propres.",
        "A non-conformity is lifted on a plan carried out and on evidence of its own."
      ),
      wayOut: (
        "Enregistrez les preuves reçues\u{202F}: le courrier qui les porte, ou le jour de leur remise.",
        "Record the evidence received: the letter that carries it, or the day it was handed over."
      )),
    ReasonPhrase(
      "receipt-unknown",
      what: (
        "Le jour de réception des preuves sur {indicators} n'est pas établi.",
        "The day the evidence on {indicators} was received is not established."
      ),
      why: (
        "Le jour qui compte est celui où le certificateur ou l'auditeur les a reçues.",
        "The day that counts is the one on which the certifier or the auditor received it."
      ),
      wayOut: (
        "Complétez ou corrigez le courrier au registre, puis redemandez l'acte.",
        "Complete or correct the mail item in the register, then request the act again."
      )),
    ReasonPhrase(
      "evidence-late",
      what: (
        "Les preuves sur {indicators} ont été reçues hors délai, le {received}.",
        "The evidence on {indicators} was received out of time, on {received}."
      ),
      why: (
        "Elles étaient attendues jusqu'au {due} inclus.", "It was due by {due}, that day included."
      ),
      wayOut: (
        "Elles sont gardées et marquées tardives\u{202F}; le délai passé, l'auditeur peut encore lever sur elles, et "
          + "des preuves reçues à temps se retiennent seules.",
        "It is kept and marked late; once the delay is over the auditor may still lift on it, and evidence received in "
          + "time may be relied on alone."
      )),
    ReasonPhrase(
      "ruling-late",
      what: (
        "L'avis sur les preuves de {indicators} vient après le délai.",
        "The ruling on the evidence of {indicators} comes after the delay."
      ),
      why: (
        "Par réglage, une majeure se lève au plus tard le {due}.", "By setting, a major is lifted by {due}."
      ),
      wayOut: (
        "Laissez le délai prendre effet, puis levez\u{202F}: la décision en tiendra compte.",
        "Let the delay take effect, then lift: the decision will take it into account."
      )),
    ReasonPhrase(
      "evidence-not-sufficient",
      what: (
        "Les preuves sur {indicators} ne sont pas retenues comme suffisantes.",
        "The evidence on {indicators} is not found sufficient."
      ),
      why: (
        "L'auditeur lève sur des preuves qu'il dit suffisantes, et qu'il cite.",
        "The auditor lifts on evidence found sufficient, and names it."
      ),
      wayOut: (
        "Citez les preuves retenues, ou renvoyez-les avec une raison.",
        "Name the evidence you rely on, or send it back with a reason."
      )),
    ReasonPhrase(
      "return-reason-missing",
      what: (
        "Le renvoi des preuves sur {indicators} n'a pas de raison.",
        "Sending back the evidence on {indicators} has no reason."
      ),
      why: (
        "L'organisme doit savoir ce qui manque\u{202F}; son délai ne change pas.",
        "The body has to know what is missing; its delay does not change."
      ),
      wayOut: ("Dites ce qui manque, puis redemandez l'acte.", "Say what is missing, then request the act again.")),
  ]
}
