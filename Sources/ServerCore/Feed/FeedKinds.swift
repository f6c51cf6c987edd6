import AuditSchema
import SyncCore
public import SyncProtocol

/// What a reader of a feed asks for: lines with at least one step of a named operation, or on an entity of a named type.
///
/// A kind is an operation's word (`rule`) or an entity type's path (`decision`, `audit/item`): the two share no word.
/// Lines are whole or left out, never cut; seals and skips are left out. Erasures come unasked, so that nobody keeps
/// what was erased.
public struct FeedKinds: Sendable, Equatable {
  private let words: Set<OperationWord>
  private let types: Set<String>

  /// Reads kinds with commas between them.
  /// - Throws: `Problem` `malformed` for none, one given twice, one that is unknown here, or more than
  ///   `ProtocolLimits.feedKindsMax`.
  public init(_ text: String) throws(Problem) {
    let names = text.split(separator: ",", omittingEmptySubsequences: false)
    guard names.count <= ProtocolLimits.feedKindsMax else {
      throw Problem(.malformed, detail: "“kinds” may name at most \(ProtocolLimits.feedKindsMax) kinds.")
    }
    var words: Set<OperationWord> = []
    var types: Set<String> = []
    for name in names {
      let isNew: Bool
      if let word = OperationWord(rawValue: String(name)) {
        isNew = words.insert(word).inserted
      } else if AuditSchema.current.type(String(name)) != nil {
        isNew = types.insert(String(name)).inserted
      } else {
        throw Problem(
          .malformed, detail: "“kinds” names something this server has no kind for. The kinds are in Protocol/http.md.")
      }
      guard isNew else { throw Problem(.malformed, detail: "“kinds” names a kind twice.") }
    }
    self.words = words
    self.types = types
  }

  /// Whether a change is to be delivered.
  func matches(_ change: Change) -> Bool {
    change.operations.contains { step in
      guard let word = step.word else { return false }
      return word == .erase || words.contains(word) || step.entity.map { types.contains($0.typePath) } ?? false
    }
  }
}
