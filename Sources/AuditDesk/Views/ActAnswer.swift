public import AuditModel
import SchemeRules
public import SyncCore

/// A requested act with its ruling, if there is one yet (DESIGN §6).
public struct ActAnswer: Sendable {
  /// The request.
  public let request: ActRequest
  /// The ruling; nil while the server has not ruled.
  public let ruling: Ruling?

  /// The requests on an entity in the order they were ruled on, then those that wait, each device's in its own order.
  public static func all(on view: EntityView, in fold: StreamFold) -> [ActAnswer] {
    let waiting = view.requests.filter { fold.rulings[$0.id] == nil }.map { ActAnswer(request: $0, ruling: nil) }
    let ruled = view.requests.compactMap { request in fold.rulings[request.id].map { (request, $0) } }
      .sorted { $0.1.id < $1.1.id }
    return ruled.map { ActAnswer(request: $0.0, ruling: $0.1.ruling) } + waiting
  }

  /// Why, and what to do next; empty for an accepted act.
  public func sentences(in language: Language) -> String {
    guard let ruling else { return "" }
    return RulingReasons.read(ruling.reasons).map { $0.text.sentences(in: language) }.joined(separator: " ")
  }
}
