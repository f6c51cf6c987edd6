import AuditModel
import SchemeRules
import Testing
import WorkingDays

@Suite struct DeadlineQueryTests {
  @Test(arguments: [("DL-QUAL-02", "2026-02-28"), ("DL-QUAL-03", "2026-06-30"), ("DL-QUAL-04", "2026-10-31")])
  func `R-QUAL-49 each date of the surveillance window is given with the whole window`(id: String, due: String) throws {
    let answer = try DeadlineQuery(fields: ["deadline": .string(id), "from": .string("2024-12-31")]).answer()
    #expect(
      answer.members.map { "\($0.key)=\($0.value)" }
        == ["due=\(due)", "opens=2026-02-28", "nominal=2026-06-30", "closes=2026-10-31"])
  }

  @Test func `a deadline outside the window has none`() throws {
    let answer = try DeadlineQuery(
      fields: ["deadline": .string("DL-QUAL-05"), "from": .string("2024-10-31")]
    ).answer()
    #expect(answer.window == nil)
    #expect(answer.members.map(\.key) == ["due"])
  }

  struct BadFields: Sendable, CustomTestStringConvertible {
    let code: String
    let fields: [String: DeadlineQuery.Input]
    var testDescription: String { code }
  }

  static let bad: [BadFields] = [
    BadFields(code: "missing-deadline", fields: [:]),
    BadFields(code: "missing-deadline", fields: ["deadline": .null, "from": "2026-01-01"]),
    BadFields(code: "two-deadlines", fields: ["deadline": "DL-QUAL-09", "expr": "WD+5", "from": "2026-01-01"]),
    BadFields(code: "unknown-deadline", fields: ["deadline": "DL-QUAL-99", "from": "2026-01-01"]),
    BadFields(code: "unknown-deadline", fields: ["deadline": "dl-qual-09", "from": "2026-01-01"]),
    BadFields(code: "bad-expression", fields: ["expr": "WD5", "from": "2026-01-01"]),
    BadFields(code: "missing-trigger", fields: ["deadline": "DL-QUAL-09"]),
    BadFields(
      code: "two-triggers",
      fields: ["deadline": "DL-QUAL-09", "from": "2026-01-01", "instant": "2026-01-01T00:00:00Z"]),
    BadFields(code: "bad-date", fields: ["deadline": "DL-QUAL-09", "from": "2026-02-29"]),
    BadFields(code: "bad-date", fields: ["deadline": "DL-QUAL-09", "from": "2026-04-28T22:30:00Z"]),
    BadFields(
      code: "bad-date", fields: ["deadline": "DL-QUAL-12", "from": "2026-01-01", "certificateEnd": "soon"]),
    BadFields(code: "bad-instant", fields: ["deadline": "DL-QUAL-15", "instant": "2026-10-24"]),
    BadFields(code: "bad-instant", fields: ["deadline": "DL-QUAL-15", "instant": "2026-10-24T10:00:00+02:00"]),
    BadFields(code: "instant-needed", fields: ["deadline": "DL-QUAL-15", "from": "2026-10-24"]),
    BadFields(code: "missing-n", fields: ["deadline": "DL-CIAG-02", "from": "2028-02-29"]),
    BadFields(code: "missing-n", fields: ["deadline": "DL-CIAG-02", "from": "2028-02-29", "n": .null]),
    BadFields(code: "bad-n", fields: ["deadline": "DL-CIAG-02", "from": "2028-02-29", "n": .integer(0)]),
    BadFields(code: "bad-n", fields: ["deadline": "DL-CIAG-02", "from": "2028-02-29", "n": "two"]),
    BadFields(code: "bad-n", fields: ["deadline": "DL-CIAG-02", "from": "2028-02-29", "n": .integer(100_000)]),
    BadFields(code: "bad-type", fields: ["deadline": "DL-CIAG-02", "from": "2028-02-29", "n": .other]),
    BadFields(code: "bad-type", fields: ["deadline": .integer(9), "from": "2026-01-01"]),
    BadFields(code: "bad-type", fields: ["deadline": "DL-QUAL-09", "from": .integer(20_260_101)]),
    BadFields(code: "bad-rollover", fields: ["deadline": "DL-QUAL-09", "from": "2026-01-01", "rollover": "yes"]),
    BadFields(
      code: "unknown-field", fields: ["deadline": "DL-QUAL-12", "from": "2026-01-01", "certificatEnd": "2026-02-01"]),
    BadFields(code: "unknown-field", fields: ["expr": "min(M+3, @from)", "from": "2026-01-01"]),
    BadFields(code: "outside-calendar", fields: ["deadline": "DL-CLEA-04", "from": "9999-01-01"]),
  ]

  @Test(arguments: bad)
  func `a bad question is refused with its stable code and a message in both languages`(bad: BadFields) {
    let error = #expect(throws: DeadlineQueryError.self) { try DeadlineQuery(fields: bad.fields).answer() }
    #expect(error?.code == bad.code)
    #expect(error?.message.fr.isEmpty == false)
    #expect(error?.message.en.isEmpty == false)
  }

  @Test func `every code is tried, but the one for a line that is no JSON`() {
    let codes = Set(Self.bad.map(\.code)).union([DeadlineQueryError.badLine.code])
    #expect(codes.count == 16)
  }

  @Test func `a bad expression names its place and what was expected`() {
    let error = #expect(throws: DeadlineQueryError.self) {
      try DeadlineQuery(fields: ["expr": "min(M+3, x)", "from": "2026-01-01"])
    }
    #expect(error?.position == 10)
    #expect(error?.message.en.contains("At character 10, @ and a date name") == true)
    #expect(error?.message.fr.contains("au caractère 10, on attend @ et un nom de date") == true)
    #expect(DeadlineQueryError.missingNumber.position == nil)
  }

  @Test func `a date an expression names is taken by that name, and any other is refused`() throws {
    var fields: [String: DeadlineQuery.Input] = [
      "expr": "min(M+3, @contractEnd)", "from": "2026-11-18", "contractEnd": "2027-01-15",
    ]
    #expect(try DeadlineQuery(fields: fields).answer().due.description == "2027-01-15")
    fields["expr"] = "M+3"
    #expect(throws: DeadlineQueryError.unknownField("contractEnd")) { try DeadlineQuery(fields: fields) }
  }

  @Test func `n and certificateEnd given in vain change nothing`() throws {
    let answer = try DeadlineQuery(
      fields: ["deadline": "DL-QUAL-09", "from": "2026-05-12", "n": .integer(7), "certificateEnd": "2026-05-13"]
    ).answer()
    #expect(answer.due.description == "2026-05-20")
  }

  @Test func `what a person gave is quoted short`() throws {
    let long = String(repeating: "x", count: 500)
    #expect(DeadlineQueryError.unknownDeadline(long).message.en.count < 200)
  }

  @Test func `the holidays of the calendar given are the ones counted`() throws {
    let worked = WorkingDayCalendar(holidays: FrenchHolidays(whitMondayIsHoliday: false))
    let query = try DeadlineQuery(fields: ["deadline": "DL-CLEA-14", "from": "2026-04-29"])
    #expect(try query.answer(calendar: worked).due.description == "2026-06-15")
  }
}
