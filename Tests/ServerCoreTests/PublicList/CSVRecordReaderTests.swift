import Testing

@testable import ServerCore

@Suite struct `CSV records` {
  private func records(
    _ text: String, separator: CSVSeparator = .semicolon, limits: PublicListLimits = .standard
  ) throws -> [[String]] {
    try records(Array(text.utf8), separator: separator, limits: limits)
  }

  private func records(
    _ bytes: [UInt8], separator: CSVSeparator = .semicolon, limits: PublicListLimits = .standard
  ) throws -> [[String]] {
    var reader = try CSVRecordReader(bytes[...], separator: separator, limits: limits)
    var result: [[String]] = []
    while let record = try reader.next() { result.append((0..<record.count).map { record[$0] }) }
    return result
  }

  private func fault(_ text: String, limits: PublicListLimits = .standard) -> CSVError? {
    fault(Array(text.utf8), limits: limits)
  }

  private func fault(_ bytes: [UInt8], limits: PublicListLimits = .standard) -> CSVError? {
    #expect(throws: CSVError.self) { _ = try records(bytes, limits: limits) }
  }

  @Test func `every ending of a line ends a record, the end of the file too`() throws {
    #expect(try records("a;b\nc;d\r\ne;f") == [["a", "b"], ["c", "d"], ["e", "f"]])
    #expect(try records("a;b\n") == [["a", "b"]])
    #expect(try records("a;b\r\n") == [["a", "b"]])
    #expect(try records("") == [])
    #expect(try records("\u{FEFF}") == [])
  }

  @Test func `empty fields are fields, at the end of the file too`() throws {
    #expect(try records(";;") == [["", "", ""]])
    #expect(try records("a;\n;b\n\n") == [["a", ""], ["", "b"], [""]])
    #expect(try records("\"\";\"\"") == [["", ""]])
  }

  @Test func `quotes keep separators, line ends and doubled quotes`() throws {
    #expect(try records("\"a;b\";\"c\r\nd\";\"e\"\"f\"\"\"") == [["a;b", "c\r\nd", "e\"f\""]])
    #expect(try records("\"\"\"\"\"\"") == [["\"\""]])
  }

  @Test func `the separator given is the only one`() throws {
    #expect(try records("a,b;c", separator: .comma) == [["a", "b;c"]])
    #expect(try records("a,b;c", separator: .semicolon) == [["a,b", "c"]])
  }

  @Test func `a byte order mark is not part of the first field`() throws {
    #expect(try records("\u{FEFF}siren;x").first?.first?.utf8.count == 5)
    #expect(try records("\u{FEFF}\"siren\"") == [["siren"]])
    #expect(try records("a;\u{FEFF}b") == [["a", "\u{FEFF}b"]])
  }

  @Test func `a slice that does not begin at zero reads the same`() throws {
    let bytes = Array("xxxa;\"b\"\"c\"\nd".utf8)
    var reader = try CSVRecordReader(bytes[3...], separator: .semicolon)
    let first = try #require(try reader.next())
    #expect(first[0] == "a" && first[1] == "b\"c")
    #expect(try reader.next()?[0] == "d")
    #expect(try reader.next() == nil)
  }

  @Test func `records carry their number and the line they begin on`() throws {
    var reader = try CSVRecordReader(Array("h\n\"a\nb\nc\";x\r\nd;y".utf8)[...], separator: .semicolon)
    var places: [[Int]] = []
    while let record = try reader.next() { places.append([record.number, record.line]) }
    #expect(places == [[1, 1], [2, 2], [3, 5]])
  }

  @Test(arguments: [
    ("h\na;\"b", CSVErrorReason.unterminatedQuote, 2, 2),
    ("h\n\"", .unterminatedQuote, 2, 2),
    ("h\n\"a\"\"", .unterminatedQuote, 2, 2),
    ("h\n\"a\nb\" ;c", .textAfterQuote, 2, 3),
    ("h\n\"a\"b", .textAfterQuote, 2, 2),
    ("h\na\"b\"", .quoteInsideField, 2, 2),
    ("h\n \"b\"", .quoteInsideField, 2, 2),
    ("h\na\0b", .nul, 2, 2),
    ("h\n\"a\n\0\"", .nul, 2, 3),
    ("h\rx", .loneCarriageReturn, 1, 1),
    ("h\r", .loneCarriageReturn, 1, 1),
    ("h\n\"a\"\rx", .loneCarriageReturn, 2, 2),
  ])
  func `a damaged record stops the reading at its record and line`(
    text: String, reason: CSVErrorReason, record: Int, line: Int
  ) {
    #expect(fault(text) == CSVError(reason: reason, record: record, line: line))
  }

  @Test(arguments: [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE9, 0x63]])
  func `bytes that are not UTF-8 stop the reading at their line`(bytes: [UInt8]) {
    #expect(
      fault(Array("h\n\"a\n".utf8) + bytes + Array("\"\n".utf8))
        == CSVError(reason: .invalidUTF8, record: 2, line: 3))
    #expect(fault(Array("h\nb;".utf8) + bytes)?.reason == .invalidUTF8)
  }

  @Test func `UTF-16 is not taken for UTF-8`() {
    #expect(fault([0xFF, 0xFE, 0x61, 0x00])?.record == 1)
  }

  @Test func `each limit holds at the limit and refuses one more`() throws {
    #expect(try records("abcd", limits: PublicListLimits(fileBytesMax: 4)).count == 1)
    #expect(
      fault("abcde", limits: PublicListLimits(fileBytesMax: 4)) == CSVError(reason: .fileTooLong, record: 0, line: 0))

    #expect(try records("h\nab;c\n", limits: PublicListLimits(recordBytesMax: 4)).count == 2)
    #expect(
      fault("h\nab;cd\n", limits: PublicListLimits(recordBytesMax: 4))
        == CSVError(reason: .recordTooLong, record: 2, line: 2))

    #expect(try records("h\n\"ab\";c\n", limits: PublicListLimits(fieldBytesMax: 4)).count == 2)
    #expect(
      fault("h\n\"abc\";c\n", limits: PublicListLimits(fieldBytesMax: 4))
        == CSVError(reason: .fieldTooLong, record: 2, line: 2))

    #expect(try records("a\nb\n", limits: PublicListLimits(recordsMax: 2)).count == 2)
    #expect(
      fault("a\nb\nc", limits: PublicListLimits(recordsMax: 2))
        == CSVError(reason: .tooManyRecords, record: 3, line: 3))
  }

  @Test func `after an error the reader gives the same error, never a record`() throws {
    var reader = try CSVRecordReader(Array("a\"\nb\n".utf8)[...], separator: .semicolon)
    for _ in 0..<2 {
      let error = #expect(throws: CSVError.self) { _ = try reader.next() }
      #expect(error == CSVError(reason: .quoteInsideField, record: 1, line: 1))
    }
  }

  @Test func `what was written is what is read, for every text of four hostile characters`() throws {
    let alphabet: [Character] = ["a", "\"", ";", "\n", "\r\n", "é", " "]
    for first in alphabet {
      for second in alphabet {
        for third in alphabet {
          for fourth in alphabet {
            let text = String([first, second, third, fourth])
            let written = text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            #expect(try records("x;\"\(written)\";y\n") == [["x", text, "y"]])
          }
        }
      }
    }
  }

  @Test func `no input of five hostile bytes is both accepted and incompletely covered`() {
    let alphabet: [UInt8] = [0x61, 0x22, 0x3B, 0x0A, 0x0D, 0xC3, 0x00]
    var input: [UInt8] = [0, 0, 0, 0, 0]
    func visit(_ depth: Int) {
      if depth == input.count {
        if case .success(let read) = Result(catching: { try records(input) }) {
          // An accepted input holds neither NUL nor broken UTF-8, and its plain bytes all arrive.
          #expect(!input.contains(0) && !input.contains(0xC3))
          #expect(read.joined().joined().utf8.count { $0 == 0x61 } == input.count { $0 == 0x61 })
        }
        return
      }
      for byte in alphabet {
        input[depth] = byte
        visit(depth + 1)
      }
    }
    visit(0)
  }

  @Test func `every fault tells people in both languages what to do next`() {
    for reason in CSVErrorReason.allCases {
      let text = CSVError(reason: reason, record: 1234, line: 5678).text
      #expect(text.fr.hasPrefix("Enregistrement 1\u{202F}234, ligne 5\u{202F}678\u{202F}: "))
      #expect(text.en.hasPrefix("Record 1,234, line 5,678: "))
      #expect(text.fr.hasSuffix(".") && text.en.hasSuffix("."))
    }
  }
}
