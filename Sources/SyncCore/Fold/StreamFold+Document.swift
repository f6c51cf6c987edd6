extension StreamFold {
  /// What the fold document says of one stream: its state with digests, its conflicts, its late writes.
  /// - Parameter setDigest: the digest of the set folded, where its links are known.
  public func document(schema: some MergeSchema, setDigest: Digest?) -> JSONValue {
    let state = visibleState(schema: schema)
    var members: [(String, JSONValue)] = [
      ("conflicts", .array(conflicts(schema: schema).map(json))),
      ("late", lateDocument(schema: schema)),
      ("state", state),
      // The digest is of the very bytes printed beside it.
      ("stateDigest", .string(Digest(of: JSONWriter.bytes(state)).description)),
    ]
    if let setDigest { members.append(("setDigest", .string(setDigest.description))) }
    return .sorted(members)
  }

  private func json(_ placed: PlacedConflict) -> JSONValue {
    let entity = JSONValue.string(placed.entity.description)
    guard let field = placed.field, let conflict = placed.conflict else {
      var deletions: [ChangeID] = []
      if case .disputed(let ids) = life(of: placed.entity) { deletions = ids }
      return .sorted([("deletions", Self.list(deletions)), ("entity", entity), ("reason", "disputed-deletion")])
    }
    return .sorted([
      ("base", Self.list(conflict.base.map(\.id))), ("entity", entity), ("field", .string(field.description)),
      ("reason", .string(conflict.reason.rawValue)), ("values", .array(conflict.values)),
    ])
  }

  private func lateDocument(schema: some MergeSchema) -> JSONValue {
    let late = lateWrites(schema: schema).sorted {
      ($0.entity, $0.field, $0.write.id) < ($1.entity, $1.field, $1.write.id)
    }
    return .array(
      late.map {
        .sorted([
          ("entity", .string($0.entity.description)), ("field", .string($0.field.description)),
          ("write", .string($0.write.id.description)),
        ])
      })
  }

  private static func list(_ ids: [ChangeID]) -> JSONValue { .array(ids.sorted().map { .string($0.description) }) }
}
