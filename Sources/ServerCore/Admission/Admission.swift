import AuditModel
import AuditSchema
import SyncCore
import SyncProtocol

/// Judges one line after another of a push (DESIGN §4, §7; law L11: authority, scope and limits, never a scheme's rule).
struct Admission {
  /// What becomes of a line.
  enum Verdict {
    case accepted(ChangeLine)
    case refused(RefusalCode, detail: String)
  }

  let workspace: Workspace
  let replica: ReplicaID
  var standing: Standing
  /// Seqs of this push that were refused, which later lines of it may name.
  private var refusedHere: Set<Int> = []
  /// Streams this push has opened.
  private(set) var opened: [StreamID] = []

  init(workspace: Workspace, replica: ReplicaID, standing: Standing) {
    self.workspace = workspace
    self.replica = replica
    self.standing = standing
  }

  /// Judges a line; one that opens a stream widens the scope for those after it.
  mutating func judge(_ line: PushedLine) throws -> Verdict {
    let verdict = try verdict(line)
    switch verdict {
    case .refused: refusedHere.insert(line.id.seq)
    case .accepted(let accepted):
      let stream = accepted.change.stream
      if !standing.scope.contains(stream), !standing.handedOn.contains(stream) {
        standing.scope.open(stream)
        opened.append(stream)
      }
    }
    return verdict
  }

  private func verdict(_ pushed: PushedLine) throws -> Verdict {
    let line: ChangeLine
    switch pushed.reading {
    case .void: return .refused(.void, detail: "")
    case .unreadable(let fault): return .refused(.unreadable(code: fault.code), detail: Self.place(of: fault))
    case .change(let read): line = read
    }
    let change = line.change
    guard change.id == pushed.id else {
      return .refused(.misplaced, detail: change.id.replica == pushed.id.replica ? "seq" : "replica")
    }
    guard change.by == standing.user else { return .refused(.wrongAuthor, detail: "by") }
    guard Self.isOfUse(change.stream) else { return .refused(.unknownStream, detail: "stream") }
    guard standing.mayWork, try isInScope(change.stream) else { return .refused(.outOfScope, detail: "stream") }
    for (place, step) in change.operations.enumerated() where step.isServerOnly {
      return .refused(.serverOnlyStep, detail: "ops[\(place)]")
    }
    let fold = try workspace.fold(change.stream)
    for (place, step) in change.operations.enumerated() {
      for id in step.over where !fold.holdsPredecessor(id, of: step) {
        guard try isOwnRefused(id) else { return .refused(.unknownOver, detail: "ops[\(place)].over") }
      }
      if let seen = Self.seen(by: step), try isBeyondFrontier(seen, of: change) {
        return .refused(.seenBeyondFrontier, detail: "ops[\(place)].seen")
      }
    }
    return try judgeAuthority(line, fold: fold)
  }

  // MARK: streams

  /// Whether this version has a use for streams of that name.
  static func isOfUse(_ stream: StreamID) -> Bool {
    switch stream.family {
    case .organisation, .office, .directory: true
    case .dossier(let scheme, _): Scheme(rawValue: scheme) != nil
    case .other: false
    }
  }

  private func isInScope(_ stream: StreamID) throws -> Bool {
    switch stream.family {
    case .office, .directory: return standing.scope.contains(stream)
    case .organisation, .dossier, .other: break
    }
    if standing.handedOn.contains(stream) { return true }
    if standing.mayWriteAll { return true }
    if case .listed = standing.scope.extent, standing.scope.contains(stream) { return true }
    // Nobody but the office and auditors opens streams; those who see everything see only what exists.
    return try workspace.exists(stream) ? standing.scope.contains(stream) : standing.mayOpenStreams
  }

  // MARK: causality

  private func isOwnRefused(_ id: ChangeID) throws -> Bool {
    guard id.replica == replica else { return false }
    if refusedHere.contains(id.seq) { return true }
    guard let receipt = try workspace.ledger.receipt(id)?.receipt, case .refused = receipt else { return false }
    return true
  }

  private static func seen(by step: SyncCore.Operation) -> SeenVector? {
    switch step {
    case .delete(_, let seen, _), .request(_, _, let seen): seen
    default: nil
    }
  }

  /// The replica's own lines before this one count as seen, those refused among them.
  private func isBeyondFrontier(_ seen: SeenVector, of change: Change) throws -> Bool {
    for (other, seq) in seen.last {
      if other == replica ? seq >= change.id.seq : try seq > workspace.acceptedSeq(change.stream, other) { return true }
    }
    return false
  }

  // MARK: authority

  func judgeAuthority(_ line: ChangeLine, fold: StreamFold) throws -> Verdict {
    if standing.roles.contains(.inspector), standing.roles.count == 1 {
      return .refused(.notWriter, detail: Role.inspector.rawValue)
    }
    let author = WriteAuthor(user: standing.user, roles: standing.roles)
    for step in line.change.operations {
      switch AuditSchema.current.judge(step, of: line.change, author: author, fold: fold) {
      case nil: continue
      case .notWriter(let detail): return .refused(.notWriter, detail: detail)
      case .notSettler(let detail): return .refused(.notSettler, detail: detail)
      case .wrongKind(let detail): return .refused(.wrongKind, detail: detail)
      }
    }
    return .accepted(line)
  }

  /// The member or step a fault is about: names of the format, never what was written.
  private static func place(of fault: ChangeFault) -> String {
    switch fault {
    case .envelope(let key): key
    case .operation(let place, let key): Self.formatKeys.contains(key) ? "ops[\(place)].\(key)" : "ops[\(place)]"
    default: ""
    }
  }

  private static let formatKeys: Set<String> = [
    "object", "set", "add", "remove", "append", "delete", "restore", "request", "rule", "state", "freeze", "thaw",
    "lapse", "erase", "on", "to", "over", "motive", "value", "answers", "seen", "verdict", "rules", "pack", "reasons",
    "at", "due", "skeleton", "ground",
  ]
}
