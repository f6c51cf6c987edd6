/// One field as a person sees it: the value shown, and everything that stands against it.
public struct FieldView: Sendable, Hashable {
  /// The kind it was merged by.
  public let kind: MergeKind
  /// False when the schema of this version does not know the field.
  public let isKnown: Bool
  /// The value shown; nil when nothing was written or the field was cleared.
  ///
  /// Sets and journals show arrays.
  public let shown: JSONValue?
  /// The heads, in display order: what a write of someone who sees this view names in `over`.
  public let heads: [Write]
  /// The conflict, if the heads disagree and no rule may settle it.
  public let conflict: FieldConflict?
  /// Writes that arrived outside a freeze: listed, never shown as the value.
  public let late: [Write]
  /// True for a text merged by rule that nobody has saved yet.
  public let isUnread: Bool
  /// The members of a set with the changes that added each, ascending by bytes of the value.
  public let members: [SetMember]
  /// The entries of a journal in display order.
  public let entries: [JournalEntry]

  /// The ids a write made from this view names in `over`.
  public var over: [ChangeID] { heads.map(\.id).sorted() }

  /// The last motive given for the value shown, when it came of a settling.
  public var motive: String? { heads.count == 1 ? heads[0].motive : nil }
}

/// A value of a set with the additions that keep it there.
public struct SetMember: Sendable, Hashable {
  /// The value.
  public let value: JSONValue
  /// The live additions, ascending: what a removal names in `over`.
  public let additions: [ChangeID]
}

/// Several different values of one field that only a person may settle.
public struct FieldConflict: Sendable, Hashable {
  /// Why no rule could settle it.
  public enum Reason: String, Sendable {
    /// Two people wrote different values without having seen each other's.
    case concurrentValues = "concurrent-values"
    /// Two edits of a text overlap or touch.
    case overlappingText = "overlapping-text"
  }

  /// Why no rule could settle it.
  public let reason: Reason
  /// The nearest writes all alternatives descend from: none when they began from nothing.
  public let base: [Write]
  /// The heads, in display order.
  public let alternatives: [Write]

  /// The different values among the alternatives, in display order of their first writer.
  public var values: [JSONValue] {
    var seen: Set<JSONValue> = []
    return alternatives.compactMap { seen.insert($0.value).inserted ? $0.value : nil }
  }
}
