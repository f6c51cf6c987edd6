import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import SyncCore

/// Reads what the page of one divergence shows out of a consistent state.
struct DivergenceReading {
  let reading: ConsoleReading
  let fold: StreamFold
  let people: People
  private let words: FieldWords
  /// Who writes and reads nothing.
  private static let machines: Set<UserID> = [.server, .publicList]
  private var phrasing: Phrasing { people.phrasing }

  /// - Throws: `PageFault.notFound` for a stream that is not there for this reader; whatever the ledger throws.
  init(_ reading: ConsoleReading, stream: StreamID, phrasing: Phrasing) throws {
    guard let fold = try reading.fold(stream) else { throw PageFault.notFound }
    self.reading = reading
    self.fold = fold
    people = try People(reading, phrasing)
    words = FieldWords(people: people, fold: fold)
  }

  /// Reads a divergence, open or over.
  /// - Parameters:
  ///   - shown: the heads a form showed; nil for a page nobody sent a form from.
  ///   - seen: what a form about a deletion had shown of the stream.
  /// - Throws: `PageFault.notFound` when nothing of that name ever diverged here.
  func view(_ id: String, shown: Set<ChangeID>? = nil, seen: SeenVector? = nil) throws -> DivergenceView {
    let name = id.uppercased()
    let entity: EntityID
    let field: FieldName?
    let state: DivergenceView.State
    if let open = Divergence.all(in: fold, reader: reading.author).first(where: { $0.id == name }) {
      (entity, field) = (open.entity, open.field)
      if let conflict = open.conflict, let field {
        state = .open(try self.open(open, conflict, field))
      } else {
        state = .disputed(try disputed(open))
      }
    } else if let settled = SettledDivergence.find(name, in: fold) {
      (entity, field) = (settled.entity, settled.field)
      state = .settled(try ending(settled))
    } else if let deleted = SettledDivergence.entity(disputed: name, in: fold), let over = try ending(deleted) {
      (entity, field) = (deleted, nil)
      state = .settled(over)
    } else {
      throw PageFault.notFound
    }
    let history = field.flatMap { fold.entities[entity]?.fields[$0] }
    let values = (shown ?? []).map { ($0, history?.writes[$0]?.value) }
    let inDispute = history?.writes.values.map(\.value) ?? []
    return DivergenceView(
      place: try place(name, entity, field), state: state,
      shownValues: Dictionary(uniqueKeysWithValues: values.compactMap { id, value in value.map { (id, $0) } }),
      input: field.map { FieldInput($0, of: entity, values: inDispute, people: people) },
      news: try shown.map { try news(since: $0, seen, entity, field) } ?? [],
      reader: people.name(reading.author.user), moment: phrasing.moment(reading.now))
  }

  func attribution(_ write: Write) throws -> Attribution {
    Attribution(write, arrival: try reading.arrival(of: write.id, in: fold.stream), people: people)
  }

  func words(_ value: JSONValue?, _ field: FieldName, of entity: EntityID) -> String {
    words.words(value, field, of: entity)
  }

  // MARK: where

  private func place(_ id: String, _ entity: EntityID, _ field: FieldName?) throws -> DivergencePlace {
    let titles = Titles(phrasing: phrasing)
    let audit = audit(of: entity).flatMap { AuditBoard($0, in: fold) }
    return DivergencePlace(
      id: id, stream: fold.stream, entity: entity, field: field, body: try titles.body(fold.stream, reading),
      entityTitle: Self.capitalised(title(of: entity, titles)),
      fieldTitle: field.map { titles.field($0, of: entity) }
        ?? phrasing.say("suppression contestée", "disputed deletion"),
      audit: audit.map { ($0.id, titles.audit($0)) })
  }

  /// An audit by its days, a piece of evidence by its title, the rest as on every page.
  private func title(of entity: EntityID, _ titles: Titles) -> String {
    let title = titles.entity(entity)
    switch entity.typePath {
    case "audit": return AuditBoard(entity, in: fold).map(titles.audit) ?? title
    case "audit/evidence":
      let name = fold.field("title", of: entity, schema: AuditSchema.current)?.shown?.text
      return name.map { phrasing.say("\(title) « \($0) »", "\(title) “\($0)”") } ?? title
    default: return title
    }
  }

  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  func audit(of entity: EntityID) -> EntityID? {
    ([entity] + entity.ancestors).first { $0.typePath == "audit" }
  }

  private func right(_ divergence: Divergence) -> SettlingRight {
    let lead = audit(of: divergence.entity).flatMap { fold.field("lead", of: $0, schema: AuditSchema.current) }
    let user = lead?.conflict == nil ? lead?.shown?.text.flatMap { UserID($0) } : nil
    return SettlingRight(
      settlers: divergence.settlers, isReader: divergence.maySettle,
      isFrozen: fold.entity(divergence.entity, schema: AuditSchema.current)?.frozenAt != nil,
      lead: user.map(people.name), isLeadDisputed: lead?.conflict != nil,
      isAuthor: divergence.conflict?.alternatives.contains { $0.by == reading.author.user } ?? false)
  }

  // MARK: open

  private func open(_ divergence: Divergence, _ conflict: FieldConflict, _ field: FieldName) throws -> OpenDivergence {
    let entity = divergence.entity
    let kind = AuditSchema.current.kind(of: field, in: entity.typePath)
    let isText = kind == .text
    let context = IndicatorContext(entity, field, in: fold)
    let since =
      conflict.base.count == 1 ? conflict.base[0].value.text ?? "" : isText && conflict.base.isEmpty ? "" : nil
    let authors = Set(conflict.alternatives.map(\.by))
    let sides = try conflict.values.map { value in
      try side(
        value, conflict.alternatives.filter { $0.value == value }, field, entity, since: isText ? since : nil, context)
    }
    let isCautious = if case .cautious = kind { true } else { false }
    return OpenDivergence(
      heads: conflict.alternatives.map(\.id).sorted(), reason: conflict.reason, right: right(divergence),
      base: try conflict.base.map { try side($0.value, [$0], field, entity, since: nil, nil) }, sides: sides,
      meanwhile: words(divergence.shown, field, of: entity), isCautious: isCautious, isText: isText,
      evidence: try context?.evidence(self) ?? [],
      observations: try context?.observations(self) { !authors.contains($0) } ?? [],
      authors: conflict.alternatives.map(\.by).filter { !Self.machines.contains($0) }.reduce(into: []) { names, user in
        let name = people.name(user)
        if !names.contains(name) { names.append(name) }
      })
  }

  private func side(
    _ value: JSONValue, _ writes: [Write], _ field: FieldName, _ entity: EntityID, since base: String?,
    _ context: IndicatorContext?
  ) throws -> OpenDivergence.Side {
    let words = words(value, field, of: entity)
    let authors = Set(writes.map(\.by))
    return OpenDivergence.Side(
      id: writes[0].id, value: value, words: words,
      pieces: value.text == nil ? [TextPiece(text: words, isNew: false)] : TextPiece.pieces(of: words, since: base),
      sources: try writes.map { OpenDivergence.Source(attribution: try attribution($0), motive: $0.motive) },
      notes: try context.map { try $0.comments(self, by: authors) + $0.observations(self) { authors.contains($0) } }
        ?? [])
  }

  private func disputed(_ divergence: Divergence) throws -> DisputedDeletion {
    let entity = divergence.entity
    let view = fold.entity(entity, schema: AuditSchema.current)
    let deletions = try (view?.lifeHeads ?? []).compactMap { try reading.arrival(of: $0, in: fold.stream) }
    return DisputedDeletion(
      heads: view?.lifeHeads ?? [], right: right(divergence),
      deletions: deletions.map { arrival in
        let change = arrival.line.change
        return OpenDivergence.Source(
          attribution: Attribution(by: change.by, id: change.id, time: change.time, arrival: arrival, people: people),
          motive: DeletionMotive.read(change.id, in: fold))
      },
      seen: try reading.seen(fold.stream),
      facts: try (view?.fields ?? [:]).sorted { $0.key < $1.key }.prefix(12).compactMap { name, held in
        guard let shown = held.shown else { return nil }
        return (
          Titles(phrasing: phrasing).field(name, of: entity), words(shown, name, of: entity),
          try held.heads.last.map(attribution)
        )
      })
  }
}
