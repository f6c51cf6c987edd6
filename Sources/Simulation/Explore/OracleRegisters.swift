import SyncCore

/// A second, naive account of what may not be lost (law L3), from the lines of the log alone.
///
/// What the merge shows is compared to it: of every register the writes nobody superseded, of every set the additions
/// nobody took out, of every journal the entries.
struct OracleRegisters {
  private struct Field: Hashable, Comparable {
    let entity: String
    let name: String

    static func < (left: Self, right: Self) -> Bool { (left.entity, left.name) < (right.entity, right.name) }
  }

  private struct Write {
    let name: String
    let value: JSONValue
    let over: Set<String>
  }

  private var writes: [Field: [Write]] = [:]
  private var additions: [Field: [Write]] = [:]
  private var removals: [Field: [Write]] = [:]
  private var entries: [Field: [String]] = [:]
  private var freezes: [String: [String]] = [:]

  init(_ lines: [OracleLog.Entry]) {
    for line in lines {
      for step in line.operations {
        if let frozen = step["freeze"]?.text { freezes[frozen, default: []].append(line.name) }
        guard let entity = step["on"]?.text, let first = step.members?.first, let name = first.value.text else {
          continue
        }
        let field = Field(entity: entity, name: name)
        let over = Set((step["over"]?.elements ?? []).compactMap(\.text))
        switch first.key {
        case "set", "state":
          writes[field, default: []].append(Write(name: line.name, value: step["to"] ?? .null, over: over))
        case "add":
          additions[field, default: []].append(Write(name: line.name, value: step["value"] ?? .null, over: []))
        case "remove":
          removals[field, default: []].append(Write(name: line.name, value: step["value"] ?? .null, over: over))
        case "append": entries[field, default: []].append(line.name)
        default: continue
        }
      }
    }
  }

  /// Compares with what the merge shows of the same lines.
  func judge(_ fold: StreamFold, schema: some MergeSchema) -> [LawViolation] {
    var violations: [LawViolation] = []
    for field in Set(writes.keys).union(additions.keys).union(entries.keys).sorted() {
      guard let entity = EntityID(field.entity), let name = FieldName(field.name),
        let view = fold.field(name, of: entity, schema: schema)
      else {
        violations.append(LawViolation(.L3, "\(fold.stream) \(field.entity) \(field.name) shows nothing at all"))
        continue
      }
      for lost in lost(field, view) {
        violations.append(LawViolation(.L3, "\(fold.stream) \(field.entity) \(field.name): \(lost)"))
      }
    }
    return violations
  }

  private func lost(_ field: Field, _ view: FieldView) -> [String] {
    let late = Set(view.late.map(\.id.description))
    var found: [String] = []
    if !late.isEmpty, !isFrozen(field.entity) { found.append("writes are late where nothing is frozen") }
    let written = (writes[field] ?? []).filter { !late.contains($0.name) }
    let covered = written.reduce(into: Set<String>()) { $0.formUnion($1.over) }
    let standing = written.filter { !covered.contains($0.name) }
    let heads = Set(view.heads.map(\.id.description))
    found += standing.filter { !heads.contains($0.name) }.map { "\($0.name) is superseded by nobody and not shown" }
    if Set(standing.map(\.value)).count > 1 {
      switch view.kind {
      case .contested, .cautious:
        let kept = Set(view.conflict?.alternatives.map(\.id.description) ?? [])
        found += standing.filter { !kept.contains($0.name) }.map { "\($0.name) is no alternative of the conflict" }
      case .text where view.conflict == nil && !view.isUnread: found.append("texts differ and nothing says so")
      case .text, .latest, .set, .journal, .machine: break
      }
    }
    let removed = (removals[field] ?? []).filter { !late.contains($0.name) }
      .reduce(into: Set<String>()) { $0.formUnion($1.over) }
    for added in additions[field] ?? [] where !late.contains(added.name) && !removed.contains(added.name) {
      let member = view.members.first { $0.value == added.value }
      if member?.additions.contains(where: { $0.description == added.name }) != true {
        found.append("\(added.name) added a member that is not there")
      }
    }
    let shown = Set(view.entries.map(\.id.description))
    found += (entries[field] ?? []).filter { !shown.contains($0) }.map { "the entry \($0) is not listed" }
    return found
  }

  private func isFrozen(_ entity: String) -> Bool {
    freezes.keys.contains { entity == $0 || entity.utf8.starts(with: ($0 + "/").utf8) }
  }
}
