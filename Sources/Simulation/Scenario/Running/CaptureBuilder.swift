import AuditSchema
import AuditDesk
import FieldClient
import ReplicaStore
import SyncCore

/// Turns a capture of a scenario into the operations the person's own program would write.
struct CaptureBuilder {
  private let run: ScenarioRun
  private let capture: ScenarioCapture
  // Looked up beforehand: the operations are built inside a transaction of the store, which must not be read again.
  private let named: [ScenarioReference: ChangeID]

  init(run: ScenarioRun, capture: ScenarioCapture) throws {
    self.run = run
    self.capture = capture
    let references = Set(capture.operations.flatMap(\.references))
    named = Dictionary(uniqueKeysWithValues: try references.map { ($0, try run.id($0)) })
  }

  /// The person looks at the fields about to be written, so that the write replaces what they show.
  func look(on device: SimulatedDevice) throws {
    guard try device.store.streams().contains(capture.stream) else { return }
    let fold = try device.store.fold(capture.stream)
    let marks = capture.operations.compactMap { operation -> ShownMark? in
      guard case .set(let field, let entity, _, _, nil) = operation else { return nil }
      let heads = fold.field(field, of: entity, schema: AuditSchema.current)?.over ?? []
      return ShownMark(entity: entity, field: field, heads: heads)
    }
    try device.store.shown(marks, stream: capture.stream)
  }

  /// The operations, built on the desk of the transaction that will hold them.
  func operations(_ desk: CaptureDesk) throws -> [SyncCore.Operation] {
    try capture.operations.map { try operation($0, desk) }
  }

  private func operation(_ operation: ScenarioOperation, _ desk: CaptureDesk) throws -> SyncCore.Operation {
    switch operation {
    case .set(let field, let entity, let value, let motive, let over):
      let value = try run.resolve(value)
      guard let over else { return desk.write(field, on: entity, value, motive: motive) }
      return .set(field, on: entity, to: value, over: ids(over), motive: motive)
    case .add(let field, let entity, let value): return .add(field, on: entity, value: try run.resolve(value))
    case .remove(let field, let entity, let value, let over):
      let value = try run.resolve(value)
      let members = desk.fold.field(field, of: entity, schema: AuditSchema.current)?.members ?? []
      let held = members.first { $0.value == value }?.additions ?? []
      return .remove(field, on: entity, value: value, over: over.map(ids) ?? held)
    case .append(let field, let entity, let value, let answers):
      return .append(field, on: entity, value: try run.resolve(value), answers: answers.flatMap { named[$0] })
    case .delete(let entity, let seen, let over):
      return .delete(entity, seen: vector(seen, desk), over: over.map(ids) ?? lifeHeads(entity, desk))
    case .restore(let entity, let over):
      return .restore(entity, over: over.map(ids) ?? lifeHeads(entity, desk))
    case .request(let act, let entity, let seen): return .request(act, on: entity, seen: vector(seen, desk))
    }
  }

  private func ids(_ references: [ScenarioReference]) -> [ChangeID] { references.compactMap { named[$0] }.sorted() }

  private func vector(_ seen: [ScenarioReference]?, _ desk: CaptureDesk) -> SeenVector {
    guard let seen else { return desk.seen }
    var vector = SeenVector()
    for id in ids(seen) { vector.insert(id) }
    return vector
  }

  private func lifeHeads(_ entity: EntityID, _ desk: CaptureDesk) -> [ChangeID] {
    desk.fold.entity(entity, schema: AuditSchema.current)?.lifeHeads ?? []
  }
}

extension ScenarioRun {
  /// A value with the ids of people in place of their names.
  func resolve(_ value: ScenarioValue) throws -> JSONValue {
    switch value {
    case .plain(let value): return value
    case .person(let name):
      guard let user = stage.user(name) else { throw StageFault("the id of \(name) is not known: give them a device") }
      return .string(user.description)
    case .list(let values): return .array(try values.map(resolve))
    case .object(let members): return .sorted(try members.map { ($0.key, try resolve($0.value)) })
    }
  }

  /// The change a reference names.
  func id(_ reference: ScenarioReference) throws -> ChangeID {
    switch reference {
    case .capture(let name): return try change(name).id
    case .ruling(let name):
      let change = try change(name)
      for device in devices.values {
        guard try device.store.streams().contains(change.stream) else { continue }
        if let ruling = try device.store.fold(change.stream).rulings[change.id] { return ruling.id }
      }
      throw StageFault("no device has received a ruling on \(name) yet: sync first")
    }
  }

  /// A capture by its name.
  func change(_ name: String) throws -> NamedChange {
    guard let change = changes[name] else { throw StageFault("\(name) was not written in this order of steps") }
    return change
  }
}
