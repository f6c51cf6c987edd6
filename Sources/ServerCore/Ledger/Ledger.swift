/// Where a tenant's log and everything the server must remember is kept: the storage seam (DESIGN §8).
///
/// One conformance suite holds for every implementation.
public protocol Ledger: Sendable {
  /// Runs one transaction: serial with all others of every process, all or nothing, durable when it returns.
  /// - Throws: what the body throws, after everything it did is undone; `LedgerFault` when the storage fails.
  func write<T>(_ body: (any LedgerTransaction) throws -> T) throws -> T

  /// Reads one consistent state.
  /// - Throws: what the body throws; `LedgerFault` when the storage fails.
  func read<T>(_ body: (any LedgerReading) throws -> T) throws -> T
}
