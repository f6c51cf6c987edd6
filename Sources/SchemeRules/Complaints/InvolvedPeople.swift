import AuditModel
import AuditSchema
public import SyncCore

/// Who took part in a matter: its auditors, its deciders, those who reviewed its report (R-ROLE-21).
public enum InvolvedPeople {
  /// The people of a matter; of the whole certification, those of all its audits, decisions and corrections.
  public static func inMatter(_ matter: ComplaintMatter, of fold: StreamFold) -> Set<UserID> {
    switch matter {
    case .unknown: []
    case .entity(let id): with(id, in: fold)
    case .certification:
      ["audit", "decision", "correction"].flatMap { fold.standing(ofType: $0) }
        .reduce(into: []) { $0.formUnion(with($1, in: fold)) }
    }
  }

  private static func with(_ matter: EntityID, in fold: StreamFold) -> Set<UserID> {
    switch matter.typePath {
    case "audit": return of(audit: matter, in: fold)
    case "nonconformity": return reference("origin", of: matter, in: fold).map { of(audit: $0, in: fold) } ?? []
    case "decision":
      let audit = reference("audit", of: matter, in: fold).map { of(audit: $0, in: fold) } ?? []
      return audit.union(requesters(on: matter, in: fold))
    case "correction":
      let key = FieldReading(fold: fold, entity: matter).text("of") ?? ""
      let corrected = key.split(separator: ":").first.flatMap { EntityID($0) }
      return (corrected.map { with($0, in: fold) } ?? []).union(requesters(on: matter, in: fold))
    default: return []
    }
  }

  private static func of(audit: EntityID, in fold: StreamFold) -> Set<UserID> {
    let reviewed = fold.standing(ofType: "audit/report").filter { $0.isBelow(audit) }.reduce(into: Set<UserID>()) {
      $0.formUnion(writers(of: $1, in: fold))
    }
    let decisions = fold.standing(ofType: "decision").filter { reference("audit", of: $0, in: fold) == audit }
      .reduce(into: Set<UserID>()) { $0.formUnion(requesters(on: $1, in: fold)) }
    return AuditConductors(of: audit, in: fold).people.union(reviewed).union(decisions)
  }

  /// Those whose decisions on the entity were accepted; the office's planning is no part in the matter.
  private static func requesters(on entity: EntityID, in fold: StreamFold) -> Set<UserID> {
    let requests = (fold.entities[entity]?.requests ?? [:]).values.filter {
      parts.contains($0.act) && $0.acceptance(in: fold) != nil
    }
    return Set(requests.map(\.by))
  }

  private static let parts: Set<ActName> = ["decision.record", "correction.record"]

  private static func writers(of entity: EntityID, in fold: StreamFold) -> Set<UserID> {
    guard let record = fold.entities[entity] else { return [] }
    let writers = record.fields.flatMap { $0.value.writes.values.map(\.by) }
    return Set(writers).subtracting([.server])
  }

  private static func reference(_ field: FieldName, of entity: EntityID, in fold: StreamFold) -> EntityID? {
    FieldReading(fold: fold, entity: entity).text(field).flatMap { EntityID($0) }
  }
}
