import AuditModel
import AuditSchema
public import SyncCore
public import WorkingDays

extension ReportFacts {
  /// Reads what follows the report of an audit from its dossier.
  /// - Parameter requester: who asks, with their roles.
  public init(
    _ audit: EntityID, in fold: StreamFold, requester: ActActor, today: CivilDate,
    settings: QualiopiSettings = .standard
  ) {
    let register = MailRegister(fold)
    let followUp = AuditNames.followUp(audit).map { FieldReading(fold: fold, entity: $0) }
    self.init(
      audit: QualiopiAuditFacts(audit: audit, in: fold, requester: requester.user, roles: requester.roles),
      presentedOn: followUp?.view("presented")?.shown?["mail"]?.text.flatMap { EntityID($0) }
        .flatMap { register.holding($0)?.clockStart(settings.notificationDateBasis) },
      answer: followUp?.reading("answer") { value in
        let mail = value["mail"]?.text.flatMap { EntityID($0) }
        return ReportAnswer(
          mail: mail, receivedOn: mail.flatMap { register.holding($0)?.received },
          isValidated: value["validated"]?.truth ?? false)
      } ?? .absent,
      nonConformities: NonConformityReading(fold, settings: settings, register: register).raised(by: audit),
      today: today, settings: settings)
  }

  /// Reads what follows the report of the audit a request is on.
  init(_ ruled: ActCase) {
    self.init(
      ruled.entity, in: ruled.context.dossier, requester: ruled.actor, today: ruled.context.today,
      settings: ruled.context.settings)
  }
}
