import AuditDesk
import AuditModel
import FieldClient
import SchemeRules
import SyncCore
import Terminal

/// A request with its answer, or with what this device expects of it.
struct RulingPage {
  let act: String
  let verdict: String
  let rules: [String]
  let text: String
  let isForecast: Bool
  /// The earlier acts, not answered either, whose acceptance a forecast takes for granted, in order.
  var restsOn: [String] = []

  /// The requests on an entity in the order they were made, with their rulings; those of this person that wait for the
  /// server, with what is expected of them.
  static func all(
    on view: EntityView, in fold: StreamFold, provisional: ProvisionalFold, language: Language
  ) -> [RulingPage] {
    ActAnswer.all(on: view, in: fold).map { answer in
      if answer.ruling == nil, let page = forecast(of: answer.request, in: provisional, language) { return page }
      return RulingPage(
        act: answer.request.act.description, verdict: answer.ruling?.verdict.rawValue ?? "pending",
        rules: answer.ruling?.rules ?? [], text: answer.sentences(in: language), isForecast: false)
    }
  }

  /// What this device expects of the last request of an act on an entity, by the code the server will rule with, the
  /// requests that wait before it taken as they are expected to be answered.
  static func forecast(_ act: ActName, on entity: EntityID, in session: Session, stream: StreamID) throws -> RulingPage
  {
    let provisional = try session.provisional(stream)
    let last = provisional.judged.last { $0.request.act == act && $0.entity == entity }
    return last.flatMap { forecast(of: $0.request, in: provisional, session.language) }
      ?? RulingPage(act: act.description, verdict: "pending", rules: [], text: "", isForecast: true)
  }

  private static func forecast(
    of request: ActRequest, in provisional: ProvisionalFold, _ language: Language
  ) -> RulingPage? {
    guard let ruling = provisional.rulings[request.id] else { return nil }
    return RulingPage(
      act: request.act.description, verdict: ruling.verdict.rawValue, rules: ruling.rules,
      text: RulingReasons.read(ruling.reasons).map { $0.text.sentences(in: language) }.joined(separator: " "),
      isForecast: true,
      restsOn: provisional.accepted(before: request).map(\.act.description))
  }

  var json: JSONValue {
    .sorted([
      ("act", .string(act)), ("provisional", .bool(isForecast)),
      ("restsOn", .array(restsOn.map { .string($0) })), ("rules", .array(rules.map { .string($0) })),
      ("text", .string(text)), ("verdict", .string(verdict)),
    ])
  }

  /// What was asked and how it stands, then below it why and what to do next, within the width of a terminal.
  func lines(_ session: Session, indent: String = "") -> [String] {
    let said =
      switch (verdict, isForecast) {
      case ("accepted", false): session.say("acte admis", "accepted")
      case ("refused", false): session.say("acte rejeté", "refused")
      case ("accepted", true): session.say("demandé ; devrait être admis", "requested; should be accepted")
      case ("refused", true): session.say("demandé ; devrait être rejeté", "requested; should be refused")
      default: session.say("demandé, en attente du serveur", "requested, waiting for the server")
      }
    let head =
      Self.words(act, session) + session.say(" : ", ": ") + said
      + (rules.isEmpty ? "" : " (\(rules.joined(separator: ", ")))")
    return HangingIndent.lines(indent, head)
      + (text.isEmpty ? [] : HangingIndent.lines(indent + "  ", SafeText(text).description)) + rest(session, indent)
  }

  /// What the forecast takes for granted.
  private func rest(_ session: Session, _ indent: String) -> [String] {
    guard !restsOn.isEmpty else { return [] }
    let acts = restsOn.map { Self.words($0, session) }.joined(separator: ", ")
    return HangingIndent.lines(
      indent + "  ",
      session.say(
        "Provisoire : suppose admis ce qui attend encore le serveur (\(acts)).",
        "Provisional: takes as accepted what still waits for the server (\(acts))."))
  }

  private static func words(_ act: String, _ session: Session) -> String {
    ActCatalogue.act(named: act)?.words.text(in: session.language) ?? act
  }
}
