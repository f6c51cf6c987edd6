/// What was ever said about one entity, as sets.
///
/// A stream may hold a hundred thousand entities that have two fields and nothing else: what most have not costs them one
/// word.
struct EntityFacts: Sendable, Hashable {
  /// The ids above the entity, nearest first, and the path of its type words: shared with those beside it.
  var descent = EntityDescent()
  /// What was written to its fields.
  var fields = FieldShelf()
  private var seldom = Boxed<SeldomFacts>()

  var ancestors: [EntityID] { descent.ancestors }
  var typePath: String { descent.typePath }

  // MARK: what few entities have

  /// Deletions and restorations of the entity itself.
  var lives: [ChangeID: LifeStep] { seldom.content?.lives ?? [:] }
  /// Freezes by the change that holds them, and thaws with the freezes they name.
  var freezes: [ChangeID: SeenVector] { seldom.content?.freezes ?? [:] }
  var thaws: [ChangeID: [ChangeID]] { seldom.content?.thaws ?? [:] }
  /// Requests of acts on the entity.
  var requests: [ChangeID: ActRequest] { seldom.content?.requests ?? [:] }
  /// Automatic effects.
  var lapses: Set<Lapse> { seldom.content?.lapses ?? [] }

  /// Changes what few entities have, where it lies.
  mutating func edit(_ step: (inout SeldomFacts) -> Void) { seldom.edit(or: SeldomFacts(), step) }

  /// The changes that did something here other than delete and other than to a field.
  var touching: Set<ChangeID> {
    guard let facts = seldom.content else { return [] }
    var changes = facts.lapsing.union(facts.requests.keys).union(facts.freezes.keys).union(facts.thaws.keys)
    for (id, step) in facts.lives where step.deleteSeen == nil { changes.insert(id) }
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
    guard let facts = seldom.content, !facts.freezes.isEmpty else { return nil }
    let thawed = Set(facts.thaws.values.joined())
    var at: SeenVector?
    for (id, vector) in facts.freezes where !thawed.contains(id) {
      var union = at ?? SeenVector()
      union.formUnion(vector)
      at = union
    }
    return at
  }
}

/// What few entities have.
struct SeldomFacts: Sendable, Hashable {
  var lives: [ChangeID: EntityFacts.LifeStep] = [:]
  var freezes: [ChangeID: SeenVector] = [:]
  var thaws: [ChangeID: [ChangeID]] = [:]
  var requests: [ChangeID: ActRequest] = [:]
  var lapses: Set<Lapse> = []
  /// The changes that hold the lapses.
  var lapsing: Set<ChangeID> = []
}

/// The ids above an entity, nearest first, and the path of its type words.
struct EntityDescent: Sendable, Hashable {
  let ancestors: [EntityID]
  let typePath: String

  /// Not known so far.
  init() { (ancestors, typePath) = ([], "") }

  /// Reads both out of an id.
  init(of id: EntityID) {
    ancestors = id.ancestors
    typePath = id.typePath
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
