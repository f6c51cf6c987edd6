/// All that was ever said about one entity, as sets.
public struct EntityRecord: Sendable, Hashable {
  /// The history of each field.
  public internal(set) var fields: [FieldName: FieldHistory] = [:]
  /// Deletions and restorations of the entity itself.
  var lives: [ChangeID: LifeStep] = [:]
  /// Freezes by the change that holds them, and thaws with the freezes they name.
  var freezes: [ChangeID: SeenVector] = [:]
  var thaws: [ChangeID: [ChangeID]] = [:]
  /// The last seq of each replica that did something here other than delete.
  var touched = SeenVector()
  /// Requests of acts on the entity.
  public internal(set) var requests: [ChangeID: ActRequest] = [:]
  /// Automatic effects.
  public internal(set) var lapses: Set<Lapse> = []

  /// A deletion or a restoration.
  struct LifeStep: Sendable, Hashable {
    /// What the deleter had seen; nil for a restoration.
    let deleteSeen: SeenVector?
    let over: [ChangeID]
    let time: Int64
    let by: UserID
  }

  /// The union of what the freezes still in force hold fixed; nil when nothing is frozen.
  var frozenAt: SeenVector? {
    let thawed = Set(thaws.values.joined())
    var at: SeenVector?
    for (id, vector) in freezes where !thawed.contains(id) {
      var union = at ?? SeenVector()
      union.formUnion(vector)
      at = union
    }
    return at
  }
}

/// A request of an act.
public struct ActRequest: Sendable, Hashable {
  /// The change that asks.
  public let id: ChangeID
  /// The act.
  public let act: ActName
  /// Who asks.
  public let by: UserID
  /// When, by the asker's clock, milliseconds since 1970 UTC.
  public let time: Int64
  /// What the asker had seen of the stream.
  public let seen: SeenVector
}

/// An automatic effect, once per (entity, deadline, due).
public struct Lapse: Sendable, Hashable {
  /// The deadline that passed.
  public let deadline: String
  /// The due date it had.
  public let due: String
}
