package import SyncCore

extension ConstatServer {
  /// Reads as the server itself, for an index of the console that serves everybody.
  ///
  /// No scope stands in front of it, which is why it does not leave the package: whoever makes something of it shows
  /// nobody a line before `Scope.contains` of the reader's own `ConsoleReading` has let its stream through (law L4).
  /// - Throws: what the body throws; whatever the ledger throws.
  package func survey<T: Sendable>(_ body: @Sendable (SurveyReading) throws -> T) throws -> T {
    try read { ledger, _, folds in
      var taken = FoldCache()
      swap(&taken, &folds)
      let reading = SurveyReading(ledger: ledger, folds: taken)
      taken = FoldCache()
      defer { folds = reading.folds }
      return try body(reading)
    }
  }
}

/// One consistent state of the whole tenant, for passing over every stream once.
package final class SurveyReading {
  private let ledger: any LedgerReading
  // Borrowed for what it holds; passing over streams neither fills nor empties it.
  fileprivate let folds: FoldCache

  init(ledger: any LedgerReading, folds: consuming FoldCache) {
    self.ledger = ledger
    self.folds = folds
  }

  /// The end of the log.
  package var position: Int { folds.through }

  /// Every stream, in the order they began.
  package func streams() throws -> [StreamID] { try ledger.streams(firstAfter: 0).map(\.stream) }

  /// The streams written to after a position, each once.
  package func streams(changedAfter position: Int) throws -> Set<StreamID> {
    var changed: Set<StreamID> = []
    try ledger.scan(nil, after: position, through: folds.through) { place, _ in
      changed.insert(place.stream)
      return true
    }
    return changed
  }

  /// The state of a stream, not kept beyond this reading; empty for a stream there is none of.
  package func fold(_ stream: StreamID) throws -> StreamFold { try folds.passingFold(stream, ledger) }

  /// What the server holds of a stream.
  package func seen(_ stream: StreamID) throws -> SeenVector {
    SeenVector(try ledger.chains(stream).mapValues(\.acceptedSeq))
  }

  /// The lines kept aside, in order of arrival, beyond a row number.
  package func quarantine(after number: Int, limit: Int) throws -> [QuarantineRow] {
    try ledger.quarantine(after: number, limit: limit)
  }
}
