import AuditModel
import SchemeRules
import Testing

@Suite struct RuleSheetTests {
  private func lines(_ id: RegisterID, _ label: String) throws -> [LocalizedText] {
    try RuleSheet(#require(RuleRegister.entry(id))).lines.filter { $0.label.en == label }.map(\.text)
  }

  @Test func `a guard names its acts with the words of the catalogue`() throws {
    let sheet = RuleSheet(try #require(RuleRegister.entry("R-QUAL-71")))
    #expect(sheet.heading == LocalizedText(fr: "R-QUAL-71, garde-fou", en: "R-QUAL-71, guard"))
    #expect(try lines("R-QUAL-71", "act").first?.fr == "audit.close, clôturer l'audit")
    #expect(try lines("R-QUAL-71", "act").count == 2)
    #expect(try lines("R-QUAL-71", "origin").map(\.en) == ["reading adopted"])
    #expect(try lines("R-QUAL-71", "source").map(\.en) == ["Qualiopi non-conformities"])
  }

  @Test func `a delay is written with its expression, its start, who acts and what follows`() throws {
    #expect(
      try lines("R-QUAL-66", "deadline").map(\.en)
        == ["DL-QUAL-09 (WD+5): 5 working days after “last day of the audit”; auditor; otherwise, flagged late"])
  }

  @Test func `what follows a delay is led in by who was to act`() throws {
    let text = { (id: RegisterID) in try #require(RuleRegister.entry(id)).statement.en }
    #expect(try text("DL-QUAL-06") == "3 years after “start of validity”; then, certificate expired.")
    #expect(try text("DL-QUAL-07") == "8 months before “end of validity”; otherwise, reminder.")
    #expect(
      try text("DL-QUAL-02")
        == "14 months after “start of validity”; no surveillance is planned earlier; one held earlier does not count.")
  }

  @Test func `a transition is written from state to state with its actors`() throws {
    #expect(
      try lines("T-QUAL-A13", "move").map(\.en)
        == ["report closed → in decision; auditor", "in decision → decided; decision expert"])
    #expect(try lines("T-QUAL-N01", "move").map(\.fr) == ["→ relevée\u{202F}; auditeur"])
  }

  @Test func `a setting is written with its default, and without one where another scheme adopts it`() throws {
    #expect(try lines("A-47", "setting").map(\.en) == ["minorMax (default: 4)"])
    #expect(try lines("R-TIME-11", "setting").map(\.en) == ["rollover (default: none)"])
    #expect(try lines("R-TIME-15", "setting").map(\.en) == ["plainDayUnit"])
  }

  @Test func `a rule that no document holds says so`() throws {
    #expect(try lines("R-ROLE-22", "source").map(\.en) == ["no source document"])
    #expect(try lines("R-ROLE-22", "scheme").map(\.en) == ["Qualiopi, CléA numérique, CertifIAG"])
  }
}
