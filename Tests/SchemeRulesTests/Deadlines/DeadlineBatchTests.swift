import AuditModel
import SchemeRules
import Testing
import WorkingDays

@Suite struct DeadlineBatchTests {
  @Test func `one bad line of a batch hinders no other, and each line has its answer in its place`() {
    let lines: [[String: DeadlineQuery.Input]] = [
      ["deadline": "DL-CLEA-14", "instant": "2026-04-28T22:30:00Z"],
      ["deadline": "DL-CLEA-99", "from": "2026-04-29"],
      ["expr": "Y+n", "from": "2028-02-29", "n": .integer(4)],
      [:],
      ["deadline": "DL-QUAL-12", "from": "2026-11-18", "certificateEnd": "2027-01-15"],
      ["deadline": "DL-QUAL-15", "instant": "2026-10-24T10:00:00Z"],
    ]
    let answers = lines.map { line in
      switch DeadlineBatchAnswer(fields: line).result {
      case .success(let answer): answer.due.description
      case .failure(let error): error.code
      }
    }
    #expect(
      answers == [
        "2026-06-16", "unknown-deadline", "2032-02-29", "missing-deadline", "2027-01-15", "2026-10-26T10:00:00Z",
      ])
  }

  @Test func `the id of a line comes back with its answer or its error`() {
    let good = DeadlineBatchAnswer(fields: ["id": "a", "expr": "D0", "from": "2026-01-01"])
    #expect(good.id == .string("a"))
    let bad = DeadlineBatchAnswer(fields: ["id": .integer(7), "expr": "D0"])
    #expect(bad.id == .integer(7))
    #expect(DeadlineBatchAnswer(fields: ["id": .null, "expr": "D0", "from": "2026-01-01"]).id == nil)
    guard case .failure(let error) = DeadlineBatchAnswer(fields: ["id": .other, "expr": "D0"]).result else {
      Issue.record("an id that is neither text nor number is refused")
      return
    }
    #expect(error == .badType(field: "id"))
  }

  @Test func `a line that is no JSON object is answered too`() {
    guard case .failure(let error) = DeadlineBatchAnswer.unreadable.result else {
      Issue.record("an unreadable line has no due date")
      return
    }
    #expect(error.code == "bad-line")
    #expect(!error.message.fr.isEmpty)
  }
}
