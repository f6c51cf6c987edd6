import AuditModel
import Testing

@testable import AuditDesk

/// What is wrong with a whole form at once.
@Suite struct FormFaultsTests {
  @Test func `all faults of a form are found, in the order of the screen, and none where it is taken`() throws {
    let form = ActForm.required("mail.record")
    let faults = form.faults(in: ["received": ["demain"], "sent": ["2026-05-01", "2026-05-02"], "colour": ["x"]])
    let told = faults.map { fault in
      switch fault {
      case .missing(let input): "missing \(input.name)"
      case .unknown(let name): "unknown \(name)"
      case .notAllowed(let input, let text): "not allowed \(input.name) \(text)"
      case .twice(let input): "twice \(input.name)"
      }
    }
    #expect(told == ["unknown colour", "missing direction", "twice sent", "not allowed received demain"])
    let good = ["direction": ["in"], "received": ["2026-05-01"]]
    #expect(form.faults(in: good).isEmpty)
    #expect(try form.answers(to: good).text("direction") == "in")
  }
}
