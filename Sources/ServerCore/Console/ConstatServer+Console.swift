public import AuditDesk
import AuditSchema
public import SyncCore
public import SyncProtocol

extension ConstatServer {
  /// Reads for a page: one consistent state, in the reader's scope.
  /// - Throws: what the body throws; whatever the ledger throws.
  public func look<T: Sendable>(as principal: Principal, _ body: @Sendable (ConsoleReading) throws -> T) throws -> T {
    try read { ledger, settings, folds in
      var taken = FoldCache()
      swap(&taken, &folds)
      let reading = try ConsoleReading(
        ledger: ledger, settings: settings, folds: taken, principal: principal, now: clock.now())
      taken = FoldCache()
      // What was folded for a page that then failed is folded all the same.
      defer { folds = reading.folds }
      return try body(reading)
    }
  }

  /// Writes what one intention in the browser comes to, as one change of the user's console (DESIGN §7).
  ///
  /// It takes the way of every pushed line: scope, admission, merge and rulings in one transaction, with a receipt; a
  /// refused one is kept in quarantine.
  /// - Parameters:
  ///   - shown: the heads the form showed, for each field it lets change.
  ///   - intention: reads the state inside the transaction; what it throws undoes everything.
  /// - Returns: nil when the intention says nothing new.
  /// - Throws: `Problem` `not-found` for a stream that is not there for this user, `recovering` while a rewound
  ///   server waits; what the intention throws;
  ///   `ChangeFault` for a change that fits no line; whatever the ledger throws.
  public func submit(
    in stream: StreamID, as principal: Principal, shown: [ShownField],
    intention: @Sendable (CaptureDesk) throws -> [SyncCore.Operation]
  ) throws -> ConsoleReceipt? {
    try write { workspace in
      if workspace.settings.recovery != nil { throw ProblemAnswer.recovering.problem }
      let standing = try workspace.standing(of: principal.user, device: principal.replica)
      guard standing.mayWork, standing.scope.contains(stream), try workspace.exists(stream) else {
        throw Problem(.notFound, detail: "There is no such stream for you.")
      }
      let id = ChangeID(
        replica: principal.replica, seq: try workspace.ledger.lastSeq(principal.replica) + 1)
      let marks = Array(0..<8).map { _ in workspace.random.next() }
      let desk = CaptureDesk(
        fold: try workspace.fold(stream), author: WriteAuthor(user: standing.user, roles: standing.roles),
        seen: SeenVector(try workspace.acceptedSeqs(stream)),
        shown: { field, entity in shown.first { $0.field == field && $0.entity == entity }?.heads ?? [] },
        newEntity: { type, number in
          guard
            let id = EntityID(
              "\(type)/\(id.replica)-\(id.seq)-\(number)-\(Crockford32.encode(marks[number % marks.count], digits: 8))")
          else { preconditionFailure("a type word is given by the program") }
          return id
        })
      let operations = try intention(desk)
      guard !operations.isEmpty else { return nil }
      let line = try ChangeLine(
        printing: Change(
          id: id, salt: Crockford32.encode(high: workspace.random.next(), low: workspace.random.next()),
          time: workspace.now, by: principal.user, stream: stream, operations: operations))
      var application = PushApplication(workspace: workspace, replica: principal.replica, standing: standing)
      try application.apply([PushedLine(.line(line.bytes), id: id)], seals: [])
      workspace.sealAtEnd(stream, principal.replica)
      guard let receipt = application.receipts.first?.1 else { preconditionFailure("every line is answered") }
      let rulings = try workspace.fold(stream).rulings[id].map { [$0.ruling] } ?? []
      return ConsoleReceipt(id: id, receipt: receipt, rulings: rulings)
    }
  }
}

/// The heads of one field as a form showed them.
public struct ShownField: Sendable, Hashable {
  /// The entity.
  public let entity: EntityID
  /// The field.
  public let field: FieldName
  /// The heads, ascending.
  public let heads: [ChangeID]

  /// Names what was shown.
  public init(entity: EntityID, field: FieldName, heads: [ChangeID]) {
    self.entity = entity
    self.field = field
    self.heads = heads
  }
}

/// What became of an edit in the browser.
public struct ConsoleReceipt: Sendable {
  /// The change.
  public let id: ChangeID
  /// Accepted at a position, or refused and kept in quarantine.
  public let receipt: Receipt
  /// The rulings on what it requested.
  public let rulings: [Ruling]
}
