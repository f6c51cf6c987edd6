public import AuditModel
public import SyncCore
import WorkingDays

extension BillAudit: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> Facts {
    Facts(ruled.entity, in: ruled.context.dossier, roles: ruled.actor.roles)
  }

  /// The audit is to be invoiced, and each line exists once under the audit's name.
  public static func effects(_ ruled: ActCase) -> [Operation] {
    let lines = QualiopiBilling.lines(for: facts(ruled).billing)
    return [ruled.state("stage", of: ruled.entity, to: act.resultingState)]
      + BillingEffects.steps(lines, audit: ruled.entity, ruled)
  }
}

extension BillAudit.Facts {
  /// Reads what an audit is invoiced by from its dossier; `roles` are those of who asks.
  public init(_ audit: EntityID, in fold: StreamFold, roles: Set<Role>) {
    let reading = FieldReading(fold: fold, entity: audit)
    let dossier = fold.standing(ofType: "dossier").first.map { FieldReading(fold: fold, entity: $0) }
    let kind = reading.text("kind").flatMap(QualiopiAuditKind.init(rawValue:)) ?? .surveillance
    let contract = BilledContract(of: audit, in: fold)
    let days = Self.days(reading, kind, contract)
    let firstDay =
      days.map(\.date).min() ?? reading.view("days")?.shown?["first"]?.text.flatMap { CivilDate($0) }
    let structure = dossier?.text("structure")
    let followUp = AuditNames.followUp(audit).map { FieldReading(fold: fold, entity: $0) }
    let mission = followUp?.view("mission")?.shown
    self.init(
      billing: QualiopiBilling.Facts(
        audit: audit.localName, kind: kind,
        state: QualiopiAuditState.standing(of: audit, in: fold),
        days: days, isMultiSite: structure == SiteStructure.multiSite.rawValue,
        isOverseas: structure == SiteStructure.overseas.rawValue,
        comesFromMainland: mission?["fromMainland"]?.truth ?? false,
        actualMissionCost: mission?["costCents"]?.number.flatMap(EuroCents.init(cents:)),
        isFileBilled: Self.isFileBilled(audit, contract, in: fold),
        tariff: contract?.tariff(auditedOn: firstDay) ?? firstDay.flatMap(QualiopiTariff.inForce)),
      conflicts: Self.conflicts(reading, ["kind", "mode", "schedule", "days", "contract"])
        + (followUp.map { Self.conflicts($0, ["mission"]) } ?? [])
        + (dossier.map { Self.conflicts($0, ["structure"]) } ?? []) + (contract?.conflicts ?? []),
      requesterRoles: roles)
  }

  private static func conflicts(_ reading: FieldReading, _ fields: [FieldName]) -> [String] {
    fields.filter { reading.view($0)?.conflict != nil }.map(\.description)
  }

  /// The schedule as planned; without one, the contract's half-days over the days of the audit.
  private static func days(
    _ reading: FieldReading, _ kind: QualiopiAuditKind, _ contract: BilledContract?
  ) -> [ScheduledDay] {
    let mode = reading.text("mode").flatMap(AuditMode.init(rawValue:)) ?? .onSite
    let planned = ScheduledDay.all(of: reading, mode: mode)
    if !planned.isEmpty { return planned }
    guard let value = reading.view("days")?.shown, let first = value["first"]?.text.flatMap({ CivilDate($0) }),
      let last = value["last"]?.text.flatMap({ CivilDate($0) }), let days = AuditDays(first: first, last: last),
      let duration = contract?.duration(kind)
    else { return [] }
    return ScheduledDay.spread(duration, over: days, mode: mode)
  }

  /// Whether another audit of the same cycle bears the file fee, unless it was taken off again (R-QUAL-115).
  private static func isFileBilled(_ audit: EntityID, _ contract: BilledContract?, in fold: StreamFold) -> Bool {
    let account = BillingAccount(fold)
    return account.lines.contains { line in
      guard line.code == .file, account.remainder(of: line.id).map({ $0 > .zero }) ?? false,
        let billed = EntityID("billing/\(line.id)")
          .flatMap({ FieldReading(fold: fold, entity: $0).text("audit") }).flatMap({ EntityID($0) }), billed != audit
      else { return false }
      return BilledContract(of: billed, in: fold)?.cycle == contract?.cycle
    }
  }
}
