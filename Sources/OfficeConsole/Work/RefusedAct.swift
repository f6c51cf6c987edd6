import AuditSchema
import SchemeRules
import SyncCore

/// An act the server refused and nobody has asked for again since: somebody is owed an explanation.
struct RefusedAct: Sendable {
  let path: String
  let act: ActName
  let by: UserID
  /// When it was refused, by the server's clock.
  let time: Int64
  let rules: [String]
  let reasons: [RuleReason]

  /// The refusals of a stream that stand.
  ///
  /// Of several requests of one act on the same thing the last ruling counts, by the server's clock. Decisions and
  /// proposals are written anew when they are repeated: theirs is the audit they name.
  static func all(in fold: StreamFold) -> [RefusedAct] {
    var last: [Subject: (ruling: StreamFold.RulingRecord, request: ActRequest)] = [:]
    for (entity, record) in fold.entities where !record.requests.isEmpty && fold.life(of: entity) != .deleted {
      let about = audit(of: entity, in: fold) ?? entity
      for request in record.requests.values {
        guard let ruling = fold.rulings[request.id] else { continue }
        let subject = Subject(act: request.act, about: about)
        if let known = last[subject], (known.ruling.time, known.ruling.id) > (ruling.time, ruling.id) { continue }
        last[subject] = (ruling, request)
      }
    }
    return last.filter { $0.value.ruling.ruling.verdict == .refused }.map { subject, answer in
      RefusedAct(
        path: subject.about.typePath == "audit"
          ? ConsolePath.audit(fold.stream, subject.about) : ConsolePath.stream(fold.stream),
        act: subject.act, by: answer.request.by, time: answer.ruling.time, rules: answer.ruling.ruling.rules,
        reasons: RulingReasons.read(answer.ruling.ruling.reasons))
    }.sorted { ($0.time, $0.path) < ($1.time, $1.path) }
  }

  /// The audit an entity belongs to, or names.
  static func audit(of entity: EntityID, in fold: StreamFold) -> EntityID? {
    Settlers.audit(of: entity)
      ?? fold.field("audit", of: entity, schema: AuditSchema.current)?.shown?.text.flatMap { EntityID($0) }
  }

  private struct Subject: Hashable {
    let act: ActName
    let about: EntityID
  }
}
