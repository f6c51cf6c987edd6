import AuditModel
import SchemeRules
import Testing
import WorkingDays

@Suite struct DeadlineTableTests {
  @Test func `the table holds every row of the rulebook with its expression and rule, in order`() {
    let rows = DeadlineTable.standard.rules.map { "\($0.id) | \($0.expression) | \($0.ruleID)" }
    #expect(rows == PrintedDeadlineTable.rows.map { "\($0.0) | \($0.1) | \($0.2)" })
    #expect(rows.count == 50)
  }

  @Test(arguments: DeadlineID.allCases)
  func `every deadline says in both languages what starts it, who acts and what follows`(id: DeadlineID) throws {
    let rule = DeadlineTable.standard[id]
    #expect(rule.id == id)
    #expect(!rule.actors.isEmpty)
    #expect(!rule.source.isEmpty)
    for text in [rule.trigger, rule.missed] + rule.actors.map(\.name) {
      #expect(!text.fr.isEmpty)
      #expect(!text.en.isEmpty)
    }
    #expect(try DeadlineExpression(parsing: rule.expression.description) == rule.expression)
  }

  @Test func `only the three delays of information are indicative`() {
    let indicative = DeadlineTable.standard.rules.filter(\.isIndicative).map(\.id)
    #expect(indicative == [.qual14, .qual15, .qual16])
  }

  @Test func `each deadline belongs to the scheme its id names`() {
    let counts = Dictionary(grouping: DeadlineID.allCases, by: \.scheme).mapValues(\.count)
    #expect(counts == [.cleaNumerique: 22, .qualiopi: 18, .certifIAG: 9, nil: 1])
  }

  @Test func `R-TIME-15 plain days become working days only where the source names no unit`() throws {
    let table = DeadlineTable.standard.countingPlainDaysAsWorkingDays(for: [.clea07, .clea18])
    #expect(table[.clea07].expression == .workingDays(30))
    #expect(table[.clea18].expression == .calendarDays(45))
    #expect(table[.clea08].expression == .calendarDays(5))
    let query = DeadlineQuery(.deadline(.clea07), trigger: .date(try #require(CivilDate("2026-01-31"))))
    #expect(try query.answer(table: table).due.description == "2026-03-13")
    #expect(try query.answer().due.description == "2026-03-02")
  }

  @Test func `a setting changes one deadline of one table and no other`() {
    let table = DeadlineTable.standard.setting(.net01, to: .months(6))
    #expect(table[.net01].expression == .months(6))
    #expect(DeadlineTable.standard[.net01].expression == .months(12))
    #expect(table.setting(.net01, to: .months(12)) == .standard)
  }
}
