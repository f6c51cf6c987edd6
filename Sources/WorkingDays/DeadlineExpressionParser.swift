extension DeadlineExpression {
  /// Parses an expression; spaces are free around it, between steps and inside `min( )`.
  ///
  /// - Throws: `DeadlineExpressionError` with the position and what was expected there.
  public init(parsing text: String) throws(DeadlineExpressionError) {
    var parser = DeadlineExpressionParser(text)
    self = try parser.expression()
  }
}

/// Reads the grammar of `DeadlineExpression` from left to right, without going back.
struct DeadlineExpressionParser {
  private let bytes: [UInt8]
  private var index = 0
  private var steps: [DeadlineStep] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func expression() throws(DeadlineExpressionError) -> DeadlineExpression {
    guard bytes.count <= DeadlineExpression.textBytesMax else { throw error(.shorterText) }
    skipSpaces()
    var name: String?
    if take("min") {
      guard take("(") else { throw error(.openingParenthesis) }
      skipSpaces()
      try readSteps()
      skipSpaces()
      guard take(",") else { throw error(.comma) }
      skipSpaces()
      name = try dateName()
      skipSpaces()
      guard take(")") else { throw error(.closingParenthesis) }
    } else {
      try readSteps()
    }
    let hadSpace = skipSpaces()
    guard index < bytes.count else { return DeadlineExpression(validSteps: steps, earlierDateName: name) }
    guard hadSpace else { throw error(.separator) }
    guard take("roll") else { throw error(.end) }
    skipSpaces()
    guard index == bytes.count else { throw error(.end) }
    return DeadlineExpression(validSteps: steps, earlierDateName: name, rolls: true)
  }

  /// Reads steps up to a comma, `roll` or the end; spaces before `roll` are left standing.
  private mutating func readSteps() throws(DeadlineExpressionError) {
    while true {
      let start = index
      let step = try step()
      if step.countsHours, steps.contains(where: { !$0.countsHours }) { throw error(.stepOnDates, at: start) }
      guard steps.count < DeadlineExpression.stepsMax else { throw error(.fewerSteps, at: start) }
      steps.append(step)
      let afterStep = index
      let hadSpace = skipSpaces()
      guard index < bytes.count, bytes[index] != UInt8(ascii: ",") else { return }
      guard hadSpace else { throw error(.separator) }
      if begins("roll") {
        index = afterStep
        return
      }
    }
  }

  private mutating func step() throws(DeadlineExpressionError) -> DeadlineStep {
    if take("ME") { return .endOfMonth }
    if take("YE") { return .endOfYear }
    if take("D0") { return .sameDay }
    guard let unit = DeadlineStep.Unit.allCases.first(where: { begins($0.rawValue) }) else { throw error(.step) }
    index += unit.rawValue.utf8.count
    let direction: DeadlineStep.Direction
    if take("+") {
      direction = .forward
    } else if unit.goesBackward, take("-") {
      direction = .backward
    } else {
      throw error(unit.goesBackward ? .sign : .plus)
    }
    return .move(unit, direction, try count(of: unit))
  }

  private mutating func count(of unit: DeadlineStep.Unit) throws(DeadlineExpressionError) -> DeadlineStep.Count {
    let expected = unit == .workingDays ? DeadlineExpressionError.Expected.countFromOne : .count
    if take("n") { return .parameter }
    let start = index
    var number = 0
    while index < bytes.count, DeadlineExpression.isDigit(bytes[index]) {
      number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      index += 1
      guard number <= DeadlineExpression.countMax else { throw error(expected, at: start) }
    }
    guard index > start, unit != .workingDays || number >= 1 else { throw error(expected, at: start) }
    return .fixed(number)
  }

  private mutating func dateName() throws(DeadlineExpressionError) -> String {
    let start = index
    guard take("@") else { throw error(.dateName) }
    var name: [UInt8] = []
    while index < bytes.count, DeadlineExpression.isLetter(bytes[index]) || DeadlineExpression.isDigit(bytes[index]) {
      name.append(bytes[index])
      index += 1
    }
    guard DeadlineExpression.isName(name) else { throw error(.dateName, at: start) }
    return String(decoding: name, as: UTF8.self)
  }

  private func begins(_ word: String) -> Bool {
    bytes[index...].starts(with: word.utf8)
  }

  private mutating func take(_ word: String) -> Bool {
    guard begins(word) else { return false }
    index += word.utf8.count
    return true
  }

  @discardableResult
  private mutating func skipSpaces() -> Bool {
    let start = index
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index > start
  }

  /// The bytes before `place` are ASCII (the grammar took them), so the byte is also the character's place.
  private func error(
    _ expected: DeadlineExpressionError.Expected, at place: Int? = nil
  ) -> DeadlineExpressionError {
    let place = place ?? index
    let rest = String(decoding: bytes[place...], as: UTF8.self)
    let word = rest.split(separator: " ", omittingEmptySubsequences: false).first ?? ""
    let found = word.isEmpty && place < bytes.count ? " " : String(word.prefix(16))
    return DeadlineExpressionError(position: place + 1, expected: expected, found: found)
  }
}
