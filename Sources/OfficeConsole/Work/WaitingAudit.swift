import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// An audit whose report is not presented yet, with the devices that are done and those it waits for.
struct WaitingAudit: Sendable {
  let path: String
  let title: LocalizedText
  let lead: UserID?
  let lastDay: CivilDate?
  let isComplete: Bool
  /// Whether any device has said it is done.
  let hasBegunToEnd: Bool
  /// Members of the team none of whose devices said so.
  let missing: [UserID]
  /// Devices that said so, some of whose lines have not come.
  let underWay: [Completeness.Device]

  /// Whether it waits for somebody: a device is done and others are not, or its last day has come and none is.
  func waits(on today: CivilDate) -> Bool {
    !isComplete && (hasBegunToEnd || lastDay.map { $0 <= today } ?? false)
  }

  /// Reads an audit; nil once its report is presented, it is cancelled or decided, and before it has a day.
  init?(_ board: AuditBoard, in fold: StreamFold, seen: SeenVector, decided: Set<EntityID>) {
    if let stage = Self.stage(of: board), !stage.isBefore(.reportProvisional) { return nil }
    // Schemes without a machine of the audit: what was decided of it ends it.
    if decided.contains(board.id) { return nil }
    let completeness = Completeness(of: board, in: fold, seen: seen)
    let lastDay = board.days.flatMap { CivilDate($0.last) }
    // Without a day and without a device that is done, nothing says that anybody is late.
    guard lastDay != nil || !completeness.done.isEmpty else { return nil }
    path = ConsolePath.audit(fold.stream, board.id)
    title = LocalizedText(
      fr: Titles(phrasing: Phrasing(.french)).audit(board), en: Titles(phrasing: Phrasing(.english)).audit(board))
    lead = board.lead
    self.lastDay = lastDay
    isComplete = completeness.isComplete
    hasBegunToEnd = !completeness.done.isEmpty
    missing = completeness.missing
    underWay = completeness.done.filter { !$0.isWhole }
  }

  static func stage(of board: AuditBoard) -> QualiopiAuditState? {
    board.view.text("stage").flatMap(QualiopiAuditState.init(rawValue:))
  }

  /// Whether an audit is still to be closed: its lead's device is expected to be heard of.
  static func isToClose(_ board: AuditBoard, decided: Set<EntityID>) -> Bool {
    (stage(of: board)?.isBefore(.done) ?? true) && !decided.contains(board.id)
  }

  /// The audits an accepted decision or proposal names.
  static func decided(in fold: StreamFold) -> Set<EntityID> {
    var audits: Set<EntityID> = []
    for (entity, record) in fold.entities where Settlers.audit(of: entity) == nil {
      guard record.requests.keys.contains(where: { fold.rulings[$0]?.ruling.verdict == .accepted }),
        let audit = RefusedAct.audit(of: entity, in: fold)
      else { continue }
      audits.insert(audit)
    }
    return audits
  }
}
