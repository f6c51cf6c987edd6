import AuditModel
import AuditSchema
import SyncCore
import TestSupport
import Testing

/// The merge table in `Protocol/model.md` is the one the code reads.
struct MergeTableDocumentTests {
  @Test func `the printed merge table is the one in the code`() throws {
    let printed = try ProtocolPage("model.md").lines(between: "table").joined(separator: "\n")
    #expect(printed == Self.table, "put this between the marks:\n\(Self.table)")
  }

  @Test func `the worked state in model.md comes of its lines and has its digest`() throws {
    let lines = try ProtocolPage("model.md").lines(between: "state").map { Array($0.utf8) }
    try #require(lines.count == 5)
    var changes: [Change] = []
    for line in lines.prefix(3) { changes.append(try ChangeLine(line).change) }
    var fold = StreamFold(stream: changes[0].stream)
    for change in changes { fold.apply(change) }
    #expect(JSONWriter.bytes(fold.visibleState(schema: AuditSchema.current)) == lines[3])
    let digest = fold.stateDigest(schema: AuditSchema.current)
    #expect(JSONWriter.bytes(.string(digest.description)) == lines[4])
  }

  private static var table: String {
    let head = ["| entity | field | kind | writers | settled by | fr | en |", "|---|---|---|---|---|---|---|"]
    let rows = AuditSchema.current.types.flatMap { type in
      ["| `\(type.path)` | | | | | \(type.words.fr) | \(type.words.en) |"]
        + type.fields.map { rule in
          "| | `\(rule.name)` | \(words(rule.kind)) | \(rule.writers.map(\.rawValue).sorted().joined(separator: ", ")) "
            + "| \(words(rule.settlers)) | \(rule.words.fr) | \(rule.words.en) |"
        }
    }
    return (head + rows).joined(separator: "\n")
  }

  private static func words(_ kind: MergeKind) -> String {
    switch kind {
    case .latest: "latest"
    case .contested: "contested"
    case .cautious(let ranking): "cautious: " + ranking.gravestFirst.joined(separator: " > ")
    case .text: "text"
    case .set: "set"
    case .journal: "journal"
    case .machine: "machine"
    }
  }

  private static func words(_ right: SettleRight) -> String {
    switch right {
    case .lead: "lead"
    case .office: "office"
    case .authorOrLead: "author or lead"
    case .none: ""
    }
  }
}
