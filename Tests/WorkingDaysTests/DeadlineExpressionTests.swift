import Testing
import WorkingDays

@Suite struct DeadlineExpressionTests {
  @Test(arguments: [
    "WD+30", "WD-5", "CD+10", "CD-3", "M+3", "M-8", "Y+3", "Y+n", "WD+n", "H+48", "ME", "YE", "D0", "M+18 M-4",
    "M+3 ME WD+1", "min(M+3, @certificateEnd)", "CD+45 roll", "min(M+18 M-4, @x9) roll", "H+48 D0", "CD+0", "M+99999",
    "H+1 H+2 CD+1 M+1 Y+1 ME YE D0",
  ])
  func `an expression is printed as it was read`(text: String) throws {
    let expression = try DeadlineExpression(parsing: text)
    #expect(expression.description == text)
    #expect(try DeadlineExpression(parsing: expression.description) == expression)
  }

  @Test(arguments: [
    ("  WD+30  ", "WD+30"), ("M+18   M-4", "M+18 M-4"), ("min( M+3 ,@certificateEnd )", "min(M+3, @certificateEnd)"),
    ("CD+045  roll ", "CD+45 roll"), ("min(M+3,@x)  roll", "min(M+3, @x) roll"),
  ])
  func `free spaces and leading zeros do not change an expression`(text: String, shortest: String) throws {
    #expect(try DeadlineExpression(parsing: text).description == shortest)
  }

  struct BadText: CustomTestStringConvertible {
    let text: String
    let position: Int
    let expected: DeadlineExpressionError.Expected
    let found: String
    var testDescription: String { "'\(text)' at \(position)" }
  }

  @Test(arguments: [
    BadText(text: "", position: 1, expected: .step, found: ""),
    BadText(text: "   ", position: 4, expected: .step, found: ""),
    BadText(text: "roll", position: 1, expected: .step, found: "roll"),
    BadText(text: "wd+5", position: 1, expected: .step, found: "wd+5"),
    BadText(text: "é", position: 1, expected: .step, found: "é"),
    BadText(text: "WD", position: 3, expected: .sign, found: ""),
    BadText(text: "WD5", position: 3, expected: .sign, found: "5"),
    BadText(text: "WD\u{2212}5", position: 3, expected: .sign, found: "\u{2212}5"),
    BadText(text: "Y-3", position: 2, expected: .plus, found: "-3"),
    BadText(text: "H-48", position: 2, expected: .plus, found: "-48"),
    BadText(text: "M+", position: 3, expected: .count, found: ""),
    BadText(text: "M+x", position: 3, expected: .count, found: "x"),
    BadText(text: "M+100000", position: 3, expected: .count, found: "100000"),
    BadText(text: "CD+99999999999999999999", position: 4, expected: .count, found: "9999999999999999"),
    BadText(text: "WD+0", position: 4, expected: .countFromOne, found: "0"),
    BadText(text: "WD-0", position: 4, expected: .countFromOne, found: "0"),
    BadText(text: "WD+5days", position: 5, expected: .separator, found: "days"),
    BadText(text: "M+18M-4", position: 5, expected: .separator, found: "M-4"),
    BadText(text: "CD+45roll", position: 6, expected: .separator, found: "roll"),
    BadText(text: "M+18 x", position: 6, expected: .step, found: "x"),
    BadText(text: "M+18, M-4", position: 5, expected: .separator, found: ","),
    BadText(text: "CD+45 roll roll", position: 12, expected: .end, found: "roll"),
    BadText(text: "CD+45 rolls", position: 11, expected: .end, found: "s"),
    BadText(text: "CD+45 roll WD+1", position: 12, expected: .end, found: "WD+1"),
    BadText(text: "min", position: 4, expected: .openingParenthesis, found: ""),
    BadText(text: "min (M+3, @x)", position: 4, expected: .openingParenthesis, found: " "),
    BadText(text: "min(M+3)", position: 8, expected: .separator, found: ")"),
    BadText(text: "min(M+3", position: 8, expected: .comma, found: ""),
    BadText(text: "min(M+3 roll, @x)", position: 9, expected: .comma, found: "roll,"),
    BadText(text: "min(M+3, x)", position: 10, expected: .dateName, found: "x)"),
    BadText(text: "min(M+3, @)", position: 10, expected: .dateName, found: "@)"),
    BadText(text: "min(M+3, @9x)", position: 10, expected: .dateName, found: "@9x)"),
    BadText(text: "min(M+3, @x", position: 12, expected: .closingParenthesis, found: ""),
    BadText(text: "min(M+3, @x y)", position: 13, expected: .closingParenthesis, found: "y)"),
    BadText(text: "min(M+3, @x))", position: 13, expected: .separator, found: ")"),
    BadText(text: "min(min(M+3, @x), @y)", position: 5, expected: .step, found: "min(M+3,"),
    BadText(text: "min(M+3, @x) M+1", position: 14, expected: .end, found: "M+1"),
    BadText(text: "CD+1 H+48", position: 6, expected: .stepOnDates, found: "H+48"),
    BadText(text: "D0 D0 D0 D0 D0 D0 D0 D0 D0", position: 25, expected: .fewerSteps, found: "D0"),
  ])
  func `a bad expression is refused at the place where reading stopped`(bad: BadText) throws {
    let error = #expect(throws: DeadlineExpressionError.self) { try DeadlineExpression(parsing: bad.text) }
    #expect(error?.position == bad.position)
    #expect(error?.expected == bad.expected)
    #expect(error?.found == bad.found)
  }

  @Test func `a text of 256 bytes is read and one of 257 is not`() throws {
    let padding = String(repeating: " ", count: DeadlineExpression.textBytesMax - 2)
    #expect(try DeadlineExpression(parsing: "D0" + padding) == .sameDay)
    let error = #expect(throws: DeadlineExpressionError.self) { try DeadlineExpression(parsing: "D0 " + padding) }
    #expect(error?.expected == .shorterText)
  }

  @Test func `a date name of 64 letters is read and one of 65 is not`() throws {
    let name = String(repeating: "a", count: DeadlineExpression.nameBytesMax)
    #expect(try DeadlineExpression(parsing: "min(D0, @\(name))").earlierDateName == name)
    let error = #expect(throws: DeadlineExpressionError.self) {
      try DeadlineExpression(parsing: "min(D0, @\(name)a)")
    }
    #expect(error?.expected == .dateName)
  }

  @Test func `every expectation has words in both languages and the error names the place`() throws {
    for expected in DeadlineExpressionError.Expected.allCases {
      #expect(!expected.english.isEmpty)
      #expect(!expected.french.isEmpty)
    }
    let error = #expect(throws: DeadlineExpressionError.self) { try DeadlineExpression(parsing: "WD5") }
    #expect(error?.description == "At character 3, + or - is expected, but '5' stands there.")
  }

  @Test func `built expressions are those that parsing gives`() throws {
    let pairs: [(DeadlineExpression, String)] = [
      (.workingDays(30), "WD+30"), (.workingDays(-5), "WD-5"), (.calendarDays(-3), "CD-3"), (.years(3), "Y+3"),
      (.yearsByNumber, "Y+n"), (.hours(48), "H+48"), (.months(18).then(.months(-4)), "M+18 M-4"),
      (.months(3).orEarlier(dateNamed: "certificateEnd"), "min(M+3, @certificateEnd)"),
      (.calendarDays(45).rolling(), "CD+45 roll"), (.endOfMonth, "ME"), (.endOfYear, "YE"), (.sameDay, "D0"),
    ]
    for (built, text) in pairs {
      #expect(try DeadlineExpression(parsing: text) == built)
      #expect(built.description == text)
    }
  }

  @Test func `any ASCII text of up to three characters is either read or refused, without a crash`() {
    // The grammar's own characters and a stranger.
    let alphabet = Array("WDCMYHEmin(),@ +-0n9rol?")
    var read: Set<String> = []
    for first in alphabet {
      for second in alphabet {
        for third in alphabet {
          let text = String([first, second, third])
          do {
            read.insert(try DeadlineExpression(parsing: text).description)
          } catch {
            #expect(1...4 ~= error.position, "\(text)")
          }
        }
      }
    }
    #expect(
      read == [
        "ME", "YE", "D0", "M+0", "M+9", "M+n", "M-0", "M-9", "M-n", "Y+0", "Y+9", "Y+n", "H+0", "H+9", "H+n",
      ])
  }
}
