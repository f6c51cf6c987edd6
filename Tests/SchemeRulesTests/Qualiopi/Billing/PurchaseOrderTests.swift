import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct PurchaseOrderTests {
  /// A fictional SIRET with a right key.
  static let siret = "90000001900019"

  func order(
    siret: String? = PurchaseOrderTests.siret, number: String? = "4500012", department: String? = "Service facturier",
    received: String? = "2026-05-04"
  ) throws -> PurchaseOrder {
    PurchaseOrder(
      billingSIRET: siret, number: number, payingDepartment: department,
      receivedOn: try received.map { try AuditFixture.day($0) })
  }

  func advice(_ order: PurchaseOrder?) throws -> [String] {
    ActJudgement(PurchaseOrder.advice(on: order, before: try AuditFixture.day("2026-05-12"))).refusals()
  }

  @Test func `R-QUAL-95 an order with its three items before the audit is complete`() throws {
    #expect(try order().lacks.isEmpty)
    #expect(try advice(try order()).isEmpty)
  }

  @Test func `R-QUAL-95 an incomplete order lists what it lacks`() throws {
    #expect(
      try order(siret: nil, number: " ", department: "").lacks == [.billingSIRET, .orderNumber, .payingDepartment])
    #expect(try order(number: nil).lacks == [.orderNumber])
    #expect(try order(department: nil).lacks == [.payingDepartment])
    #expect(try advice(try order(number: nil)) == ["R-QUAL-95 purchase-order-incomplete"])
    let reason = try #require(
      ActJudgement(PurchaseOrder.advice(on: try order(siret: nil, number: nil), before: nil)).reasons.first)
    #expect(reason.text.what.fr == "Il manque au bon de commande\u{202F}: SIRET de facturation et numéro de commande.")
  }

  @Test(arguments: ["90000001900018", "9000000190001", "900000019000191", "9000000190001A", "900 000 019 00019"])
  func `R-QUAL-95 the billing SIRET has fourteen digits and a right key`(siret: String) throws {
    #expect(try order(siret: siret).lacks == [.validBillingSIRET])
  }

  @Test func `R-QUAL-95 an order comes before the audit`() throws {
    #expect(try advice(try order(received: "2026-05-11")).isEmpty)
    #expect(try advice(try order(received: "2026-05-12")) == ["R-QUAL-95 purchase-order-late"])
    #expect(try advice(try order(received: nil)).isEmpty)
  }

  @Test
  func `R-QUAL-95 R-QUAL-96 without a complete order the invoice goes as it stands, else the transfer is automatic`()
    throws
  {
    #expect(try advice(nil).isEmpty)
    #expect(InvoiceTransfer(order: nil) == .asItStands)
    #expect(InvoiceTransfer(order: try order(number: nil)) == .asItStands)
    #expect(InvoiceTransfer(order: try order()) == .automatic)
    #expect(InvoiceTransfer.automatic.rule == "R-QUAL-96")
    #expect(InvoiceTransfer.asItStands.rule == "R-QUAL-95")
    #expect(InvoiceTransfer.allCases.allSatisfy { $0.words.fr.contains("sans dépôt manuel") })
  }
}
