import ServerCore
import SyncCore
import Synchronization

/// A ledger that counts its transactions and refuses those a test wants refused.
final class WatchedLedger: Ledger {
  struct State {
    /// Writing transactions begun.
    var begun = 0
    /// Writing transactions that became durable.
    var committed = 0
    /// Whether another process holds the storage.
    var isBusy = false
    /// The line whose receipt the storage cannot take.
    var unstorable: ChangeID?
  }

  private let ledger: any Ledger
  private let state = Mutex(State())

  init(_ ledger: any Ledger) { self.ledger = ledger }

  var begun: Int { state.withLock { $0.begun } }
  var committed: Int { state.withLock { $0.committed } }

  /// Counts from here on, under these conditions.
  func startOver(isBusy: Bool = false, unstorable: ChangeID? = nil) {
    state.withLock { $0 = State(isBusy: isBusy, unstorable: unstorable) }
  }

  func write<T>(_ body: (any LedgerTransaction) throws -> T) throws -> T {
    let (isBusy, unstorable) = state.withLock { state in
      state.begun += 1
      return (state.isBusy, state.unstorable)
    }
    if isBusy { throw LedgerFault.busy }
    let result = try ledger.write { transaction in
      let result = try body(transaction)
      if let unstorable, try transaction.receipt(unstorable) != nil { throw LedgerFault.storage("a full disk") }
      return result
    }
    state.withLock { $0.committed += 1 }
    return result
  }

  func read<T>(_ body: (any LedgerReading) throws -> T) throws -> T { try ledger.read(body) }
}
