import AuditModel
public import SyncCore
import WorkingDays

extension UpdateCertificate: RuledAct {
  /// The facts of the declaration asked about.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = ruled.reading
    let noImpact = reading.view("noImpact")?.shown?.truth
    let mail = reading.text("mail").flatMap { EntityID($0) }.flatMap { MailRegister(ruled.context.dossier).holding($0) }
    let documents = reading.texts("documents")
    var items = Set(Item.documents.filter { item in documents.contains { $0.utf8.elementsEqual(item.rawValue.utf8) } })
    if noImpact != nil { items.insert(.impact) }
    if reading.text("effectiveOn").flatMap({ CivilDate($0) }) != nil { items.insert(.effectiveDate) }
    return Facts(
      requesterRoles: ruled.actor.roles,
      standing: CertificateRecord(ruled.context).standing,
      isDeclared: mail?.direction == .incoming && mail?.received != nil, items: items, hasImpact: noImpact.map { !$0 },
      isAudited: mail?.received.map { isAudited(since: $0, ruled.context) } ?? false)
  }

  /// What the certificate says of the body, with the day it counts from and the declaration it rests on; the change is
  /// invoiced (R-QUAL-116).
  public static func effects(_ ruled: ActCase) -> [Operation] {
    guard let title = ruled.context.title, let subject = ruled.reading.text("subject"),
      let declared = ruled.reading.view("declared")?.shown
    else { return [] }
    let before = ruled.context.reading(title).view("data")?.shown?.members ?? []
    let entry = JSONValue.sorted([
      ("declaration", .string(ruled.entity.description)),
      ("from", ruled.reading.view("effectiveOn")?.shown ?? .null), ("value", declared),
    ])
    let data = before.map { ($0.key, $0.value) }.filter { !$0.0.utf8.elementsEqual(subject.utf8) } + [(subject, entry)]
    return [ruled.set("data", of: title, to: .sorted(data))] + BillingEffects.certificateChange(ruled)
  }

  private static func isAudited(since day: CivilDate, _ context: ActContext) -> Bool {
    context.dossier.standing(ofType: "decision").contains { decision in
      guard context.dossier.acceptance(of: "decision.record", on: decision) != nil,
        let audit = context.reading(decision).text("audit").flatMap({ EntityID($0) }),
        context.reading(decision).text("outcome") == DecisionOutcome.favourable.rawValue,
        let stage = context.reading(audit).text("stage").flatMap(QualiopiAuditState.init(rawValue:)),
        stage == .decided || stage == .invoiced,
        let days = QualiopiAuditFacts.days(context.reading(audit)).value
      else { return false }
      return days.first >= day
    }
  }
}
