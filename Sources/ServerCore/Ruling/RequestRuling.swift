import SchemeRules
import SyncCore
import WorkingDays

/// Rules on the requests of a change right after it, in the same transaction (DESIGN §6).
struct RequestRuling {
  let workspace: Workspace
  let standing: Standing
  /// The digest of the stream's state before the change, where one of its requests is bound to it.
  let stateBefore: SyncCore.Digest?

  /// Writes the ruling of each request with its effects, as one change of the server's replica.
  func rule(on change: Change) throws {
    for step in change.operations {
      guard case .request(_, let on, let seen) = step else { continue }
      let context = try workspace.actContext(change.stream)
      guard let request = context.dossier.entities[on]?.requests[change.id] else { continue }
      let judgement = ActJudge.judge(
        ActCase(
          request: request, entity: on, context: context,
          actor: ActActor(user: standing.user, roles: standing.roles), stateBefore: stateBefore),
        seat: .server, isStale: try isStale(change, seen: seen))
      let ruling = Ruling(
        request: change.id, verdict: judgement.verdict, rules: judgement.rules, pack: judgement.pack,
        reasons: judgement.reasons)
      do {
        try workspace.write([.rule(ruling)] + judgement.effects, in: change.stream, as: .server)
      } catch is ChangeFault {
        // A ruling that does not fit a line must not hold up the push it came with (law L7): it is refused instead.
        let refusal = Ruling(
          request: change.id, verdict: .refused, rules: judgement.rules, pack: judgement.pack,
          reasons: .sorted([("code", "ruling-too-large")]))
        try workspace.write([.rule(refusal)], in: change.stream, as: .server)
      }
    }
  }

  /// Whether something accepted lies outside what the asker had seen.
  ///
  /// The asker's own lines count as seen; so do the server's: rulings on the asker's earlier requests of the same push,
  /// and what follows from anybody else's request is outside by that request itself.
  private func isStale(_ change: Change, seen: SeenVector) throws -> Bool {
    try workspace.acceptedSeqs(change.stream).contains { replica, seq in
      try replica != change.id.replica && seq > (seen.last[replica] ?? 0) && !workspace.isServers(replica)
    }
  }
}
