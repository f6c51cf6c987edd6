extension ReasonPhrase {
  /// Corrections and complaints.
  static let qualiopiCorrection: [ReasonPhrase] = [
    ReasonPhrase(
      "corrector-not-decider", rule: "R-ROLE-18",
      what: (
        "La reprise est demandée par une personne qui n'est pas expert décisionnaire.",
        "The correction is requested by a person who is not a decision expert."
      ),
      why: (
        "Ce qui a été décidé n'est repris que par une personne habilitée à décider.",
        "What was decided is corrected only by a person entitled to decide."
      ),
      wayOut: (
        "Signalez le dossier à reprendre à un expert décisionnaire.",
        "Tell a decision expert that the file is to be taken up again."
      )),
    ReasonPhrase(
      "corrector-is-cause", rule: "R-ROLE-18",
      what: (
        "La reprise est demandée par la personne dont l'indépendance est en cause.",
        "The correction is requested by the person whose independence is the cause."
      ),
      why: (
        "Qui a pris part à l'audit ne reprend pas la décision prise sur cet audit.",
        "Whoever took part in the audit does not correct the decision taken on it."
      ),
      wayOut: (
        "Confiez la reprise à un autre expert décisionnaire.", "Leave the correction to another decision expert."
      )),
    ReasonPhrase(
      "corrector-audited", rule: "R-ROLE-01",
      what: (
        "La reprise est demandée par une personne qui a conduit l'audit.",
        "The correction is requested by a person who conducted the audit."
      ),
      why: (
        "Qui a conduit un audit ne décide pas sur cet audit, ni d'abord ni en reprise.",
        "Whoever conducted an audit does not decide on it, neither first nor in correction."
      ),
      wayOut: (
        "Confiez la reprise à un autre expert décisionnaire.", "Leave the correction to another decision expert."
      )),
    ReasonPhrase(
      "validity-over", rule: "T-QUAL-X01",
      what: (
        "La validité du certificat remis en vigueur a pris fin le {end}.",
        "The validity of the certificate put back in force ended on {end}."
      ),
      why: (
        "Un certificat éteint ne redevient actif qu'avec une fin de validité à venir.",
        "A certificate that has ended is active again only with an end of validity still to come."
      ),
      wayOut: (
        "Donnez la fin de validité réimprimée, ou un autre état, puis redemandez l'acte.",
        "Give the end of validity reissued, or another state, then request the act again."
      )),
    ReasonPhrase(
      "not-reopened", rule: "T-QUAL-X01",
      what: (
        "Ce que la reprise vise n'est pas à reprendre.", "What the correction is about is not to be taken up again."
      ),
      why: (
        "Une décision ou un effet automatique n'est repris que si un fait connu depuis en retire le fondement.",
        "A decision or an automatic effect is corrected only when a fact known since takes away its grounds."
      ),
      wayOut: (
        "Lisez la liste des reprises\u{202F}: enregistrez d'abord le fait nouveau, ou visez la ligne exacte.",
        "Read the list of corrections due: record the new fact first, or name the exact line."
      )),
    ReasonPhrase(
      "new-fact-not-cited", rule: "T-QUAL-X01",
      what: (
        "La reprise ne cite pas le fait nouveau.", "The correction does not cite the new fact."
      ),
      why: (
        "Une reprise dit le fait sur lequel elle repose, parmi ceux que le dossier montre.",
        "A correction says the fact it rests on, among those the file shows."
      ),
      wayOut: (
        "Citez le fait nouveau tel que la liste des reprises le montre, puis redemandez l'acte.",
        "Cite the new fact as the list of corrections due shows it, then request the act again."
      )),
    ReasonPhrase(
      "correction-outcome-missing", rule: "T-QUAL-X01",
      what: ("La reprise ne dit pas son sens.", "The correction does not say which way it goes."),
      why: (
        "Ce qui a été décidé est maintenu, ou annulé et remplacé.",
        "What was decided is maintained, or cancelled and replaced."
      ),
      wayOut: (
        "Choisissez l'un des deux, puis redemandez l'acte.", "Choose one of the two, then request the act again."
      )),
    ReasonPhrase(
      "replacing-state-unknown", rule: "T-QUAL-X01",
      what: (
        "Le nouvel état n'est pas donné, ou n'est pas un état de ce qui est repris.",
        "The new state is not given, or is no state of what is corrected."
      ),
      why: (
        "Une reprise met à la place de l'état donné celui que les faits exacts commandent.",
        "A correction puts in the place of the state given the one the true facts call for."
      ),
      wayOut: (
        "Choisissez parmi\u{202F}: {correctedStates}.", "Choose among: {correctedStates}."
      )),
    ReasonPhrase(
      "correction-date-missing", rule: "T-QUAL-X01",
      what: (
        "La reprise ne dit pas à compter de quel jour.", "The correction does not say from which day it counts."
      ),
      why: (
        "Ce qui remplace une décision compte d'une date énoncée.", "What replaces a decision counts from a stated date."
      ),
      wayOut: (
        "Donnez la date d'effet, puis redemandez l'acte.", "Give the day it counts from, then request the act again."
      )),
    complaint(
      "complaints-not-held",
      what: (
        "Le registre des réclamations et recours n'est pas tenu ici.",
        "The register of complaints and appeals is not held here."
      ),
      why: (
        "Le réglage «\u{202F}complaintsRegister\u{202F}» est à non.", "The setting “complaintsRegister” is off."
      ),
      wayOut: (
        "Demandez au service certification de rouvrir le registre.", "Ask the certification office to hold it again."
      )),
    complaint(
      "examiner-not-decider",
      what: (
        "L'examen est demandé par une personne qui n'est pas expert décisionnaire.",
        "The examination is requested by a person who is not a decision expert."
      ),
      why: (
        "Réclamations et recours sont examinés par une personne habilitée à décider.",
        "Complaints and appeals are examined by a person entitled to decide."
      ),
      wayOut: ("Transmettez le courrier à un expert décisionnaire.", "Pass the letter to a decision expert.")),
    complaint(
      "examiner-involved",
      what: (
        "L'examen est demandé par une personne qui a pris part à l'affaire.",
        "The examination is requested by a person who had a part in the matter."
      ),
      why: (
        "Une réclamation ou un recours est examiné par des personnes qui n'ont ni audité, ni relu, ni décidé.",
        "A complaint or an appeal is examined by people who neither audited, nor reviewed, nor decided."
      ),
      wayOut: (
        "Confiez l'examen à un autre expert décisionnaire.", "Leave the examination to another decision expert."
      )),
    complaint(
      "complaint-not-received",
      what: (
        "Le courrier de la réclamation n'est pas au registre avec sa date de réception.",
        "The letter of the complaint is not in the register with the day it was received."
      ),
      why: (
        "Ce qui est examiné a été reçu, à une date que le courrier prouve.",
        "What is examined was received, on a date the letter proves."
      ),
      wayOut: (
        "Enregistrez le courrier reçu et sa date, liez-le à la réclamation, puis redemandez l'acte.",
        "Record the letter received and its date, link it to the complaint, then request the act again."
      )),
    complaint(
      "complaint-matter-unknown",
      what: (
        "La réclamation vise quelque chose que le dossier ne contient pas.",
        "The complaint names something the dossier does not hold."
      ),
      why: (
        "Sans l'affaire visée, rien ne dit qui n'y a pas pris part.",
        "Without the matter, nothing says who had no part in it."
      ),
      wayOut: (
        "Indiquez l'audit, la décision ou la reprise visés, ou rien pour toute la certification, puis redemandez l'acte.",
        "Name the audit, the decision or the correction concerned, or nothing for the whole certification, then request the act again."
      )),
    complaint(
      "complaint-outcome-missing",
      what: ("L'examen ne dit pas la suite donnée.", "The examination does not say its outcome."),
      why: (
        "La suite donnée est écrite et notifiée à l'auteur.", "The outcome is written and notified to the author."
      ),
      wayOut: ("Écrivez la suite donnée, puis redemandez l'acte.", "Write the outcome, then request the act again.")),
  ]

  private static func complaint(
    _ code: String, what: (fr: String, en: String), why: (fr: String, en: String), wayOut: (fr: String, en: String)
  ) -> ReasonPhrase {
    ReasonPhrase(code, rule: "R-ROLE-21", what: what, why: why, wayOut: wayOut)
  }
}
