import AuditModel
public import SyncCore
import WorkingDays

extension AuditIrregularities.Facts {
  /// Reads an audit and what was accepted of it from its dossier.
  public init(audit: EntityID, in context: ActContext) {
    // Nobody asks for anything here: what is marked is the same for every reader.
    let reading = PathReading(audit, in: context, actor: ActActor(user: .server, roles: []))
    let starters = reading.fields.view("startedOn")?.heads.map(\.by.description) ?? []
    let validFrom = context.dossierEntity.flatMap { context.reading($0).text("validFrom") }.flatMap { CivilDate($0) }
    self.init(
      startedOn: reading.fields.text("startedOn").flatMap { CivilDate($0) }, kind: reading.kind.value,
      mode: reading.mode, acceptedActs: reading.acceptedActs, file: reading.file, unpaid: reading.unpaid,
      validFrom: validFrom,
      isRemoteSurveillanceAllowed: reading.isRemoteSurveillanceAllowed, named: reading.fields.text("named"),
      conductors: Set(starters + (reading.fields.text("lead").map { [$0] } ?? [])),
      rotation: reading.rotation, settings: validFrom.map(context.settings(on:)) ?? context.settings)
  }
}
