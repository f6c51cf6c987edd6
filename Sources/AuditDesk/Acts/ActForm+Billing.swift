import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension ActForm {
  /// What to invoice.
  static let billing: [ActForm] = [
    ActForm(
      "order.record", on: "audit", fr: "enregistrer le bon de commande d'un audit",
      en: "record the purchase order of an audit", roles: [.office],
      inputs: [
        ActInput("siret", .line, fr: "SIRET de facturation", en: "billing SIRET"),
        ActInput("number", .line, fr: "numéro de commande", en: "order number"),
        ActInput("department", .line, fr: "service payeur", en: "paying department"),
        ActInput("received", .day, fr: "reçu le", en: "received on"),
      ], documents: LocalizedText(fr: "le bon de commande du client", en: "the client's purchase order"),
      rules: ["R-QUAL-95", "R-QUAL-96"]
    ) { desk, audit, answers in
      AuditNames.followUp(audit).map { [desk.merge("purchaseOrder", on: $0, Self.order(answers))] } ?? []
    },
    ActForm(
      "audit.bill", on: "audit", fr: "porter un audit décidé à facturer", en: "put a decided audit on the billing list",
      roles: [.office], act: "audit.bill",
      inputs: [
        ActInput("from-mainland", .flag, fr: "auditeur venu de métropole", en: "auditor from mainland France"),
        ActInput("mission-cost", .euros, fr: "coût réel de la mission", en: "actual cost of the mission"),
      ],
      documents: LocalizedText(
        fr: "la décision ; le bon de commande, s'il y en a un", en: "the decision; the purchase order, if any"),
      rules: ["T-QUAL-A14", "R-QUAL-94", "R-QUAL-112", "R-QUAL-113", "R-QUAL-114", "R-QUAL-115"]
    ) { desk, audit, answers in
      let mission: [(String, JSONValue)] =
        (answers.cents("mission-cost").map { [("costCents", .integer($0))] } ?? [])
        + (answers.flag("from-mainland").map { [("fromMainland", .bool($0))] } ?? [])
      guard let followUp = AuditNames.followUp(audit), !mission.isEmpty else { return [] }
      return [desk.merge("mission", on: followUp, mission)]
    },
    ActForm(
      "billing.correct", on: "billing", creates: true, fr: "corriger une ligne à facturer par une ligne négative",
      en: "correct a line to invoice by a negative line", roles: [.office], act: "billing.correct",
      inputs: [
        ActInput("of", .entity("billing"), fr: "ligne corrigée", en: "line corrected", required: true),
        ActInput("amount", .euros, fr: "montant à ôter", en: "amount to take off", required: true),
        ActInput("motive", .text, fr: "motif", en: "motive", required: true),
      ], rules: ["R-QUAL-94"]
    ) { desk, correction, answers in
      guard let corrected = answers.entity("of"), let amount = answers.cents("amount") else { return [] }
      return [
        desk.write("corrects", on: correction, .string(corrected.description)),
        desk.write("amount", on: correction, .sorted([("amountCents", .integer(-amount))])),
        desk.write("motive", on: correction, .string(answers.text("motive") ?? "")),
      ]
    },
  ]

  private static func order(_ answers: ActAnswers) -> [(String, JSONValue)] {
    ["siret", "number", "department"].compactMap { name in answers.text(name).map { (name, .string($0)) } }
      + (answers.day("received").map { [("received", .string($0.description))] } ?? [])
  }
}

extension CaptureDesk {
  /// A write of an object that keeps the members not said again.
  func merge(_ field: FieldName, on entity: EntityID, _ members: [(String, JSONValue)]) -> Operation {
    let kept = (shown(field, of: entity)?.members ?? []).filter { member in
      !members.contains { $0.0.utf8.elementsEqual(member.key.utf8) }
    }
    return write(field, on: entity, .sorted(kept.map { ($0.key, $0.value) } + members))
  }
}
