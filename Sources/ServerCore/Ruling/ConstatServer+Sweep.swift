import SchemeRules
public import SyncCore
public import WorkingDays

extension ConstatServer {
  /// Writes the automatic effects that are due in all dossiers, each once: the broom behind the rulings, which write them
  /// before they judge anything (DESIGN §6).
  ///
  /// In slices of `ServerLimits.sweepSliceDossiersMax`, others' calls between them; cancelled between two slices, it has
  /// lost nothing and starts over next time. A clock that jumped by more than `ServerLimits.sweepJumpDaysMax` since the
  /// last sweep, either way, waits for a person: effects are written once and never taken back. A dossier that cannot be
  /// read or written is named in the tally and holds up no other (L7); it is met again at its next ruling and by the
  /// next sweep.
  /// - Parameter confirmed: whether a person looked at the clock.
  /// - Throws: `CancellationError`; what the ledger throws where no dossier is at fault: busy, not durable, no tenant.
  public func sweep(confirmed: Bool = false) async throws -> SweepOutcome {
    let today = today()
    let (last, isRecovering) = try read { _, settings, _ in (settings.sweptOn, settings.recovery != nil) }
    if isRecovering { return .recovering }
    if let last, !confirmed, abs(last.days(until: today)) > ServerLimits.sweepJumpDaysMax {
      return .waits(lastSweep: last, today: today)
    }
    var tally = SweepTally()
    var position: Int? = 0
    while let after = position {
      let slice = try survey(after: after)
      position = slice.next
      tally.dossiers += slice.dossiers
      tally.failed += slice.failed
      try writeDue(slice.due, &tally)
      await Task.yield()
      try Task.checkCancellation()
    }
    if last != today { try write { $0.noteSweep(on: today) } }
    return .done(tally)
  }

  /// The civil date in Paris by the server's clock.
  public func today() -> CivilDate { Instant(clampingMillisecondsSince1970: clock.now()).parisDate }

  /// Writes what is due in the dossiers of a slice, in one transaction; where one of them fails, each in its own.
  private func writeDue(_ due: [StreamID], _ tally: inout SweepTally) throws {
    guard !due.isEmpty else { return }
    do {
      tally.effects += try write { workspace in
        try workspace.requireNotRecovering()
        return try due.reduce(0) { try $0 + AutomaticRuling(workspace: workspace).apply(to: $1) }
      }
    } catch {
      guard Self.isOfOneDossier(error) else { throw error }
      guard due.count > 1 else {
        tally.failed += due.map { SweepTally.Failure(stream: $0, reason: "\(error)") }
        return
      }
      for stream in due { try writeDue([stream], &tally) }
    }
  }

  /// Whether a fault may lie with the dossier at hand: others are worth trying.
  private static func isOfOneDossier(_ error: any Error) -> Bool {
    switch error as? LedgerFault {
    case .busy, .notDurable, .noTenant, .tenantExists: false
    case .position, .receiptExists, .damaged, .storage, nil: !(error is CancellationError || error is ProblemAnswer)
    }
  }

  private struct Slice {
    var dossiers = 0
    var failed: [SweepTally.Failure] = []
    var due: [StreamID] = []
    /// Where the next slice begins; nil past the last stream.
    var next: Int?
  }

  /// Looks at the next dossiers without writing, and without pushing any out of memory that is in use.
  private func survey(after position: Int) throws -> Slice {
    let now = clock.now()
    return try read { ledger, _, folds in
      var slice = Slice()
      let directory = try folds.fold(.directory, ledger)
      for entry in folds.streams.beyond(position) {
        guard case .dossier = entry.stream.family else { continue }
        if slice.dossiers == ServerLimits.sweepSliceDossiersMax { return slice }
        slice.dossiers += 1
        slice.next = entry.number
        do {
          let dossier = try folds.passingFold(entry.stream, ledger)
          if !AutomaticEffects.due(in: ActContext(ruling: dossier, directory: directory, now: now)).isEmpty {
            slice.due.append(entry.stream)
          }
        } catch {
          guard Self.isOfOneDossier(error) else { throw error }
          slice.failed.append(SweepTally.Failure(stream: entry.stream, reason: "\(error)"))
        }
      }
      slice.next = nil
      return slice
    }
  }
}

/// What a sweep came to.
public enum SweepOutcome: Sendable, Hashable {
  /// All dossiers were looked at.
  case done(SweepTally)
  /// The clock jumped: nothing was written, a person looks at the clock and confirms.
  case waits(lastSweep: CivilDate, today: CivilDate)
  /// The server came back rewound: nothing is concluded from a log that is not whole.
  case recovering
}

/// What a sweep did.
public struct SweepTally: Sendable, Hashable {
  /// A dossier the sweep could not deal with.
  public struct Failure: Sendable, Hashable {
    /// Which one.
    public let stream: StreamID
    /// What its fault says.
    public let reason: String
  }

  /// Dossiers looked at.
  public internal(set) var dossiers = 0
  /// Automatic effects written.
  public internal(set) var effects = 0
  /// The dossiers that failed, in the order of the log: nothing was written in them.
  public internal(set) var failed: [Failure] = []

  /// Nothing done.
  public init() {}
}
