import AuditModel
import SyncCore

/// The entities of a dossier beside its audits: contract, letters, what is declared, corrected, complained of, invoiced
/// (RULEBOOK §3.2.1).
enum CertificationTypes {
  static let all: [EntityType] = [
    EntityType(
      path: "contract", words: LocalizedText(fr: "contrat", en: "contract"),
      fields: [
        Row.contested("quotedOn", "devis du", "quoted on", by: Row.office, settle: .office),
        Row.contested("signed", "courrier du devis signé", "mail of the signed quote", by: Row.office, settle: .office),
        Row.contested("categories", "catégories d'actions", "action categories", by: Row.office, settle: .office),
        Row.contested(
          "durations", "durées en demi-journées", "durations in half-days", by: Row.office, settle: .office),
        Row.contested("sites", "sites", "sites", by: Row.office, settle: .office),
        Row.contested("cycle", "cycle", "cycle", by: Row.office, settle: .office),
        Row.contested("options", "options", "options", by: Row.office, settle: .office),
        Row.contested("dayPriceCents", "prix du jour", "price of a day", by: Row.office, settle: .office),
        Row.contested(
          "turnoverCents", "chiffre d'affaires retenu", "turnover it rests on", by: Row.office, settle: .office),
        Row.contested("amends", "contrat modifié", "contract amended", by: Row.office, settle: .office),
        Row.set("documents", "pièces du devis", "documents of the quote", by: Row.office),
      ]),
    EntityType(
      path: "mail", words: LocalizedText(fr: "courrier", en: "mail item"),
      fields: [
        Row.contested("direction", "sens", "direction", by: Role.staff, settle: .office),
        Row.contested("about", "objet", "about", by: Role.staff, settle: .office),
        Row.contested("sender", "expéditeur", "sender", by: Role.staff, settle: .office),
        Row.contested("addressee", "destinataire", "addressee", by: Role.staff, settle: .office),
        Row.contested("channel", "voie", "channel", by: Role.staff, settle: .office),
        Row.contested("dated", "date portée", "dated", by: Role.staff, settle: .office),
        Row.contested("sent", "envoyé le", "sent on", by: Role.staff, settle: .office),
        Row.contested("received", "reçu le", "received on", by: Role.staff, settle: .office),
        Row.contested("acknowledged", "accusé de réception le", "acknowledged on", by: Role.staff, settle: .office),
        Row.contested("sentProof", "preuve de l'envoi", "proof of sending", by: Role.staff, settle: .office),
        Row.contested("receivedProof", "preuve de la réception", "proof of receipt", by: Role.staff, settle: .office),
        Row.contested(
          "acknowledgedProof", "preuve de l'accusé de réception", "proof of acknowledgement", by: Role.staff,
          settle: .office),
        Row.contested("file", "fichier", "file", by: Role.staff, settle: .office),
        Row.contested("corrects", "corrige", "corrects", by: Role.staff, settle: .office),
        Row.contested("proves", "porte", "carries", by: Role.staff, settle: .office),
        Row.contested("motive", "motif", "motive", by: Role.staff, settle: .office),
      ]),
    EntityType(
      path: "declaration", words: LocalizedText(fr: "changement déclaré", en: "declared change"),
      fields: [
        Row.contested("subject", "objet", "subject", by: Row.office, settle: .office),
        Row.contested("declared", "déclaré", "declared", by: Row.office, settle: .office),
        Row.contested("effectiveOn", "date d'effet", "effective on", by: Row.office, settle: .office),
        Row.contested("mail", "courrier", "mail item", by: Row.office, settle: .office),
        Row.contested("noImpact", "sans effet sur les moyens", "no impact on means", by: Row.office, settle: .office),
        Row.contested(
          "observation", "changement constaté lié", "linked observed change", by: Row.office, settle: .office),
        Row.set("documents", "pièces reçues", "documents received", by: Row.office),
      ]),
    EntityType(
      path: "correction", words: LocalizedText(fr: "reprise", en: "correction"),
      fields: [
        Row.contested(
          "of", "décision ou effet repris", "decision or effect corrected", by: Row.decision, settle: .office),
        Row.contested("fact", "fait nouveau", "new fact", by: Row.decision, settle: .office),
        Row.contested("outcome", "sens", "outcome", by: Row.decision, settle: .office),
        Row.contested("standing", "nouvel état", "new state", by: Row.decision, settle: .office),
        Row.contested("from", "à compter du", "counting from", by: Row.decision, settle: .office),
        Row.contested("validity", "validité réimprimée", "validity reissued", by: Row.decision, settle: .office),
        Row.contested("condition", "condition et délai", "condition and delay", by: Row.decision, settle: .office),
        Row.contested("shownState", "état montré", "state shown", by: Row.decision, settle: .office),
        Row.contested("motive", "motif", "motive", by: Row.decision, settle: .office),
        Row.contested("letter", "lettre", "letter", by: Row.decision, settle: .office),
      ]),
    EntityType(
      path: "complaint", words: LocalizedText(fr: "réclamation ou recours", en: "complaint or appeal"),
      fields: [
        Row.contested("kind", "nature", "kind", by: Role.staff, settle: .office),
        Row.contested("from", "auteur", "from", by: Role.staff, settle: .office),
        Row.contested("about", "objet", "about", by: Role.staff, settle: .office),
        Row.contested(
          "concerns", "audit ou décision visés", "audit or decision concerned", by: Role.staff, settle: .office),
        Row.contested("received", "courrier reçu", "mail received", by: Role.staff, settle: .office),
        Row.contested("acknowledged", "accusé de réception", "acknowledgement", by: Role.staff, settle: .office),
        Row.contested("outcome", "suite", "outcome", by: Row.rulings, settle: .office),
        Row.contested("notified", "courrier de réponse", "mail of the outcome", by: Role.staff, settle: .office),
      ]),
    // What somebody proposes as the outcome, each under their own name: it becomes that of the complaint by an accepted
    // examination only, so that no proposal of somebody involved stands against another (R-ROLE-21).
    EntityType(
      path: "complaint/examination", words: LocalizedText(fr: "examen d'une réclamation", en: "examination"),
      fields: [Row.contested("outcome", "suite proposée", "proposed outcome", by: Row.decision)]),
    EntityType(
      path: "billing", words: LocalizedText(fr: "ligne à facturer", en: "line to invoice"),
      fields: [
        Row.contested("audit", "audit", "audit", by: Row.office, settle: .office),
        Row.contested("item", "prestation", "item", by: Row.office, settle: .office),
        Row.contested("amount", "quantité et montant", "quantity and amount", by: Row.office, settle: .office),
        Row.contested("corrects", "ligne corrigée", "line corrected", by: Row.office, settle: .office),
        Row.contested("motive", "motif", "motive", by: Row.office, settle: .office),
      ]),
    EntityType(
      path: "unpaid", words: LocalizedText(fr: "impayé", en: "unpaid invoice"),
      fields: [
        Row.contested("since", "depuis le", "since", by: Row.office, settle: .office),
        Row.contested("amountCents", "montant", "amount", by: Row.office, settle: .office),
        Row.contested("settledOn", "réglé le", "settled on", by: Row.office, settle: .office),
      ]),
    EntityType(
      path: "subcontract", words: LocalizedText(fr: "contrat de sous-traitance", en: "subcontract"),
      fields: [
        Row.contested("party", "sous-traitant ou donneur d'ordres", "subcontractor or principal", settle: .office),
        Row.contested("terms", "prestation et montant", "service and amount", settle: .office),
        Row.contested("standing", "situation du sous-traitant", "standing of the subcontractor", settle: .office),
        Row.set("items", "mentions du contrat", "items of the contract"),
      ]),
  ]
}
