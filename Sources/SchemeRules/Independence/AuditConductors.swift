import AuditModel
import AuditSchema
import SyncCore

/// Who conducted an audit (R-ROLE-01): whoever the dossier names for it, and whoever did an auditor's work on it,
/// listed in the team or not, recorded late or not.
struct AuditConductors {
  private let audit: EntityID
  private let fold: StreamFold
  private let reading: FieldReading

  init(of audit: EntityID, in fold: StreamFold) {
    self.audit = audit
    self.fold = fold
    reading = FieldReading(fold: fold, entity: audit)
  }

  /// Everybody who conducted it, the server never among them.
  var people: Set<UserID> {
    var people = Set(named("team").compactMap { $0.text.flatMap { UserID($0) } })
    people.formUnion(leads.compactMap { $0.value.text.flatMap { UserID($0) } })
    people.formUnion(work.map(\.by))
    people.formUnion(interviewers)
    people.formUnion(reportRequests.map(\.by))
    return people.subtracting([.server])
  }

  /// Where the dossier says so of one person: a write each.
  func parts(of user: UserID) -> [NewFact.Source] {
    let name = JSONValue.string(user.description)
    let view = reading.view("team")
    let members = (view?.members ?? []).filter { $0.value == name }.flatMap(\.additions)
      .compactMap { NewFact.Source(audit, "team", added: $0, in: fold) }
    let late = (view?.late ?? []).filter { $0.value == name }.map { NewFact.Source(audit, "team", $0) }
    let lead = leads.filter { $0.value == name }.map { NewFact.Source(audit, "lead", $0) }
    return members + late + lead + work.filter { $0.by == user }
  }

  // MARK: named

  private func named(_ set: FieldName) -> [JSONValue] {
    let view = reading.view(set)
    return (view?.members ?? []).map(\.value) + (view?.late ?? []).map(\.value)
  }

  /// All heads: a lead that somebody named counts, contested or not.
  private var leads: [Write] {
    let later = AuditNames.followUp(audit).flatMap { FieldReading(fold: fold, entity: $0).view("lead") }
    return [reading.view("lead"), later].compactMap { $0 }.flatMap { $0.heads + $0.late }
  }

  // MARK: work

  /// What an auditor writes: the start of the audit, its grades, observations, evidence and meeting sheets.
  private var work: [NewFact.Source] {
    let started = (fold.entities[audit]?.fields["startedOn"]?.writes.values ?? [])
      .map { NewFact.Source(audit, "startedOn", $0) }
    return started + Self.types.flatMap { fold.standing(ofType: $0) }.filter { $0.isBelow(audit) }.flatMap(writes)
  }

  private func writes(of entity: EntityID) -> [NewFact.Source] {
    guard let record = fold.entities[entity] else { return [] }
    return record.fields.sorted { $0.key.description < $1.key.description }
      .flatMap { field, history in history.writes.values.map { NewFact.Source(entity, field, $0) } }
  }

  private static let types = ["audit/item", "audit/observation", "audit/evidence", "audit/sheet"]

  private var interviewers: [UserID] { (reading.view("interviews")?.entries ?? []).map(\.by) }

  /// Acts of the lead's that nobody refused; what waits for its ruling counts.
  private var reportRequests: [ActRequest] {
    (fold.entities[audit]?.requests ?? [:]).values.filter {
      Self.reportActs.contains($0.act) && fold.rulings[$0.id]?.ruling.verdict != .refused
    }
  }

  private static let reportActs: Set<ActName> = [
    "audit.close", "report.present", "report.close", "report.await-evidence", "report.submit",
  ]
}
