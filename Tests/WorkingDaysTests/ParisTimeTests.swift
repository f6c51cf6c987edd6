import Foundation
import Testing
import WorkingDays

@Suite struct ParisTimeTests {
  /// The days of change as published: year, last Sunday of March, last Sunday of October.
  static let changes = [
    (1996, 31, 27), (2024, 31, 27), (2025, 30, 26), (2026, 29, 25), (2027, 28, 31), (2028, 26, 29), (2029, 25, 28),
    (2030, 31, 27), (2031, 30, 26),
  ]

  @Test(arguments: changes)
  func `clocks change at 01:00 UTC to the millisecond`(year: Int, march: Int, october: Int) throws {
    let spring = try instant("\(year)-03-\(march)T01:00:00Z")
    let autumn = try instant("\(year)-10-\(october)T01:00:00Z")
    #expect(spring.adding(milliseconds: -1)?.parisOffsetMinutes == 60)
    #expect(spring.parisOffsetMinutes == 120)
    #expect(autumn.adding(milliseconds: -1)?.parisOffsetMinutes == 120)
    #expect(autumn.parisOffsetMinutes == 60)
  }

  @Test(arguments: [
    ("2026-04-28T22:30:00Z", "2026-04-29"), ("2026-04-28T21:59:59Z", "2026-04-28"),
    ("2026-04-28T21:59:59.999Z", "2026-04-28"), ("2026-04-28T22:00:00Z", "2026-04-29"),
    // The nights before and after both changes.
    ("2026-03-28T22:59:59Z", "2026-03-28"), ("2026-03-28T23:00:00Z", "2026-03-29"),
    ("2026-03-29T21:59:59Z", "2026-03-29"), ("2026-03-29T22:00:00Z", "2026-03-30"),
    ("2026-10-24T21:59:59Z", "2026-10-24"), ("2026-10-24T22:00:00Z", "2026-10-25"),
    ("2026-10-25T22:59:59Z", "2026-10-25"), ("2026-10-25T23:00:00Z", "2026-10-26"),
    ("2026-12-31T22:59:59Z", "2026-12-31"), ("2026-12-31T23:00:00Z", "2027-01-01"),
  ])
  func `R-TIME-01 an instant has the date it has in Paris`(instant: String, date: String) {
    #expect(Instant(instant)?.parisDate.description == date)
  }

  @Test func `a Paris day begins at its first millisecond, on every day of 1996 to 2037`() throws {
    var date = try day("1996-01-01")
    let last = try day("2037-12-31")
    var faults: [CivilDate] = []
    while date <= last {
      let start = date.startInParis
      let next = try #require(date.adding(days: 1))
      if start.parisDate != date || start.adding(milliseconds: -1)?.parisDate.adding(days: 1) != date {
        faults.append(date)
      }
      let hours = start.milliseconds(until: next.startInParis) / 3_600_000
      if ![23, 24, 25].contains(hours) { faults.append(date) }
      date = next
    }
    #expect(faults.isEmpty)
    #expect(CivilDate("2026-03-29")?.startInParis.description == "2026-03-28T23:00:00Z")
    #expect(CivilDate("2026-10-26")?.startInParis.description == "2026-10-25T23:00:00Z")
    #expect(CivilDate.earliest.startInParis == Instant.earliest)
  }

  @Test func `before 1996 no summer time is known`() {
    #expect(Instant("1995-07-01T12:00:00Z")?.parisOffsetMinutes == 60)
    #expect(Instant("1995-12-31T23:30:00Z")?.parisDate.description == "1996-01-01")
  }

  @Test(.enabled(if: TimeZone(identifier: "Europe/Paris") != nil, "the system has no time zone database"))
  func `the computed offset is the one of the time zone database, every hour of 1996 to 2037`() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Paris"))
    let last = try instant("2037-12-31T23:00:00Z")
    var hour = try instant("1996-01-01T00:00:00Z")
    var faults: [Instant] = []
    while hour < last {
      let seconds = zone.secondsFromGMT(
        for: Date(timeIntervalSince1970: Double(hour.millisecondsSince1970) / 1_000))
      if seconds != hour.parisOffsetMinutes * 60 { faults.append(hour) }
      hour = try #require(hour.adding(hours: 1))
    }
    #expect(faults.isEmpty)
  }
}
