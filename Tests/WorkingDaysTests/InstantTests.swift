import Testing
import WorkingDays

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-04-28T22:30:00Z", 1_777_415_400_000), ("1969-12-31T23:59:59.999Z", -1),
    ("2026-10-24T10:00:00.007Z", 1_792_836_000_007),
  ])
  func `an instant is read and printed to the same text`(text: String, milliseconds: Int) throws {
    let instant = try instant(text)
    #expect(instant.millisecondsSince1970 == Int64(milliseconds))
    #expect(instant.description == text)
  }

  @Test func `milliseconds of zero are read and left out in print`() {
    #expect(Instant("2026-04-28T22:30:00.000Z")?.description == "2026-04-28T22:30:00Z")
  }

  @Test(arguments: [
    "", "2026-04-28", "2026-04-28T22:30:00", "2026-04-28T22:30:00+00:00", "2026-04-28t22:30:00z",
    "2026-04-28 22:30:00Z", "2026-04-28T24:00:00Z", "2026-04-28T23:60:00Z", "2026-06-30T23:59:60Z",
    "2026-02-29T00:00:00Z", "2026-04-28T22:30:00.1Z", "2026-04-28T22:30:00.1234Z", "2026-13-01T00:00:00Z",
    "2026-00-01T00:00:00Z", "2026-04-00T00:00:00Z", "9999-12-31T23:00:00Z", "0000-01-01T00:00:00Z",
  ])
  func `a text that is no UTC instant gives none`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `every instant falls on a day of the calendar in Paris`() {
    #expect(Instant.earliest.description == "0000-12-31T23:00:00Z")
    #expect(Instant.earliest.parisDate == CivilDate.earliest)
    #expect(Instant.latest.parisDate == CivilDate.latest)
    #expect(Instant.latest.description == "9999-12-31T22:59:59.999Z")
    #expect(Instant(Instant.earliest.description) == Instant.earliest)
    #expect(Instant.latest.adding(milliseconds: 1) == nil)
    #expect(Instant.earliest.adding(milliseconds: -1) == nil)
    #expect(Instant.latest.adding(milliseconds: .max) == nil)
    #expect(Instant.latest.adding(hours: .max) == nil)
    #expect(Instant(millisecondsSince1970: .min) == nil)
    #expect(Instant(clampingMillisecondsSince1970: .max) == Instant.latest)
    #expect(Instant(clampingMillisecondsSince1970: .min) == Instant.earliest)
    #expect(Instant(clampingMillisecondsSince1970: 5).millisecondsSince1970 == 5)
  }

  @Test func `R-TIME-13 hours are elapsed time across both clock changes`() {
    #expect(Instant("2026-10-24T10:00:00Z")?.adding(hours: 48)?.description == "2026-10-26T10:00:00Z")
    #expect(Instant("2026-03-28T10:00:00Z")?.adding(hours: 48)?.description == "2026-03-30T10:00:00Z")
  }
}
