import AuditModel
import SyncCore

/// The entities of an organisation stream: the body as the register knows it, and what was reported beside it.
enum OrganisationTypes {
  static let all: [EntityType] = [
    EntityType(
      path: "body", words: LocalizedText(fr: "organisme", en: "body"),
      fields: [
        Row.contested("legalName", "dénomination", "legal name", by: Row.office, settle: .office),
        Row.contested("address", "adresse du siège", "head office address", by: Row.office, settle: .office),
        Row.contested("siren", "SIREN", "SIREN", by: Row.office, settle: .office),
        Row.contested("nda", "numéro de déclaration d'activité", "activity number", by: Row.office, settle: .office),
        Row.contested("qualiopi", "certifié Qualiopi", "Qualiopi certified", by: Row.office, settle: .office),
        Row.contested(
          "actionCategories", "catégories d'actions", "action categories", by: Row.office, settle: .office),
        Row.latest("phone", "téléphone", "telephone"),
        Row.latest("planningNote", "note de planification", "planning note"),
      ]),
    EntityType(
      path: "body/site", words: LocalizedText(fr: "site", en: "site"),
      fields: [
        Row.contested("name", "nom du site", "site name", by: Row.office, settle: .office),
        Row.contested("address", "adresse du site", "site address", by: Row.office, settle: .office),
        Row.contested("closed", "fermé", "closed", by: Row.office, settle: .office),
      ]),
    EntityType(
      path: "situation", words: LocalizedText(fr: "changement constaté", en: "observed change"),
      fields: [
        Row.contested("subject", "objet", "subject", by: [.auditor]),
        Row.contested("observed", "constaté", "observed", by: [.auditor]),
        Row.contested("on", "date du constat", "observed on", by: [.auditor]),
        Row.contested("proofDue", "pièce attendue", "proof to come", by: [.auditor]),
        Row.text("note", "note", "note"),
        Row.contested("answer", "suite donnée", "answer", by: Row.office, settle: .office),
      ]),
  ]
}
