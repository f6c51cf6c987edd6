import AuditModel
import WorkingDays

/// Turns the facts of a reason into words: numbers into « les indicateurs 4 et 22 », wire names into screen words.
enum FactWords {
  /// The words of a fact; a value that this version does not know stands as it is.
  static func words(of name: String, _ values: [String], in language: Language) -> String {
    switch name {
    case "indicators": indicators(values, in: language)
    case "grade", "grades":
      list(values.map { QualiopiGrade(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "state":
      values.isEmpty
        ? LocalizedText(fr: "non commencé", en: "not started").text(in: language)
        : list(values.map { QualiopiAuditState(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "nonconformity":
      list(values.map { QualiopiNonConformityState(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "standing":
      values.isEmpty
        ? LocalizedText(fr: "aucune", en: "none").text(in: language)
        : list(values.map { CertifIAGHabilitationState(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "correctedStates":
      list(values.map { CorrectedMachine.words(of: $0)?.text(in: language) ?? $0 }, in: language)
    case "scopeReason":
      values.isEmpty
        ? LocalizedText(fr: "non retenu", en: "not selected").text(in: language)
        : list(values.map { ScopeReason(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "categories":
      list(values.map { ActionCategory(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "documents": list(values.map { DueDocument(rawValue: $0)?.label.text(in: language) ?? $0 }, in: language)
    case "quoteDocuments":
      list(values.map { QuoteDocument(rawValue: $0)?.label.text(in: language) ?? $0 }, in: language)
    case "kind": list(values.map { QualiopiAuditKind(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "acts": list(values.map { ActCatalogue.act(named: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "target": list(values.map { month($0, in: language) }, in: language)
    case "since" where values.isEmpty:
      LocalizedText(fr: "une date non enregistrée", en: "a date not recorded").text(in: language)
    case "runsFrom" where values.isEmpty:
      LocalizedText(fr: "dernier jour de cet audit", en: "the last day of this audit").text(in: language)
    case "evidenceDue" where values.isEmpty:
      LocalizedText(fr: "terme de ces trois mois", en: "the end of these three months").text(in: language)
    case "fields": list(values.map { fields[$0]?.text(in: language) ?? $0 }, in: language)
    case "orderLacks":
      list(values.map { PurchaseOrder.Lack(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "contractItems":
      list(values.map { SubcontractItem(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "share": list(values.map { Subcontract.Share(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "amount", "left", "turnover", "contractTurnover", "threshold", "subcontracted", "ceiling":
      list(values.map { Int64($0).flatMap(EuroCents.init(cents:))?.text(in: language) ?? $0 }, in: language)
    case "scheduled", "needed":
      list(values.map { Int($0).flatMap(AuditDuration.init(halfDays:))?.words.text(in: language) ?? $0 }, in: language)
    case "measure": list(values.map { DecisionMeasure(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "certificate":
      list(values.map { CertificateStanding(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "auditKind": list(values.map { QualiopiAuditKind(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "items":
      list(values.map { UpdateCertificate.Item(rawValue: $0)?.words.text(in: language) ?? $0 }, in: language)
    case "condition" where values.isEmpty: LocalizedText(fr: "non enregistrée", en: "not recorded").text(in: language)
    case "accepted", "closes", "day", "days", "due", "effect", "end", "evidenceDue", "from", "latest", "metOn", "opens",
      "received", "runsFrom", "since", "until":
      list(values.map { CivilDate($0).map { date($0, in: language) } ?? $0 }, in: language)
    default: list(values, in: language)
    }
  }

  /// « a, b et c ».
  static func list(_ words: [String], in language: Language) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + (language == .french ? " et " : " and ") + last
  }

  /// « 21 mai 2026 ».
  static func date(_ day: CivilDate, in language: Language) -> String {
    let (year, month, number) = day.components
    switch language {
    case .french: return "\(number == 1 ? "1er" : String(number)) \(frenchMonths[month - 1]) \(year)"
    case .english: return "\(number) \(englishMonths[month - 1]) \(year)"
    }
  }

  /// « mai 2026 » for `2026-05`; another text as it stands.
  private static func month(_ text: String, in language: Language) -> String {
    guard let first = CivilDate(text + "-01") else { return text }
    return "\((language == .french ? frenchMonths : englishMonths)[first.month - 1]) \(first.year)"
  }

  private static func indicators(_ numbers: [String], in language: Language) -> String {
    switch (language, numbers.count) {
    case (.french, 1): "l'indicateur \(numbers[0])"
    case (.french, _): "les indicateurs \(list(numbers, in: language))"
    case (.english, 1): "indicator \(numbers[0])"
    case (.english, _): "indicators \(list(numbers, in: language))"
    }
  }

  private static let fields: [String: LocalizedText] = [
    "lead": LocalizedText(fr: "responsable d'audit", en: "lead auditor"),
    "days": LocalizedText(fr: "dates de l'audit", en: "days of the audit"),
    "scope": LocalizedText(fr: "périmètre de l'audit", en: "scope of the audit"),
    "kind": LocalizedText(fr: "nature de l'audit", en: "kind of audit"),
    "mode": LocalizedText(fr: "modalité de l'audit", en: "mode of the audit"),
    "schedule": LocalizedText(fr: "jours et demi-journées", en: "days and half-days"),
    "place": LocalizedText(fr: "lieu de l'audit", en: "place of the audit"),
    "contract": LocalizedText(fr: "contrat de l'audit", en: "contract of the audit"),
    "categories": LocalizedText(fr: "catégories d'actions", en: "action categories"),
    "durations": LocalizedText(fr: "durées du contrat", en: "durations of the contract"),
    "cycle": LocalizedText(fr: "cycle du contrat", en: "cycle of the contract"),
    "options": LocalizedText(fr: "options du contrat", en: "options of the contract"),
    "turnoverCents": LocalizedText(fr: "chiffre d'affaires retenu", en: "turnover it rests on"),
    "signed": LocalizedText(fr: "courrier du devis signé", en: "mail of the signed quote"),
    "received": LocalizedText(fr: "date de réception du courrier", en: "date the mail was received"),
    "sent": LocalizedText(fr: "date d'envoi du courrier", en: "date the mail was sent"),
    "keepRequest": LocalizedText(fr: "demande de garder l'auditeur", en: "request to keep the auditor"),
    "splitAgreement": LocalizedText(fr: "accord de fractionnement", en: "agreement to split"),
    "curesSuspension": LocalizedText(fr: "condition d'une suspension", en: "condition of a suspension"),
    "notice": LocalizedText(fr: "notification d'audit", en: "audit notice"),
    "validation": LocalizedText(fr: "validation de la notification", en: "validation of the notice"),
    "planSent": LocalizedText(fr: "envoi du plan d'audit", en: "sending of the audit plan"),
    "cancellation": LocalizedText(fr: "motif de l'annulation", en: "motive of the cancellation"),
    "mission": LocalizedText(fr: "mission au coût réel", en: "mission at actual cost"),
    "structure": LocalizedText(fr: "monosite ou multisite", en: "site structure"),
    "quotedOn": LocalizedText(fr: "date du devis", en: "day of the quote"),
    "dayPriceCents": LocalizedText(fr: "prix du jour", en: "price of a day"),
    "outcome": LocalizedText(fr: "sens de la décision", en: "outcome of the decision"),
    "grade": LocalizedText(fr: "gravité", en: "grade"),
    "answer": LocalizedText(fr: "réponse de l'organisme", en: "answer of the body"),
    "assessment": LocalizedText(fr: "avis sur les preuves", en: "ruling on the evidence"),
    "motive": LocalizedText(fr: "motif de la décision", en: "motive of the decision"),
    "measure": LocalizedText(fr: "mesure de la décision", en: "measure of the decision"),
    "decidedOn": LocalizedText(fr: "date de la décision", en: "date of the decision"),
    "validity": LocalizedText(fr: "validité portée au certificat", en: "validity printed"),
    "validFrom": LocalizedText(fr: "début de validité", en: "start of validity"),
    "certificateEnd": LocalizedText(fr: "fin de validité", en: "end of validity"),
    "condition": LocalizedText(fr: "condition et délai de la suspension", en: "condition and delay of the suspension"),
    "correction.outcome": LocalizedText(fr: "sens de la reprise", en: "outcome of the correction"),
    "correction.standing": LocalizedText(fr: "nouvel état", en: "new state"),
    "correction.from": LocalizedText(fr: "date d'effet de la reprise", en: "day the correction counts from"),
    "correction.motive": LocalizedText(fr: "motif de la reprise", en: "motive of the correction"),
    "complaint.concerns": LocalizedText(fr: "affaire visée par la réclamation", en: "matter of the complaint"),
    "complaint.outcome": LocalizedText(fr: "suite donnée à la réclamation", en: "outcome of the complaint"),
  ]

  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
