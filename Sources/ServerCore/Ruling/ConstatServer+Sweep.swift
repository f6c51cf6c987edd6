import SchemeRules
import SyncCore
public import WorkingDays

extension ConstatServer {
  /// Writes the automatic effects that are due in all dossiers, each once: the broom behind the rulings, which write them
  /// before they judge anything (DESIGN §6).
  ///
  /// In slices of `ServerLimits.sweepSliceDossiersMax`, others' calls between them; cancelled between two slices, it has
  /// lost nothing and starts over next time. A clock that jumped by more than `ServerLimits.sweepJumpDaysMax` since the
  /// last sweep, either way, waits for a person: effects are written once and never taken back.
  /// - Parameter confirmed: whether a person looked at the clock.
  /// - Throws: `CancellationError`; whatever the ledger throws.
  public func sweep(confirmed: Bool = false) async throws -> SweepOutcome {
    let today = today()
    let last = try read { _, settings, _ in settings.sweptOn }
    if let last, !confirmed, abs(last.days(until: today)) > ServerLimits.sweepJumpDaysMax {
      return .waits(lastSweep: last, today: today)
    }
    var tally = SweepTally()
    var position: Int? = 0
    while let after = position {
      let slice = try survey(after: after)
      position = slice.next
      tally.dossiers += slice.dossiers
      if !slice.due.isEmpty {
        tally.effects += try write { workspace in
          try slice.due.reduce(0) { try $0 + AutomaticRuling(workspace: workspace).apply(to: $1) }
        }
      }
      await Task.yield()
      try Task.checkCancellation()
    }
    if last != today { try write { $0.noteSweep(on: today) } }
    return .done(tally)
  }

  /// The civil date in Paris by the server's clock.
  public func today() -> CivilDate { Instant(clampingMillisecondsSince1970: clock.now()).parisDate }

  private struct Slice {
    var dossiers = 0
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
        let dossier = try folds.passingFold(entry.stream, ledger)
        if !AutomaticEffects.due(in: ActContext(ruling: dossier, directory: directory, now: now)).isEmpty {
          slice.due.append(entry.stream)
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
}

/// What a sweep did.
public struct SweepTally: Sendable, Hashable {
  /// Dossiers looked at.
  public internal(set) var dossiers = 0
  /// Automatic effects written.
  public internal(set) var effects = 0

  /// Nothing done.
  public init() {}
}
