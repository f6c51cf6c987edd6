public import AuditModel
import SchemeRules
public import SyncCore

/// A requested act with its ruling, if there is one yet (DESIGN §6).
public struct ActAnswer: Sendable {
  /// The request.
  public let request: ActRequest
  /// The ruling; nil while the server has not ruled.
  public let ruling: Ruling?

  /// The requests on an entity in the order they were made.
  public static func all(on view: EntityView, in fold: StreamFold) -> [ActAnswer] {
    view.requests.map { ActAnswer(request: $0, ruling: fold.rulings[$0.id]?.ruling) }
  }

  /// Why, and what to do next; empty for an accepted act.
  public func sentences(in language: Language) -> String {
    guard let ruling else { return "" }
    return RulingReasons.read(ruling.reasons).map { $0.text.sentences(in: language) }.joined(separator: " ")
  }
}
