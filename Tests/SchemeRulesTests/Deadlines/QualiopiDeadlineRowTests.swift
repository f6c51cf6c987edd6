import SchemeRules
import Testing
import WorkingDays

/// One test for each row of the Qualiopi table: it fails when that row is taken away.
@Suite struct QualiopiDeadlineRowTests {
  private func due(_ id: DeadlineID, _ from: String, end: String? = nil) throws -> String {
    var fields: [String: DeadlineQuery.Input] = ["deadline": .string(id.rawValue)]
    fields[from.hasSuffix("Z") ? "instant" : "from"] = .string(from)
    if let end { fields["certificateEnd"] = .string(end) }
    return try DeadlineQuery(fields: fields).answer().due.description
  }

  @Test func `DL-QUAL-01 EX-26 the declaration is due three months after the first agreement`() throws {
    #expect(try due(.qual01, "2026-11-30") == "2027-02-28")
  }

  @Test func `DL-QUAL-02 EX-27 the surveillance window opens at month 14`() throws {
    #expect(try due(.qual02, "2024-12-31") == "2026-02-28")
  }

  @Test func `DL-QUAL-03 EX-28 surveillance is nominally at month 18`() throws {
    #expect(try due(.qual03, "2024-12-31") == "2026-06-30")
  }

  @Test func `DL-QUAL-04 EX-29 the surveillance window closes at month 22`() throws {
    #expect(try due(.qual04, "2024-12-31") == "2026-10-31")
  }

  @Test func `DL-QUAL-05 EX-30 contact for surveillance is eighteen months on, then four back`() throws {
    #expect(try due(.qual05, "2024-10-31") == "2025-12-30")
  }

  @Test func `DL-QUAL-06 EX-31 a certificate lasts three years`() throws {
    #expect(try due(.qual06, "2024-12-31") == "2027-12-31")
  }

  @Test func `DL-QUAL-07 EX-32 renewal is ideally planned eight months before the end`() throws {
    #expect(try due(.qual07, "2027-10-31") == "2027-02-28")
  }

  @Test func `DL-QUAL-08 EX-33 the renewal audit takes place four months before the end`() throws {
    #expect(try due(.qual08, "2027-06-30") == "2027-02-28")
  }

  @Test func `DL-QUAL-09 EX-34 the provisional report is due five working days after the audit`() throws {
    #expect(try due(.qual09, "2026-05-12") == "2026-05-20")
  }

  @Test func `DL-QUAL-10 EX-35 the client answers within ten days, a Saturday kept`() throws {
    #expect(try due(.qual10, "2026-05-20") == "2026-05-30")
  }

  @Test func `DL-QUAL-11 EX-36 a minor is lifted within six months`() throws {
    #expect(try due(.qual11, "2026-08-31") == "2027-02-28")
  }

  @Test func `DL-QUAL-12 EX-37 EX-38 EX-39 a major within three months or by the end of validity`() throws {
    #expect(try due(.qual12, "2026-11-18", end: "2027-01-15") == "2027-01-15")
    #expect(try due(.qual12, "2026-11-18", end: "2027-06-30") == "2027-02-18")
    #expect(try due(.qual12, "2026-11-30") == "2027-02-28")
  }

  @Test func `DL-QUAL-13 EX-40 a suspension is cured within three months`() throws {
    #expect(try due(.qual13, "2027-03-01") == "2027-06-01")
  }

  @Test func `DL-QUAL-14 EX-41 handling takes three weeks on average`() throws {
    #expect(try due(.qual14, "2026-05-12") == "2026-06-02")
  }

  @Test func `DL-QUAL-15 EX-42 access follows 48 elapsed hours after the update`() throws {
    #expect(try due(.qual15, "2026-10-24T10:00:00Z") == "2026-10-26T10:00:00Z")
  }

  @Test func `DL-QUAL-16 the public list follows 48 elapsed hours after the signature`() throws {
    #expect(try due(.qual16, "2026-03-28T09:00:00Z") == "2026-03-30T09:00:00Z")
  }

  @Test func `DL-QUAL-17 a request to funders holds for a year`() throws {
    #expect(try due(.qual17, "2028-02-29") == "2029-02-28")
  }

  @Test func `DL-QUAL-18 the BPF is filed by the end of the year`() throws {
    #expect(try due(.qual18, "2026-03-12") == "2026-12-31")
  }
}
