import AuditModel

/// The parts of the work list, in the order they are shown.
enum WorkSection: String, Sendable, CaseIterable {
  case divergences, reopened, refusals, situations, audits, deadlines, devices, quarantine

  /// Whether somebody of these roles has anything to do with it; what of it they see is for their scope to say.
  func concerns(_ roles: Set<Role>, seesOffice: Bool) -> Bool {
    switch self {
    case .divergences, .refusals, .deadlines: true
    // Those entitled to decide take a decision up again, and the office prepares it.
    case .reopened: !roles.isDisjoint(with: [.decider, .committee, .office, .administrator])
    // Only the office answers an auditor's report.
    case .situations: !roles.isDisjoint(with: [.office, .administrator])
    // Those who decide meet an audit once its report is presented.
    case .audits: !roles.isSubset(of: [.decider, .committee])
    case .devices, .quarantine: seesOffice
    }
  }

  var heading: LocalizedText {
    switch self {
    case .divergences: LocalizedText(fr: "Divergences à trancher", en: "Divergences to settle")
    case .reopened: LocalizedText(fr: "À reprendre", en: "To take up again")
    case .refusals: LocalizedText(fr: "Actes rejetés à expliquer", en: "Refused acts to explain")
    case .situations: LocalizedText(fr: "Changements constatés à accepter", en: "Observed changes to accept")
    case .audits:
      LocalizedText(fr: "Audits complets ou en attente d'un poste", en: "Audits complete or waiting for a device")
    case .deadlines: LocalizedText(fr: "Échéances", en: "Due dates")
    case .devices: LocalizedText(fr: "Postes silencieux", en: "Silent devices")
    case .quarantine: LocalizedText(fr: "Lignes mises de côté", en: "Lines kept aside")
    }
  }

  /// What is said of a part without a line.
  var nothing: LocalizedText {
    switch self {
    case .divergences: LocalizedText(fr: "Aucune divergence n'est ouverte.", en: "No divergence is open.")
    case .reopened:
      LocalizedText(
        fr: "Aucune décision ne repose sur un fait corrigé depuis.", en: "No decision rests on a fact corrected since.")
    case .refusals: LocalizedText(fr: "Aucun acte rejeté n'attend de suite.", en: "No refused act waits for anything.")
    case .situations:
      LocalizedText(fr: "Aucun changement constaté n'attend de réponse.", en: "No observed change waits for an answer.")
    case .audits: LocalizedText(fr: "Aucun audit n'attend personne.", en: "No audit waits for anybody.")
    case .deadlines: LocalizedText(fr: "Rien n'échoit d'ici là.", en: "Nothing falls due until then.")
    case .devices:
      LocalizedText(
        fr: "Aucun poste d'une personne affectée n'est silencieux.",
        en: "No device of anybody assigned is silent.")
    case .quarantine: LocalizedText(fr: "Aucune ligne n'a été mise de côté.", en: "No line was kept aside.")
    }
  }

  /// How many there are, inside a sentence.
  func counted(_ count: Int) -> LocalizedText {
    let one: LocalizedText
    let many: LocalizedText
    switch self {
    case .divergences:
      (one, many) = Self.words(
        "divergence à trancher", "divergences à trancher", "divergence to settle", "divergences to settle")
    case .reopened:
      (one, many) = Self.words(
        "décision ou effet à reprendre", "décisions ou effets à reprendre", "decision or effect to take up again",
        "decisions or effects to take up again")
    case .refusals: (one, many) = Self.words("acte rejeté", "actes rejetés", "refused act", "refused acts")
    case .situations:
      (one, many) = Self.words(
        "changement à accepter", "changements à accepter", "change to accept", "changes to accept")
    case .audits:
      (one, many) = Self.words(
        "audit complet ou en attente", "audits complets ou en attente", "audit complete or waiting",
        "audits complete or waiting")
    case .deadlines: (one, many) = Self.words("échéance", "échéances", "due date", "due dates")
    case .devices: (one, many) = Self.words("poste silencieux", "postes silencieux", "silent device", "silent devices")
    case .quarantine:
      (one, many) = Self.words("ligne mise de côté", "lignes mises de côté", "line kept aside", "lines kept aside")
    }
    return LocalizedText(
      fr: "\(count) \(count < 2 ? one.fr : many.fr)", en: "\(count) \(count == 1 ? one.en : many.en)")
  }

  private static func words(_ un: String, _ plusieurs: String, _ one: String, _ many: String) -> (
    LocalizedText, LocalizedText
  ) {
    (LocalizedText(fr: un, en: one), LocalizedText(fr: plusieurs, en: many))
  }
}
