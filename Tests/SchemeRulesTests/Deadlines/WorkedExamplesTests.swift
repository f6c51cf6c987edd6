import SchemeRules
import Testing
import WorkingDays

@Suite struct WorkedExamplesTests {
  private func fields(_ example: WorkedExample) -> [String: DeadlineQuery.Input] {
    var fields: [String: DeadlineQuery.Input] = [:]
    fields[example.from.hasSuffix("Z") ? "instant" : "from"] = .string(example.from)
    if let end = example.certificateEnd { fields["certificateEnd"] = .string(end) }
    return fields
  }

  @Test(arguments: WorkedExample.all)
  func `a worked example is due as printed, asked for by its expression`(example: WorkedExample) throws {
    var fields = fields(example)
    fields["expr"] = .string(example.expression)
    #expect(try DeadlineQuery(fields: fields).answer().due.description == example.due)
  }

  @Test(arguments: WorkedExample.all)
  func `a worked example is due as printed, asked for by its deadline`(example: WorkedExample) throws {
    var fields = fields(example)
    fields["deadline"] = .string(example.deadline)
    // The two examples of Y+n name n, and EX-22 its roll-over, in the expression only.
    if example.deadline == "DL-CIAG-02" { fields["n"] = .integer(try #require(Int(example.expression.dropFirst(2)))) }
    if example.expression.hasSuffix(" roll") { fields["rollover"] = .string("nextWorkingDay") }
    #expect(try DeadlineQuery(fields: fields).answer().due.description == example.due)
  }

  @Test func `EX-01 to EX-50 are all here`() {
    let numbers = (1...50).map { $0 < 10 ? "EX-0\($0)" : "EX-\($0)" }
    #expect(WorkedExample.all.map(\.id) == numbers)
  }

  @Test func `a whole CléA compliance procedure runs from notice to watch as the rulebook tells it`() throws {
    func due(_ id: DeadlineID, _ from: String) throws -> String {
      let date = try #require(CivilDate(from))
      return try DeadlineQuery(.deadline(id), trigger: .date(date)).answer().due.description
    }
    #expect(try due(.clea14, "2026-04-29") == "2026-06-16")
    let decision = try due(.clea15, "2026-06-12")
    #expect(decision == "2026-07-27")
    #expect(try due(.clea17, decision) == "2027-07-27")
  }
}
