import SchemeRules
import SyncCore

/// Rules on the requests that came back without a ruling, in the order of the log.
struct OpenRequests {
  let workspace: Workspace

  /// - Returns: how many were ruled on.
  func rule(after position: Int) throws -> Int {
    var open: [Change] = []
    try workspace.ledger.visit(nil, after: position, through: workspace.tip.position) { record in
      if let change = try record.line()?.change, change.asksForAnAct { open.append(change) }
      return true
    }
    var ruled = 0
    for change in open where try workspace.fold(change.stream).rulings[change.id] == nil {
      guard let owner = try workspace.ledger.owner(change.id.replica) else { continue }
      // What is over by date is so before anybody is ruled on (DESIGN §6).
      try AutomaticRuling(workspace: workspace).apply(to: change.stream)
      let stateBefore = change.asksForABoundAct ? try workspace.stateDigest(of: change.stream) : nil
      let standing = try workspace.standing(of: owner.user, device: owner.device)
      try RequestRuling(workspace: workspace, standing: standing, stateBefore: stateBefore).rule(on: change)
      ruled += 1
    }
    return ruled
  }
}
