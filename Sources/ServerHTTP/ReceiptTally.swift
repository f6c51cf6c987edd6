/// How many lines of one push were accepted and refused, read off the answer's receipts.
struct ReceiptTally: Sendable, Equatable {
  var accepted = 0
  var refused = 0

  init() {}

  /// Counts the receipts an answer begins with (DESIGN §7: receipts come first).
  init(answer: [UInt8]) {
    for line in answer.split(separator: 0x0A) {
      guard line.starts(with: "{\"receipt\":".utf8) else { break }
      if line.split(separator: 0x2C).dropFirst().first?.starts(with: "\"position\":".utf8) == true {
        accepted += 1
      } else {
        refused += 1
      }
    }
  }
}
