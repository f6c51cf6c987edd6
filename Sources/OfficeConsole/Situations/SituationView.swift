import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore

/// What the page of an observed change shows: the register beside what somebody saw (R-ROLE-19).
struct SituationView: Sendable {
  let stream: StreamID
  let entity: EntityID
  let body: String
  let subject: SituationSubject
  let observed: String
  let observedBy: Attribution?
  let seenOn: String?
  let proofDue: String?
  let note: String?
  let register: Register?
  let standing: Standing
  /// The heads the page shows, by the field they stand in.
  let heads: [ShownHead]
  let news: [News]

  /// What the register says of the same thing; nil for what it does not hold.
  struct Register: Sendable {
    let entity: EntityID
    let field: FieldName
    let label: String
    let words: String
    let by: Attribution?
    /// What it would say once the observation is accepted.
    let next: JSONValue
    let nextWords: String
    let isDisputed: Bool
  }

  enum Standing: Sendable, Equatable {
    /// The reader may answer.
    case open
    /// Somebody else answers.
    case othersAnswer
    /// What was seen, or the register, is itself disputed: that comes first, at this address.
    case disputed(path: String)
    /// The register has come to say the same.
    case confirmed
    /// The office has answered.
    case answered(Answer)
  }

  struct Answer: Sendable, Equatable {
    let outcome: SituationAnswer.Outcome
    let motive: String
    let who: String
    let moment: String
  }

  /// One head under the name of its field, as the form carries it.
  struct ShownHead: Sendable, Hashable {
    let field: FieldName
    let id: ChangeID

    var text: String { "\(field) \(id)" }

    init(field: FieldName, id: ChangeID) {
      self.field = field
      self.id = id
    }

    init?(_ text: String) {
      let parts = text.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 2, let field = FieldName(parts[0]), let id = ChangeID(String(parts[1])) else { return nil }
      self.init(field: field, id: id)
    }
  }

  /// A head a form had not shown.
  struct News: Sendable {
    let label: String
    let words: String
    let by: Attribution
  }
}

extension SituationView {
  /// Reads an observed change.
  /// - Parameter shown: what a form showed; nil for a page nobody sent a form from.
  /// - Throws: `PageFault.notFound` for one that is not there for this reader; whatever the ledger throws.
  init(
    _ reading: ConsoleReading, _ stream: StreamID, _ name: String, shown: Set<ShownHead>?, phrasing: Phrasing
  ) throws {
    guard case .organisation(let key) = stream.family, let entity = EntityID("situation/\(name)"),
      let fold = try reading.fold(stream), let board = SituationBoard(entity, body: key, in: fold)
    else { throw PageFault.notFound }
    let people = try People(reading, phrasing)
    let words = FieldWords(people: people, fold: fold)
    func attribution(_ write: Write?) throws -> Attribution? {
      try write.map { Attribution($0, arrival: try reading.arrival(of: $0.id, in: stream), people: people) }
    }
    self.stream = stream
    self.entity = entity
    body = try Titles(phrasing: phrasing).body(stream, reading)
    subject = board.subject
    observed = words.words(board.observed.value, board.wordsField, of: board.wordsEntity)
    observedBy = try attribution(board.observed.source)
    seenOn = board.view.text("on").map { phrasing.day($0) }
    proofDue = board.view.text("proofDue")
    note = board.view.text("note")
    register = try board.register.map { place in
      Register(
        entity: place.entity, field: place.field,
        label: Titles(phrasing: phrasing).field(place.field, of: place.entity),
        words: place.fact.value == nil
          ? phrasing.say("rien", "nothing") : words.words(place.fact.value, place.field, of: place.entity),
        by: try attribution(place.fact.source), next: place.next,
        nextWords: words.words(place.next, place.field, of: place.entity), isDisputed: place.fact.isDisputed)
    }
    standing = board.standing(reading.author, people)
    heads = board.heads
    news =
      try shown.map { shown in
        try board.allHeads.filter { !shown.contains(ShownHead(field: $0.field, id: $0.write.id)) }.compactMap { head in
          guard let by = try attribution(head.write) else { return nil }
          return News(
            label: Titles(phrasing: phrasing).field(head.field, of: head.entity),
            words: words.words(head.write.value, head.field, of: head.entity), by: by)
        }
      } ?? []
  }
}
