/// The state of one stream as the set of its changes (DESIGN §5): fed in any order, any number of times, it is the same.
///
/// Nothing waits: a change that names what is not held yet is taken in at once, and what it names finds its place when
/// it comes (Protocol/decisions/0002). `EntityView` and `FieldView` say what a person sees.
public struct StreamFold: Sendable, Hashable {
  /// The stream folded.
  public let stream: StreamID
  /// What was said, by entity.
  private(set) var facts: [EntityID: EntityFacts] = [:]
  /// What entities of one type below one other share, by the spelling of their ids up to the last name.
  private var descents: [String: EntityDescent] = [:]
  /// The answers to requests, by the request.
  public private(set) var rulings: [ChangeID: RulingRecord] = [:]
  /// The changes held.
  public private(set) var held = ChangeSet()
  /// Steps of newer versions: kept, without effect.
  public private(set) var unknownSteps: [ChangeID: [String]] = [:]
  /// What lies below an entity, at any depth, of all that anything was said of; empty until something is deleted or
  /// restored, since nobody else asks.
  private var below: [EntityID: Set<EntityID>] = [:]
  /// Whether anything was ever deleted or restored, and whether anything was ever frozen: most streams know neither.
  private(set) var holdsLives = false
  private var holdsFreezes = false

  /// A ruling with the change that holds it.
  public struct RulingRecord: Sendable, Hashable {
    /// The change that holds the ruling.
    public let id: ChangeID
    /// When, by the server's clock, milliseconds since 1970 UTC.
    public let time: Int64
    /// The ruling.
    public let ruling: Ruling
  }

  /// Starts with nothing.
  public init(stream: StreamID) { self.stream = stream }

  /// Everything said, by entity.
  public var entities: EntityTable { EntityTable(facts: facts) }

  /// Takes in one change.
  /// - Returns: false when it was held already (taking it again changes nothing).
  /// - Precondition: the change belongs to this stream.
  @discardableResult
  public mutating func apply(_ change: Change) -> Bool {
    precondition(change.stream == stream, "a change of \(change.stream) cannot enter \(stream)")
    guard held.insert(change.id) else { return false }
    for (step, operation) in change.operations.enumerated() {
      apply(operation, step: step, of: change)
    }
    return true
  }

  private mutating func apply(_ operation: Operation, step: Int, of change: Change) {
    let id = change.id
    func write(_ value: JSONValue, over: [ChangeID], motive: String? = nil, isState: Bool = false) -> Write {
      Write(
        id, step: step, time: change.time, by: change.by, value: value, over: over, motive: motive, isState: isState)
    }
    switch operation {
    case .set(let field, let on, let to, let over, let motive):
      edit(field, of: on) { $0.writes.insert(write(to, over: over, motive: motive)) }
    case .state(let machine, let on, let to, let over):
      edit(machine, of: on) { $0.writes.insert(write(.string(to), over: over, isState: true)) }
    case .add(let field, let on, let value):
      edit(field, of: on) {
        $0.edit {
          $0.additions[value, default: [:]][id] = FieldHistory.Stamp(step: step, time: change.time, by: change.by)
        }
      }
    case .remove(let field, let on, let value, let over):
      edit(field, of: on) {
        // Two removals of one value in one change name their additions together.
        $0.edit {
          $0.removals[value, default: [:]][
            id, default: FieldHistory.Removal(step: step, time: change.time, by: change.by, over: [])
          ].over += over
        }
      }
    case .append(let field, let on, let value, let answers):
      edit(field, of: on) {
        let entry = JournalEntry(
          id: id, step: step, time: change.time, by: change.by, value: value, answers: answers)
        $0.edit { $0.entries.insert(entry) }
      }
    case .delete(let on, let seen, let over): live(on, deleteSeen: seen, over: over, by: change)
    case .restore(let on, let over): live(on, deleteSeen: nil, over: over, by: change)
    case .request(let act, let on, let seen):
      edit(on) {
        $0.requests[id] = ActRequest(id: id, act: act, by: change.by, time: change.time, seen: seen)
      }
    case .rule(let ruling):
      // One ruling answers a request; should two exist, the first by id holds on every replica alike.
      if let held = rulings[ruling.request], held.id < id { return }
      rulings[ruling.request] = RulingRecord(id: id, time: change.time, ruling: ruling)
    case .freeze(let on, let at):
      holdsFreezes = true
      edit(on) { $0.freezes[id, default: SeenVector()].formUnion(at) }
    case .thaw(let on, let over): edit(on) { $0.thaws[id, default: []] += over }
    case .lapse(let deadline, let on, let due):
      edit(on) {
        $0.lapses.insert(Lapse(deadline: deadline, due: due))
        $0.lapsing.insert(id)
      }
    case .erase: return
    case .unknown(let name, _): unknownSteps[id, default: []].append(name)
    }
  }

  private mutating func live(_ entity: EntityID, deleteSeen: SeenVector?, over: [ChangeID], by change: Change) {
    if !holdsLives {
      holdsLives = true
      for (known, facts) in facts { file(known, below: facts.ancestors) }
    }
    let step = EntityFacts.LifeStep(deleteSeen: deleteSeen, over: over, time: change.time, by: change.by)
    edit(entity) { $0.lives[change.id] = step }
  }

  /// Changes a history where it lies, without a copy.
  @inline(__always)
  private mutating func edit(_ field: FieldName, of entity: EntityID, _ step: (inout FieldHistory) -> Void) {
    alter(entity) { $0.fields.edit(field, step) }
  }

  /// Changes what few entities have.
  private mutating func edit(_ entity: EntityID, _ step: (inout SeldomFacts) -> Void) {
    alter(entity) { $0.edit(step) }
  }

  /// Changes the facts of an entity where they lie, without a copy.
  @inline(__always)
  private mutating func alter(_ entity: EntityID, _ step: (inout EntityFacts) -> Void) {
    let known = facts.count
    step(&facts[entity, default: EntityFacts()])
    if facts.count > known { meet(entity) }
  }

  /// Says of an entity just entered what it descends from: what a hundred thousand beside each other share lies there
  /// once.
  private mutating func meet(_ entity: EntityID) {
    let spelling = entity.description
    let name = spelling.utf8.lastIndex(of: 0x2F) ?? spelling.endIndex
    let descent = descents[String(spelling[..<name])] ?? EntityDescent(of: entity)
    descents[String(spelling[..<name])] = descent
    facts[entity]?.descent = descent
    if holdsLives { file(entity, below: descent.ancestors) }
  }

  private mutating func file(_ entity: EntityID, below ancestors: [EntityID]) {
    for above in ancestors { below[above, default: []].insert(entity) }
  }
}

// MARK: what is above and below

extension StreamFold {
  /// The ids above an entity, nearest first.
  func ancestors(of id: EntityID) -> [EntityID] { facts[id]?.ancestors ?? id.ancestors }

  /// The union of what the freezes in force on an entity and on those above it hold fixed; nil when there are none.
  func frozenAt(of id: EntityID) -> SeenVector? {
    guard holdsFreezes else { return nil }
    var at: SeenVector?
    for entity in [id] + ancestors(of: id) {
      guard let vector = facts[entity]?.frozenAt else { continue }
      var union = at ?? SeenVector()
      union.formUnion(vector)
      at = union
    }
    return at
  }

  /// The records of an entity and of all below it, those nothing was said of apart.
  func records(atOrBelow id: EntityID) -> [EntityRecord] {
    ([id] + (below[id] ?? [])).compactMap { entities[$0] }
  }
}
