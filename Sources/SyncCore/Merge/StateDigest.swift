extension StreamFold {
  /// The visible state in its one spelling: what every replica that holds the same set prints, byte for byte (law L2).
  ///
  /// Members: `entities` (by id: `fields` with `shown`, `heads`, and where they exist `conflict`, `late`, `unread`;
  /// `life`; `frozen`; `requests`; `lapses`), `rulings` (by request), `schema`, `stream`, `unknown` (change ids with steps not understood).
  public func visibleState(schema: some MergeSchema) -> JSONValue {
    var entities: [(String, JSONValue)] = []
    var lives = EntityLives(self)
    for id in self.entities.keys {
      guard let view = entity(id, schema: schema, &lives) else { continue }
      entities.append((id.description, Self.json(view)))
    }
    return .sorted([
      ("entities", .sorted(entities)),
      (
        "rulings",
        .sorted(
          rulings.map { request, record in
            (request.description, .array([.string(record.id.description), .string(record.ruling.verdict.rawValue)]))
          })
      ),
      ("schema", .integer(Int64(schema.version))),
      ("stream", .string(stream.description)),
      ("unknown", .array(unknownSteps.keys.sorted().map { .string($0.description) })),
    ])
  }

  /// SHA-256 of the visible state.
  public func stateDigest(schema: some MergeSchema) -> Digest {
    Digest(of: JSONWriter.bytes(visibleState(schema: schema)))
  }

  private static func json(_ view: EntityView) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("fields", .sorted(view.fields.map { ($0.key.description, json($0.value)) }))
    ]
    switch view.life {
    case .standing: break
    case .deleted: members.append(("life", "deleted"))
    case .disputed(let deletions): members.append(("life", ids(deletions)))
    }
    if let at = view.frozenAt { members.append(("frozen", at.json)) }
    if !view.requests.isEmpty { members.append(("requests", ids(view.requests.map(\.id)))) }
    if !view.lapses.isEmpty {
      let pairs = view.lapses.map { JSONValue.array([.string($0.deadline), .string($0.due)]) }
      members.append(
        ("lapses", .array(pairs.sorted { JSONWriter.bytes($0).lexicographicallyPrecedes(JSONWriter.bytes($1)) })))
    }
    return .sorted(members)
  }

  private static func json(_ view: FieldView) -> JSONValue {
    var members: [(String, JSONValue)] = [("shown", view.shown ?? .null)]
    if !view.heads.isEmpty { members.append(("heads", ids(view.over))) }
    if let conflict = view.conflict {
      members.append(
        (
          "conflict",
          .sorted([
            ("base", ids(conflict.base.map(\.id).sorted())), ("reason", .string(conflict.reason.rawValue)),
            ("values", .array(conflict.values)),
          ])
        ))
    }
    if !view.late.isEmpty { members.append(("late", ids(view.late.map(\.id).sorted()))) }
    if view.isUnread { members.append(("unread", true)) }
    if !view.entries.isEmpty {
      members.append(("entries", .array(view.entries.map { .string($0.id.description) })))
    }
    return .sorted(members)
  }

  private static func ids(_ ids: [ChangeID]) -> JSONValue { .array(ids.map { .string($0.description) }) }
}
