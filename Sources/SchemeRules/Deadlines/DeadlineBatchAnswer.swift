public import WorkingDays

/// The answer to one line of `constat deadline compute --batch`: a due moment, or an error; never silence.
public struct DeadlineBatchAnswer: Sendable {
  /// The value of the line's `id`, given back as it came; nil when there was none.
  public let id: DeadlineQuery.Input?
  /// The answer or why there is none.
  public let result: Result<DeadlineAnswer, DeadlineQueryError>

  /// Answers one line, already read into fields: those of `DeadlineQuery.init(fields:)`, and `id` (text or number).
  ///
  /// A bad line is answered by its error and hinders no other line.
  public init(
    fields: [String: DeadlineQuery.Input], table: DeadlineTable = .standard,
    calendar: WorkingDayCalendar = WorkingDayCalendar()
  ) {
    var fields = fields
    let id = fields.removeValue(forKey: "id")
    self.id = id == .null ? nil : id
    do throws(DeadlineQueryError) {
      guard id != .other else { throw .badType(field: "id") }
      result = .success(try DeadlineQuery(fields: fields).answer(table: table, calendar: calendar))
    } catch {
      result = .failure(error)
    }
  }

  /// The answer to a line that is no JSON object: error `bad-line`.
  public static let unreadable = DeadlineBatchAnswer(id: nil, result: .failure(.badLine))

  private init(id: DeadlineQuery.Input?, result: Result<DeadlineAnswer, DeadlineQueryError>) {
    self.id = id
    self.result = result
  }
}
