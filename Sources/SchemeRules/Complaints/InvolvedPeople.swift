import AuditModel
import AuditSchema
public import SyncCore

/// Who took part in a matter: its auditors, its deciders, those who reviewed its report (R-ROLE-21).
public enum InvolvedPeople {
  /// The people of an audit, a non-conformity, a decision, a correction or the certificate; of another matter nobody.
  public static func inMatter(_ matter: EntityID, of fold: StreamFold) -> Set<UserID> {
    switch matter.typePath {
    case "audit": return of(audit: matter, in: fold)
    case "nonconformity": return reference("origin", of: matter, in: fold).map { of(audit: $0, in: fold) } ?? []
    case "decision":
      let audit = reference("audit", of: matter, in: fold).map { of(audit: $0, in: fold) } ?? []
      return audit.union(requesters(on: matter, in: fold))
    case "correction":
      let key = FieldReading(fold: fold, entity: matter).text("of") ?? ""
      let corrected = key.split(separator: ":").first.flatMap { EntityID($0) }
      return (corrected.map { inMatter($0, of: fold) } ?? []).union(requesters(on: matter, in: fold))
    case "title":
      return ["decision", "correction"].flatMap { fold.standing(ofType: $0) }
        .reduce(into: []) { $0.formUnion(requesters(on: $1, in: fold)) }
    default: return []
    }
  }

  private static func of(audit: EntityID, in fold: StreamFold) -> Set<UserID> {
    let reading = FieldReading(fold: fold, entity: audit)
    let named = reading.texts("team").compactMap { UserID($0) }
    let later = AuditNames.followUp(audit).flatMap { FieldReading(fold: fold, entity: $0).view("lead") }
    let leads = ((reading.view("lead")?.heads ?? []) + (later?.heads ?? [])).compactMap {
      $0.value.text.flatMap { UserID($0) }
    }
    let written = ["audit/item", "audit/report", "audit/observation"].flatMap { fold.standing(ofType: $0) }
      .filter { $0.isBelow(audit) }.reduce(into: Set<UserID>()) { $0.formUnion(writers(of: $1, in: fold)) }
    let decisions = fold.standing(ofType: "decision").filter { reference("audit", of: $0, in: fold) == audit }
      .reduce(into: Set<UserID>()) { $0.formUnion(requesters(on: $1, in: fold)) }
    return written.union(decisions).union(named).union(leads).union(requesters(on: audit, in: fold))
  }

  /// Those whose acts on the entity were accepted; the office's planning is no part in the matter.
  private static func requesters(on entity: EntityID, in fold: StreamFold) -> Set<UserID> {
    let requests = (fold.entities[entity]?.requests ?? [:]).values.filter {
      parts.contains($0.act) && $0.acceptance(in: fold) != nil
    }
    return Set(requests.map(\.by))
  }

  private static let parts: Set<ActName> = [
    "audit.close", "report.present", "report.close", "report.await-evidence", "report.submit", "decision.record",
    "correction.record",
  ]

  private static func writers(of entity: EntityID, in fold: StreamFold) -> Set<UserID> {
    guard let record = fold.entities[entity] else { return [] }
    let writers = record.fields.flatMap { $0.value.writes.values.map(\.by) }
    return Set(writers).subtracting([.server])
  }

  private static func reference(_ field: FieldName, of entity: EntityID, in fold: StreamFold) -> EntityID? {
    FieldReading(fold: fold, entity: entity).text(field).flatMap { EntityID($0) }
  }
}
