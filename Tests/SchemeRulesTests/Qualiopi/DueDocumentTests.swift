import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct DueDocumentTests {
  @Test(arguments: [QualiopiAuditKind.initial, .surveillance, .renewal])
  func `R-QUAL-28 A-52 five documents are due before an initial, surveillance or renewal audit`(kind: QualiopiAuditKind)
  {
    let due = DueDocument.before(kind, usesPurchaseOrders: false)
    #expect(
      due.map(\.rawValue) == [
        "bpf", "organisation-chart", "activity-description", "turnover-per-category", "sworn-statement",
      ])
    #expect(due.allSatisfy { $0.rules.first == "R-QUAL-28" })
  }

  @Test func `R-QUAL-29 each is brought up to date for each audit`() {
    let due = DueDocument.before(.renewal, usesPurchaseOrders: false)
    #expect(due.count == 5)
    #expect(due.allSatisfy { $0.rules.contains("R-QUAL-29") })
  }

  @Test func `R-QUAL-30 the organisation chart is compulsory with names and functions`() {
    #expect(DueDocument.organisationChart.rules.contains("R-QUAL-30"))
    #expect(DueDocument.organisationChart.label.en.contains("names and functions"))
  }

  @Test func `R-QUAL-31 the sworn statement is about one certifier at a time`() {
    #expect(DueDocument.swornStatement.rules.contains("R-QUAL-31"))
    #expect(DueDocument.before(.initial, usesPurchaseOrders: false).contains(.swornStatement))
  }

  @Test func `R-QUAL-95 a purchase order is due only of a client that uses them`() {
    #expect(DueDocument.before(.surveillance, usesPurchaseOrders: true).last == .purchaseOrder)
    #expect(DueDocument.before(.surveillance, usesPurchaseOrders: true).count == 6)
    #expect(DueDocument.before(.extension, usesPurchaseOrders: true) == [.purchaseOrder])
    #expect(DueDocument.before(.extension, usesPurchaseOrders: false).isEmpty)
    #expect(DueDocument.purchaseOrder.rules == ["R-QUAL-95"])
  }

  @Test func `R-QUAL-11 A-58 an audit uses the reading guide in force on its day`() throws {
    #expect(ReadingGuide.inForce(on: try AuditFixture.day("2024-03-31")) == .v8)
    #expect(ReadingGuide.inForce(on: try AuditFixture.day("2024-04-01")) == .v9)
  }
}
