import AuditModel
import AuditSchema
public import SyncCore
import WorkingDays

/// The deadlines DL-QUAL-01 to DL-QUAL-18 that run in a dossier, from its facts.
///
/// Pure: the same context gives the same deadlines on a device and on the server; nothing of it is stored.
public enum QualiopiDeadlines {
  /// Every deadline some fact of the dossier starts, done ones included, soonest first, those without a day last; none
  /// for another scheme.
  public static func all(in context: ActContext) -> [RunningDeadline] {
    guard case .dossier("qualiopi", _) = context.dossier.stream.family, let clock = DeadlineClock(context) else {
      return []
    }
    let found = clock.provider() + clock.validity() + clock.audits() + clock.nonConformities() + clock.certificate()
    return found.filter { RuleSwitches.isOn($0.ruleID) }.sorted { left, right in
      let (first, second) = (left.due?.parisDate ?? .latest, right.due?.parisDate ?? .latest)
      return (first, left.id.rawValue, left.subject.description) < (
        second, right.id.rawValue, right.subject.description
      )
    }
  }

  /// Those that are not done: what a list shows.
  public static func open(in context: ActContext) -> [RunningDeadline] { all(in: context).filter { $0.state != .done } }

  /// The auditors of an audit, its lead included: for whom « mine » is meant.
  public static func team(of audit: EntityID?, in dossier: StreamFold) -> Set<String> {
    guard let audit else { return [] }
    let reading = FieldReading(fold: dossier, entity: audit)
    return Set(reading.texts("team") + [reading.text("lead")].compactMap { $0 })
  }
}

/// Reads the facts of a dossier and turns each into the deadline it starts.
struct DeadlineClock {
  let context: ActContext
  let dossier: EntityID
  let facts: FieldReading
  let title: FieldReading
  let mail: MailRegister
  let nonConformityReading: NonConformityReading
  /// The audits of the dossier, cancelled ones left out.
  let held: [AuditDates]

  /// What the clocks read of an audit.
  struct AuditDates {
    let id: EntityID
    let kind: QualiopiAuditKind?
    let state: QualiopiAuditState?
    let startedOn: CivilDate?
    let first: CivilDate?
    let last: CivilDate?
    let reading: FieldReading

    /// Whether it has begun, planned or not.
    var hasBegun: Bool { state.map { !$0.isBefore(.inProgress) } ?? false }
  }

  init?(_ context: ActContext) {
    guard let dossier = context.dossierEntity, let title = context.title else { return nil }
    self.context = context
    self.dossier = dossier
    facts = context.reading(dossier)
    self.title = context.reading(title)
    mail = MailRegister(context.dossier)
    nonConformityReading = NonConformityReading(context, register: mail)
    held = context.dossier.standing(ofType: "audit").map { Self.dates(of: $0, context) }.filter {
      $0.state != .cancelled
    }
  }

  /// A deadline with where it stands: done, else missed once the due moment is over.
  func deadline(
    _ id: DeadlineID, on subject: EntityID, audit: EntityID? = nil, from trigger: DeadlineMoment,
    due given: DeadlineMoment? = nil, certificateEnd: CivilDate? = nil, isDone: Bool, isMissed: Bool = false
  ) -> RunningDeadline {
    let settings = context.settings(on: trigger.parisDate)
    let due = given ?? settings.due(id, from: trigger, certificateEnd: certificateEnd)
    let isOver = due.map { context.today > $0.parisDate } ?? false
    return RunningDeadline(
      id: id, subject: subject, audit: audit, trigger: trigger, due: due,
      state: isDone ? .done : isOver || isMissed ? .missed : .running,
      workingDaysLeft: due.map {
        settings.calendar.remainingWorkingDays(on: context.today, until: $0.parisDate)
      } ?? 0)
  }

  /// The day a letter is received, corrections resolved, by the readings of a day.
  func receipt(ofMail value: JSONValue?, readings day: CivilDate?) -> CivilDate? {
    guard let id = (value?["mail"]?.text ?? value?.text).flatMap({ EntityID($0) }), let item = mail.holding(id) else {
      return nil
    }
    return item.receipt((day.map(context.settings(on:)) ?? context.settings).notificationDateBasis)
  }

  func day(_ field: FieldName, _ member: String) -> CivilDate? {
    facts.view(field)?.shown?[member]?.text.flatMap { CivilDate($0) }
  }

  private static func dates(of audit: EntityID, _ context: ActContext) -> AuditDates {
    let reading = context.reading(audit)
    let days = reading.view("days")?.shown
    let started = reading.text("startedOn").flatMap { CivilDate($0) }
    return AuditDates(
      id: audit, kind: reading.text("kind").flatMap(QualiopiAuditKind.init(rawValue:)),
      state: QualiopiAuditState.standing(of: audit, in: context.dossier),
      startedOn: started, first: days?["first"]?.text.flatMap { CivilDate($0) },
      last: days?["last"]?.text.flatMap { CivilDate($0) }, reading: reading)
  }
}
