/// How concurrent writes of a field come together (DESIGN §5); for ever the same for one field.
public enum MergeKind: Hashable, Sendable {
  /// The greatest (time, replica, seq) is shown, the others stay in the history; never a field a guard reads.
  case latest
  /// Different values are a conflict; the value shown meanwhile is the choice of `latest`.
  case contested
  /// Different values are a conflict; the graver rank holds meanwhile.
  case cautious(Ranking)
  /// Three-way merge of texts; a conflict only where hunks overlap or touch.
  case text
  /// A set of values; adding wins over a concurrent removal.
  case set
  /// Entries that are only ever appended, in display order.
  case journal
  /// A register written by `state` steps alone.
  case machine
}

/// The gravity of the values of a `cautious` field, gravest first.
public struct Ranking: Hashable, Sendable {
  /// The known values, gravest first.
  public let gravestFirst: [String]

  /// Orders values, gravest first.
  public init(gravestFirst: [String]) { self.gravestFirst = gravestFirst }

  /// 0 for a value that is not known (which counts as gravest), then 1, 2, 3… from gravest to lightest; a cleared
  /// field is lightest of all.
  public func place(of value: JSONValue) -> Int {
    if value == .null { return gravestFirst.count + 1 }
    guard let text = value.text, let place = gravestFirst.firstIndex(where: { $0.utf8.elementsEqual(text.utf8) }) else {
      return 0
    }
    return place + 1
  }
}

/// What the merge asks of a schema: the kind of each field, by the type path of its entity.
public protocol MergeSchema: Sendable {
  /// A number that changes whenever the visible state of the same set may change; part of the state digest.
  var version: Int { get }
  /// The kind of a field; nil for a field this version does not know, which is then merged by the steps it meets:
  /// `set` as contested, `add` and `remove` as a set, `append` as a journal.
  func kind(of field: FieldName, in typePath: String) -> MergeKind?
}
