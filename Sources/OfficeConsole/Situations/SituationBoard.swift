import AuditDesk
import AuditModel
import AuditSchema
import SyncCore

/// An observed change with the register's fact beside it, as a fold holds them: the page and the transaction that writes
/// the answer judge by the same.
struct SituationBoard {
  struct RegisterPlace {
    let entity: EntityID
    let field: FieldName
    let fact: FactView
    /// What it would say once the observation is accepted.
    let next: JSONValue
  }

  let id: EntityID
  let fold: StreamFold
  let view: EntityView
  let subject: SituationSubject
  let observed: FactView
  let register: RegisterPlace?
  let isConfirmed: Bool
  let answer: SituationAnswer?

  /// Nil when nobody saw that, or when it was deleted.
  init?(_ id: EntityID, body key: String, in fold: StreamFold) {
    guard let view = fold.entity(id, schema: AuditSchema.current),
      let report = SituationReport.all(in: fold, body: key).first(where: { $0.id == id })
    else { return nil }
    self.id = id
    self.fold = fold
    self.view = view
    subject = SituationSubject(report.subject)
    observed = FactView("observed", of: id, in: fold)
    isConfirmed = report.isConfirmed
    answer = report.answer
    if let field = subject.registerField, let body = AuditNames.body(key) {
      let fact = FactView(field, of: body, in: fold)
      register = RegisterPlace(
        entity: body, field: field, fact: fact,
        next: subject.registerValue(observed: report.observed, before: fact.value))
    } else {
      register = nil
    }
  }

  /// Under which field the observed value reads as the register's own.
  var wordsField: FieldName { register?.field ?? "observed" }
  var wordsEntity: EntityID { register?.entity ?? id }

  /// Every head the page shows: of what was seen, of the register's fact, and of the answer.
  var allHeads: [(field: FieldName, entity: EntityID, write: Write)] {
    var places: [(FieldName, EntityID)] = [("subject", id), ("observed", id), ("answer", id)]
    if let register { places.append((register.field, register.entity)) }
    return places.flatMap { field, entity in
      (fold.field(field, of: entity, schema: AuditSchema.current)?.heads ?? []).map { (field, entity, $0) }
    }
  }

  var heads: [SituationView.ShownHead] { allHeads.map { SituationView.ShownHead(field: $0.field, id: $0.write.id) } }

  /// Whether somebody may answer, whatever the state.
  func mayAnswer(_ author: WriteAuthor) -> Bool {
    let schema = AuditSchema.current
    return [schema.rule(of: "answer", in: "situation"), register.flatMap { schema.rule(of: $0.field, in: "body") }]
      .allSatisfy { rule in rule.map { !$0.writers.isDisjoint(with: author.roles) } ?? true }
  }

  func standing(_ author: WriteAuthor, _ people: People) -> SituationView.Standing {
    if let answer {
      return .answered(
        SituationView.Answer(
          outcome: answer.outcome, motive: answer.motive,
          who: answer.source.map { people.name($0.by) } ?? "—",
          moment: answer.source.map { people.phrasing.moment($0.time) } ?? "—"))
    }
    if let disputed = disputed(author) { return .disputed(path: ConsolePath.divergence(disputed)) }
    if isConfirmed { return .confirmed }
    return mayAnswer(author) ? .open : .othersAnswer
  }

  /// What has to be settled before anybody answers; nil for nothing.
  func disputed(_ author: WriteAuthor) -> Divergence? {
    let places = Set([id] + [register?.entity].compactMap(\.self))
    return Divergence.all(in: fold, reader: author).first { divergence in
      guard places.contains(divergence.entity) else { return false }
      return divergence.entity == id ? divergence.field != "note" : divergence.field == register?.field
    }
  }
}
