public import SyncCore
public import SyncProtocol

/// What a line kept aside says, as somebody else writes it anew: its content with the causality that holds here.
enum QuarantineReissue {
  /// The steps of the new line.
  ///
  /// What the old one names and nobody holds, such as a refused line of its own author, is left out: the write then
  /// stands beside what it would have followed. What it had seen is no more than what there is.
  static func steps(of change: Change, in fold: StreamFold, seen most: SeenVector) -> [SyncCore.Operation] {
    change.operations.map { step in
      let over = step.over.filter { fold.holdsPredecessor($0, of: step) }
      return switch step {
      case .set(let field, let on, let to, _, let motive): .set(field, on: on, to: to, over: over, motive: motive)
      case .remove(let field, let on, let value, _): .remove(field, on: on, value: value, over: over)
      case .delete(let on, let seen, _): .delete(on, seen: clamped(seen, to: most), over: over)
      case .restore(let on, _): .restore(on, over: over)
      case .request(let act, let on, let seen): .request(act, on: on, seen: clamped(seen, to: most))
      default: step
      }
    }
  }

  private static func clamped(_ seen: SeenVector, to most: SeenVector) -> SeenVector {
    var clamped: [ReplicaID: Int] = [:]
    for (replica, seq) in seen.last {
      if let held = most.last[replica] { clamped[replica] = min(seq, held) }
    }
    return SeenVector(clamped)
  }
}

/// Why a line kept aside was not written anew: nothing changed.
public enum QuarantineFault: Error, Sendable, Equatable {
  /// No line under that number, or not for this person.
  case unknownRow
  /// Its bytes are no change: there is nothing to write.
  case unreadable
  /// It was written anew already, as this change.
  case reissued(ChangeID)
  /// The rules of admission have this against the line, whoever writes it anew.
  case refused(RefusalCode, detail: String)
}
