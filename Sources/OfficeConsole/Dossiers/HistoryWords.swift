import AuditDesk
import ServerCore
import ServerHTTP
import SyncCore

/// A history in words: who said what, when and from where.
struct HistoryWords {
  private let words: DossierWords
  /// Steps shown of one change before the rest is folded away.
  static let stepsShown = 6

  init(_ words: DossierWords) { self.words = words }

  func values(_ history: HistoryView) -> [String: Any] {
    let isBody = history.stream == words.view.organisation
    var values: [String: Any] = [
      "name": isBody
        ? words.say("Organisme", "Body")
        : words.say("Dossier \(words.titles.scheme(history.stream))", "\(words.titles.scheme(history.stream)) dossier"),
      "anchor": isBody ? "history-body" : "history-dossier", "isEmpty": history.lines.isEmpty,
      "lines": history.lines.map(line), "isOlder": history.isOlder, "newest": ConsolePath.stream(words.view.stream),
    ]
    if let next = history.next {
      values["next"] =
        "\(ConsolePath.stream(words.view.stream))?before=\(next)&of=\(FormFields.escaped(history.stream.description))"
    }
    return values
  }

  private func line(_ arrival: Arrival) -> [String: Any] {
    let change = arrival.line.change
    let sentences = words.steps.sentences(of: change)
    let attribution = Attribution(
      by: change.by, id: change.id, time: change.time, arrival: arrival, people: words.people)
    var values: [String: Any] = [
      "who": words.people.name(change.by), "position": arrival.position,
      "steps": Array(sentences.prefix(Self.stepsShown)), "device": attribution.device, "claimed": attribution.claimed,
    ]
    if let received = attribution.values["received"] { values["received"] = received }
    if let audit = audit(of: change) { values["audit"] = audit }
    let more = Array(sentences.dropFirst(Self.stepsShown))
    if !more.isEmpty { values["more"] = ["count": more.count, "steps": more] as [String: Any] }
    return values
  }

  /// Which audit a line is about; nil for none, and in a dossier with one, where that goes without saying.
  private func audit(of change: Change) -> String? {
    guard words.view.audits.count > 1 else { return nil }
    let entities = change.operations.lazy.compactMap(\.entity).flatMap { [$0] + $0.ancestors }
    return entities.compactMap { entity in words.view.audits.first { $0.board.id == entity } }.first
      .map { words.titles.audit($0.board) }
  }
}
