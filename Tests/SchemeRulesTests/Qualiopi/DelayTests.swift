import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

/// Delays of Qualiopi that no guard reads: they are shown.
@Suite struct DelayTests {
  func due(_ id: DeadlineID, _ day: String) throws -> String {
    try DeadlineQuery(.deadline(id), trigger: .date(try AuditFixture.day(day))).answer().due.description
  }

  func due(_ id: DeadlineID, at instant: String) throws -> String {
    try DeadlineQuery(fields: ["deadline": .string(id.rawValue), "instant": .string(instant)]).answer().due.description
  }

  @Test func `R-QUAL-23 DL-QUAL-01 EX-26 the activity is declared within three months of the first contract`() throws {
    #expect(try due(.qual01, "2026-11-30") == "2027-02-28")
    #expect(DeadlineTable.standard[.qual01].ruleID == "R-QUAL-23")
    #expect(DeadlineTable.standard[.qual01].actors == [.provider])
    #expect(DeadlineTable.standard[.qual01].missed.fr == "avertissement au dossier")
  }

  @Test func `R-QUAL-15 DL-QUAL-17 one request to funders within a year proves their part of indicator 30`() throws {
    #expect(try due(.qual17, "2025-05-12") == "2026-05-12")
    let request = try AuditFixture.day("2025-05-12")
    #expect(FunderAppreciation.isProved(lastRequest: request, on: try AuditFixture.day("2026-05-12")))
    #expect(!FunderAppreciation.isProved(lastRequest: request, on: try AuditFixture.day("2026-05-13")))
    #expect(!FunderAppreciation.isProved(lastRequest: nil, on: request))
  }

  @Test func `R-QUAL-102 DL-QUAL-15 EX-42 a new contact has access about 48 hours after the update`() throws {
    #expect(try due(.qual15, at: "2026-10-24T10:00:00Z") == "2026-10-26T10:00:00Z")
    #expect(DeadlineTable.standard[.qual15].ruleID == "R-QUAL-102")
    #expect(DeadlineTable.standard[.qual15].isIndicative)
  }

  @Test func `R-QUAL-110 DL-QUAL-16 the public list follows about 48 hours after the certificate is signed`() throws {
    #expect(try due(.qual16, at: "2026-03-28T15:30:00Z") == "2026-03-30T15:30:00Z", "clocks go forward in between")
    #expect(DeadlineTable.standard[.qual16].ruleID == "R-QUAL-110")
    #expect(DeadlineTable.standard[.qual16].isIndicative)
    #expect(DeadlineTable.standard[.qual16].actors == [.publicList])
  }
}
