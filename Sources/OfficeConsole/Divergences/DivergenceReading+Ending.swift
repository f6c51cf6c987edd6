import AuditDesk
import AuditSchema
import ServerCore
import SyncCore

/// How a divergence ended, and what a form had not shown yet.
extension DivergenceReading {
  func ending(_ settled: SettledDivergence) throws -> Ending {
    Ending(
      words: words(settled.settling?.value ?? settled.shown, settled.field, of: settled.entity),
      isText: AuditSchema.current.kind(of: settled.field, in: settled.entity.typePath) == .text,
      motive: settled.settling?.motive, settling: try settled.settling.map(attribution),
      alternatives: try settled.alternatives.map {
        (words($0.value, settled.field, of: settled.entity), try attribution($0))
      })
  }

  /// The end of a disputed deletion: the deletion or restoration that went over another; nil when there is none.
  func ending(_ entity: EntityID) throws -> Ending? {
    guard let view = fold.entity(entity, schema: AuditSchema.current), let head = view.lifeHeads.last,
      let arrival = try reading.arrival(of: head, in: fold.stream),
      arrival.line.change.operations.contains(where: { Self.isLifeOverAnother($0, of: entity) })
    else { return nil }
    return Ending(
      words: lifeWords(isDeletion: view.life == .deleted), isText: false, motive: DeletionMotive.read(head, in: fold),
      settling: attribution(arrival), alternatives: [])
  }

  private static func isLifeOverAnother(_ operation: Operation, of entity: EntityID) -> Bool {
    switch operation {
    case .delete(let on, _, let over), .restore(let on, let over): on == entity && !over.isEmpty
    default: false
    }
  }

  private func lifeWords(isDeletion: Bool) -> String {
    isDeletion ? people.phrasing.say("supprimé", "deleted") : people.phrasing.say("restauré", "restored")
  }

  private func attribution(_ arrival: Arrival) -> Attribution {
    let change = arrival.line.change
    return Attribution(by: change.by, id: change.id, time: change.time, arrival: arrival, people: people)
  }

  /// The heads of now that a form had not shown, each with who wrote it; under a disputed deletion, the writes too.
  func news(
    since shown: Set<ChangeID>, _ seen: SeenVector?, _ entity: EntityID, _ field: FieldName?
  ) throws -> [DivergenceView.News] {
    guard let field else {
      return try lifeNews(since: shown, entity) + (seen.map { try writeNews(since: $0, entity) } ?? [])
    }
    let history = fold.entities[entity]?.fields[field]
    let heads = fold.field(field, of: entity, schema: AuditSchema.current)?.heads ?? []
    return try heads.filter { !shown.contains($0.id) }.map { write in
      let isSettling = Set(write.over.compactMap { history?.writes[$0]?.value }).count > 1
      return DivergenceView.News(
        who: people.name(write.by), words: words(write.value, field, of: entity),
        motive: isSettling ? write.motive ?? "" : nil, attribution: try attribution(write))
    }
  }

  /// The last of what was written on an entity and below it outside what a form had shown.
  private func writeNews(since seen: SeenVector, _ entity: EntityID) throws -> [DivergenceView.News] {
    var found: [(place: EntityID, field: FieldName, write: Write)] = []
    for (id, record) in fold.entities where id == entity || id.isBelow(entity) {
      for (field, history) in record.fields {
        for write in history.writes.values where !seen.contains(write.id) { found.append((id, field, write)) }
      }
    }
    let titles = Titles(phrasing: people.phrasing)
    return try found.sorted { $0.write.order < $1.write.order }.suffix(12).map { place, field, write in
      let title = "\(titles.entity(place)), \(titles.field(field, of: place))"
      return DivergenceView.News(
        who: people.name(write.by), words: "\(title) — \(words(write.value, field, of: place))", motive: nil,
        attribution: try attribution(write))
    }
  }

  private func lifeNews(since shown: Set<ChangeID>, _ entity: EntityID) throws -> [DivergenceView.News] {
    let heads = fold.entity(entity, schema: AuditSchema.current)?.lifeHeads ?? []
    return try heads.filter { !shown.contains($0) }.compactMap { head in
      guard let arrival = try reading.arrival(of: head, in: fold.stream) else { return nil }
      let isDeletion = arrival.line.change.operations.contains {
        if case .delete(entity, _, _) = $0 { true } else { false }
      }
      return DivergenceView.News(
        who: people.name(arrival.line.change.by), words: lifeWords(isDeletion: isDeletion),
        motive: DeletionMotive.read(head, in: fold), attribution: attribution(arrival))
    }
  }
}
