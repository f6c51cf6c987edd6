import AuditModel
import SyncCore
import WorkingDays

/// Dates, place, documents and invoices of the audit.
extension PathReading {
  /// What `AuditPlanning` judges.
  var plan: PlanReading {
    let judged: [FieldName] = ["kind", "mode", "days", "schedule", "place", "curesSuspension", "splitAgreement"]
    let disputed = judged.filter { fields.view($0)?.conflict != nil }
    if !disputed.isEmpty { return .inConflict(fields: disputed.map(\.description)) }
    guard let kind = kind.value, let mode, let days = days.value else {
      let missing = [("kind", kind.value == nil), ("mode", mode == nil), ("days", days.value == nil)]
      return .incomplete(fields: missing.filter(\.1).map(\.0))
    }
    let dossier = context.dossierEntity.map(context.reading)
    let due = DueDocument.before(kind, usesPurchaseOrders: dossier?.view("purchaseOrders")?.shown?.truth ?? false)
    let asked = Set(fields.texts("documents").compactMap(DueDocument.init(rawValue:)))
    var facts = AuditPlanning.Facts(
      kind: kind, mode: mode, days: days, schedule: ScheduledDay.all(of: fields, mode: mode),
      place: fields.text("place"),
      validFrom: dossier?.text("validFrom").flatMap { CivilDate($0) },
      certificateEnd: dossier?.text("certificateEnd").flatMap { CivilDate($0) },
      isRemoteSurveillanceAllowed: isRemoteSurveillanceAllowed, curesSuspension: curesSuspension,
      contract: contract.reading.contract.value,
      isNewEntrant: context.dossierEntity.map { NewEntrant.isOne(in: context.dossier, dossier: $0) } ?? false,
      splitAgreedOn: splitAgreedOn,
      turnoverNowCents: turnoverNowCents, documentsNotAsked: due.filter { !asked.contains($0) },
      unpaid: unpaid, today: context.today, targetMonth: fields.text("target"), settings: context.settings)
    facts.settingsAtStart = facts.validFrom.map(context.settings(on:))
    return .whole(facts)
  }

  var mode: AuditMode? { fields.text("mode").flatMap(AuditMode.init(rawValue:)) }

  /// Silence of the last decision is no.
  var isRemoteSurveillanceAllowed: Bool {
    context.title.flatMap { title -> Bool? in
      let view = context.reading(title).view("remoteSurveillance")
      return view?.conflict == nil ? view?.shown?.truth : false
    } ?? false
  }

  /// An audit cures a suspension only while there is one.
  private var curesSuspension: Bool {
    (fields.view("curesSuspension")?.shown?.truth ?? false)
      && context.title.flatMap { context.reading($0).text("standing") } == "suspended"
  }

  /// The agreement is the certifier's mail to the client, or the client's with it.
  private var splitAgreedOn: CivilDate? {
    let agreement = proof("splitAgreement")
    return agreement.sentOn ?? agreement.receivedOn
  }

  private var turnoverNowCents: Int64? {
    [DueDocument.bpf, .turnoverPerCategory].lazy.compactMap { document in
      audit.child("document", document.rawValue).flatMap { context.reading($0).view("turnoverCents") }
        .flatMap { $0.conflict == nil ? $0.shown?.number : nil }
    }.first
  }

  /// Invoices recorded as unpaid, settled ones included.
  var unpaid: [UnpaidInvoice] {
    context.dossier.standing(ofType: "unpaid").map { id in
      let reading = context.reading(id)
      // A payment two people date differently is not assumed in the client's favour.
      let settled = reading.view("settledOn")
      return UnpaidInvoice(
        since: reading.text("since").flatMap { CivilDate($0) },
        settledOn: settled?.conflict == nil ? settled?.shown?.text.flatMap { CivilDate($0) } : nil)
    }
  }

  /// Whether the mail of the notice is the one accepted for other days than those of now.
  var noticeToldOtherDays: Bool {
    guard let told = fields.view("noticedFor")?.shown, let mail = told["mail"]?.text, let now = fields.text("notice")
    else { return false }
    return mail.utf8.elementsEqual(now.utf8) && days.value != AuditDays(told)
  }

  /// The documents received for this audit.
  var file: PreAuditFile {
    let orders = context.dossierEntity.flatMap { context.reading($0).view("purchaseOrders")?.shown?.truth } ?? false
    let due = kind.value.map { DueDocument.before($0, usesPurchaseOrders: orders) } ?? []
    var entries: [DueDocument: PreAuditFile.Entry] = [:]
    for id in context.dossier.standing(ofType: "audit/document") where id.isBelow(audit) {
      guard let document = DueDocument(rawValue: id.localName) else { continue }
      let reading = context.reading(id)
      let current = reading.view("current")
      entries[document] = PreAuditFile.Entry(
        receivedOn: proof("mail", of: id).receivedOn, dated: reading.text("dated").flatMap { CivilDate($0) },
        isCurrent: current?.conflict == nil && current?.shown?.truth == true)
    }
    return PreAuditFile(due: due, entries: entries, previousAuditEnd: previousAuditEnd)
  }
}
