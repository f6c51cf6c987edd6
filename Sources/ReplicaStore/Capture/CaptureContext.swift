public import SyncCore

/// What a capture may look at while it says what to write: the state as stored, and who writes which change.
public struct CaptureContext: Sendable {
  /// The stream as it stands, the device's own unanswered lines included.
  public let fold: StreamFold
  /// The change about to be written.
  public let id: ChangeID
  /// The author.
  public let by: UserID
  /// The device's wall clock, milliseconds since 1970 UTC.
  public let time: Int64
  /// What the writer has of the stream: goes into `seen` of deletions and requests.
  public let seen: SeenVector
  let nameSeed: UInt64
  let shownHeads: [ShownKey: [ChangeID]]

  /// The id of the `n`-th entity this change creates: `type/<replica>-<seq>-<n>-<40 random bits>`, below another entity
  /// or at the top; the same for the same `n`.
  /// - Precondition: `type` is a type word and the path stays within `SyncLimits.entityPairsMax`.
  public func newEntity(type: String, n: Int, below parent: EntityID? = nil) -> EntityID {
    // 40 bits of a digest over a seed drawn for this capture alone.
    let drawn = Digest(of: Array("constat.name:\(nameSeed):\(n)".utf8)).bytes.prefix(5)
    let bits = drawn.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let name = "\(id.replica)-\(id.seq)-\(n)-\(Crockford32.encode(bits, digits: 8))"
    let entity = parent.map { $0.child(type, name) } ?? EntityID("\(type)/\(name)")
    guard let entity else { preconditionFailure("not a type an entity can have here: \(type)") }
    return entity
  }

  /// The heads of a field the person's screen last displayed, whether still heads or not.
  public func shown(_ field: FieldName, of entity: EntityID) -> [ChangeID] {
    shownHeads[ShownKey(entity: entity, field: field)] ?? []
  }

  /// The heads a write of a field names: those the person had on the screen and that still stand, and this replica's
  /// own (DESIGN §4 `over`).
  public func over(_ field: FieldName, of entity: EntityID) -> [ChangeID] {
    WriteCover.over(field, of: entity, in: fold, shown: shown(field, of: entity), replica: id.replica)
  }
}

/// Decides which heads a write names.
enum WriteCover {
  static func over(
    _ field: FieldName, of entity: EntityID, in fold: StreamFold, shown: [ChangeID], replica: ReplicaID
  ) -> [ChangeID] {
    guard let writes = fold.entities[entity]?.fields[field]?.writes else { return [] }
    var covered: Set<ChangeID> = []
    for write in writes.values { covered.formUnion(write.over) }
    let shown = Set(shown)
    return writes.keys.filter { !covered.contains($0) && ($0.replica == replica || shown.contains($0)) }.sorted()
  }
}
