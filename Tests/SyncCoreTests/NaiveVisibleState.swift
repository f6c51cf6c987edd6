import SyncCore

/// The visible state as Protocol/model.md spells it, printed by hand: none of the writers of the room under test.
extension NaiveMerge {
  /// The text two replicas compare.
  func visibleState(of stream: StreamID, schema: some MergeSchema) -> String {
    // What an entity shows follows from the steps on its own tree: judged apart, thousands of steps stay cheap.
    let trees = Dictionary(grouping: steps.filter { $0.operation.entity != nil }) { step in
      step.operation.entity.map { [$0] + $0.ancestors }?.last?.description ?? ""
    }
    var entities: [(String, String)] = []
    for tree in trees.values {
      let merge = NaiveMerge(steps: tree)
      for entity in Set(tree.compactMap(\.operation.entity)) {
        entities.append((entity.description, merge.spelling(of: entity, schema: schema)))
      }
    }
    let unknown = Set(steps.filter { if case .unknown = $0.operation { true } else { false } }.map(\.id))
    return Self.object([
      ("entities", Self.object(entities)), ("rulings", Self.object(rulings)), ("schema", "\(schema.version)"),
      ("stream", "\"\(stream)\""), ("unknown", Self.ids(unknown.sorted())),
    ])
  }

  private var rulings: [(String, String)] {
    var answers: [ChangeID: (by: ChangeID, verdict: String)] = [:]
    for step in steps {
      guard case .rule(let ruling) = step.operation else { continue }
      if let held = answers[ruling.request], held.by < step.id { continue }
      answers[ruling.request] = (step.id, "\(ruling.verdict)")
    }
    return answers.map { ("\($0.key)", "[\"\($0.value.by)\",\"\($0.value.verdict)\"]") }
  }

  private func spelling(of entity: EntityID, schema: some MergeSchema) -> String {
    let own = steps.filter { $0.operation.entity == entity }
    var fields: [FieldName: MergeKind] = [:]
    var lapses: Set<String> = []
    var requests: [Step] = []
    for step in own {
      switch step.operation {
      case .set(let field, _, _, _, _), .state(let field, _, _, _), .add(let field, _, _), .remove(let field, _, _, _),
        .append(let field, _, _, _):
        fields[field] = schema.kind(of: field, in: entity.typePath) ?? unknownKind(of: field, in: own)
      case .lapse(let deadline, _, let due): lapses.insert(Self.spelling(.array([.string(deadline), .string(due)])))
      case .request: requests.append(step)
      default: break
      }
    }
    var members = [
      (
        "fields",
        Self.object(fields.map { ("\($0.key)", Self.spelling(of: field($0.key, of: entity, kind: $0.value))) })
      )
    ]
    if isDeleted(entity) {
      members.append(("life", "\"deleted\""))
    } else if !disputed(entity).isEmpty {
      members.append(("life", Self.ids(disputed(entity).sorted())))
    }
    if let freezes = freezes(of: entity) {
      var last: [ReplicaID: Int] = [:]
      for freeze in freezes { last.merge(freeze.last) { $0 > $1 ? $0 : $1 } }
      members.append(("frozen", Self.object(last.map { ("\($0.key)", "\($0.value)") })))
    }
    if !lapses.isEmpty {
      let sorted = lapses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      members.append(("lapses", "[\(sorted.joined(separator: ","))]"))
    }
    if !requests.isEmpty {
      requests.sort { $0.change.time != $1.change.time ? $0.change.time < $1.change.time : $0.id < $1.id }
      members.append(("requests", Self.ids(requests.map(\.id))))
    }
    return Self.object(members)
  }

  /// A field the schema does not know: a journal when anything was appended, else a set, else contested.
  private func unknownKind(of field: FieldName, in steps: [Step]) -> MergeKind {
    var kind = MergeKind.contested
    for step in steps {
      switch step.operation {
      case .append(field, _, _, _): return .journal
      case .add(field, _, _), .remove(field, _, _, _): kind = .set
      default: break
      }
    }
    return kind
  }

  private static func spelling(of seen: Seen) -> String {
    var members = [("shown", spelling(seen.shown ?? .null))]
    if !seen.conflict.isEmpty {
      members.append(
        (
          "conflict",
          object([
            ("base", ids(seen.base.sorted())),
            ("reason", seen.isText ? "\"overlapping-text\"" : "\"concurrent-values\""),
            ("values", spelling(.array(seen.conflict))),
          ])
        ))
    }
    if !seen.entries.isEmpty { members.append(("entries", ids(seen.entries))) }
    if !seen.heads.isEmpty { members.append(("heads", ids(seen.heads.sorted()))) }
    if !seen.late.isEmpty { members.append(("late", ids(seen.late))) }
    if seen.unread { members.append(("unread", "true")) }
    return object(members)
  }

  // MARK: spelling

  private static func ids(_ ids: [ChangeID]) -> String { "[\(ids.map { "\"\($0)\"" }.joined(separator: ","))]" }

  private static func object(_ members: [(String, String)]) -> String {
    let sorted = members.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    return "{\(sorted.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ","))}"
  }

  /// The spelling of the values the worlds of the tests write: texts without anything to escape.
  static func spelling(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let truth): "\(truth)"
    case .integer(let number): "\(number)"
    case .string(let text): "\"\(text)\""
    case .array(let elements): "[\(elements.map(spelling).joined(separator: ","))]"
    case .object(let members):
      "{\(members.map { "\"\($0.key)\":\(spelling($0.value))" }.joined(separator: ","))}"
    }
  }
}
