import AuditModel
import AuditSchema
public import SyncCore
public import WorkingDays

extension ReportFacts {
  /// Reads what follows the report of an audit, each delay by the readings in force at its trigger (R-TIME-19).
  /// - Parameter requester: who asks, with their roles.
  public init(_ audit: EntityID, in context: ActContext, requester: ActActor) {
    let register = MailRegister(context.dossier)
    // What an audit reads stands since its first day, as its rule pack does.
    let first = FieldReading(fold: context.dossier, entity: audit).view("days")?.shown?["first"]?.text
    let readings = first.flatMap { CivilDate($0) }.map(context.settings(on:)) ?? context.settings
    let presentedOn = Self.presentedOn(audit, in: context.dossier, register, readings)
    self.init(
      audit: QualiopiAuditFacts(
        audit: audit, in: context.dossier, requester: requester.user, roles: requester.roles),
      presentedOn: presentedOn, answer: ReportAnswer.recorded(of: audit, in: context.dossier, register: register),
      nonConformities: NonConformityReading(context, register: register).raised(by: audit), today: context.today,
      settings: presentedOn.map(context.settings(on:)) ?? context.settings)
  }

  /// Reads what follows the report of an audit by one set of readings.
  /// - Parameter requester: who asks, with their roles.
  public init(
    _ audit: EntityID, in fold: StreamFold, requester: ActActor, today: CivilDate,
    settings: QualiopiSettings = .standard
  ) {
    self.init(
      audit, in: ActContext(dossier: fold, directory: nil, today: today, settings: settings), requester: requester)
  }

  /// Reads what follows the report of the audit a request is on.
  init(_ ruled: ActCase) { self.init(ruled.entity, in: ruled.context, requester: ruled.actor) }

  private static func presentedOn(
    _ audit: EntityID, in fold: StreamFold, _ register: MailRegister, _ settings: QualiopiSettings
  ) -> CivilDate? {
    AuditNames.followUp(audit)
      .flatMap { FieldReading(fold: fold, entity: $0).view("presented")?.shown?["mail"]?.text }
      .flatMap { EntityID($0) }.flatMap { register.holding($0)?.receipt(settings.notificationDateBasis) }
  }
}

extension ReportAnswer {
  /// What is recorded of the answer to an audit's report.
  static func recorded(of audit: EntityID, in fold: StreamFold, register: MailRegister) -> FactReading<ReportAnswer> {
    guard let followUp = AuditNames.followUp(audit) else { return .absent }
    return FieldReading(fold: fold, entity: followUp).reading("answer") { value in
      let mail = value["mail"]?.text.flatMap { EntityID($0) }
      return ReportAnswer(
        mail: mail, receivedOn: mail.flatMap { register.holding($0)?.received },
        isValidated: value["validated"]?.truth ?? false, isSilence: value["none"]?.truth ?? false)
    }
  }

  /// Whether a report was closed without an answer, and none has come since (T-QUAL-A12, R-QUAL-83).
  static func isMissing(of audit: EntityID, in fold: StreamFold) -> Bool {
    guard fold.acceptance(of: "report.close", on: audit) != nil,
      fold.acceptance(of: "report.answer", on: audit) == nil
    else { return false }
    return !(recorded(of: audit, in: fold, register: MailRegister(fold)).value?.isReceived ?? false)
  }
}
