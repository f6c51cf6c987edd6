import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// One thing that happened to a dossier or is due, by its day.
struct TimeLineEntry: Sendable {
  /// What it is.
  enum Event: Sendable {
    case validFrom, certificateEnd
    /// The habilitation or certificate takes a state.
    case standing(String)
    case audit(AuditBoard, stage: String?)
    /// An act asked for, on an audit or on a decision or proposal about one, and its answer.
    case act(ActAnswer, outcome: String?, audit: EntityID?, gaps: [String])
    case situation(SituationReport)
    /// An automatic effect.
    case lapse(Lapse)
    case due(DossierDueDate)
  }

  let date: CivilDate
  let event: Event

  /// Everything with a day, in the order of the days; due dates whose day lies outside the calendar at its end.
  static func all(_ context: ActContext?, body: StreamFold?, key: String) -> [TimeLineEntry] {
    var entries: [TimeLineEntry] = []
    func add(_ event: Event, on text: String?) {
      guard let date = text.flatMap({ CivilDate($0) }) else { return }
      entries.append(TimeLineEntry(date: date, event: event))
    }
    if let context {
      let fold = context.dossier
      if let dossier = AuditNames.dossier(key) {
        add(.validFrom, on: FactView("validFrom", of: dossier, in: fold).value?.text)
        add(.certificateEnd, on: FactView("certificateEnd", of: dossier, in: fold).value?.text)
      }
      for board in fold.standing(ofType: "audit").compactMap({ AuditBoard($0, in: fold) }) {
        add(
          .audit(board, stage: board.stage?.rawValue),
          on: board.days?.first ?? board.view.text("startedOn"))
      }
      entries += standings(in: fold, key) + acts(in: fold) + lapses(in: fold)
      entries += DossierDueDate.open(in: context).map { TimeLineEntry(date: $0.date ?? .latest, event: .due($0)) }
    }
    if let body { for report in SituationReport.all(in: body, body: key) { add(.situation(report), on: report.on) } }
    // What fell on one day stays in the order it was found in.
    return entries.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
  }

  private init(date: CivilDate, event: Event) {
    self.date = date
    self.event = event
  }

  private init(time: Int64, event: Event) {
    self.init(date: Instant(clampingMillisecondsSince1970: time).parisDate, event: event)
  }

  private static func standings(in fold: StreamFold, _ key: String) -> [TimeLineEntry] {
    guard let title = AuditNames.title(key), let history = fold.entities[title]?.fields["standing"] else { return [] }
    return history.writes.values.sorted { $0.order < $1.order }.compactMap { write in
      write.value.text.map { TimeLineEntry(time: write.time, event: .standing($0)) }
    }
  }

  private static func acts(in fold: StreamFold) -> [TimeLineEntry] {
    var entries: [TimeLineEntry] = []
    for type in ["audit", "decision", "proposal", "title", "dossier"] {
      for id in fold.standing(ofType: type) {
        guard let view = fold.entity(id, schema: AuditSchema.current), !view.requests.isEmpty else { continue }
        let audit = type == "audit" ? id : view.text("audit").flatMap { EntityID($0) }
        let gaps = (view["gaps"]?.members ?? []).compactMap(\.value.text)
        for answer in ActAnswer.all(on: view, in: fold) {
          let event = Event.act(answer, outcome: view.text("outcome"), audit: audit, gaps: gaps)
          entries.append(TimeLineEntry(time: answer.request.time, event: event))
        }
      }
    }
    return entries.sorted { $0.date < $1.date }
  }

  private static func lapses(in fold: StreamFold) -> [TimeLineEntry] {
    fold.entities.flatMap { _, record in record.lapses }
      .compactMap { lapse in CivilDate(lapse.due).map { TimeLineEntry(date: $0, event: .lapse(lapse)) } }
      .sorted { $0.date < $1.date }
  }
}
