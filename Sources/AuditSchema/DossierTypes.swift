import AuditModel
import SyncCore

/// The entities of a dossier stream: what a scheme says of a body, its audits, and what comes of them.
enum DossierTypes {
  static let all: [EntityType] = [
    EntityType(
      path: "dossier", words: LocalizedText(fr: "dossier", en: "dossier"),
      fields: [
        Row.contested("profile", "activité", "services", by: Row.office, settle: .office),
        Row.contested("validFrom", "début de validité", "valid from", by: Row.office, settle: .office),
        Row.contested("certificateEnd", "fin de validité", "valid until", by: Row.office, settle: .office),
        Row.contested("structure", "monosite ou multisite", "site structure", by: Row.office, settle: .office),
        Row.contested("newEntrant", "nouvel entrant", "new entrant", by: Row.office, settle: .office),
        Row.contested("purchaseOrders", "bons de commande", "purchase orders", by: Row.office, settle: .office),
        Row.contested(
          "edofTurnover", "chiffre d'affaires EDOF par an", "EDOF turnover by year", by: Row.office, settle: .office),
        Row.contested("funding", "accès aux financeurs", "access to funders", by: Row.office, settle: .office),
        Row.contested(
          "activityDeclaration", "déclaration d'activité", "activity declaration", by: Row.office, settle: .office),
        Row.contested("funderRequest", "dernière demande aux financeurs", "last request to funders", settle: .office),
        Row.contested("contactUpdate", "contact mis à jour", "contact updated", by: Row.office, settle: .office),
        Row.set("bpfYears", "années dont le BPF est déposé", "years whose BPF is filed", by: Row.office),
        Row.latest("planningNote", "note de planification", "planning note"),
        Row.journal("communications", "échanges", "communications"),
      ]),
    EntityType(
      path: "contact", words: LocalizedText(fr: "interlocuteur", en: "contact"),
      fields: [
        Row.contested("name", "nom", "name", settle: .office),
        Row.contested("email", "adresse de courriel", "e-mail address", settle: .office),
        Row.contested("phone", "téléphone", "telephone", settle: .office),
        Row.contested("recordedOn", "transmis à la planification le", "passed to planning on", settle: .office),
      ]),
    EntityType(
      path: "title", words: LocalizedText(fr: "habilitation ou certificat", en: "habilitation or certificate"),
      fields: [
        Row.machine("standing", "état", "standing"),
        Row.contested("since", "depuis", "since", by: Row.rulings, settle: .office),
        Row.contested("number", "numéro du certificat", "certificate number", by: Row.office, settle: .office),
        Row.contested("cycle", "cycle", "cycle", by: Row.office, settle: .office),
        Row.contested("categories", "catégories certifiées", "certified categories", by: Row.rulings, settle: .office),
        Row.contested(
          "remoteSurveillance", "surveillance à distance permise", "remote surveillance allowed", by: Row.rulings,
          settle: .office),
        Row.contested("suspension", "lettre de suspension", "suspension letter", by: Row.rulings, settle: .office),
        Row.contested("data", "données du certificat", "certificate data", by: Row.rulings, settle: .office),
        Row.contested("published", "publication du certificat", "publication", by: Row.office, settle: .office),
      ]),
    EntityType(
      path: "audit", words: LocalizedText(fr: "audit", en: "audit"),
      fields: [
        Row.machine("stage", "étape", "stage"),
        Row.contested("kind", "nature", "kind", settle: .office),
        Row.contested("mode", "modalité", "mode", settle: .office),
        Row.contested("days", "premier et dernier jour", "first and last day", settle: .office),
        Row.contested("startedOn", "commencé le", "started on", by: [.auditor], settle: .lead),
        Row.contested("lead", "responsable d'audit", "lead auditor", settle: .office),
        Row.set("team", "équipe", "team"),
        Row.set("sites", "sites", "sites"),
        Row.set("samples", "prestations échantillonnées", "samples"),
        Row.contested("scope", "périmètre", "scope", settle: .office),
        Row.set("documents", "pièces attendues", "documents due", by: Row.office),
        Row.contested("guide", "guide de lecture", "reading guide", settle: .office),
        Row.contested("unplanned", "non planifié", "unplanned", settle: .office),
        Row.contested("pack", "règles applicables", "rule pack", settle: .office),
        Row.contested("contract", "contrat", "contract", by: Row.office, settle: .office),
        Row.contested("schedule", "jours et demi-journées", "days and half-days", by: Row.office, settle: .office),
        Row.contested("place", "lieu", "place", settle: .office),
        Row.contested("target", "mois visé", "target month", by: Row.office, settle: .office),
        Row.contested("dropped", "indicateurs écartés", "indicators left out", by: Row.office, settle: .office),
        Row.contested("addedCategories", "catégories ajoutées", "added categories", by: Row.office, settle: .office),
        Row.contested("curesSuspension", "condition d'une suspension", "condition of a suspension", settle: .office),
        Row.contested("keepRequest", "demande de garder l'auditeur", "request to keep the auditor", settle: .office),
        Row.contested("splitAgreement", "accord de fractionnement", "agreement to split", settle: .office),
        Row.contested("notice", "notification d'audit", "audit notice", by: Row.office, settle: .office),
        Row.contested(
          "contact", "contact de la notification", "contact of the notice", by: Row.office, settle: .office),
        Row.contested("named", "auditeur nommé", "auditor named", by: Row.office, settle: .office),
        Row.contested("noticedFor", "jours notifiés", "days noticed", by: Row.office, settle: .office),
        Row.contested("validation", "validation de la notification", "validation of the notice", settle: .office),
        Row.contested("planSent", "envoi du plan d'audit", "sending of the audit plan", settle: .lead),
        Row.contested("cancellation", "annulation", "cancellation", by: Row.office, settle: .office),
        Row.contested("markUse", "usage de la marque", "use of the mark", by: [.auditor], settle: .lead),
        Row.journal("interviews", "entretiens", "interviews", by: [.auditor]),
        Row.text("summary", "synthèse", "summary", by: [.auditor]),
      ]),
    EntityType(
      path: "audit/sheet", words: LocalizedText(fr: "feuille de réunion", en: "meeting sheet"),
      fields: [
        Row.contested("heldOn", "tenue le", "held on", by: [.auditor], settle: .lead),
        Row.contested(
          "representative", "représentant de l'organisme", "body's representative", by: [.auditor], settle: .lead),
        Row.set("participants", "participants", "participants", by: [.auditor]),
        Row.set("announced", "non-conformités annoncées", "non-conformities announced", by: [.auditor]),
        Row.text("remarks", "remarques", "remarks", by: [.auditor]),
      ]),
    EntityType(
      path: "audit/item", words: LocalizedText(fr: "indicateur", en: "indicator"),
      fields: [
        Row.cautious("grade", "cotation", "grade", Rankings.qualiopiGrade),
        Row.text("comment", "commentaire", "comment", by: [.auditor]),
        Row.contested("lack", "absence de preuve", "lack of evidence", by: [.auditor], settle: .lead),
      ]),
    EntityType(
      path: "audit/point", words: LocalizedText(fr: "point de contrôle", en: "control point"),
      fields: [
        Row.cautious("grade", "cotation", "grade", Rankings.certifIAGGrade),
        Row.text("comment", "commentaire", "comment", by: [.auditor]),
      ]),
    EntityType(
      path: "audit/observation", words: LocalizedText(fr: "constat", en: "observation"),
      fields: [
        Row.text("text", "constat", "observation", by: [.auditor]),
        Row.contested("indicator", "indicateur", "indicator", by: [.auditor], settle: .lead),
        Row.contested("site", "site", "site", by: [.auditor], settle: .lead),
        Row.contested("sample", "prestation", "sample", by: [.auditor], settle: .lead),
      ]),
    EntityType(
      path: "audit/evidence", words: LocalizedText(fr: "preuve", en: "evidence"),
      fields: [
        Row.contested("title", "titre", "title", by: [.auditor]),
        Row.contested("dated", "date du document", "dated", by: [.auditor]),
        Row.contested("shownBy", "montré par", "shown by", by: [.auditor]),
        Row.contested("held", "conservée", "held", by: [.auditor]),
        Row.contested("file", "fichier", "file", by: [.auditor]),
        Row.contested("site", "site", "site", by: [.auditor]),
        Row.set("indicators", "indicateurs", "indicators", by: [.auditor]),
      ]),
    EntityType(
      path: "audit/device", words: LocalizedText(fr: "poste", en: "device"),
      fields: [
        Row.contested("done", "saisie terminée", "capture done", by: [.auditor], settle: .lead)
      ]),
    EntityType(
      path: "audit/report", words: LocalizedText(fr: "rapport", en: "report"),
      fields: [
        Row.machine("stage", "étape", "stage"),
        Row.text("reservations", "réserves", "reservations", by: [.auditor]),
      ]),
    EntityType(
      path: "audit/document", words: LocalizedText(fr: "pièce reçue", en: "document received"),
      fields: [
        Row.contested("mail", "courrier", "mail item", settle: .office),
        Row.contested("dated", "date de la pièce", "dated", settle: .office),
        Row.contested("current", "à jour", "up to date", settle: .office),
        Row.contested("turnoverCents", "chiffre d'affaires porté", "turnover stated", settle: .office),
      ]),
    // Beside the audit, not below it: what follows the presentation comes after the freeze of the audit, and is no late
    // edit of what was presented.
    EntityType(
      path: "followup", words: LocalizedText(fr: "suites du rapport", en: "follow-up of the report"),
      fields: [
        Row.contested("presented", "envoi du rapport", "sending of the report", settle: .office),
        Row.contested("answer", "réponse de l'organisme", "answer of the body", settle: .office),
        Row.contested("lead", "responsable d'audit remplacé", "lead auditor replaced", by: Row.office, settle: .office),
        Row.contested("purchaseOrder", "bon de commande", "purchase order", by: Row.office, settle: .office),
        Row.contested("mission", "mission au coût réel", "mission at actual cost", by: Row.office, settle: .office),
      ]),
    EntityType(
      path: "nonconformity", words: LocalizedText(fr: "non-conformité", en: "non-conformity"),
      fields: [
        Row.machine("stage", "étape", "stage"),
        Row.contested("indicator", "indicateur", "indicator", by: Row.office, settle: .office),
        Row.contested("grade", "gravité", "grade", by: Row.office, settle: .office),
        Row.contested("origin", "audit d'origine", "origin audit", by: Row.office, settle: .office),
        Row.contested("raisedOn", "relevée le", "raised on", by: Row.office, settle: .office),
        Row.text("plan", "plan d'action", "action plan"),
        Row.contested("planMail", "courrier du plan", "mail of the plan", settle: .office),
        Row.set("evidence", "preuves reçues", "evidence received"),
        Row.contested("assessment", "avis sur les preuves", "ruling on the evidence", by: [.auditor]),
        Row.text("note", "note", "note"),
      ]),
    EntityType(
      path: "decision", words: LocalizedText(fr: "décision", en: "decision"),
      fields: [
        Row.contested("audit", "audit", "audit", by: Row.decision, settle: .office),
        Row.contested("outcome", "sens", "outcome", by: Row.decision, settle: .office),
        Row.contested("motive", "motif", "motive", by: Row.decision, settle: .office),
        Row.contested("measure", "mesure", "measure", by: Row.decision, settle: .office),
        Row.contested("decidedOn", "prise le", "decided on", by: Row.decision, settle: .office),
        Row.contested(
          "validity", "validité portée au certificat", "validity printed", by: Row.decision, settle: .office),
        Row.contested(
          "remoteSurveillance", "surveillance à distance", "remote surveillance", by: Row.decision, settle: .office),
        Row.contested("condition", "condition et délai", "condition and delay", by: Row.decision, settle: .office),
        Row.contested("shownState", "état montré", "state shown", by: Row.decision, settle: .office),
        Row.contested("letter", "lettre", "letter", by: Row.decision, settle: .office),
        Row.contested("contract", "avenant", "amendment", by: Row.decision, settle: .office),
      ]),
    EntityType(
      path: "proposal", words: LocalizedText(fr: "proposition", en: "proposal"),
      fields: [
        Row.contested("kind", "objet", "kind", by: [.auditor, .office], settle: .office),
        Row.contested("audit", "audit", "audit", by: [.auditor, .office], settle: .office),
        Row.set("gaps", "écarts", "gaps", by: [.auditor, .office]),
        Row.text("grounds", "motifs", "grounds", by: [.auditor, .office]),
      ]),
  ]
}
