import AuditModel
import SyncCore

/// The entities of the office's stream and of the directory.
enum OfficeTypes {
  static let all: [EntityType] = [
    EntityType(
      path: "assignment", words: LocalizedText(fr: "affectation", en: "assignment"),
      fields: [Row.set("streams", "dossiers", "dossiers", by: Row.office)]),
    EntityType(
      path: "person", words: LocalizedText(fr: "personne", en: "person"),
      fields: [
        Row.contested("name", "nom", "name", by: Row.office, settle: .office),
        Row.set("roles", "rôles", "roles", by: [.administrator]),
        Row.contested("active", "actif", "active", by: Row.office, settle: .office),
        Row.contested("service", "compte de service", "service account", by: [.administrator], settle: .office),
      ]),
    EntityType(
      path: "device", words: LocalizedText(fr: "poste", en: "device"),
      fields: [
        Row.contested("user", "utilisateur", "user", by: [.administrator], settle: .office),
        Row.contested("publicKey", "clé publique", "public key", by: [.administrator], settle: .office),
        Row.contested("revoked", "révoqué", "revoked", by: Row.office, settle: .office),
        Row.contested("lost", "déclaré perdu", "declared lost", by: Row.office, settle: .office),
      ]),
    EntityType(
      path: "competence", words: LocalizedText(fr: "compétence", en: "competence"),
      fields: [
        Row.contested("person", "personne", "person", by: Row.office, settle: .office),
        Row.contested("role", "fonction", "role", by: Row.office, settle: .office),
        Row.contested("categories", "catégories d'actions", "action categories", by: Row.office, settle: .office),
        Row.contested("period", "valable du … au …", "in force from … to …", by: Row.office, settle: .office),
        Row.contested("proof", "justificatif", "proof", by: Row.office, settle: .office),
      ]),
    EntityType(
      path: "setting", words: LocalizedText(fr: "réglage", en: "setting"),
      fields: [Row.set("values", "valeurs et dates d'effet", "values and effective dates", by: Row.office)]),
  ]
}
