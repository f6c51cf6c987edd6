/// How many lines of one push were accepted and refused, read off the answer's receipts.
struct ReceiptTally: Sendable, Equatable {
  var accepted = 0
  var refused = 0

  init() {}

  /// Counts the receipts an answer begins with (DESIGN §7: receipts come first).
  init(answer: [UInt8]) {
    var rest = answer[...]
    // Ends at the first line that is none: the page after it may be megabytes long.
    while rest.starts(with: "{\"receipt\":".utf8) {
      let line = rest.prefix { $0 != 0x0A }
      if line.split(separator: 0x2C).dropFirst().first?.starts(with: "\"position\":".utf8) == true {
        accepted += 1
      } else {
        refused += 1
      }
      rest = rest[line.endIndex...].dropFirst()
    }
  }
}
