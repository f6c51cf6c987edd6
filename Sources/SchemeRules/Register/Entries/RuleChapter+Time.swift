import AuditModel

extension RuleChapter {
  /// How dates and delays are counted, for every scheme.
  static let time = RuleChapter(
    fr: "Temps", en: "Time",
    [
      RuleEntry(
        "R-TIME-01", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "Toute échéance se compte en dates civiles de Paris ; un instant devient d'abord sa date à Paris.",
        en: "Deadlines are counted in Paris civil dates; an instant first becomes its date in Paris."),
      RuleEntry(
        "R-TIME-02", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "Le jour du fait déclencheur ne compte pas.",
        en: "The day of the triggering fact is not counted."),
      RuleEntry(
        "R-TIME-03", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "Est ouvré un jour du lundi au vendredi qui n'est pas férié en métropole.",
        en: "Monday to Friday, except holidays of metropolitan France, are working days."),
      RuleEntry(
        "R-TIME-04", .deadline, .adopted, from: "conventions §4.2",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "Onze jours fériés : huit à date fixe, trois suivant Pâques ; les jours propres à l'Alsace-Moselle "
          + "ou à l'outre-mer ne comptent pas.",
        en: "There are eleven holidays, eight fixed and three moving with Easter; local extra days do not count."),
      RuleEntry(
        "R-TIME-05", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "WD+n désigne le n-ième jour ouvré strictement après le fait.",
        en: "WD+n is the n-th working day strictly after the fact."),
      RuleEntry(
        "R-TIME-06", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "WD-n désigne le n-ième jour ouvré strictement avant la date visée, et agir ce jour-là est dans le délai.",
        en: "WD-n is the n-th working day strictly before the date aimed at, and acting that day is in time."),
      RuleEntry(
        "R-TIME-07", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "CD+n et CD-n comptent tous les jours du calendrier.",
        en: "CD+n and CD-n count every day of the calendar."),
      RuleEntry(
        "R-TIME-08", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "M+n et M-n gardent le quantième, ramené au dernier jour d'un mois trop court.",
        en: "M+n and M-n keep the day of the month, brought back to the last day of a shorter month."),
      RuleEntry(
        "R-TIME-09", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "Y+n vaut douze fois n mois ; une série se recalcule toujours depuis son origine.",
        en: "Y+n is twelve times n months; each date of a series is computed from its origin."),
      RuleEntry(
        "R-TIME-10", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "Le jour d'échéance est inclus jusqu'à minuit à Paris ; le retard commence le lendemain à 0\u{202F}h.",
        en: "The due day counts until midnight in Paris; lateness begins with the next day."),
      RuleEntry(
        "R-TIME-11", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases), settings: ["rollover"],
        fr: "Une échéance qui tombe un jour non ouvré y reste, sauf réglage contraire.",
        en: "A due date that falls on a day off stays there unless a setting moves it."),
      RuleEntry(
        "R-TIME-12", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "Un délai composé se calcule étape par étape, dans l'ordre écrit.",
        en: "A composed delay is computed one step after the other, as written."),
      RuleEntry(
        "R-TIME-13", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "H+n compte des heures écoulées depuis l'instant, sans égard aux changements d'heure.",
        en: "H+n counts hours elapsed since the instant, whatever clock changes occur."),
      RuleEntry(
        "R-TIME-14", .deadline, .adopted, from: "conventions §4.1",
        held: .recorded(RulePlace.mailRegister),
        schemes: Set(Scheme.allCases),
        fr: "Un délai part de la date prouvée du fait, jamais du jour où un poste a synchronisé.",
        en: "A clock starts on the proved date of the fact, never on the day a device synchronised."),
      RuleEntry(
        "R-TIME-15", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases), settings: ["plainDayUnit"],
        fr: "« Jours » sans autre précision se lit jours calendaires.",
        en: "Plain “days” are read as calendar days."),
      RuleEntry(
        "R-TIME-16", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "De deux limites, la plus proche s'impose.",
        en: "Of two limits the nearer one binds."),
      RuleEntry(
        "R-TIME-17", .deadline, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "Le premier et le dernier jour d'une fenêtre en font partie.",
        en: "The first and the last day of a window belong to it."),
      RuleEntry(
        "R-TIME-18", .deadline, from: "CléA §III.6 (for the habilitation), adopted for the rest",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "Une suspension n'arrête ni n'allonge un délai, sauf règle expresse.",
        en: "A suspension neither stops nor lengthens a running delay, unless a rule says it does."),
      RuleEntry(
        "R-TIME-19", .information, .adopted, from: "conventions §4.1",
        held: .computed(RulePlace.settings),
        schemes: Set(Scheme.allCases),
        fr: "Délais, tarifs et listes portent une date d'effet ; un délai en cours garde la version de son départ.",
        en: "Delays, fees and lists bear a date of effect; a running delay keeps the version of its start."),
      RuleEntry(
        "R-TIME-20", .information, .adopted, from: "conventions §4.1",
        held: .shown(RulePlace.deadlineList),
        schemes: Set(Scheme.allCases),
        fr: "Les jours ouvrés restants se comptent du lendemain du jour dit jusqu'à l'échéance incluse.",
        en: "Working days left run from the day after the stated day through the due date."),
      RuleEntry(
        "R-TIME-21", .document, .adopted, from: "conventions §4.1",
        held: .recorded(RulePlace.mailRegister),
        schemes: Set(Scheme.allCases),
        fr: "Chaque courrier reçu ou envoyé est inscrit avec ses dates et leurs preuves, et une date se corrige "
          + "par une nouvelle inscription motivée.",
        en: "Each item of mail, in or out, is entered with its dates and proofs, and a date is corrected by a "
          + "new entry with its motive."),
      RuleEntry(
        "R-TIME-22", .guard, .adopted, from: "conventions §4.1",
        held: .advice,
        schemes: Set(Scheme.allCases), settings: ["clockOffsetMaxMinutes"],
        fr: "La date d'un fait de portée juridique est confirmée par une personne ; l'horloge du poste ne la "
          + "propose que si elle s'écarte peu du serveur.",
        en: "A person confirms the date of a fact with legal effect; the device's clock proposes it only when "
          + "close to the server's."),
    ])
}
