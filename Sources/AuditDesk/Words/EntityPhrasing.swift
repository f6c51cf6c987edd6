import AuditModel
import AuditSchema
import SchemeRules
import SyncCore

/// What an entity is called inside a sentence, with its article: « l'indicateur 17 », “indicator 17”.
struct EntityPhrasing {
  let phrasing: Phrasing
  let person: (UserID) -> String?

  func the(_ entity: EntityID) -> String {
    let name = entity.localName
    func say(_ fr: String, _ en: String) -> String { phrasing.say(fr, en) }
    switch entity.typePath {
    case "body": return say("la fiche de l'organisme", "the body's record")
    case "body/site": return say("le site \(name)", "site \(name)")
    case "situation": return say("un changement constaté", "an observed change")
    case "dossier": return say("le dossier", "the dossier")
    case "title": return say("l'habilitation ou le certificat", "the habilitation or certificate")
    case "audit": return say("l'audit", "the audit")
    case "audit/sheet":
      return AuditSheet(rawValue: name) == .closing
        ? say("la feuille de clôture", "the closing sheet") : say("la feuille d'ouverture", "the opening sheet")
    case "audit/item": return say("l'indicateur \(name)", "indicator \(name)")
    case "audit/point": return say("le point de contrôle \(name)", "control point \(name)")
    case "audit/observation":
      let place = name.split(separator: ".").joined(separator: ", ")
      return say("le constat «\u{202F}\(place)\u{202F}»", "observation “\(place)”")
    case "audit/evidence": return say("une preuve", "a piece of evidence")
    case "audit/device", "device": return say("le poste \(name.suffix(4))", "device \(name.suffix(4))")
    case "audit/report": return say("le rapport", "the report")
    case "nonconformity":
      // One the server raised at a closing is named by its audit and its indicator.
      if name.hasSuffix(".cumulation") {
        return say("le cumul de mineures", "the cumulation of minors")
      }
      guard let number = name.split(separator: ".").dropFirst().last.flatMap({ QualiopiIndicator(String($0)) })
      else {
        return say("une non-conformité", "a non-conformity")
      }
      return say("la non-conformité de l'indicateur \(number)", "the non-conformity of indicator \(number)")
    case "followup": return say("les suites du rapport", "the follow-up of the report")
    case "billing": return say("une ligne à facturer", "a line to invoice")
    case "subcontract": return say("un contrat de sous-traitance", "a subcontract")
    case "contact": return say("un interlocuteur", "a contact")
    case "decision": return say("une décision", "a decision")
    case "contract": return say("le contrat", "the contract")
    case "audit/document":
      let document = DueDocument(rawValue: name)?.label.text(in: phrasing.language) ?? name
      return say("la pièce «\u{202F}\(document)\u{202F}»", "the document “\(document)”")
    case "unpaid": return say("une facture impayée", "an unpaid invoice")
    case "competence": return say("une compétence", "a competence")
    case "mail": return say("un courrier", "a mail item")
    case "correction": return say("une reprise", "a correction")
    case "complaint": return say("une réclamation ou un recours", "a complaint or an appeal")
    case "complaint/examination": return say("l'examen d'une réclamation", "the examination of a complaint")
    case "proposal": return say("une proposition", "a proposal")
    case "assignment", "person":
      let name = UserID(name).flatMap(person) ?? name
      return entity.typePath == "person"
        ? say("la fiche de \(name)", "the record of \(name)")
        : say("l'affectation de \(name)", "the assignment of \(name)")
    case "setting": return say("un réglage", "a setting")
    default: return say("un élément d'une version plus récente", "something of a newer version")
    }
  }

  func field(_ field: FieldName, of entity: EntityID) -> String {
    AuditSchema.current.rule(of: field, in: entity.typePath)?.words.text(in: phrasing.language) ?? field.description
  }
}
