import AuditDesk
import AuditModel
import ServerCore
import SyncCore

/// What the work list needs of one stream, and no more: nothing is left of a stream that asks nothing of anybody.
struct StreamSummary: Sendable {
  /// The name of the body, of an organisation's stream.
  var name: String?
  var divergences: [WaitingDivergence] = []
  var refusals: [RefusedAct] = []
  var situations: [WaitingSituation] = []
  var audits: [WaitingAudit] = []
  var dueDates: [WaitingDueDate] = []
  var reopened: [ReopenedFile] = []
  /// Who leads an audit that is still to be closed.
  var leads: [UserID] = []

  /// Sums up a stream.
  init(of fold: StreamFold, directory: StreamFold?, seen: () throws -> SeenVector) rethrows {
    divergences = WaitingDivergence.all(in: fold)
    refusals = RefusedAct.all(in: fold)
    switch fold.stream.family {
    case .organisation(let key):
      name = AuditNames.body(key).flatMap { FactView("legalName", of: $0, in: fold).value?.text }.map(ShortText.cut)
      situations = WaitingSituation.all(in: fold, body: key)
    case .dossier:
      dueDates = WaitingDueDate.all(in: fold, directory: directory)
      reopened = ReopenedFile.all(in: fold, directory: directory)
      let boards = fold.standing(ofType: "audit").compactMap { AuditBoard($0, in: fold) }
      guard !boards.isEmpty else { return }
      let decided = WaitingAudit.decided(in: fold)
      let held = try seen()
      audits = boards.compactMap { WaitingAudit($0, in: fold, seen: held, decided: decided) }
      leads = boards.filter { WaitingAudit.isToClose($0, decided: decided) }.compactMap(\.lead)
    case .office, .directory, .other: break
    }
  }

  /// Whether there is nothing to keep.
  var isEmpty: Bool {
    name == nil && divergences.isEmpty && refusals.isEmpty && situations.isEmpty && audits.isEmpty && dueDates.isEmpty
      && reopened.isEmpty && leads.isEmpty
  }
}
