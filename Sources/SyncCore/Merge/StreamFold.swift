/// The state of one stream as the set of its changes (DESIGN §5): fed in any order, any number of times, it is the same.
///
/// Nothing waits: a change that names what is not held yet is taken in at once, and what it names finds its place when
/// it comes (Protocol/decisions/0002). `EntityView` and `FieldView` say what a person sees.
public struct StreamFold: Sendable, Hashable {
  /// The stream folded.
  public let stream: StreamID
  /// Everything said, by entity.
  public private(set) var entities: [EntityID: EntityRecord] = [:]
  /// The answers to requests, by the request.
  public private(set) var rulings: [ChangeID: RulingRecord] = [:]
  /// The changes held.
  public private(set) var held: Set<ChangeID> = []
  /// Steps of newer versions: kept, without effect.
  public private(set) var unknownSteps: [ChangeID: [String]] = [:]

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

  /// Takes in one change.
  /// - Returns: false when it was held already (taking it again changes nothing).
  /// - Precondition: the change belongs to this stream.
  @discardableResult
  public mutating func apply(_ change: Change) -> Bool {
    precondition(change.stream == stream, "a change of \(change.stream) cannot enter \(stream)")
    guard held.insert(change.id).inserted else { return false }
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
      touch(on, id) { $0.fields[field, default: FieldHistory()].writes[id] = write(to, over: over, motive: motive) }
    case .state(let machine, let on, let to, let over):
      touch(on, id) {
        $0.fields[machine, default: FieldHistory()].writes[id] = write(.string(to), over: over, isState: true)
      }
    case .add(let field, let on, let value):
      touch(on, id) {
        $0.fields[field, default: FieldHistory()].additions[value, default: [:]][id] =
          FieldHistory.Stamp(step: step, time: change.time, by: change.by)
      }
    case .remove(let field, let on, let value, let over):
      touch(on, id) {
        // Two removals of one value in one change name their additions together.
        $0.fields[field, default: FieldHistory()].removals[value, default: [:]][
          id, default: FieldHistory.Removal(step: step, time: change.time, by: change.by, over: [])
        ].over += over
      }
    case .append(let field, let on, let value, let answers):
      touch(on, id) {
        $0.fields[field, default: FieldHistory()].entries.insert(
          JournalEntry(id: id, step: step, time: change.time, by: change.by, value: value, answers: answers))
      }
    case .delete(let on, let seen, let over):
      entities[on, default: EntityRecord()].lives[id] =
        EntityRecord.LifeStep(deleteSeen: seen, over: over, time: change.time, by: change.by)
    case .restore(let on, let over):
      touch(on, id) {
        $0.lives[id] = EntityRecord.LifeStep(deleteSeen: nil, over: over, time: change.time, by: change.by)
      }
    case .request(let act, let on, let seen):
      touch(on, id) {
        $0.requests[id] = ActRequest(id: id, act: act, by: change.by, time: change.time, seen: seen)
      }
    case .rule(let ruling):
      // One ruling answers a request; should two exist, the first by id holds on every replica alike.
      if let held = rulings[ruling.request], held.id < id { return }
      rulings[ruling.request] = RulingRecord(id: id, time: change.time, ruling: ruling)
    case .freeze(let on, let at): touch(on, id) { $0.freezes[id, default: SeenVector()].formUnion(at) }
    case .thaw(let on, let over): touch(on, id) { $0.thaws[id, default: []] += over }
    case .lapse(let deadline, let on, let due):
      touch(on, id) {
        $0.lapses.insert(Lapse(deadline: deadline, due: due))
        $0.lapsing.insert(id)
      }
    case .erase: return
    case .unknown(let name, _): unknownSteps[id, default: []].append(name)
    }
  }

  private mutating func touch(_ entity: EntityID, _ id: ChangeID, _ edit: (inout EntityRecord) -> Void) {
    var record = entities.removeValue(forKey: entity) ?? EntityRecord()
    record.touched.insert(id)
    edit(&record)
    entities[entity] = record
  }
}
