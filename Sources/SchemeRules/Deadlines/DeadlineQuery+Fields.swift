internal import WorkingDays

extension DeadlineQuery {
  /// Reads a question from its fields.
  ///
  /// - Parameter fields: `deadline` (an id) or `expr`; `from` (`YYYY-MM-DD`) or `instant` (RFC 3339, UTC);
  ///   `certificateEnd` and any other date an expression names after `@`; `n`; `rollover` (`none` or
  ///   `nextWorkingDay`). `certificateEnd`, `n` and `id` may be given in vain, no other name may: a misspelt one
  ///   would give a wrong date.
  /// - Throws: `DeadlineQueryError`; the first fault in the order deadline, expression, other fields by name.
  public init(fields: [String: Input]) throws(DeadlineQueryError) {
    let reader = DeadlineFieldReader(fields: fields)
    let subject = try reader.subject()
    var dates: [String: CivilDate] = [:]
    for name in try reader.dateNames(subject: subject) {
      dates[name] = try reader.date(name)
    }
    self.init(
      subject, trigger: try reader.trigger(), dates: dates, number: try reader.number(),
      rollover: try reader.rollover())
  }
}

/// Takes the fields of a question one by one, with the error each can give.
private struct DeadlineFieldReader {
  private static let certificateEnd = "certificateEnd"
  private static let otherNames: Set<String> = ["deadline", "expr", "from", "id", "instant", "n", "rollover"]

  let fields: [String: DeadlineQuery.Input]

  init(fields: [String: DeadlineQuery.Input]) {
    self.fields = fields.filter { $0.value != .null }
  }

  func subject() throws(DeadlineQueryError) -> DeadlineQuery.Subject {
    switch (try text("deadline"), try text("expr")) {
    case (nil, nil): throw .missingDeadline
    case (.some, .some): throw .twoDeadlines
    case (let id?, nil):
      guard let known = DeadlineID(rawValue: id) else { throw .unknownDeadline(id) }
      return .deadline(known)
    case (nil, let expression?):
      do {
        return .expression(try DeadlineExpression(parsing: expression))
      } catch {
        throw .badExpression(error)
      }
    }
  }

  /// The names of the fields that hold dates for `@`; refuses fields that are none of ours.
  func dateNames(subject: DeadlineQuery.Subject) throws(DeadlineQueryError) -> [String] {
    var known: Set<String> = [Self.certificateEnd]
    if case .expression(let expression) = subject, let name = expression.earlierDateName {
      // A date may not borrow the name of another field: `min(M+3, @from)` would never be bound.
      guard !Self.otherNames.contains(name) else { throw .unknownField("@" + name) }
      known.insert(name)
    }
    let rest = fields.keys.filter { !Self.otherNames.contains($0) }.sorted()
    for name in rest where !known.contains(name) { throw .unknownField(name) }
    return rest
  }

  func trigger() throws(DeadlineQueryError) -> DeadlineMoment {
    switch (try date("from"), try text("instant")) {
    case (nil, nil): throw .missingTrigger
    case (.some, .some): throw .twoTriggers
    case (let date?, nil): return .date(date)
    case (nil, let text?):
      guard let instant = Instant(text) else { throw .badInstant(field: "instant", text: text) }
      return .instant(instant)
    }
  }

  func date(_ name: String) throws(DeadlineQueryError) -> CivilDate? {
    guard let text = try text(name) else { return nil }
    guard let date = CivilDate(text) else { throw .badDate(field: name, text: text) }
    return date
  }

  func number() throws(DeadlineQueryError) -> Int? {
    switch fields["n"] {
    case nil, .null: return nil
    case .integer(let number):
      guard 1...DeadlineExpression.countMax ~= number else { throw .badNumber(String(number)) }
      return number
    case .string(let text): throw .badNumber(text)
    case .other: throw .badType(field: "n")
    }
  }

  func rollover() throws(DeadlineQueryError) -> Rollover {
    guard let text = try text("rollover") else { return .none }
    guard let rollover = Rollover(rawValue: text) else { throw .badRollover(text) }
    return rollover
  }

  private func text(_ name: String) throws(DeadlineQueryError) -> String? {
    switch fields[name] {
    case nil, .null: return nil
    case .string(let text): return text
    case .integer, .other: throw .badType(field: name)
    }
  }
}
