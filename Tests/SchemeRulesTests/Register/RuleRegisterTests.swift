import AuditModel
import Testing

@testable import SchemeRules

@Suite struct RuleRegisterTests {
  @Test(arguments: RuleRegister.all)
  func `each statement is one short sentence in both languages`(entry: RuleEntry) {
    for text in [entry.statement.fr, entry.statement.en] {
      #expect(text.count <= 220, "\(entry.id)")
      #expect(text.hasSuffix("."), "\(entry.id)")
      #expect(!text.dropLast().contains(". "), "\(entry.id)")
      #expect(text.first?.isLowercase == false, "\(entry.id)")
    }
    #expect(entry.statement.fr != entry.statement.en)
    #expect(!entry.schemes.isEmpty)
  }

  @Test(arguments: RuleRegister.all)
  func `an id is of the kind its letters say, and a guard names acts`(entry: RuleEntry) {
    #expect((entry.kind == .transition) == entry.id.description.hasPrefix("T-"))
    #expect((entry.kind == .reading) == entry.id.isReading)
    if case .guards(let acts) = entry.held {
      #expect(!acts.isEmpty)
      for act in acts { #expect(act.wholeMatch(of: /[a-z]+\.[a-z]+(-[a-z]+)*/) != nil, "\(act)") }
    }
  }

  @Test func `each act of Qualiopi is refused by some rule of the register, its transition among them`() {
    for act in ActCatalogue.all where act.scheme == .qualiopi {
      let refusing = RuleRegister.qualiopi.filter { $0.held.acts.contains(act.name) }
      #expect(refusing.contains { $0.id == RegisterID(act.transition) }, "\(act.name)")
    }
  }

  @Test func `each rule of Qualiopi that a refusal words is in the register`() {
    let worded = ReasonPhrase.all.compactMap(\.rule).filter { !$0.description.contains("-CIAG-") }
    #expect(!worded.isEmpty)
    for rule in worded { #expect(RuleRegister.entry(RegisterID(rule)) != nil, "\(rule)") }
  }

  @Test func `the moves of audits and non-conformities are those of their machines`() throws {
    let entry = try #require(RuleRegister.entry("T-QUAL-A13"))
    #expect(entry.moves.map(\.fromCode) == ["reportClosed", "inDecision"])
    #expect(entry.moves.map(\.toCode) == ["inDecision", "decided"])
    #expect(entry.moves.map(\.actors) == [[.auditor], [.decider]])
    let machines =
      Set(QualiopiAuditState.transitions.map(\.id)).union(QualiopiNonConformityState.transitions.map(\.id))
    for id in machines { #expect(RuleRegister.entry(RegisterID(id))?.moves.isEmpty == false, "\(id)") }
    #expect(RuleRegister.entry("R-QUAL-71")?.moves == [])
  }

  @Test func `a rule shows the delays whose row names it, and a deadline itself`() {
    #expect(RuleRegister.entry("R-QUAL-49")?.deadlines.map(\.id) == [.qual02, .qual04])
    #expect(RuleRegister.entry("DL-QUAL-09")?.deadlines.map(\.id) == [.qual09])
    #expect(RuleRegister.entry("A-48")?.deadlines.map(\.id) == [.qual12])
    #expect(RuleRegister.entry("R-QUAL-71")?.deadlines == [])
  }

  @Test(arguments: DeadlineTable.standard.rules.filter { $0.scheme == .qualiopi })
  func `the rule that a deadline names is held by a deadline or kept beside it`(rule: DeadlineRule) throws {
    let entry = try #require(RegisterID(rule.ruleID).flatMap(RuleRegister.entry))
    #expect(entry.deadlines.map(\.id).contains(rule.id))
  }

  @Test func `a setting has the default of the reading that adopts it`() {
    #expect(RuleRegister.standardValue(of: "minorMax") == "4")
    #expect(RuleRegister.standardValue(of: "rollover") == "none")
    #expect(RuleRegister.standardValue(of: "clockOffsetMaxMinutes") == "5")
    #expect(RuleRegister.standardValue(of: "nothing") == nil)
  }

  @Test func `searching finds words in any order, whatever case and accents, and ids`() {
    #expect(RuleRegister.search("CERTIFICAT échu").map(\.id) == RuleRegister.search("echu certificat").map(\.id))
    #expect(RuleRegister.search("certificat echu").contains { $0.id == "R-QUAL-142" })
    #expect(RuleRegister.search("r-qual-142").map(\.id) == ["R-QUAL-142"])
    #expect(RuleRegister.search("hippopotame").isEmpty)
    #expect(RuleRegister.search("").count == RuleRegister.all.count)
  }

  @Test func `the ids nearest to a mistyped one are proposed, nearest first`() {
    #expect(RuleRegister.idsNear("R-QUAL-711").first == "R-QUAL-71")
    #expect(RuleRegister.idsNear("r-qual-143").allSatisfy { $0.description.hasPrefix("R-QUAL-14") })
    #expect(RuleRegister.idsNear("R-QUAL71").first == "R-QUAL-71")
    #expect(RuleRegister.idsNear("R-QUAL-7").count == 4)
    #expect(RuleRegister.idsNear("chocolat").isEmpty)
    #expect(RuleRegister.idsNear("").isEmpty)
  }
}
