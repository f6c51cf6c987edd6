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
  /// The changes that hold them.
  var lapsing: Set<ChangeID> = []

  /// What was done here other than delete, as far as a freeze holds it fixed; all of it when nothing is frozen.
  func touched(within frozen: SeenVector?) -> SeenVector {
    guard let frozen else { return touched }
    var changes = lapsing.union(requests.keys).union(freezes.keys).union(thaws.keys)
    for history in fields.values { changes.formUnion(history.changes) }
    for (id, step) in lives where step.deleteSeen == nil { changes.insert(id) }
    var within = SeenVector()
    for id in changes where frozen.contains(id) { within.insert(id) }
    return within
  }

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

  /// Compares by bytes.
  public static func == (left: Self, right: Self) -> Bool {
    left.deadline.utf8.elementsEqual(right.deadline.utf8) && left.due.utf8.elementsEqual(right.due.utf8)
  }

  /// Feeds the bytes of both texts.
  public func hash(into hasher: inout Hasher) {
    for text in [deadline, due] {
      for byte in text.utf8 { hasher.combine(byte) }
      hasher.combine(UInt8.max)  // no byte of UTF-8: keeps the two apart
    }
  }
}
