import AuditDesk
import AuditSchema
import SyncCore

/// A value that stands against others, as people read it: what the desk says of its field, and a cleared one named as such.
struct FieldWords {
  private let fields: FieldPhrasing

  init(people: People, fold: StreamFold) {
    let titles = Titles(phrasing: people.phrasing)
    fields = FieldPhrasing(people.phrasing.language, of: fold.stream, person: { people.name($0) }) { audit in
      AuditBoard(audit, in: fold).map { titles.audit($0) }
    }
  }

  func words(_ value: JSONValue?, _ field: FieldName, of entity: EntityID) -> String {
    guard let value, value != .null else { return fields.phrasing.say("rien (effacé)", "nothing (cleared)") }
    return fields.words(value, of: field, in: entity.typePath)
  }
}
