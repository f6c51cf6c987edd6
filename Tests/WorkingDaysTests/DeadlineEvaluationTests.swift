import Testing
import WorkingDays

@Suite struct DeadlineEvaluationTests {
  private func due(
    _ text: String, _ from: String, n: Int? = nil, dates: [String: String] = [:], rollover: Rollover = .none
  ) throws -> String {
    let trigger =
      if let date = CivilDate(from) {
        DeadlineMoment.date(date)
      } else {
        DeadlineMoment.instant(try instant(from))
      }
    return try DeadlineExpression(parsing: text).due(
      after: trigger, number: n, dates: dates.mapValues { try day($0) }, rollover: rollover
    ).description
  }

  @Test func `R-TIME-01 an instant counts from its Paris date, on both sides of midnight`() throws {
    #expect(try due("WD+30", "2026-04-28T22:30:00Z") == "2026-06-16")
    #expect(try due("WD+30", "2026-04-28T21:59:59Z") == "2026-06-15")
    #expect(try due("D0", "2026-12-31T23:00:00Z") == "2027-01-01")
    #expect(try due("YE", "2026-12-31T23:00:00Z") == "2027-12-31")
    #expect(try due("ME", "2026-12-31T22:59:59Z") == "2026-12-31")
  }

  @Test func `R-TIME-07 a delay in calendar days counts weekends and holidays`() throws {
    // Friday 8 May is a holiday, the two days after it a weekend.
    #expect(try due("CD+3", "2026-05-07") == "2026-05-10")
    #expect(try due("CD-3", "2026-05-11") == "2026-05-08")
  }

  @Test func `R-TIME-08 a month deadline clamps forward and backward`() throws {
    #expect(try due("M+1", "2027-01-31") == "2027-02-28")
    #expect(try due("M-8", "2027-10-31") == "2027-02-28")
  }

  @Test func `R-TIME-09 a series is computed from its origin`() throws {
    let dates = try (1...5).map { try due("Y+n", "2028-02-29", n: $0) }
    #expect(dates == ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29", "2033-02-28"])
    #expect(try due("Y+3", "2024-02-29") == (try due("M+36", "2024-02-29")))
  }

  @Test func `R-TIME-09 the next anniversary is found from the origin, not from the clamped one`() throws {
    let series = Anniversaries(of: try day("2028-02-29"))
    let next = try #require(series.first(after: try day("2031-02-28")))
    #expect(next.number == 4)
    #expect(next.date.description == "2032-02-29")
    #expect(series.first(after: try day("2020-01-01"))?.date.description == "2029-02-28")
    #expect(series.first(after: try day("2029-02-27"))?.date.description == "2029-02-28")
    #expect(series.first(after: try day("2029-02-28"))?.number == 2)
    #expect(series.first(after: .latest) == nil)
    #expect(series.date(number: 0) == nil)
  }

  @Test func `R-TIME-10 a due day is in time until 24:00 Paris and overdue from 00:00`() throws {
    let due = DeadlineMoment.date(try day("2026-06-16"))
    #expect(!due.isOverdue(at: try instant("2026-06-16T21:59:59.999Z")))
    #expect(due.isOverdue(at: try instant("2026-06-16T22:00:00Z")))
    let winter = DeadlineMoment.date(try day("2026-12-31"))
    #expect(!winter.isOverdue(at: try instant("2026-12-31T22:59:59Z")))
    #expect(winter.isOverdue(at: try instant("2026-12-31T23:00:00Z")))
  }

  @Test func `R-TIME-11 nothing rolls over unless asked to`() throws {
    #expect(try due("CD+45", "2026-07-01") == "2026-08-15")
    #expect(try due("CD+45 roll", "2026-07-01") == "2026-08-17")
    #expect(try due("CD+45", "2026-07-01", rollover: .nextWorkingDay) == "2026-08-17")
    #expect(try due("CD+45 roll", "2026-07-01", rollover: .none) == "2026-08-17")
  }

  @Test func `R-TIME-11 a backward deadline rolls to the previous working day`() throws {
    // 2026-09-15 minus one month is Saturday 15 August, a holiday too.
    #expect(try due("M-1", "2026-09-15") == "2026-08-15")
    #expect(try due("M-1 roll", "2026-09-15") == "2026-08-14")
    #expect(try due("CD-1 roll", "2026-05-26") == "2026-05-22")
    // The last step gives the way: 15 August again, reached backward.
    #expect(try due("M+2 M-1 roll", "2026-07-15") == "2026-08-14")
  }

  @Test func `R-TIME-11 working days, period ends, the same day and hours never roll`() throws {
    #expect(try due("WD+1 roll", "2026-05-13") == "2026-05-15")
    #expect(try due("ME roll", "2026-05-02") == "2026-05-31")
    #expect(try due("YE roll", "2028-05-02") == "2028-12-31")
    #expect(try due("D0 roll", "2026-12-25") == "2026-12-25")
    #expect(try due("H+24 roll", "2026-12-24T10:00:00Z") == "2026-12-25T10:00:00Z")
    #expect(try due("Y+1 roll", "2026-01-01") == "2027-01-04")
  }

  @Test func `R-TIME-12 composed delays clamp at each step`() throws {
    #expect(try due("M+18 M-4", "2024-10-31") == "2025-12-30")
    #expect(try due("M+14", "2024-10-31") == "2025-12-31")
    #expect(try due("M+1 CD+1", "2027-01-31") == "2027-03-01")
    #expect(try due("ME WD+1", "2026-04-10") == "2026-05-04")
  }

  @Test func `R-TIME-13 hours are elapsed time, in both nights of clock change`() throws {
    #expect(try due("H+48", "2026-10-24T10:00:00Z") == "2026-10-26T10:00:00Z")
    #expect(try due("H+48", "2026-03-28T10:00:00Z") == "2026-03-30T10:00:00Z")
    #expect(try due("H+2 D0", "2026-10-24T21:00:00Z") == "2026-10-25")
    #expect(throws: DeadlineEvaluationError.instantNeeded) { try due("H+48", "2026-10-24") }
  }

  @Test func `R-TIME-15 plain days count calendar days, or working days by the setting`() throws {
    let plain = try DeadlineExpression(parsing: "CD+30")
    #expect(plain.countingPlainDaysAsWorkingDays == .workingDays(30))
    #expect(DeadlineExpression.calendarDays(-3).countingPlainDaysAsWorkingDays == .workingDays(-3))
    #expect(DeadlineExpression.calendarDays(0).countingPlainDaysAsWorkingDays == .sameDay)
    #expect(DeadlineExpression.months(3).rolling().countingPlainDaysAsWorkingDays == .months(3).rolling())
  }

  @Test func `R-TIME-16 the earlier of two limits binds, and an absent one does not`() throws {
    let text = "min(M+3, @certificateEnd)"
    #expect(try due(text, "2026-11-18", dates: ["certificateEnd": "2027-01-15"]) == "2027-01-15")
    #expect(try due(text, "2026-11-18", dates: ["certificateEnd": "2027-06-30"]) == "2027-02-18")
    #expect(try due(text, "2026-11-18", dates: ["other": "2026-12-01"]) == "2027-02-18")
    #expect(try due(text, "2026-11-30") == "2027-02-28")
    // A roll-over never moves the other limit: 20 and 21 February 2027 are a weekend.
    #expect(try due(text + " roll", "2026-11-20", dates: ["certificateEnd": "2027-02-21"]) == "2027-02-21")
    #expect(try due(text + " roll", "2026-11-20") == "2027-02-22")
    // Hours against a date: the date binds when it is over sooner.
    let hours = "min(H+48, @x)"
    #expect(try due(hours, "2026-10-24T10:00:00Z", dates: ["x": "2026-10-25"]) == "2026-10-25")
    #expect(try due(hours, "2026-10-24T10:00:00Z", dates: ["x": "2026-10-26"]) == "2026-10-26T10:00:00Z")
  }

  @Test func `R-TIME-17 a window is inclusive at both ends`() throws {
    let window = try #require(
      DueWindow(opens: try day("2026-02-28"), nominal: try day("2026-06-30"), closes: try day("2026-10-31")))
    #expect(window.position(of: try day("2026-02-27")) == .beforeOpening)
    #expect(window.position(of: try day("2026-02-28")) == .within)
    #expect(window.position(of: try day("2026-10-31")) == .within)
    #expect(window.position(of: try day("2026-11-01")) == .afterClosing)
    #expect(DueWindow(opens: window.closes, nominal: window.nominal, closes: window.opens) == nil)
  }

  @Test func `n is asked for when the expression counts in it, and starts at 1`() throws {
    #expect(throws: DeadlineEvaluationError.numberMissing) { try due("Y+n", "2026-01-01") }
    #expect(throws: DeadlineEvaluationError.numberOutOfRange(0)) { try due("Y+n", "2026-01-01", n: 0) }
    #expect(throws: DeadlineEvaluationError.numberOutOfRange(100_000)) { try due("Y+n", "2026-01-01", n: 100_000) }
    #expect(try due("M+1", "2026-01-01", n: 0) == "2026-02-01")
  }

  @Test func `a due moment past the year 9999 is an error, not another date`() throws {
    for text in ["Y+9999", "M+99999", "CD+99999 CD+99999 CD+99999 CD+99999 Y+8000", "Y+7900 WD+99999"] {
      #expect(throws: DeadlineEvaluationError.outsideCalendar) { try due(text, "2026-01-01") }
    }
    #expect(throws: DeadlineEvaluationError.outsideCalendar) { try due("H+1", "9999-12-31T22:00:00Z") }
  }
}
