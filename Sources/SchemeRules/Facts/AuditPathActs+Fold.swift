import AuditModel
public import SyncCore

/// The move of a path act: the state the table leads to from where the audit stands.
extension ActCase {
  fileprivate func moved(by act: Act, from standing: QualiopiAuditState) -> [Operation] {
    standing.next(by: act.transition).map { [state("stage", of: entity, to: $0.rawValue)] } ?? []
  }
}

extension SignContract: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = PathReading(ruled)
    let contract = reading.contract.id
    let servedAnother = reading.others.contains { other in
      let kind = ruled.context.reading(other).text("kind").flatMap(QualiopiAuditKind.init(rawValue:))
      return (kind == .initial || kind == .renewal) && contract != nil
        && ruled.context.reading(other).text("contract").flatMap { EntityID($0) } == contract
    }
    return Facts(
      path: reading.path, contractServedAnotherCycle: servedAnother, certificateCycle: reading.certificateCycle)
  }

  /// The audit is contracted.
  public static func effects(_ ruled: ActCase) -> [Operation] { ruled.moved(by: act, from: facts(ruled).path.standing) }
}

extension PlanAudit: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = PathReading(ruled)
    return Facts(
      path: reading.path, plan: reading.plan,
      certificate: CertificateRecord(ruled.context).standing,
      leftOut: (reading.fields.view("dropped")?.shown?.elements ?? []).compactMap { $0.number.map(Int.init) })
  }

  /// The audit is planned.
  public static func effects(_ ruled: ActCase) -> [Operation] { ruled.moved(by: act, from: facts(ruled).path.standing) }
}

extension NameAuditor: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = PathReading(ruled)
    return Facts(
      path: reading.path, services: reading.services, cycle: reading.cycle(of: ruled.entity),
      keepRequest: reading.keepRequest, competenceGap: reading.competenceGap,
      settings: ruled.context.settings)
  }

  /// The auditor is named; who it was for stays written, whoever leads the audit later.
  public static func effects(_ ruled: ActCase) -> [Operation] {
    let path = facts(ruled).path
    return ruled.moved(by: act, from: path.standing)
      + (path.lead.value.map { [ruled.set("named", of: ruled.entity, to: .string($0))] } ?? [])
  }
}

extension NoticeAudit: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = PathReading(ruled)
    return Facts(
      path: reading.path, plan: reading.plan, file: reading.file,
      competenceGap: reading.competenceGap, rotation: reading.rotation, notice: reading.proof("notice"),
      toldOtherDays: reading.noticeToldOtherDays, contact: reading.fields.text("contact"))
  }

  /// The audit is noticed; for which days and by which mail stays written, whatever they become later.
  public static func effects(_ ruled: ActCase) -> [Operation] {
    let path = facts(ruled).path
    return ruled.moved(by: act, from: path.standing)
      + (path.days.value.map { days in
        let notice = ruled.reading.text("notice").map { [("mail", JSONValue.string($0))] } ?? []
        return [ruled.set("noticedFor", of: ruled.entity, to: .sorted(days.members + notice))]
      } ?? [])
  }
}

extension ValidateNotice: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = PathReading(ruled)
    return Facts(path: reading.path, notice: reading.proof("notice"), validation: reading.proof("validation"))
  }

  /// The notice is validated.
  public static func effects(_ ruled: ActCase) -> [Operation] { ruled.moved(by: act, from: facts(ruled).path.standing) }
}

extension SendAuditPlan: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = PathReading(ruled)
    let audit = QualiopiAuditFacts(ruled)
    var minimum: Set<QualiopiIndicator> = []
    if let kind = reading.kind.value, let dossier = ruled.context.dossierEntity {
      minimum = Set(
        AuditPreparation(fold: ruled.context.dossier, dossier: dossier, kind: kind, added: [], audit: ruled.entity)
          .scope.indicators)
    }
    return Facts(path: reading.path, scope: audit.scope, minimum: minimum, sending: reading.proof("planSent"))
  }

  /// The plan is sent.
  public static func effects(_ ruled: ActCase) -> [Operation] { ruled.moved(by: act, from: facts(ruled).path.standing) }
}

extension CancelAudit: RuledAct {
  /// The facts of the audit asked about.
  public static func facts(_ ruled: ActCase) -> Facts {
    let reading = PathReading(ruled)
    return Facts(path: reading.path, motive: reading.fields.reading("cancellation", \.text))
  }

  /// The audit is cancelled.
  public static func effects(_ ruled: ActCase) -> [Operation] { ruled.moved(by: act, from: facts(ruled).path.standing) }
}
