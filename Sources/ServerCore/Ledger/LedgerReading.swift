public import SyncCore

/// What can be read of a ledger inside one transaction.
public protocol LedgerReading: AnyObject {
  /// The tenant; nil in a ledger nobody created a tenant in.
  func settings() throws -> TenantSettings?

  /// The last position and the log's hash there; position 0 for an empty log.
  func tip() throws -> LogTip
  /// The log's hash after a position, nil past the end; `LogTip.origin.hash` at 0.
  func hash(at position: Int) throws -> Digest?
  /// The entry at a position.
  func record(at position: Int) throws -> LogRecord?
  /// Hands over the entries with `after < position ≤ through`, ascending, of one stream or of all (nil), until the
  /// visitor answers false.
  func visit(
    _ stream: StreamID?, after: Int, through: Int, _ visitor: (LogRecord) throws -> Bool) throws

  /// A stream that has entries.
  func stream(_ stream: StreamID) throws -> StreamRecord?
  /// The streams whose first entry lies beyond a position, ascending by it.
  func streams(firstAfter position: Int) throws -> [StreamRecord]
  /// The end of one replica's chain in a stream.
  func chain(_ stream: StreamID, _ replica: ReplicaID) throws -> ChainState?
  /// The ends of all chains of a stream.
  func chains(_ stream: StreamID) throws -> [ReplicaID: ChainState]

  /// The answer given to a seq of a replica.
  func receipt(_ id: ChangeID) throws -> StoredReceipt?
  /// The last seq of a replica that was answered; 0 when none.
  func lastSeq(_ replica: ReplicaID) throws -> Int

  /// Whose a replica is.
  func owner(_ replica: ReplicaID) throws -> ReplicaOwner?
  /// The device a token was given to, by the token's SHA-256.
  func owner(tokenHash: Digest) throws -> ReplicaOwner?
  /// A join code, by its SHA-256.
  func joinCode(_ hash: Digest) throws -> JoinCode?

  /// The lines kept aside, in order of arrival, beyond a row number.
  func quarantine(after number: Int, limit: Int) throws -> [QuarantineRow]

  /// The public list's row of one body, in the spelling of `PublicListBodyText`.
  func publicListRow(_ siren: String) throws -> [UInt8]?
  /// All rows of the public list, ascending by SIREN.
  func publicListRows() throws -> [(siren: String, row: [UInt8])]
}
