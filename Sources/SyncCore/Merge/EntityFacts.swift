/// What was ever said about one entity, as sets; the histories of its fields lie in the fold, by entity and field.
struct EntityFacts: Sendable, Hashable {
  /// The ids above the entity, nearest first, and the path of its type words: read once from its id.
  let ancestors: [EntityID]
  let typePath: String
  /// The fields with a history.
  var fields: Set<FieldName> = []
  /// Deletions and restorations of the entity itself.
  var lives: [ChangeID: LifeStep] = [:]
  /// Freezes by the change that holds them, and thaws with the freezes they name.
  var freezes: [ChangeID: SeenVector] = [:]
  var thaws: [ChangeID: [ChangeID]] = [:]
  /// Requests of acts on the entity.
  var requests: [ChangeID: ActRequest] = [:]
  /// Automatic effects.
  var lapses: Set<Lapse> = []
  /// The changes that hold them.
  var lapsing: Set<ChangeID> = []

  /// The facts of an entity nothing was said of so far.
  init(of id: EntityID) {
    ancestors = id.ancestors
    typePath = id.typePath
  }

  /// The changes that did something here other than delete and other than to a field.
  var touching: Set<ChangeID> {
    var changes = lapsing.union(requests.keys).union(freezes.keys).union(thaws.keys)
    for (id, step) in lives where step.deleteSeen == nil { changes.insert(id) }
    return changes
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
    if freezes.isEmpty { return nil }
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
    UTF8Bytes.areEqual(left.deadline, right.deadline) && UTF8Bytes.areEqual(left.due, right.due)
  }

  /// Feeds the bytes of both texts.
  public func hash(into hasher: inout Hasher) {
    UTF8Bytes.hash(deadline, into: &hasher)
    UTF8Bytes.hash(due, into: &hasher)
  }
}
