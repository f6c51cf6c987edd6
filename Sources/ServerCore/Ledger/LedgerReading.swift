public import SyncCore

/// What can be read of a ledger inside one transaction.
public protocol LedgerReading: AccessReading {
  /// The tenant; nil in a ledger nobody created a tenant in.
  func settings() throws -> TenantSettings?

  /// The last position and the log's hash there; position 0 for an empty log.
  func tip() throws -> LogTip
  /// The log's hash after a position, nil past the end; `LogTip.origin.hash` at 0.
  func hash(at position: Int) throws -> Digest?
  /// The entry at a position.
  func record(at position: Int) throws -> LogRecord?
  /// Hands over the places of the entries with `after < position ≤ through`, ascending, of one stream or of all (nil),
  /// until the visitor answers false.
  ///
  /// The second argument appends the entry's frame to bytes; an entry whose frame is not asked for is not read. It may be
  /// called only while the visitor runs.
  func scan(
    _ stream: StreamID?, after: Int, through: Int,
    _ visitor: (LogPlace, (inout [UInt8]) throws -> Void) throws -> Bool) throws

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

  /// The first seq after another that a replica has no answer to.
  func firstUnanswered(_ replica: ReplicaID, after seq: Int) throws -> Int

  /// Whose a replica is.
  func owner(_ replica: ReplicaID) throws -> ReplicaOwner?
  /// A join code, by its SHA-256.
  func joinCode(_ hash: Digest) throws -> JoinCode?

  /// The lines kept aside, in order of arrival, beyond a row number.
  func quarantine(after number: Int, limit: Int) throws -> [QuarantineRow]

  /// Whether a line is among them: its name and the digest of its bytes.
  func isQuarantined(_ id: ChangeID, digest: Digest) throws -> Bool
  /// What came back after a rewind, ascending by position, beyond one.
  func recovered(after position: Int, limit: Int) throws -> [RecoveredRow]
  /// How many entries came back.
  func recoveredCount() throws -> Int

  /// The public list's row of one body, in the spelling of `PublicListBodyText`.
  func publicListRow(_ siren: String) throws -> [UInt8]?
  /// All rows of the public list, ascending by SIREN.
  func publicListRows() throws -> [(siren: String, row: [UInt8])]
}

extension LedgerReading {
  /// Hands over whole entries as `scan` does their places.
  public func visit(
    _ stream: StreamID?, after: Int, through: Int, _ visitor: (LogRecord) throws -> Bool
  ) throws {
    try scan(stream, after: after, through: through) { place, appendFrame in
      var frame: [UInt8] = []
      try appendFrame(&frame)
      return try visitor(
        LogRecord(position: place.position, stream: place.stream, kind: place.kind, id: place.id, frame: frame))
    }
  }
}
