import AuditDesk
import AuditModel
import AuditSchema
import SyncCore
import SyncProtocol

/// Who settles, and what somebody can do who may not.
struct RightWords {
  private let right: SettlingRight
  private let phrasing: Phrasing

  init(_ right: SettlingRight, _ phrasing: Phrasing) {
    self.right = right
    self.phrasing = phrasing
  }

  var settlers: String {
    let lead = right.lead.map { " (\($0))" } ?? ""
    return switch right.settlers {
    case .lead: phrasing.say("responsable d'audit\(lead)", "lead auditor\(lead)")
    case .office: phrasing.say("service certification", "certification office")
    case .authorOrLead:
      phrasing.say("l'un des auteurs ou le responsable d'audit\(lead)", "one of the authors or the lead auditor\(lead)")
    case .none: phrasing.say("tout le monde", "everybody")
    }
  }

  var whatToDo: String {
    if right.isFrozen {
      return phrasing.sentence(
        "Le rapport a été présenté : les valeurs sont figées. Le responsable d'audit établit une nouvelle version "
          + "(R-ROLE-16).",
        "The report was presented: the values are fixed. The lead auditor issues a new version (R-ROLE-16).")
    }
    if right.settlers != .office, right.isLeadDisputed {
      return phrasing.sentence(
        "Deux responsables d'audit sont inscrits : tant que le service certification n'a pas tranché lequel, personne "
          + "n'est responsable.",
        "Two lead auditors are recorded: until the certification office has settled which, nobody leads.")
    }
    if right.settlers == .lead, right.lead == nil {
      return phrasing.sentence(
        "Aucun responsable d'audit n'est désigné : le service certification le désigne dans le plan d'audit.",
        "No lead auditor is named: the certification office names one in the audit plan.")
    }
    let own = right.isAuthor ? phrasing.say(" Votre valeur reste visible.", " Your value stays visible.") : ""
    return phrasing.sentence(
      "Ce n'est pas à vous de trancher. À prévenir : \(settlers). Dites-lui ce que vous savez ; il tranchera ici ou depuis "
        + "son poste.\(own)",
      "It is not yours to settle. To tell: \(settlers). Say what you know; they settle here or on their device.\(own)")
  }
}

/// Why the server kept an edit aside, in words.
enum QuarantineWords {
  static func text(_ code: RefusalCode) -> LocalizedText {
    switch code {
    case .notSettler:
      LocalizedText(fr: "trancher ce champ revient à quelqu'un d'autre.", en: "somebody else settles this field.")
    case .notWriter:
      LocalizedText(fr: "votre rôle n'écrit pas ce champ.", en: "your role does not write this field.")
    case .outOfScope, .wrongAuthor:
      LocalizedText(fr: "ce dossier ne vous est plus affecté.", en: "this dossier is no longer assigned to you.")
    default: LocalizedText(fr: "l'écriture ne suit pas le protocole.", en: "the change does not follow the protocol.")
    }
  }
}

/// Whether a field is a text of several lines.
enum AuditSchemaText {
  static func isText(_ field: FieldName, _ entity: EntityID) -> Bool {
    AuditSchema.current.kind(of: field, in: entity.typePath) == .text
  }
}
