internal import WorkingDays

extension DeadlineTable {
  private static let flaggedLate = (french: "signalé en retard", english: "flagged late")

  /// CertifIAG (process, CGV obligations OH, CGV obligations certificateur, CGV OH Conformité).
  static let certifIAG: [DeadlineRule] = [
    DeadlineRule(
      .ciag01, .months(3), [.certifier],
      trigger: ("début de l'habilitation", "start of the habilitation"), missed: flaggedLate,
      rule: "R-CIAG-33", source: "CertifIAG process"),
    DeadlineRule(
      .ciag02, .yearsByNumber, [.certifier],
      trigger: (
        "début de l'habilitation, à chaque anniversaire (n = 1, 2, …)",
        "start of the habilitation, at each anniversary (n = 1, 2, …)"
      ), missed: flaggedLate,
      rule: "R-CIAG-34", source: "CertifIAG process"),
    DeadlineRule(
      .ciag03, .months(18), [.certifier],
      trigger: (
        "dernier audit régulier, sinon début de l'habilitation", "last regular audit, else start of the habilitation"
      ), missed: flaggedLate,
      rule: "R-CIAG-35", source: "CertifIAG CGV obligations OH"),
    DeadlineRule(
      .ciag04, .months(18), [.certifier],
      trigger: ("dernière vérification des informations", "last check of information"), missed: flaggedLate,
      rule: "R-CIAG-37", source: "CertifIAG CGV obligations OH"),
    DeadlineRule(
      .ciag05, .endOfMonth, [.committee],
      trigger: (
        "tout jour d'un mois où une demande attend", "any day of a month with an application pending"
      ), missed: flaggedLate,
      rule: "R-CIAG-24", source: "CertifIAG CGV obligations OH"),
    DeadlineRule(
      .ciag06, .months(3), [.body],
      trigger: ("date de la suspension", "date of the suspension"),
      missed: ("retrait définitif", "final withdrawal"),
      rule: "R-CIAG-45", source: "CertifIAG process"),
    DeadlineRule(
      .ciag07, .years(3), [.body, .certifier],
      trigger: ("début de l'habilitation ou de la période", "start of the habilitation or of the period"),
      missed: ("habilitation expirée", "habilitation expired"),
      rule: "R-CIAG-51", source: "CertifIAG process"),
    DeadlineRule(
      .ciag08, .years(10), [.certifier],
      trigger: ("date de l'enregistrement", "date of the record"),
      missed: ("purge permise à partir du lendemain", "purge allowed from the next day"),
      rule: "R-CIAG-56", source: "CertifIAG CGV obligations certificateur"),
    DeadlineRule(
      .ciag09, .sameDay, [.body],
      trigger: ("changement du statut Qualiopi", "change of Qualiopi status"),
      missed: ("manquement enregistré", "breach recorded"),
      rule: "R-CIAG-71", source: "CertifIAG CGV OH Conformité"),
  ]
}
