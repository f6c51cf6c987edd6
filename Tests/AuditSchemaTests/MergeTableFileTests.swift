import AuditSchema
import SyncCore
import TestSupport
import Testing

/// `Protocol/table.json` is the merge table of the code, for implementations that read no Swift.
struct MergeTableFileTests {
  @Test func `the printed table is the one of the code, byte for byte`() throws {
    let file = try RepositoryFiles.text("Protocol/table.json")
    #expect(
      file.utf8.elementsEqual(AuditSchema.current.mergeTable.text.utf8),
      "write it anew: constat-sim fold --print-table > Protocol/table.json")
  }

  @Test func `whoever reads the printed table merges by the kinds of the code`() throws {
    let read = try MergeTable(reading: Array(RepositoryFiles.text("Protocol/table.json").utf8))
    #expect(read.version == AuditSchema.current.version)
    #expect(Set(read.types.keys) == Set(AuditSchema.current.types.map(\.path)))
    for type in AuditSchema.current.types {
      #expect(read.types[type.path]?.count == type.fields.count)
      for rule in type.fields {
        #expect(read.kind(of: rule.name, in: type.path) == rule.kind, "\(type.path).\(rule.name)")
      }
    }
  }
}
