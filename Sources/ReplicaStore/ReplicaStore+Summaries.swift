import GRDB
public import SyncCore

/// What a pure function made of one stream's state.
public struct StreamSummary: Sendable, Equatable {
  /// The stream.
  public let stream: StreamID
  /// What the function returned.
  public let value: JSONValue

  /// Pairs a stream with its summary.
  public init(stream: StreamID, value: JSONValue) {
    self.stream = stream
    self.value = value
  }
}

extension ReplicaStore {
  /// What a pure function makes of the state of every whole stream, by bytes of their names; a stream that has not
  /// changed since the function was last asked is not folded again.
  ///
  /// Derived data, held in a table of its own beside the lines (decision 0011): an answer counts only while the stream's
  /// generation and last line are those it was made from, and may be thrown away at any time.
  /// - Parameters:
  ///   - name: of the function and its version; another name, other answers.
  ///   - linesMax: when more lines than this would have to be folded, none is, and nil is returned.
  ///   - keepsFrom: answers newly made are written when there are this many; one is sooner made again than written:
  ///     it is most likely of the stream a person works on, whose fold is asked for next.
  ///   - isWanted: which streams are asked about.
  ///   - summarise: reads the fold and nothing else.
  /// - Throws: as `fold`. An answer that cannot be kept is no error: it costs time, not truth.
  public func summaries(
    _ name: String, linesMax: Int = .max, keepsFrom: Int = 2, of isWanted: (StreamID) -> Bool,
    summarise: (StreamFold) -> JSONValue
  ) throws(ReplicaStoreError) -> [StreamSummary]? {
    let stands = try reading { db in try SummaryTable.all(name, db).filter { isWanted($0.row.stream) } }
    let stale = stands.filter { $0.held == nil }
    guard try reading({ db in try SummaryTable.areShort(stale, linesMax, db) }) else { return nil }
    let isKept = stale.count >= keepsFrom
    let areFoldsHeld = stale.count <= StoreLimits.heldFoldsMax
    var summaries: [StreamSummary] = []
    var fresh: [(stand: SummaryTable.Stand, value: JSONValue)] = []
    for stand in stands {
      if let held = stand.held {
        summaries.append(StreamSummary(stream: stand.row.stream, value: held))
        continue
      }
      let folded = try reading { db in try fold(stand.row, of: stand.row.stream, db, keeps: areFoldsHeld) }
      let value = summarise(folded)
      fresh.append((stand, value))
      summaries.append(StreamSummary(stream: stand.row.stream, value: value))
    }
    guard isKept, !fresh.isEmpty else { return summaries }
    do {
      try writing { db in
        for (stand, value) in fresh { try SummaryTable.set(value, name, stand, db) }
      }
    } catch {
      // Another program holds the store, or the disk is full: made anew the next time.
    }
    return summaries
  }
}

/// Reads and writes `summaries`.
enum SummaryTable {
  /// A whole stream with the moment it stands at, and its summary when one was made at that moment.
  struct Stand {
    let row: StreamRow
    let stored: Int64
    let held: JSONValue?
  }

  static func all(_ name: String, _ db: Database) throws -> [Stand] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT streams.id, streams.name, streams.generation,
            coalesce((SELECT max(stored) FROM lines WHERE lines.stream = streams.id), 0) AS last,
            summaries.generation, summaries.stored, summaries.value
          FROM streams LEFT JOIN summaries ON summaries.stream = streams.id AND summaries.name = ?
          WHERE state = 'whole' ORDER BY streams.name
          """), arguments: [name])
    var stands: [Stand] = []
    while let row = try rows.next() {
      guard let stream = StreamID(row[1] as String) else { throw ReplicaStoreError.storeDamaged(detail: "streams") }
      let whole = StreamRow(id: row[0], stream: stream, state: .whole, generation: row[2])
      let stored: Int64 = row[3]
      var held: JSONValue?
      if row[4] as Int? == whole.generation, row[5] as Int64? == stored { held = value(row[6]) }
      stands.append(Stand(row: whole, stored: stored, held: held))
    }
    return stands
  }

  /// Whether streams have no more lines than this together.
  static func areShort(_ stands: [Stand], _ linesMax: Int, _ db: Database) throws -> Bool {
    if linesMax == .max { return true }
    var left = linesMax
    for stand in stands {
      let lines = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM (SELECT 1 FROM lines WHERE stream = ? LIMIT ?)"),
        arguments: [stand.row.id, left + 1])
      left -= lines ?? 0
      guard left >= 0 else { return false }
    }
    return true
  }

  static func set(_ value: JSONValue, _ name: String, _ stand: Stand, _ db: Database) throws {
    // A summary of an earlier moment stays what it is: the moment it names. Of a stream that left meanwhile, by another
    // program's hand, nothing may stay (law L4).
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO summaries (stream, name, generation, stored, value)
        SELECT id, ?, ?, ?, ? FROM streams WHERE id = ? AND state = 'whole'
        """
    ).execute(arguments: [name, stand.row.generation, stand.stored, JSONWriter.text(value), stand.row.id])
  }

  /// A text that cannot be read is as good as none.
  private static func value(_ text: String?) -> JSONValue? {
    guard let text else { return nil }
    do throws(JSONFault) {
      return try JSONScanner.value(of: Array(text.utf8))
    } catch {
      return nil
    }
  }
}
