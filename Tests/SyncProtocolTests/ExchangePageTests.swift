import SyncCore
import SyncProtocol
import TestSupport
import Testing

/// The examples and tables of `Protocol/exchange.md` are true of the code.
struct ExchangePageTests {
  private let page: ProtocolPage

  init() throws { page = try ProtocolPage("exchange.md") }

  @Test func `the example request of the page is read and prints the same`() throws {
    let body = Array(try page.lines(between: "up").map { "\($0)\n" }.joined().utf8)
    let request = try ExchangeRequest(reading: body)
    #expect(request.body == body)
    #expect(request.items.count == 2 && request.seals.count == 1)
    guard case .line(let line) = request.items[1] else {
      Issue.record("the second item is a line")
      return
    }
    #expect(try ChangeLine(line).id.seq == 18)
  }

  @Test func `the page names every code of a refusal, a problem and a hand-over fault`() {
    let refusals: [RefusalCode] = [
      .misplaced, .wrongAuthor, .outOfScope, .serverOnlyStep, .unknownOver, .seenBeyondFrontier, .notWriter,
      .notSettler,
      .wrongKind, .unknownStream, .void, .unsealed, .skipped, .poison,
    ]
    for code in refusals { #expect(page.contains("| `\(code.code)` |"), "\(code.code)") }
    for code in ProblemCode.allCases { #expect(page.contains("`\(code.rawValue)`"), "\(code.rawValue)") }
    for fault in HandoverFault.allCases { #expect(page.contains("`\(fault.rawValue)`"), "\(fault.rawValue)") }
  }

  @Test func `L12 each limit on the page is the one in the code`() {
    func grouped(_ number: Int) -> String {
      let digits = String(number)
      return digits.enumerated().map { place, digit in
        (digits.count - place) % 3 == 0 && place > 0 ? ",\(digit)" : "\(digit)"
      }.joined()
    }
    let rows = [
      ("lines of a push, voids included", ProtocolLimits.pushLinesMax),
      ("seals of a push", ProtocolLimits.pushLinesMax),
      ("bytes of a push, decoded, header and seals included", ProtocolLimits.pushBytesMax),
      ("entries of a page", ProtocolLimits.pageEntriesMax),
      ("bytes of lines after which a page ends", ProtocolLimits.pageBytesMax),
      ("bytes of an answer a device takes", ProtocolLimits.answerBytesMax),
      ("bytes of a bookmark", ProtocolLimits.bookmarkBytesMax),
      ("bytes of a refusal's `detail`", ProtocolLimits.refusalDetailBytesMax),
      ("bytes of a recovery request, decoded", ProtocolLimits.recoveryBytesMax),
      ("entries of a recovery request", ProtocolLimits.recoveryEntriesMax),
      ("bytes of a hand-over file", ProtocolLimits.handoverBytesMax), ("rounds of one sync", ProtocolLimits.roundsMax),
    ]
    for (name, number) in rows { #expect(page.contains("| \(name) | \(grouped(number)) |"), "\(name)") }
  }
}
