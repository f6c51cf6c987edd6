import AuditModel
import AuditSchema
import ServerCore
import SyncCore
import SyncProtocol
import WorkingDays

/// One thing that needs somebody, with the stream it lies in.
struct WorkEntry: Sendable {
  enum Item: Sendable {
    case divergence(WaitingDivergence, isMine: Bool)
    case reopened(ReopenedFile)
    case refusal(RefusedAct)
    case situation(WaitingSituation)
    case audit(WaitingAudit)
    case dueDate(WaitingDueDate, isOverdue: Bool)
    case silence(WorkReader.SilentDevice)
    case aside(QuarantineTally.Row)
  }

  /// Nil for what belongs to none.
  let stream: StreamID?
  let item: Item
  /// The name of the body, once the entry is among those shown; nil where none is known to the reader.
  var body: String?
}

/// The work of one reader: what of the index lies in their scope, the lines asked for and how many there are in all.
struct WorkView: Sendable {
  /// One part with the lines of one page.
  struct Part: Sendable {
    let section: WorkSection
    let total: Int
    /// How many can be paged through; fewer than `total` where only the newest are kept.
    let listed: Int
    let page: Int
    let entries: [WorkEntry]

    var pages: Int { max(1, (listed + WorkQuery.linesAPage - 1) / WorkQuery.linesAPage) }
  }

  let parts: [Part]
  /// How many of the divergences the reader may settle.
  let mine: Int
  /// The lines kept aside by reason, the most first; empty for those who may not see them.
  let asideByReason: [(reason: RefusalCode, count: Int)]
  let isWhole: Bool
  /// How far the index is; nil for those who may not know how many streams there are (law L4).
  let progress: (read: Int, of: Int)?
  /// Streams in the reader's scope that cannot be read.
  let unreadable: Int

  /// Chooses from the index: no entry of a stream outside the reader's scope gets past here (law L4).
  init(_ state: WorkState, for reader: WorkReader, _ query: WorkQuery) {
    let seesOffice = reader.scope.contains(.office)
    let sections = WorkSection.allCases.filter { $0.concerns(reader.author.roles, seesOffice: seesOffice) }
    var found = WorkSelection(state, for: reader, query)
    parts = sections.filter { query.section == nil || query.section == $0 }.map { section in
      let entries = found.take(section)
      let pages = max(1, (entries.count + WorkQuery.linesAPage - 1) / WorkQuery.linesAPage)
      let page = query.section == nil ? 1 : min(query.page, pages)
      let start = (page - 1) * WorkQuery.linesAPage
      return Part(
        section: section, total: section == .quarantine ? state.quarantine.total : entries.count,
        listed: entries.count, page: page,
        entries: entries[start..<min(start + WorkQuery.linesAPage, entries.count)].map {
          var entry = $0
          entry.body = Self.name(of: entry.stream, in: state, reader.scope)
          return entry
        })
    }
    mine = found.mine
    asideByReason =
      seesOffice
      ? state.quarantine.counts.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0.code) < ($0.1, $1.0.code) } : []
    isWhole = state.isWhole
    progress = seesOffice ? state.progress : nil
    unreadable = state.unreadable.count { reader.scope.contains($0) }
  }

  private static func name(of stream: StreamID?, in state: WorkState, _ scope: Scope) -> String? {
    guard let key = stream.flatMap(Titles.key), let body = StreamID.organisation(key), scope.contains(body) else {
      return nil
    }
    return state.summaries[body]?.name
  }
}

/// Everything of the index that counts for one reader, by part, each in its order.
struct WorkSelection {
  private var entries: [WorkSection: [WorkEntry]] = [:]
  private(set) var mine = 0

  init(_ state: WorkState, for reader: WorkReader, _ query: WorkQuery) {
    let horizon = WorkingDayCalendar().workingDay(query.days, after: reader.today) ?? reader.today
    var divergences: [(Int64, WorkEntry)] = []
    var others: [(Int64, WorkEntry)] = []
    var refusals: [(Int64, WorkEntry)] = []
    var situations: [(CivilDate, WorkEntry)] = []
    var complete: [(CivilDate, WorkEntry)] = []
    var waiting: [(CivilDate, WorkEntry)] = []
    var dueDates: [(CivilDate, WorkEntry)] = []
    var reopened: [(String, WorkEntry)] = []
    var leads: Set<UserID> = []
    for (stream, summary) in state.summaries where reader.scope.contains(stream) {
      for divergence in summary.divergences {
        let isMine = divergence.waits(for: reader.author)
        let entry = WorkEntry(stream: stream, item: .divergence(divergence, isMine: isMine))
        if isMine {
          divergences.append((divergence.since ?? 0, entry))
        } else {
          others.append((divergence.since ?? 0, entry))
        }
      }
      for refusal in summary.refusals {
        refusals.append((-refusal.time, WorkEntry(stream: stream, item: .refusal(refusal))))
      }
      for situation in summary.situations {
        situations.append((situation.on ?? .earliest, WorkEntry(stream: stream, item: .situation(situation))))
      }
      for audit in summary.audits where audit.isComplete || audit.waits(on: reader.today) {
        let entry = (audit.lastDay ?? .earliest, WorkEntry(stream: stream, item: .audit(audit)))
        if audit.isComplete { complete.append(entry) } else { waiting.append(entry) }
      }
      for due in summary.dueDates where due.counts(on: reader.today, until: horizon) {
        dueDates.append(
          (due.date, WorkEntry(stream: stream, item: .dueDate(due, isOverdue: due.date < reader.today))))
      }
      for file in summary.reopened {
        reopened.append((file.path, WorkEntry(stream: stream, item: .reopened(file))))
      }
      leads.formUnion(summary.leads)
    }
    mine = divergences.count
    entries[.divergences] = Self.sorted(divergences) + Self.sorted(others)
    entries[.reopened] = Self.sorted(reopened)
    entries[.refusals] = Self.sorted(refusals)
    entries[.situations] = Self.sorted(situations)
    entries[.audits] = Self.sorted(complete) + Self.sorted(waiting)
    // What is overdue lies before what is to come: the order of days says both.
    entries[.deadlines] = Self.sorted(dueDates)
    entries[.devices] = reader.silent.filter { $0.isAssigned || leads.contains($0.user) }
      .sorted { ($0.last, $0.device) < ($1.last, $1.device) }
      .map { WorkEntry(stream: nil, item: .silence($0)) }
    if reader.scope.contains(.office) {
      entries[.quarantine] = state.quarantine.newest.reversed().map { WorkEntry(stream: $0.stream, item: .aside($0)) }
    }
  }

  mutating func take(_ section: WorkSection) -> [WorkEntry] { entries.removeValue(forKey: section) ?? [] }

  /// By key, then by stream, so that a list reloaded is the same list.
  private static func sorted<Key: Comparable>(_ found: [(Key, WorkEntry)]) -> [WorkEntry] {
    found.sorted { left, right in
      left.0 != right.0 ? left.0 < right.0 : (left.1.stream?.description ?? "") < (right.1.stream?.description ?? "")
    }.map(\.1)
  }
}
