/// One write of a register: who said what, over which earlier writes.
public struct Write: Hashable, Sendable {
  /// The change that holds it: within a field, the name of the write.
  public let id: ChangeID
  /// The writer's wall clock, milliseconds since 1970 UTC.
  public let time: Int64
  /// The author.
  public let by: UserID
  /// The heads the writer had on the screen.
  public let over: [ChangeID]
  /// The reason given when the write settles a conflict.
  public let motive: String?
  /// The value written; `null` clears.
  public let value: JSONValue
  // A fold holds many writes: the last word of the value has room for these two.
  /// Whether a `state` step wrote it: machines listen to no other.
  let isState: Bool
  private let place: UInt16

  /// Its place among the steps of that change.
  public var step: Int { Int(place) }

  init(
    _ id: ChangeID, step: Int, time: Int64, by: UserID, value: JSONValue, over: [ChangeID], motive: String? = nil,
    isState: Bool = false
  ) {
    self.id = id
    self.place = UInt16(clamping: step)
    self.time = time
    self.by = by
    self.value = value
    self.over = over
    self.motive = motive
    self.isState = isState
  }

  /// Where the write stands in display order.
  public var order: DisplayOrder { DisplayOrder(time: time, id: id, step: step) }
}

/// The order things are shown in where nothing else decides: (time, replica, seq, step).
///
/// Device clocks decide no more than this (law L9).
public struct DisplayOrder: Comparable, Hashable, Sendable {
  /// Milliseconds since 1970 UTC by the writer's clock.
  public let time: Int64
  /// The change.
  public let id: ChangeID
  /// The place of the step in its change.
  public let step: Int

  /// Names a place.
  public init(time: Int64, id: ChangeID, step: Int) {
    self.time = time
    self.id = id
    self.step = step
  }

  /// Orders by time, then replica, then seq, then step.
  public static func < (left: Self, right: Self) -> Bool {
    if left.time != right.time { return left.time < right.time }
    if left.id != right.id { return left.id < right.id }
    return left.step < right.step
  }
}

/// One entry of a journal.
public struct JournalEntry: Hashable, Sendable {
  /// The change that holds it.
  public let id: ChangeID
  /// Its place among the steps of that change.
  public let step: Int
  /// The writer's wall clock, milliseconds since 1970 UTC.
  public let time: Int64
  /// The author.
  public let by: UserID
  /// What was said.
  public let value: JSONValue
  /// The entry it answers.
  public let answers: ChangeID?

  /// Where the entry stands in display order.
  public var order: DisplayOrder { DisplayOrder(time: time, id: id, step: step) }
}
