import AuditModel
public import AuditSchema
public import SyncCore

/// A divergence as people meet it: where it stands, what stands against what, and whether they may settle it.
public struct Divergence: Sendable {
  /// The stream.
  public let stream: StreamID
  /// The entity.
  public let entity: EntityID
  /// The field; nil when a deletion is disputed.
  public let field: FieldName?
  /// What the field shows meanwhile.
  public let shown: JSONValue?
  /// The values against each other; nil when a deletion is disputed.
  public let conflict: FieldConflict?
  /// Whether the reader may settle it.
  public let maySettle: Bool
  /// Who may, for someone who may not.
  public let settlers: SettleRight

  /// A short name that stays the same from one command to the next: five digits of base 32 over the place.
  public var id: String { Self.id(stream, entity, field) }

  static func id(_ stream: StreamID, _ entity: EntityID, _ field: FieldName?) -> String {
    let place = "\(stream)\n\(entity)\n\(field?.description ?? "")"
    let bits = Digest(of: Array(place.utf8)).bytes.prefix(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return "D-" + Crockford32.encode(bits >> 7, digits: 5)
  }

  /// All divergences of a stream, by entity and field.
  public static func all(in fold: StreamFold, reader: WriteAuthor) -> [Divergence] {
    let schema = AuditSchema.current
    return fold.conflicts(schema: schema).map { placed in
      let right = placed.field.flatMap { schema.rule(of: $0, in: placed.entity.typePath)?.settlers } ?? .authorOrLead
      return Divergence(
        stream: fold.stream, entity: placed.entity, field: placed.field,
        shown: placed.field.flatMap { fold.field($0, of: placed.entity, schema: schema)?.shown },
        conflict: placed.conflict,
        maySettle: schema.maySettle(
          right, of: placed.entity, named: placed.conflict?.alternatives ?? [], author: reader, fold: fold),
        settlers: right)
    }
  }
}

/// How many fields ever diverged, and how many changes never met another (the last page of a sync).
public struct DivergenceTally: Sendable, Equatable {
  /// Fields a person settled, with a motive.
  public var settled = 0
  /// Fields still open.
  public var open = 0
  /// Changes of people that took part in no divergence.
  public var changesWithout = 0

  /// Fields that ever diverged.
  public var total: Int { settled + open }

  /// Counts nothing yet.
  public init() {}

  /// Takes over counts.
  public init(settled: Int, open: Int, changesWithout: Int) {
    self.settled = settled
    self.open = open
    self.changesWithout = changesWithout
  }

  /// Adds the counts of other streams.
  public mutating func add(_ other: DivergenceTally) {
    settled += other.settled
    open += other.open
    changesWithout += other.changesWithout
  }

  /// Counts one stream in.
  public mutating func count(_ fold: StreamFold) {
    let schema = AuditSchema.current
    var involved: Set<ChangeID> = []
    for (id, record) in fold.entities {
      for (name, history) in record.fields {
        guard schema.kind(of: name, in: id.typePath).map({ $0 != .machine }) ?? true else { continue }
        let conflict = fold.field(name, of: id, schema: schema)?.conflict
        let settlings = history.settlings
        if let conflict {
          open += 1
          involved.formUnion(conflict.alternatives.map(\.id))
        } else if !settlings.isEmpty {
          settled += 1
        }
        for settling in settlings { involved.formUnion(settling.over + [settling.id]) }
      }
    }
    changesWithout += fold.held.subtracting(involved).count
  }
}
