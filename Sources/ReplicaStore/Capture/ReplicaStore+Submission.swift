import GRDB
public import SyncCore

/// What became of a change submitted under an idempotency key.
public enum Submission: Sendable, Equatable {
  /// It is saved now.
  case written(ChangeID)
  /// The same was submitted under this key before; nil where it had nothing new to say.
  case known(ChangeID?)
  /// There was nothing new to say; the key is spent on that.
  case nothingNew

  /// The change's name, the same each time; nil where nothing was written.
  public var change: ChangeID? {
    switch self {
    case .written(let id): id
    case .known(let id): id
    case .nothingNew: nil
    }
  }
}

/// Another content was submitted under the key before: nothing was written.
public struct SubmissionKeyReused: Error, Sendable, Equatable {
  /// The key.
  public let key: String

  /// Names the key.
  public init(key: String) { self.key = key }
}

extension ReplicaStore {
  /// Saves one change once for all repetitions under a key: key and line are stored in one transaction.
  /// - Parameters:
  ///   - key: 1 to 64 bytes, the submitter's own.
  ///   - content: the digest of what was submitted; another one under the same key is refused.
  ///   - build: see `capture`.
  /// - Throws: `SubmissionKeyReused`; as `capture`.
  public func submit(
    key: String, content: Digest, stream: StreamID, time: Int64, random: inout some RandomNumberGenerator,
    build: (CaptureContext) throws -> [Operation]
  ) throws -> Submission {
    let salt = Crockford32.encode(high: random.next(), low: random.next())
    let nameSeed: UInt64 = random.next()
    do {
      return try transaction { db in
        if let held = try SubmissionTable.find(key, db) {
          guard held.content == content else { throw SubmissionKeyReused(key: key) }
          return .known(held.change)
        }
        let line = try capture(
          stream: stream, time: time, salt: salt, nameSeed: nameSeed, was: nil, db, build: build)
        try SubmissionTable.insert(key, content: content, change: line?.id, db)
        return line.map { .written($0.id) } ?? .nothingNew
      }
    } catch let error as DatabaseError {
      throw ReplicaStoreError(error)
    }
  }
}

/// The keys under which changes were submitted.
enum SubmissionTable {
  static func find(_ key: String, _ db: Database) throws -> (content: Digest, change: ChangeID?)? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT content, replica, seq FROM submissions WHERE key = ?", arguments: [key])
    else { return nil }
    let replica: Int64? = row[1]
    let seq: Int? = row[2]
    let change = replica.flatMap { replica in seq.map { ChangeID(replica: ReplicaID(column: replica), seq: $0) } }
    return (try Digest(column: row[0]), change)
  }

  static func insert(_ key: String, content: Digest, change: ChangeID?, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO submissions (key, content, replica, seq) VALUES (?, ?, ?, ?)",
      arguments: [key, content.column, change?.replica.column, change?.seq])
  }

  /// A line written again under a new replica keeps its key.
  static func rename(_ old: ChangeID, as new: ChangeID, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE submissions SET replica = ?, seq = ? WHERE replica = ? AND seq = ?",
      arguments: [new.replica.column, new.seq, old.replica.column, old.seq])
  }
}
