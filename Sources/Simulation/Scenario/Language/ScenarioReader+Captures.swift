import SyncCore

/// Captures: what one person writes as one change.
extension ScenarioReader {
  /// The keys of a group of operations on one entity, besides `entity`.
  static let verbsOfOperations = [
    "set", "settle", "add", "remove", "append", "delete", "restore", "request",
  ]
  static let operationKeys = ["entity"] + verbsOfOperations + ["motive", "over", "seen", "answers"]

  /// Reads a capture.
  mutating func capture(_ fields: ScenarioFields, _ subject: ScenarioNode) throws(ScenarioFault) -> ScenarioCapture {
    let device = try device(subject, "capture")
    var operations: [ScenarioOperation] = []
    if let groups = fields["ops"] {
      for key in Self.operationKeys where fields[key] != nil {
        throw ScenarioFault(fields.line, .choose(["ops", key]))
      }
      for group in try groups.list("ops") {
        operations += try self.operations(try ScenarioFields(group, "ops", known: Self.operationKeys))
      }
    } else {
      operations = try self.operations(fields)
    }
    guard !operations.isEmpty, operations.count <= SyncLimits.operationsMax else {
      throw ScenarioFault(fields.line, .beyond(limit: "ops", max: SyncLimits.operationsMax))
    }
    let looks = try fields["look"].map { (node) throws(ScenarioFault) in try node.truth("look") }
    let fails = try fields["fails"].map { (node) throws(ScenarioFault) in try node.name("fails") }
    if fails != nil { addExpectation() }
    return ScenarioCapture(
      device: device, stream: try stream(fields),
      name: try fields["as"].map { (node) throws(ScenarioFault) in try add(change: node) }, looks: looks ?? true,
      operations: operations, fails: fails,
      at: try fields["at"].map { (node) throws(ScenarioFault) in try node.instant("at") })
  }

  private func operations(_ fields: ScenarioFields) throws(ScenarioFault) -> [ScenarioOperation] {
    let entity = try fields.required("entity").entity("entity")
    let group = OperationGroup(
      entity: entity,
      motive: try fields["motive"].map { (node) throws(ScenarioFault) in try node.text("motive") },
      over: try fields["over"].map { (node) throws(ScenarioFault) in try references(node, "over") },
      seen: try fields["seen"].map { (node) throws(ScenarioFault) in try references(node, "seen") },
      answers: try fields["answers"].map { (node) throws(ScenarioFault) in try reference(node, "answers") })
    if let node = fields["motive"], fields["settle"] == nil {
      throw ScenarioFault(node.line, .missingKey("settle"))
    }
    if fields["settle"] != nil, group.motive == nil { throw ScenarioFault(fields.line, .missingKey("motive")) }
    var found: [ScenarioOperation] = []
    for verb in Self.verbsOfOperations {
      guard let node = fields[verb] else { continue }
      found += try operations(verb, node, group)
    }
    guard !found.isEmpty else { throw ScenarioFault(fields.line, .choose(Self.verbsOfOperations)) }
    return found
  }

  private struct OperationGroup {
    let entity: EntityID
    let motive: String?
    let over: [ScenarioReference]?
    let seen: [ScenarioReference]?
    let answers: ScenarioReference?
  }

  private func operations(
    _ verb: String, _ node: ScenarioNode, _ group: OperationGroup
  ) throws(ScenarioFault) -> [ScenarioOperation] {
    let entity = group.entity
    switch verb {
    case "delete", "restore":
      guard try node.truth(verb) else { throw node.wrong(verb, .truth) }
      return verb == "delete"
        ? [.delete(entity, seen: group.seen, over: group.over)] : [.restore(entity, over: group.over)]
    case "request":
      guard case .text(let text) = node.content, let act = ActName(text) else { throw node.wrong(verb, .act) }
      return [.request(act, entity, seen: group.seen)]
    default: break
    }
    var found: [ScenarioOperation] = []
    for entry in try node.entries(verb) {
      guard let field = FieldName(entry.key) else {
        throw ScenarioFault(entry.line, .wrongForm(what: verb, expected: .field, found: entry.key))
      }
      let value = try value(entry.value)
      switch verb {
      case "set": found.append(.set(field, entity, value, motive: nil, over: group.over))
      case "settle": found.append(.set(field, entity, value, motive: group.motive, over: group.over))
      case "add": found.append(.add(field, entity, value))
      case "remove": found.append(.remove(field, entity, value, over: group.over))
      default: found.append(.append(field, entity, value, answers: group.answers))
      }
    }
    return found
  }
}
