public import SyncCore

/// What can be written to a ledger inside one transaction.
public protocol LedgerTransaction: LedgerReading, AccessTransaction {
  /// Writes the tenant's settings.
  func put(_ settings: TenantSettings) throws
  /// Appends an entry with the log's hash after it.
  /// - Throws: `LedgerFault.position` unless its position is the next.
  func insert(_ record: LogRecord, hash: Digest) throws
  /// Writes a stream's first and last position.
  func put(_ stream: StreamRecord) throws
  /// Writes the end of a chain.
  func put(_ chain: ChainState, _ stream: StreamID, _ replica: ReplicaID) throws
  /// Writes the answer to a line.
  /// - Throws: `LedgerFault.receiptExists`: an answer is final.
  func add(_ receipt: StoredReceipt, for id: ChangeID) throws
  /// Writes whose a replica is.
  func put(_ owner: ReplicaOwner) throws
  /// Writes a join code.
  func put(_ code: JoinCode) throws
  /// Keeps a line aside; its row number is given here.
  func add(_ row: QuarantineRow) throws
  /// Lists an entry that came back after a rewind.
  func add(_ row: RecoveredRow) throws
  /// Writes the public list's row of one body; nil removes it.
  func putPublicListRow(_ siren: String, _ row: [UInt8]?) throws
}
