import AuditModel
import AuditSchema
import SyncCore
import TestSupport
import Testing

/// The merge table is complete and says nothing twice (DESIGN §5).
struct MergeTableTests {
  private static let rows = AuditSchema.current.types.flatMap { type in type.fields.map { (type: type, rule: $0) } }

  @Test func `every type and field has one row and is found by its name`() {
    let types = AuditSchema.current.types
    #expect(Set(types.map(\.path)).count == types.count)
    for type in types {
      #expect(!type.fields.isEmpty)
      #expect(Set(type.fields.map(\.name)).count == type.fields.count, "\(type.path)")
      #expect(EntityID(type.path.split(separator: "/").map { "\($0)/x" }.joined(separator: "/"))?.typePath == type.path)
      for field in type.fields {
        #expect(AuditSchema.current.rule(of: field.name, in: type.path)?.name == field.name)
        #expect(AuditSchema.current.kind(of: field.name, in: type.path) == field.kind)
      }
    }
    #expect(AuditSchema.current.type("audit/nothing") == nil)
    #expect(AuditSchema.current.kind(of: "nothing", in: "audit") == nil)
  }

  @Test func `every row has words in both languages, and no two fields of a type share them`() {
    for type in AuditSchema.current.types {
      #expect(!type.words.fr.isEmpty && !type.words.en.isEmpty, "\(type.path)")
    }
    for (type, rule) in Self.rows {
      #expect(!rule.words.fr.isEmpty && !rule.words.en.isEmpty, "\(type.path).\(rule.name)")
    }
    for type in AuditSchema.current.types {
      #expect(Set(type.fields.map(\.words.fr)).count == type.fields.count, "two fields of \(type.path) share a word")
      #expect(Set(type.fields.map(\.words.en)).count == type.fields.count, "two fields of \(type.path) share a word")
    }
  }

  @Test func `every cautious field has an order of gravity that says each grade once`() {
    var cautious = 0
    for (type, rule) in Self.rows {
      guard case .cautious(let ranking) = rule.kind else { continue }
      cautious += 1
      #expect(ranking.gravestFirst.count > 1, "\(type.path).\(rule.name)")
      #expect(Set(ranking.gravestFirst).count == ranking.gravestFirst.count)
      #expect(ranking.place(of: "unknown to all") < ranking.place(of: .string(ranking.gravestFirst[0])))
    }
    #expect(cautious > 0)
    #expect(Rankings.qualiopiGrade.place(of: "major") < Rankings.qualiopiGrade.place(of: "minor"))
    #expect(Rankings.qualiopiGrade.place(of: "conform") < Rankings.qualiopiGrade.place(of: "not-audited"))
  }

  @Test func `every field but a machine may be written, and none by an inspector`() {
    for (type, rule) in Self.rows {
      #expect(rule.writers.isEmpty == (rule.kind == .machine), "\(type.path).\(rule.name)")
      #expect(!rule.writers.contains(.inspector), "\(type.path).\(rule.name)")
    }
  }

  @Test func `every kind that knows conflicts can be settled, and no other can`() {
    for (type, rule) in Self.rows {
      let hasConflicts =
        switch rule.kind {
        case .contested, .cautious, .text: true
        case .latest, .set, .journal, .machine: false
        }
      #expect((rule.settlers != .none) == hasConflicts, "\(type.path).\(rule.name)")
    }
  }

  @Test func `whoever may settle a field may also write it, so that no conflict stays for ever`() {
    for (type, rule) in Self.rows {
      switch rule.settlers {
      // What rulings write, an administrator who is of the office as well sets right.
      case .office:
        #expect(rule.writers.contains(.office) || rule.writers == [.administrator], "\(type.path).\(rule.name)")
      case .lead, .authorOrLead: #expect(rule.writers.contains(.auditor), "\(type.path).\(rule.name)")
      case .none: continue
      }
    }
  }

  @Test func `every field only a lead auditor settles stands inside an audit`() {
    for (type, rule) in Self.rows where rule.settlers == .lead {
      #expect(type.path == "audit" || type.path.hasPrefix("audit/"), "\(type.path).\(rule.name)")
    }
  }

  @Test func `no field a guard reads is settled by a clock`() throws {
    let latest = Self.rows.filter { $0.rule.kind == .latest }.map { "\($0.type.path).\($0.rule.name)" }
    #expect(latest.sorted() == ["body.phone", "body.planningNote", "dossier.planningNote"])
    let sources = try RepositoryFiles.swift(under: "Sources/SchemeRules")
    try #require(!sources.isEmpty)
    for (path, text) in sources {
      for name in ["phone", "planningNote"] { #expect(!text.contains("\"\(name)\""), "\(path) reads \(name)") }
    }
  }
}
