public import WorkingDays

/// When a deadline is due, with its window when it is part of one.
public struct DeadlineAnswer: Sendable, Hashable {
  /// The due moment of the deadline asked for.
  public let due: DeadlineMoment
  /// The whole window, for the Qualiopi surveillance dates DL-QUAL-02, -03 and -04; nil otherwise.
  public let window: DueWindow?

  /// Creates an answer.
  public init(due: DeadlineMoment, window: DueWindow? = nil) {
    self.due = due
    self.window = window
  }

  /// The answer as the members of a JSON object, in order: `due`, then for a window `opens`, `nominal`, `closes`.
  public var members: [(key: String, value: String)] {
    let due = [(key: "due", value: self.due.description)]
    guard let window else { return due }
    return due + [
      ("opens", window.opens.description), ("nominal", window.nominal.description),
      ("closes", window.closes.description),
    ]
  }
}
