extension AdoptedReading {
  /// The readings of RULEBOOK §6.2, §6.4 and §6.5, in the rulebook's order.
  public static let all: [AdoptedReading] = [
    AdoptedReading(
      "A-37", .setting("surveillanceWindow"), fr: "de début + 14 mois à début + 22 mois, bornes comprises",
      en: "from start + 14 months to start + 22 months, both included"),
    AdoptedReading(
      "A-38", .fixed(.meaning), fr: "18 mois est le repère, la fenêtre oblige",
      en: "18 months is nominal, the window binds"),
    AdoptedReading(
      "A-39", .fixed(.meaning), fr: "le début de validité, renouvelé s'il y a lieu",
      en: "the start of validity, renewed where it was"),
    AdoptedReading(
      "A-40", .fixed(.deadlineRow), fr: "contact à 8 mois, audit à 4 mois, plus tard avec un avertissement",
      en: "contact at 8 months, audit at 4, later with a warning"),
    AdoptedReading(
      "A-41", .setting("validityEndRule"), fr: "la date imprimée, sinon début + 3 ans inclus",
      en: "the printed date, else start + 3 years inclusive"),
    AdoptedReading(
      "A-42", .fixed(.meaning), fr: "maintenir garde la date de fin, seul le renouvellement ouvre 3 ans",
      en: "maintaining keeps the end, only renewal opens 3 years"),
    AdoptedReading(
      "A-43", .setting("ncClockStart"), fr: "3 et 6 mois courent du dernier jour de l'audit",
      en: "3 and 6 months run from the last day of the audit"),
    AdoptedReading(
      "A-44", .fixed(.meaning), fr: "les preuves à 6 mois comptent, la levée peut suivre à l'audit suivant",
      en: "evidence at 6 months counts, lifting may follow at the next audit"),
    AdoptedReading(
      "A-45", .setting("minorOverdueBecomesMajor"), fr: "hors délai, une mineure reste mineure, en retard",
      en: "out of time a minor stays minor, overdue"),
    AdoptedReading(
      "A-46", .fixed(.meaning), fr: "la requalification vaut d'un audit quelconque au suivant",
      en: "requalification goes from any audit to the next"),
    AdoptedReading(
      "A-47", .setting("minorMax"), fr: "la cinquième mineure fait une majeure de cumul",
      en: "the fifth minor makes a cumulation major"),
    AdoptedReading(
      "A-48", .fixed(.arithmetic), fr: "la plus proche de 3 mois et de la fin de validité",
      en: "the earlier of 3 months and the end of validity"),
    AdoptedReading(
      "A-49", .setting("majorClockStops"), fr: "les preuves sont reçues dans le délai, l'avis peut suivre",
      en: "evidence is received in time, the ruling may follow"),
    AdoptedReading(
      "A-50", .setting("complaintsRegister"), fr: "pas de recours modélisé, un registre des réclamations est tenu",
      en: "no appeal modelled, a register of complaints is held"),
    AdoptedReading(
      "A-51", .fixed(.meaning), fr: "lire «\u{202F}non-conformité\u{202F}»",
      en: "read “non-conformity”"),
    AdoptedReading(
      "A-52", .fixed(.meaning), fr: "cinq pièces avant l'audit",
      en: "five documents before the audit"),
    AdoptedReading(
      "A-53", .setting("splitAuditMaxDays"),
      fr: "jours fractionnés en quelques semaines, réédition si le périmètre change, facture après l'audit",
      en: "days split within a few weeks, reissue on a change of perimeter, invoice after the audit"),
    AdoptedReading(
      "A-54", .fixed(.meaning), fr: "première année et nouvelle catégorie\u{202F}: nouvel entrant",
      en: "first year and new category: new entrant"),
    AdoptedReading(
      "A-55", .fixed(.meaning),
      fr: "1, 3, 4, 5, 6 et 8 portent les exigences certifiantes, les sept autres une précision",
      en: "1, 3, 4, 5, 6 and 8 carry certifying duties, the seven others a precision"),
    AdoptedReading(
      "A-56", .fixed(.meaning), fr: "5, 26 et 30 se jugent en forme adaptée pour un échantillon sous-traité",
      en: "5, 26 and 30 are judged in adapted form for a subcontracted sample"),
    AdoptedReading(
      "A-57", .fixed(.meaning), fr: "1, 2, 3, 14, 15, 20 et 29 ne s'appliquent pas à une prestation sous-traitée",
      en: "1, 2, 3, 14, 15, 20 and 29 do not apply to a subcontracted service"),
    AdoptedReading(
      "A-58", .fixed(.meaning), fr: "V9 en vigueur le 1er avril 2024",
      en: "V9 in force on 2024-04-01"),
    AdoptedReading(
      "A-59", .fixed(.meaning), fr: "quatre catégories\u{202F}; la situation de travail est un trait de la prestation",
      en: "four categories; work-based is a trait of a service"),
    AdoptedReading(
      "A-60", .fixed(.meaning), fr: "sous-traitants certifiés pour les seules prestations CPF",
      en: "subcontractors certified for CPF services only"),
    AdoptedReading(
      "A-61", .setting("capBasis"), fr: "plafond compté sur le facturé de la période",
      en: "cap counted on what is invoiced in the period"),
    AdoptedReading(
      "A-62", .fixed(.guardOnly), fr: "le silence de la décision ne permet pas la distance",
      en: "a silent decision allows no remote surveillance"),
    AdoptedReading(
      "A-63", .setting("rotationCountsExtra"), fr: "les audits d'extension ne comptent pas parmi les quatre",
      en: "extension audits do not count among the four"),
    AdoptedReading(
      "A-64", .setting("rotationBreakCycles"), fr: "retour de l'auditeur après un cycle entier d'un autre",
      en: "the auditor returns after a full cycle by another"),
    AdoptedReading(
      "A-65", .setting("auditDurations"), fr: "table de configuration par demi-journées, vide par défaut",
      en: "configuration table in half-days, empty by default"),
    AdoptedReading(
      "A-66", .fixed(.meaning), fr: "une seule nature d'autorité, avec sa région",
      en: "one kind of authority, with its region"),
    AdoptedReading(
      "A-67", .fixed(.guardOnly), fr: "avant le mois 14, refusée à la planification, sans effet si tenue",
      en: "before month 14, refused at planning, without effect if held"),
    AdoptedReading(
      "A-94", .setting("initialSecondChanceMonths"), fr: "initial refusé à DL-QUAL-12, sans second délai",
      en: "initial refused at DL-QUAL-12, without a second delay"),
    AdoptedReading(
      "A-95", .setting("suspensionEffect"), fr: "suspension proposée puis décidée, jamais automatique",
      en: "suspension proposed then decided, never automatic"),
    AdoptedReading(
      "A-96", .setting("lateRenewalAllowed"), fr: "nouveau cycle dès la décision si l'audit a précédé la fin",
      en: "new cycle from the decision if the audit came before the end"),
    AdoptedReading(
      "A-97", .fixed(.guardOnly), fr: "preuves tardives gardées et marquées, sans décision favorable",
      en: "late evidence kept and marked, no favourable decision on it"),
    AdoptedReading(
      "A-98", .fixed(.merge), fr: "non applicable et non audité viennent après conforme, et divergent d'une cotation",
      en: "not applicable and not audited come after conform, and diverge from a grade"),
    AdoptedReading(
      "A-99", .fixed(.meaning), fr: "obligatoire pour qui use de fonds publics ou mutualisés",
      en: "mandatory for those using public or pooled funds"),
    AdoptedReading(
      "A-100", .fixed(.meaning), fr: "liste lue par nom de colonne, arrêt sur un en-tête inconnu",
      en: "list read by header name, unknown header stops"),
    AdoptedReading(
      "A-85", .setting("rollover"), fr: "une échéance du dimanche reste le dimanche",
      en: "a due date on a Sunday stays"),
    AdoptedReading(
      "A-86", .setting("whitMondayIsHoliday"), fr: "le lundi de Pentecôte est férié",
      en: "Whit Monday is a holiday"),
    AdoptedReading(
      "A-87", .setting("holidayCalendar"), fr: "calendrier de métropole pour tous",
      en: "metropolitan calendar for everyone"),
    AdoptedReading(
      "A-88", .fixed(.arithmetic), fr: "le n-ième jour ouvré avant, ce jour compris",
      en: "the n-th working day before, that day in time"),
    AdoptedReading(
      "A-103", .fixed(.meaning), fr: "registre du courrier\u{202F}; sans accusé, la date d'envoi reste",
      en: "mail register; without acknowledgement the sending date stays"),
    AdoptedReading(
      "A-104", .setting("clockOffsetMaxMinutes"), fr: "une personne confirme la date, l'horloge la propose",
      en: "a person confirms the date, the clock proposes it"),
    AdoptedReading(
      "A-105", .fixed(.merge), fr: "un effet tient jusqu'à sa reprise par qui peut décider",
      en: "an effect holds until somebody entitled corrects it"),
    AdoptedReading(
      "A-106", .fixed(.meaning), fr: "un changement constaté n'est pas une déclaration",
      en: "an observed change is no declaration"),
    AdoptedReading(
      "A-107", .fixed(.meaning), fr: "un espace par certificateur",
      en: "one workspace per certifier"),
    AdoptedReading(
      "A-108", .fixed(.merge), fr: "le fait est gardé et marqué, l'acte est rejeté",
      en: "the fact is kept and marked, the act is refused"),
    AdoptedReading(
      "A-109", .setting("competencePerCategory"),
      fr: "compétence par catégorie, vérifiée au choix de l'auditeur et à la décision",
      en: "competence per category, checked at naming and decision"),
  ]
}
