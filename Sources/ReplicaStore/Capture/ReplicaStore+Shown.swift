import GRDB
public import SyncCore

/// What a person's screen displayed of one field.
public struct ShownMark: Sendable, Hashable {
  /// The entity.
  public let entity: EntityID
  /// The field.
  public let field: FieldName
  /// The heads displayed.
  public let heads: [ChangeID]

  /// Notes heads as displayed.
  public init(entity: EntityID, field: FieldName, heads: [ChangeID]) {
    self.entity = entity
    self.field = field
    self.heads = heads
  }
}

extension ReplicaStore {
  /// Notes what the person's screen displayed.
  ///
  /// A later write names these heads (DESIGN §4 `over`), and not what a sync stored meanwhile. The last display of a field replaces the one before.
  public func shown(_ marks: [ShownMark], stream: StreamID) throws(ReplicaStoreError) {
    try writing { db in
      guard let row = try StreamRow.readable(stream, db) else { return }
      for mark in marks { try ShownTable.set(mark, row, db) }
    }
  }

  /// Notes the heads of one field as displayed.
  public func shown(
    _ heads: [ChangeID], field: FieldName, entity: EntityID, stream: StreamID
  ) throws(ReplicaStoreError) {
    try shown([ShownMark(entity: entity, field: field, heads: heads)], stream: stream)
  }

  /// The heads of a field last displayed; none when it never was.
  public func shownHeads(
    field: FieldName, entity: EntityID, stream: StreamID
  ) throws(ReplicaStoreError) -> [ChangeID] {
    try reading { db in
      guard let row = try StreamRow.readable(stream, db) else { return [] }
      return try ShownTable.heads(row, entity, field, db)
    }
  }

  /// The heads a write of a field would name now: this replica's own, and those displayed that still stand.
  public func overForWrite(
    field: FieldName, entity: EntityID, in fold: StreamFold
  ) throws(ReplicaStoreError) -> [ChangeID] {
    let shown = try shownHeads(field: field, entity: entity, stream: fold.stream)
    return WriteCover.over(field, of: entity, in: fold, shown: shown, replica: try identity.replica)
  }
}

/// A field of an entity.
struct ShownKey: Hashable {
  let entity: EntityID
  let field: FieldName
}

/// Reads and writes `shown`.
enum ShownTable {
  static func set(_ mark: ShownMark, _ row: StreamRow, _ db: Database) throws {
    let heads = mark.heads.sorted().map(\.description).joined(separator: " ")
    try db.cachedStatement(
      sql: """
        INSERT INTO shown (stream, entity, field, heads) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET heads = excluded.heads WHERE heads <> excluded.heads
        """
    ).execute(arguments: [row.id, mark.entity.description, mark.field.description, heads])
  }

  static func heads(_ row: StreamRow, _ entity: EntityID, _ field: FieldName, _ db: Database) throws -> [ChangeID] {
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT heads FROM shown WHERE stream = ? AND entity = ? AND field = ?"),
      arguments: [row.id, entity.description, field.description])
    return try ids(text ?? "")
  }

  /// All marks of a stream.
  static func all(_ row: StreamRow, _ db: Database) throws -> [ShownKey: [ChangeID]] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT entity, field, heads FROM shown WHERE stream = ?"), arguments: [row.id])
    var marks: [ShownKey: [ChangeID]] = [:]
    while let row = try rows.next() {
      guard let entity = EntityID(row[0] as String), let field = FieldName(row[1] as String) else {
        throw ReplicaStoreError.storeDamaged(detail: "shown")
      }
      marks[ShownKey(entity: entity, field: field)] = try ids(row[2])
    }
    return marks
  }

  private static func ids(_ text: String) throws -> [ChangeID] {
    try text.split(separator: " ").map { word in
      guard let id = ChangeID(String(word)) else { throw ReplicaStoreError.storeDamaged(detail: "shown") }
      return id
    }
  }
}
