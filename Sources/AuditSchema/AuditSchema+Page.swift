import AuditModel
import SyncCore

extension AuditSchema {
  /// The table as `Protocol/model.md` prints it: one row a type, one a field.
  public var page: String {
    let head = ["| entity | field | kind | writers | settled by | fr | en |", "|---|---|---|---|---|---|---|"]
    let rows = types.flatMap { type in
      ["| `\(type.path)` | | | | | \(type.words.fr) | \(type.words.en) |"]
        + type.fields.map { rule in
          "| | `\(rule.name)` | \(rule.kind.page) | \(rule.writers.map(\.rawValue).sorted().joined(separator: ", ")) "
            + "| \(rule.settlers.page) | \(rule.words.fr) | \(rule.words.en) |"
        }
    }
    return (head + rows).joined(separator: "\n")
  }
}

extension MergeKind {
  fileprivate var page: String {
    switch self {
    case .latest: "latest"
    case .contested: "contested"
    case .cautious(let ranking): "cautious: " + ranking.gravestFirst.joined(separator: " > ")
    case .text: "text"
    case .set: "set"
    case .journal: "journal"
    case .machine: "machine"
    }
  }
}

extension SettleRight {
  fileprivate var page: String {
    switch self {
    case .lead: "lead"
    case .office: "office"
    case .authorOrLead: "author or lead"
    case .none: ""
    }
  }
}
