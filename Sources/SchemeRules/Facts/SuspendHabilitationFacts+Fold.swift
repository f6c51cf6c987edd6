import AuditModel
import AuditSchema
public import SyncCore

extension SuspendHabilitation.Facts {
  /// Reads a proposal, the audit it cites and the standing of the habilitation from the dossier.
  public init(proposal: EntityID, in fold: StreamFold, actor: ActActor) {
    let reading = FieldReading(fold: fold, entity: proposal)
    let audit = reading.text("audit").flatMap { EntityID($0) }
    let gaps = reading.texts("gaps").compactMap { ControlPoint.of(code: $0) }.map { point in
      SuspensionProposal.CitedGap(
        point,
        audit.flatMap { AuditNames.point($0, code: point.code) }
          .flatMap { FieldReading(fold: fold, entity: $0).text("grade") }.flatMap(CertifIAGGrade.init(rawValue:)))
    }
    var standing: CertifIAGHabilitationState?
    if case .dossier(_, let key) = fold.stream.family, let title = AuditNames.title(key) {
      standing = FieldReading(fold: fold, entity: title).text("standing")
        .flatMap(CertifIAGHabilitationState.init(rawValue:))
    }
    let conductors = audit.map { audit in
      Set(FieldReading(fold: fold, entity: audit).texts("team"))
        .union(FieldReading(fold: fold, entity: audit).text("lead").map { [$0] } ?? [])
    }
    self.init(
      standing: standing,
      proposal: SuspensionProposal(gaps: gaps, grounds: reading.text("grounds") ?? ""),
      conductors: conductors ?? [], requester: actor.user.description, requesterRoles: actor.roles)
  }
}

extension SuspendHabilitation: RuledAct {
  /// The facts of the proposal asked about.
  public static func facts(_ ruled: ActCase) -> Facts {
    Facts(proposal: ruled.entity, in: ruled.context.dossier, actor: ruled.actor)
  }

  /// The habilitation is suspended and the proposal frozen.
  public static func effects(_ ruled: ActCase) -> [Operation] {
    guard let title = ruled.context.title else { return [] }
    return [ruled.state("standing", of: title, to: act.resultingState), ruled.freeze(ruled.entity)]
  }
}
