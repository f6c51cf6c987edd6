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
  /// Whose word is at stake: the values against each other, or what a disputed deletion is about.
  public let parties: [Write]
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
      let stakes: (settlers: SettleRight, parties: [Write])
      if let field = placed.field {
        let right = schema.rule(of: field, in: placed.entity.typePath)?.settlers ?? .authorOrLead
        stakes = (right, placed.conflict?.alternatives ?? [])
      } else {
        stakes = deletion(of: placed.entity, in: fold)
      }
      return Divergence(
        stream: fold.stream, entity: placed.entity, field: placed.field,
        shown: placed.field.flatMap { fold.field($0, of: placed.entity, schema: schema)?.shown },
        conflict: placed.conflict, parties: stakes.parties,
        maySettle: schema.maySettle(
          stakes.settlers, of: placed.entity, named: stakes.parties, author: reader, fold: fold),
        settlers: stakes.settlers)
    }
  }

  /// Who settles a disputed deletion: in a dossier those who wrote what it would take away, those who deleted and the
  /// lead auditor; elsewhere, and where there is nobody of these, the certification office.
  ///
  /// - Returns: the right, with the last write of each person concerned. Whoever deleted is known by what else their
  ///   device wrote in the stream.
  public static func deletion(of entity: EntityID, in fold: StreamFold) -> (settlers: SettleRight, parties: [Write]) {
    let heads = fold.entity(entity, schema: AuditSchema.current)?.lifeHeads ?? []
    let replicas = Set(heads.map(\.replica))
    var last: [UserID: Write] = [:]
    for (id, record) in fold.entities {
      let isTaken = id == entity || id.isBelow(entity)
      for (_, history) in record.fields {
        for write in history.writes.values where isTaken || replicas.contains(write.id.replica) {
          if last[write.by].map({ $0.order < write.order }) ?? true { last[write.by] = write }
        }
      }
    }
    // Machines settle nothing.
    for machine in [UserID.server, .publicList] { last[machine] = nil }
    let parties = last.values.sorted { $0.order < $1.order }
    switch fold.stream.family {
    case .organisation, .office: return (.office, parties)
    case .dossier, .directory, .other:
      return (parties.isEmpty && !isLed(entity, in: fold) ? .office : .authorOrLead, parties)
    }
  }

  /// Whether somebody leads the audit an entity belongs to.
  private static func isLed(_ entity: EntityID, in fold: StreamFold) -> Bool {
    guard let audit = ([entity] + entity.ancestors).first(where: { $0.typePath == "audit" }),
      let lead = fold.field("lead", of: audit, schema: AuditSchema.current)
    else { return false }
    return lead.conflict == nil && lead.shown?.text.flatMap { UserID($0) } != nil
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
