internal import WorkingDays

extension DeadlineTable {
  private static let acceptance = (
    french: "notification de l'acceptation", english: "notification of the acceptance"
  )
  private static let appealReceived = (french: "réception du recours", english: "receipt of the appeal")
  private static let resultsGiven = (
    french: "résultats communiqués à la personne", english: "results communicated to the person"
  )
  private static let flaggedLate = (french: "signalé en retard", english: "flagged late")
  private static let breach = (french: "manquement enregistré", english: "breach recorded")

  /// CléA numérique (cahier des charges §III to §V, Annexes 2 and 3).
  static let cleaNumerique: [DeadlineRule] = [
    DeadlineRule(
      .clea01, .workingDays(-5), [.instance, .service],
      trigger: ("date de la séance de décision", "date of the decision meeting"),
      missed: ("dossier reporté à la séance suivante", "file moves to the next meeting"),
      rule: "R-CLEA-40", source: "CléA §III.4"),
    DeadlineRule(
      .clea02, .workingDays(-8), [.instance, .service],
      trigger: ("date de l'audition", "date of the audition"),
      missed: (
        "audition à reporter, sauf accord écrit de l'organisme candidat",
        "audition to be put off, unless the candidate body accepts in writing"
      ),
      rule: "R-CLEA-43", source: "CléA §III.4"),
    DeadlineRule(
      .clea03, .workingDays(20), [.certifPro],
      trigger: (
        "date de la séance du conseil (demande ou recours)", "date of the board meeting (application or appeal)"
      ),
      missed: ("signalé en retard\u{202F}; la décision reste valable", "flagged late; the decision stays valid"),
      rule: "R-CLEA-50", source: "CléA §III.5"),
    DeadlineRule(
      .clea04, .years(3), [.automatic],
      trigger: acceptance,
      missed: ("renouvellement, une fois, ou expiration", "renewal once, or expiry"),
      rule: "R-CLEA-54", source: "CléA §III.6"),
    DeadlineRule(
      .clea05, .years(6), [.automatic],
      trigger: acceptance,
      missed: ("expiration\u{202F}; nouvelle demande nécessaire", "expiry; a new application is needed"),
      rule: "R-CLEA-55", source: "CléA §III.6"),
    DeadlineRule(
      .clea06, .months(3), [.automatic],
      trigger: (
        "réception de la lettre de renonciation par l'Instance", "receipt of the renunciation letter by the Instance"
      ),
      missed: ("fin de l'habilitation", "habilitation ends"),
      rule: "R-CLEA-60", source: "CléA §III.6"),
    DeadlineRule(
      .clea07, .calendarDays(30), [.body],
      trigger: ("date du changement de situation", "date of the change of situation"),
      missed: breach,
      rule: "R-CLEA-64", source: "CléA §III.7", saysPlainDays: true),
    DeadlineRule(
      .clea08, .calendarDays(5), [.body],
      trigger: ("date du changement de coordonnées", "date of the change of contact details"),
      missed: breach,
      rule: "R-CLEA-71", source: "CléA §IV.1", saysPlainDays: true),
    DeadlineRule(
      .clea09, .workingDays(30), [.candidateBody],
      trigger: ("notification du refus", "notification of the refusal"),
      missed: ("recours irrecevable", "appeal inadmissible"),
      rule: "R-CLEA-73", source: "CléA §III.8"),
    DeadlineRule(
      .clea10, .workingDays(10), [.instance],
      trigger: appealReceived, missed: flaggedLate,
      rule: "R-CLEA-76", source: "CléA §III.8"),
    DeadlineRule(
      .clea11, .workingDays(25), [.instance, .service],
      trigger: appealReceived, missed: flaggedLate,
      rule: "R-CLEA-78", source: "CléA §III.8"),
    DeadlineRule(
      .clea12, .workingDays(15), [.body],
      trigger: ("rapport présenté à l'organisme", "report presented to the body"),
      missed: (
        "la décision peut être prise sans observations", "the decision may be taken without observations"
      ),
      rule: "R-CLEA-107", source: "CléA §V.1"),
    DeadlineRule(
      .clea13, .workingDays(15), [.instance],
      trigger: ("séance de l'Instance qui décide (audit)", "meeting of the deciding Instance (audit)"),
      missed: flaggedLate,
      rule: "R-CLEA-110", source: "CléA §V.1"),
    DeadlineRule(
      .clea14, .workingDays(30), [.body],
      trigger: ("notification de la mise en demeure", "notification of the formal notice"),
      missed: ("retrait à la date dite par la mise en demeure", "withdrawal on the date in the notice"),
      rule: "R-CLEA-114", source: "CléA §V.2"),
    DeadlineRule(
      .clea15, .workingDays(30), [.instance],
      trigger: ("réception de la justification", "receipt of the justification"),
      missed: (
        "mesures réputées suffisantes, habilitation maintenue", "measures deemed sufficient, habilitation kept"
      ),
      rule: "R-CLEA-116", source: "CléA §V.2"),
    DeadlineRule(
      .clea16, .workingDays(30), [.body],
      trigger: ("notification du délai complémentaire", "notification of the complementary period"),
      missed: ("retrait à la date dite par cette notification", "withdrawal on the date in that notification"),
      rule: "R-CLEA-118", source: "CléA §V.2"),
    DeadlineRule(
      .clea17, .months(12), [.instance],
      trigger: ("fin de la mise en conformité", "end of the compliance procedure"),
      missed: (
        "fin de la veille\u{202F}; un manquement ultérieur ouvre une nouvelle mise en conformité",
        "watch over; a later breach opens a new compliance procedure"
      ),
      rule: "R-CLEA-120", source: "CléA §V.2"),
    DeadlineRule(
      .clea18, .calendarDays(45), [.body],
      trigger: ("date de la facture", "date of the invoice"),
      missed: ("procédure de sanction possible", "sanction procedure possible"),
      rule: "R-CLEA-133", source: "CléA Annexe 2"),
    DeadlineRule(
      .clea19, .months(3), [.certifPro],
      trigger: ("date de la facturation précédente", "date of the previous invoice run"),
      missed: flaggedLate,
      rule: "R-CLEA-132", source: "CléA Annexe 2"),
    DeadlineRule(
      .clea20, .months(1), [.person],
      trigger: resultsGiven,
      missed: ("demande de consultation du procès-verbal hors délai", "request for minutes out of time"),
      rule: "R-CLEA-159", source: "CléA Annexe 3 art. 7"),
    DeadlineRule(
      .clea21, .months(1), [.person],
      trigger: resultsGiven,
      missed: ("contestation hors délai", "contestation out of time"),
      rule: "R-CLEA-160", source: "CléA Annexe 3 art. 7"),
    DeadlineRule(
      .clea22, .endOfYear, [.certifPro],
      trigger: (
        "tout jour d'une année encore sans séance de décision", "any day of a year without a decision meeting yet"
      ),
      missed: flaggedLate,
      rule: "R-CLEA-45", source: "CléA §III.5"),
  ]
}
