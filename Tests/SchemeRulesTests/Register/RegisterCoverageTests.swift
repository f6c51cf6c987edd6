import AuditModel
import SchemeRules
import Testing

/// The register against the rulebook: every id of the scheme, none invented, each with its tag, origin and settings.
@Suite struct RegisterCoverageTests {
  /// The rules on roles that concern Qualiopi; the others belong to CléA numérique or CertifIAG alone.
  static let roles = [1, 2, 6, 7, 8] + Array(14...23)
  /// The readings on Qualiopi, on time and on all schemes
  /// are those of the other schemes.
  static let readings = Array(37...67) + Array(85...88) + Array(94...100) + Array(103...109)

  static func concernsQualiopi(_ id: String) -> Bool {
    let number = id.split(separator: "-").last.flatMap { Int($0) }
    if id.hasPrefix("R-ROLE-") { return number.map(roles.contains) ?? false }
    if id.hasPrefix("A-") { return number.map(readings.contains) ?? false }
    return ["R-TIME-", "R-QUAL-", "T-QUAL-", "DL-QUAL-"].contains { id.hasPrefix($0) }
  }

  @Test func `the register holds every id of the rulebook for Qualiopi, each once, and none besides`() throws {
    guard let rulebook = try Rulebook.read() else { return }
    let wanted = Set(rulebook.lines.keys.filter(Self.concernsQualiopi))
    let held = RuleRegister.qualiopi.map(\.id.description)
    #expect(wanted.subtracting(held).sorted() == [], "missing from the register")
    #expect(Set(held).subtracting(wanted).sorted() == [], "not in the rulebook")
    #expect(Set(held).count == held.count)
    #expect(wanted.count == 22 + 15 + 142 + 35 + 18 + 49)
  }

  @Test func `each entry has the tag, the origin, the settings and the source that the rulebook's line has`() throws {
    guard let rulebook = try Rulebook.read() else { return }
    for entry in RuleRegister.qualiopi {
      let id = entry.id.description
      guard let line = rulebook.lines[id] else { continue }
      #expect(entry.kind.tag == line.tag, "\(id)")
      #expect(Set(entry.settings) == Set(line.settings), "\(id)")
      #expect(entry.defaults == line.defaults, "\(id)")
      if let source = line.source { #expect(entry.source == source, "\(id)") }
      switch entry.origin {
      case .notInSeeds(let onByDefault): #expect(line.beyondSources == onByDefault && !line.isAdopted, "\(id)")
      case .adopted: #expect(line.isAdopted && line.beyondSources == nil, "\(id)")
      case .source: #expect(!line.isAdopted && line.beyondSources == nil, "\(id)")
      }
    }
  }

  @Test func `no statement is a sentence of the rulebook`() throws {
    guard let rulebook = try Rulebook.read() else { return }
    let copied = RuleRegister.qualiopi.filter { rulebook.text.contains($0.statement.en.dropLast()) }
    #expect(copied.map(\.id) == [])
  }
}
