import AuditModel
public import SyncCore
import SyncProtocol

extension ConstatServer {
  /// Writes anew what a line kept aside says, as a change of the console of whoever admits it, with `was` (DESIGN §3).
  ///
  /// It is judged like any other line of theirs: authority, scope, limits, and rulings on what it asks for. The line
  /// kept aside stays where it is.
  /// - Parameter number: the row of the line in quarantine.
  /// - Returns: the new change, accepted, with the rulings on what it requested.
  /// - Throws: `QuarantineFault`, with nothing written; `ChangeFault` for content that fits no line; whatever the ledger
  ///   throws.
  public func reissue(_ number: Int, as principal: Principal) throws -> ConsoleReceipt {
    try write { workspace in
      try workspace.requireNotRecovering()
      let standing = try workspace.standing(of: principal.user, device: principal.replica)
      guard standing.mayWork, !standing.roles.isDisjoint(with: Self.admitting),
        let row = try workspace.ledger.quarantine(after: number - 1, limit: 1).first, row.number == number
      else { throw QuarantineFault.unknownRow }
      guard let old = row.change else { throw QuarantineFault.unreadable }
      if let done = try Reissues(of: old.stream, workspace.ledger)[row.id] { throw QuarantineFault.reissued(done) }
      let id = ChangeID(replica: principal.replica, seq: try workspace.ledger.lastSeq(principal.replica) + 1)
      let seen = SeenVector(try workspace.acceptedSeqs(old.stream))
      let line = try ChangeLine(
        printing: Change(
          id: id, salt: Crockford32.encode(high: workspace.random.next(), low: workspace.random.next()),
          time: workspace.now, by: principal.user, stream: old.stream,
          operations: QuarantineReissue.steps(of: old, in: try workspace.fold(old.stream), seen: seen), was: row.id))
      var application = PushApplication(workspace: workspace, replica: principal.replica, standing: standing)
      try application.apply([PushedLine(.line(line.bytes), id: id)], seals: [])
      guard let receipt = application.receipts.first?.1 else { preconditionFailure("every line is answered") }
      // Thrown, and so undone: a refused attempt leaves no second line aside.
      if case .refused(let code, let detail) = receipt { throw QuarantineFault.refused(code, detail: detail) }
      workspace.sealAtEnd(old.stream, principal.replica)
      let rulings = try workspace.fold(old.stream).rulings[id].map { [$0.ruling] } ?? []
      return ConsoleReceipt(id: id, receipt: receipt, rulings: rulings)
    }
  }

  /// Who sees what was kept aside, and admits it.
  static let admitting: Set<Role> = [.office, .administrator]
}

extension QuarantineRow {
  /// The change the bytes hold; nil where they are none.
  public var change: Change? {
    do throws(ChangeFault) {
      return try ChangeLine(bytes).change
    } catch {
      return nil  // why is in `code`
    }
  }
}

/// The lines of a stream that write anew what was kept aside.
public struct Reissues: Sendable {
  private let changes: [ChangeID: ChangeID]

  init(of stream: StreamID, _ ledger: any LedgerReading) throws {
    let mark = Array("\"was\":\"".utf8)
    var changes: [ChangeID: ChangeID] = [:]
    try ledger.visit(stream, after: 0, through: Int.max) { record in
      // Few lines bear it: the others are not read.
      guard record.kind == .line, record.frame.firstRange(of: mark) != nil, let arrival = try Arrival(record),
        let was = arrival.line.change.was
      else { return true }
      changes[was] = arrival.line.change.id
      return true
    }
    self.changes = changes
  }

  /// The change that writes a line anew; nil while nobody did.
  public subscript(id: ChangeID) -> ChangeID? { changes[id] }
}
