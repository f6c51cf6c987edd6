import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import ServerHTTP
import SyncCore

/// Where somebody goes who has just settled one: to the next one that waits for them.
enum NextDivergence {
  /// The page of the next divergence the reader may settle in the stream, else in another of the same body, else the
  /// oldest anywhere, else the work list; each says by `done` what was settled.
  static func path(
    after id: String, in stream: StreamID, _ visit: Visit, _ index: WorkIndex
  ) async throws -> String {
    let done = "?done=\(id)&in=\(stream)"
    if let near = try await visit.look({ try path(beside: stream, after: id, $0) }) { return near + done }
    try await index.refresh()
    let (author, scope) = try await visit.look { ($0.author, $0.scope) }
    return (index.look { $0.oldestDivergence(for: author, in: scope) } ?? ConsolePath.work) + done
  }

  private static func path(beside stream: StreamID, after id: String, _ reading: ConsoleReading) throws -> String? {
    for candidate in streams(beside: stream) {
      guard let fold = try reading.fold(candidate) else { continue }
      let open = Divergence.all(in: fold, reader: reading.author).filter {
        $0.maySettle && fold.entity($0.entity, schema: AuditSchema.current)?.frozenAt == nil
      }
      // After the one just settled in the order of the list, then from its start.
      let place = candidate == stream ? Self.place(of: id, in: fold) : nil
      let next = place.flatMap { place in open.first { Self.order($0) > place } } ?? open.first
      if let next { return ConsolePath.divergence(next) }
    }
    return nil
  }

  private static func streams(beside stream: StreamID) -> [StreamID] {
    guard let key = Titles.key(of: stream) else { return [stream] }
    let others = Scheme.allCases.map { StreamID.dossier(scheme: $0.rawValue, key: key) } + [StreamID.organisation(key)]
    return [stream] + others.compactMap(\.self).filter { $0 != stream }
  }

  private static func order(_ divergence: Divergence) -> String {
    "\(divergence.entity)\n\(divergence.field?.description ?? "")"
  }

  private static func place(of id: String, in fold: StreamFold) -> String? {
    if let settled = SettledDivergence.find(id, in: fold) { return "\(settled.entity)\n\(settled.field)" }
    return SettledDivergence.entity(disputed: id, in: fold).map { "\($0)\n" }
  }
}

/// What was settled a moment ago, said at the top of the page one comes to: `?done=D-…&in=<stream>`.
struct DoneNotice: Sendable {
  let title: String
  let words: String
  let path: String

  /// Reads it; nil when the address names none, or none that is settled in the reader's scope.
  static func read(_ visit: Visit, _ reading: ConsoleReading) throws -> DoneNotice? {
    let query = FormFields.query(visit.request)
    guard let id = query["done"], let stream = query["in"].flatMap({ StreamID($0) }),
      try reading.fold(stream) != nil
    else { return nil }
    do {
      let view = try DivergenceReading(reading, stream: stream, phrasing: visit.phrasing).view(id)
      guard case .settled(let ending) = view.state else { return nil }
      return DoneNotice(
        title: view.place.title(visit.phrasing), words: IndicatorContext.short(ending.words, 80), path: view.place.path)
    } catch PageFault.notFound { return nil }
  }

  var values: [String: Any] { ["doneTitle": title, "doneWords": words, "donePath": path] }

  /// The partial `done-notice`.
  static let template = """
    <p class="done" role="status">[[C'est tranché, les auteurs le liront avec le motif :|Settled, the authors will read it with the motive:]] <a href="{{donePath}}">{{doneTitle}}</a> — <bdi>{{doneWords}}</bdi></p>
    """
}
