import AuditModel

extension RuleChapter {
  /// How dates are read where sources are silent.
  static let timeReadings = RuleChapter(
    fr: "Lectures retenues : temps", en: "Adopted readings: time",
    [
      RuleEntry(
        "A-85", .reading, .adopted, from: "readings §6.4",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases), settings: ["rollover"], defaults: ["rollover": "none"],
        fr: "Une échéance qui tombe un dimanche y reste.",
        en: "A due date on a Sunday stays there."),
      RuleEntry(
        "A-86", .reading, .adopted, from: "readings §6.4",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases), settings: ["whitMondayIsHoliday"], defaults: ["whitMondayIsHoliday": "true"],
        fr: "Le lundi de Pentecôte est férié.",
        en: "Whit Monday is a holiday."),
      RuleEntry(
        "A-87", .reading, .adopted, from: "readings §6.4",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases), settings: ["holidayCalendar"], defaults: ["holidayCalendar": "metropole"],
        fr: "Un seul calendrier vaut pour tous, celui de la métropole.",
        en: "One calendar holds for everyone, that of metropolitan France."),
      RuleEntry(
        "A-88", .reading, .adopted, from: "readings §6.4",
        held: .computed(RulePlace.deadlineArithmetic),
        schemes: Set(Scheme.allCases),
        fr: "« Au plus tard n jours ouvrés avant » : agir le n-ième jour ouvré précédent est dans le délai.",
        en: "“At the latest n working days before”: acting on the n-th working day before is in time."),
      RuleEntry(
        "A-103", .reading, .adopted, from: "readings §6.4",
        held: .recorded(RulePlace.mailRegister),
        schemes: Set(Scheme.allCases),
        fr: "Envois, réceptions et accusés se prouvent par le registre du courrier ; un courriel sans accusé "
          + "garde sa date d'envoi et se voit.",
        en: "Sending, receipt and acknowledgement are proved by the mail register; an e-mail without one keeps "
          + "its sending date and shows it."),
      RuleEntry(
        "A-104", .reading, .adopted, from: "readings §6.4",
        held: .advice,
        schemes: Set(Scheme.allCases), settings: ["clockOffsetMaxMinutes"], defaults: ["clockOffsetMaxMinutes": "5"],
        fr: "Une personne confirme la date ; l'horloge ne propose que sous un faible écart.",
        en: "A person confirms the date; the clock proposes only under a small offset."),
    ])

  /// What holds for every scheme where sources are silent.
  static let sharedReadings = RuleChapter(
    fr: "Lectures retenues : tous schémas", en: "Adopted readings: all schemes",
    [
      RuleEntry(
        "A-105", .reading, .adopted, from: "readings §6.5",
        held: .guards(["correction.record"]),
        schemes: Set(Scheme.allCases),
        fr:
          "Un effet démenti par les faits tient jusqu'à sa correction ; seulement annoncé, il tombe en laissant trace.",
        en: "An effect the facts disprove holds until corrected; only announced, it falls and leaves a trace."),
      RuleEntry(
        "A-106", .reading, .adopted, from: "readings §6.5",
        held: .recorded(RulePlace.dossierPage),
        schemes: Set(Scheme.allCases),
        fr: "Voir un changement sur place n'en informe pas l'Instance : deux écrits.",
        en: "A change seen on site does not inform the Instance: there are two records."),
      RuleEntry(
        "A-107", .reading, .adopted, from: "readings §6.5",
        held: .computed(RulePlace.workspace),
        schemes: Set(Scheme.allCases),
        fr: "Un espace par certificateur ; les CPNE sont des Instances dans celui de Certif Pro.",
        en: "One workspace per certifier; CPNEs are Instances inside Certif Pro's."),
      RuleEntry(
        "A-108", .reading, .adopted, from: "readings §6.5",
        held: .computed(RulePlace.factsKept),
        schemes: Set(Scheme.allCases),
        fr: "« Pas d'audit », « à temps » : le fait s'enregistre et se marque, l'acte se refuse.",
        en: "“No audit”, “in time”: the fact is recorded and marked, the act is refused."),
      RuleEntry(
        "A-109", .reading, .adopted, from: "readings §6.5",
        held: .guards(["audit.name-auditor", "decision.record"]),
        schemes: Set(Scheme.allCases), settings: ["competencePerCategory"], defaults: ["competencePerCategory": "true"],
        fr: "La compétence s'inscrit par catégorie ou référentiel, et se vérifie à la nomination et à la décision.",
        en: "Competence is recorded by category or referential, and checked at naming and at decision."),
    ])
}
