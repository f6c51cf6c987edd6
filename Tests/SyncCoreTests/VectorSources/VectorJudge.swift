import SyncCore

/// Holds a case against what its author wrote by hand and against the second merge, so that no merge blesses itself.
enum VectorJudge {
  /// What is wrong with a case, in words; empty when all three agree.
  static func faults(of source: VectorSource) -> [String] {
    switch source {
    case .history(_, let changes, let facts, _):
      var document = FoldDocument()
      for change in changes { document.take(ChangeWriter.bytes(change)) }
      let stream = document.json(schema: VectorThemes.table, tenant: nil)["streams"]?.members?.first?.value
      guard document.refusals.isEmpty, let stream, let state = stream["state"] else {
        return ["refused: \(document.refusals)"]
      }
      return faults(facts: facts, state: state) + listFaults(stream, state: state)
        + VectorSecondOpinion(changes).disagreements()
    case .refused(_, let line, let code):
      let found = Self.code(of: line.bytes)
      return found == code ? [] : ["\(found ?? "taken"), not \(code)"]
    case .taken(_, let line):
      let found = Self.code(of: line.bytes)
      return found == nil ? [] : ["\(found ?? ""), not taken"]
    case .document(_, let lines, let refused, let facts):
      var document = FoldDocument()
      for line in lines { document.take(line.bytes) }
      let found = document.refusals.map { "\($0.line) \($0.code)" }
      let streams = document.json(schema: VectorThemes.table, tenant: nil)["streams"]?.members ?? []
      return (found == refused ? [] : ["refused \(found), not \(refused)"])
        + (Set(streams.map(\.key)) == Set(facts.keys) ? [] : ["streams \(streams.map(\.key))"])
        + streams.flatMap { faults(facts: facts[$0.key] ?? [], state: $0.value["state"] ?? .null) }
    }
  }

  private static func faults(facts: [VectorFact], state: JSONValue) -> [String] {
    let said = Set(VectorFact.all(of: state))
    let expected = Set(facts)
    return (facts.isEmpty ? ["nothing was written by hand"] : [])
      + expected.subtracting(said).map { "not so: \($0.kind) \($0.words)" }.sorted()
      + said.subtracting(expected).filter(\.kind.isExhaustive).map { "not foreseen: \($0.kind) \($0.words)" }.sorted()
  }

  /// The lists of conflicts and late writes say again what the state says: both are read off it here.
  private static func listFaults(_ stream: JSONValue, state: JSONValue) -> [String] {
    var conflicts: [JSONValue] = []
    var late: [JSONValue] = []
    for entity in state["entities"]?.members ?? [] {
      let id = JSONValue.string(entity.key)
      let isDeleted = entity.value["life"] == "deleted"
      if !isDeleted, let ids = entity.value["life"] {
        conflicts.append(.sorted([("deletions", ids), ("entity", id), ("reason", "disputed-deletion")]))
      }
      for field in entity.value["fields"]?.members ?? [] {
        if !isDeleted, let conflict = field.value["conflict"]?.members {
          conflicts.append(
            .sorted([("entity", id), ("field", .string(field.key))] + conflict.map { ($0.key, $0.value) }))
        }
        for write in field.value["late"]?.elements ?? [] {
          late.append(.sorted([("entity", id), ("field", .string(field.key)), ("write", write)]))
        }
      }
    }
    return (stream["conflicts"] == .array(conflicts) ? [] : ["the list of conflicts is not that of the state"])
      + (stream["late"] == .array(late) ? [] : ["the list of late writes is not that of the state"])
  }

  static func code(of bytes: [UInt8]) -> String? {
    do throws(ChangeFault) {
      let line = try ChangeLine(bytes)
      return ChangeWriter.bytes(line.change) == bytes ? nil : "prints otherwise"
    } catch {
      return error.code
    }
  }
}
