import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// The subject and the paragraphs of a letter.
struct LetterDraft {
  let subject: String
  let paragraphs: [String]
}

/// What a letter reads of its dossier.
struct LetterSource {
  let entity: EntityID
  /// The dossier on the day the letter bears, with the settings in force.
  let context: ActContext
  let person: (UserID) -> String?

  var fold: StreamFold { context.dossier }

  func value(_ field: FieldName, of other: EntityID? = nil) -> JSONValue? {
    fold.field(field, of: other ?? entity, schema: AuditSchema.current)?.shown
  }

  func text(_ field: FieldName, of other: EntityID? = nil) -> String? { value(field, of: other)?.text }

  func entity(_ field: FieldName) -> EntityID? { text(field).flatMap { EntityID($0) } }

  func day(_ field: FieldName) -> CivilDate? { text(field).flatMap { CivilDate($0) } }

  func require<Value>(_ value: Value?, _ fr: String, _ en: String) throws(LetterFault) -> Value {
    guard let value else { throw .missing(what: LocalizedText(fr: fr, en: en)) }
    return value
  }

  /// A text with at least one character to read.
  func required(_ field: FieldName, _ fr: String, _ en: String) throws(LetterFault) -> String {
    try require(text(field).flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }, fr, en)
  }

  func name(_ user: UserID) -> String { person(user) ?? user.description }

  /// The day in words.
  func words(_ day: CivilDate) -> String { FrenchDate.words(day) }

  /// The accepted request of an act, and its ruling: what a letter tells was ruled on.
  func accepted(_ act: ActName) throws(LetterFault) -> (request: ActRequest, ruling: Ruling) {
    guard let view = fold.entity(entity, schema: AuditSchema.current),
      let answer = ActAnswer.all(on: view, in: fold).last(where: {
        $0.request.act == act && $0.ruling?.verdict == .accepted
      }), let ruling = answer.ruling
    else { throw .notAccepted(entity) }
    return (answer.request, ruling)
  }

  /// The last day of a deadline from a day, by the settings in force that day (R-TIME-19); nil outside the calendar.
  func due(_ deadline: DeadlineID, from day: CivilDate, certificateEnd: CivilDate? = nil) -> CivilDate? {
    context.due(deadline, from: .date(day), certificateEnd: certificateEnd)?.parisDate
  }
}
