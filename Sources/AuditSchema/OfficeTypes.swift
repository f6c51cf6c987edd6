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
      ]),
    EntityType(
      path: "device", words: LocalizedText(fr: "poste", en: "device"),
      fields: [
        Row.contested("user", "utilisateur", "user", by: Row.office, settle: .office),
        Row.contested("publicKey", "clé publique", "public key", by: Row.office, settle: .office),
        Row.contested("revoked", "révoqué", "revoked", by: Row.office, settle: .office),
      ]),
  ]
}
