import AuditModel
import AuditSchema
import SyncCore

/// Work on a dossier that was handed on to a colleague while this device was away: written before the device could know,
/// so it is admitted, with the answer that tells the device to let go (DESIGN §7; law L4 holds for what is read).
///
/// Handing on is one change that takes from one and gives to another. The device's own bookmark proves what it had been
/// told: while it shows the stream entered and lies before that change, the device has not answered; from its next bookmark
/// on the stream is out of scope like any other. A bookmark older than `ServerLimits.handedOnDaysMax` proves nothing any
/// more, nor does that of a device declared lost.
struct HandedOnWork {
  let bookmark: Bookmark
  let streams: StreamIndex
  let assignments: AssignmentView
  let directory: DirectoryView
  let ledger: any LedgerReading
  let device: ReplicaID

  /// Those of the streams a push touches that its author may still write to.
  /// - Throws: what the ledger throws.
  func streams(among pushed: Set<StreamID>, standing: Standing) throws -> Set<StreamID> {
    guard standing.mayWork, standing.needsAssignment, directory.device(device)?.isLost != true else { return [] }
    let candidates = pushed.filter { stream in
      guard !standing.scope.contains(stream), let number = streams.number(of: stream) else { return false }
      return bookmark.entered.contains(stream, number: number)
    }
    guard !candidates.isEmpty else { return [] }
    // An organisation goes with its dossiers.
    return try handedOn(from: standing.user).reduce(into: Set()) { $0.formUnion(Scope.whole($1)) }
      .intersection(candidates)
  }

  /// What went from a user to somebody active who holds it still, in changes the device has not heard of.
  private func handedOn(from user: UserID) throws -> Set<StreamID> {
    guard let source = AuditNames.assignment(user) else { return [] }
    var found: Set<StreamID> = []
    try ledger.visit(.office, after: bookmark.position, through: .max) { record in
      guard let operations = try record.line()?.change.operations else { return true }
      for step in operations {
        guard case .remove(_, source, let value, _) = step, let stream = value.text.flatMap({ StreamID($0) }) else {
          continue
        }
        if operations.contains(where: { isGiven(value, of: stream, by: $0, notTo: user) }) { found.insert(stream) }
      }
      return true
    }
    return found
  }

  private func isGiven(_ value: JSONValue, of stream: StreamID, by step: SyncCore.Operation, notTo user: UserID) -> Bool
  {
    guard case .add(_, let entity, value) = step, let target = AuditNames.assignee(of: entity), target != user else {
      return false
    }
    return directory.isActive(target) && assignments.streams(of: target).contains(stream)
  }
}
