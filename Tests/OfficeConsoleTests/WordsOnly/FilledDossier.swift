import AuditDesk
import AuditModel
import AuditSchema
import ServerCore
import ServerHTTP
import SyncCore
import Testing

@testable import OfficeConsole

/// A dossier that lives through its pages: every form filled in by somebody who may, and what was captured beside them.
final class FilledDossier {
  /// Who sits before the browser.
  enum Person: CaseIterable { case office, lead, decider }

  static let key = "999123458"

  let house: DossierHouse
  let stream: StreamID
  let lead: Laptop
  let decider: UserID
  private let cookies: [Person: String]
  /// The inputs answered so far, by the name of the form.
  private(set) var answered: [String: Set<String>] = [:]
  /// Pages shown in answer to a form: refusals, forecasts, mistakes.
  private(set) var answers: [(name: String, language: Language, html: String)] = []

  init() async throws {
    house = try await DossierHouse()
    try await house.body(Self.key, name: "Atelier fictif", site: "Siège")
    stream = try #require(StreamID.dossier(scheme: "qualiopi", key: Self.key))
    let dossier = try #require(AuditNames.dossier(Self.key))
    try await house.office.push(
      stream, [.set("profile", on: dossier, to: .sorted([("categories", .array(["AF"]))]), over: [], motive: nil)])
    lead = try await Laptop("Anne Auditrice", [.auditor], house.core)
    try await house.core.assign(lead.user, streams: [stream])
    decider = try await house.core.addUser(name: "Dora Décideuse", roles: [.decider])
    try await house.core.assign(decider, streams: [stream])
    cookies = [
      .office: house.cookie,
      .lead: try await DossierHouse.signIn(lead.user, "anne", house.core, house.ledger),
      .decider: try await DossierHouse.signIn(decider, "dora", house.core, house.ledger),
    ]
  }

  func cookie(_ person: Person) -> String { cookies[person] ?? house.cookie }

  func fold() async throws -> StreamFold { try await house.fold(stream) }

  /// What the office has seen of the dossier: what a request names.
  func seen() async throws -> SeenVector {
    let (stream, principal) = (stream, try await house.core.authenticate(session: house.cookie).get())
    return try await house.core.look(as: principal) { try $0.seen(stream) }
  }

  // MARK: filling in

  /// What becomes of a form.
  enum Outcome {
    case written
    /// Written or refused: the facts stand either way.
    case any
  }

  /// Fills in a form: with what is given, and every other input by its kind.
  /// - Parameter without: inputs left empty.
  /// - Returns: what it was about, or what it made.
  @discardableResult
  func fill(
    _ name: String, on entity: EntityID? = nil, _ given: [String: [String]] = [:], without: Set<String> = [],
    only: Bool = false, by person: Person = .office, ending outcome: Outcome = .written
  ) async throws -> EntityID? {
    let form = try #require(ActForm.named(name))
    let fold = try await fold()
    var fields: [(String, String)] = []
    for input in form.inputs where !without.contains(input.name) {
      var values = given[input.name] ?? []
      if given[input.name] == nil, !only { values = try await automatic(input, of: entity, in: fold) }
      fields += values.map { (input.name, $0) }
      if !values.isEmpty { answered[name, default: []].insert(input.name) }
    }
    if answered[name] == nil { answered[name] = [] }
    let place = form.stream == .directory ? StreamID.directory : stream
    let path = "/acts/\(place)/\(name)" + (entity.map { "?on=\($0)" } ?? "")
    if form.act != nil {
      for language in Language.allCases {
        let foreseen = try await house.fill(
          path, fields, step: "check", as: cookie(person), language: language == .french ? "fr" : "en")
        answers.append(("\(name), foreseen", language, foreseen.page.html))
      }
    }
    let sent = try await house.fill(path, fields, as: cookie(person))
    guard let location = sent.location else {
      let told = try WrittenPage(sent.page.html).lines.filter { $0.count > 30 }.prefix(12).joined(separator: " | ")
      #expect(outcome == .any && sent.page.status == 409, "\(name) \(sent.page.status): \(told)")
      answers.append((name, .french, sent.page.html))
      let on = try DossierHouse.hidden(sent.page.html).first { $0.0 == "on" }?.1
      return on.flatMap { EntityID($0) } ?? entity
    }
    let written = location.split(separator: "&on=").dropFirst().first.map(String.init)
    return written.flatMap { EntityID($0.replacing("%2F", with: "/")) } ?? entity
  }

  /// An answer an input takes, by its kind; none where the dossier holds nothing to choose.
  private func automatic(_ input: ActInput, of entity: EntityID?, in fold: StreamFold) async throws -> [String] {
    func last(_ type: String) -> String? { fold.standing(ofType: type).last?.description }
    switch input.kind {
    case .line, .text: return ["Mention portée au dossier"]
    case .day: return ["04/05/2026"]
    case .flag: return ["yes"]
    case .number(let range): return [String(range.contains(2025) ? 2025 : range.lowerBound)]
    case .euros: return ["1200.50"]
    case .choice(let choices): return input.isRepeated ? choices.map(\.code) : [choices[0].code]
    case .entity(let type): return last(type).map { [$0] } ?? []
    case .entityOf(let types): return types.compactMap(last).first.map { [$0] } ?? []
    case .person: return [lead.user.description]
    case .pair: return ["annexe=Annexe"]
    case .sample: return ["s1=Bureautique;2.5d"]
    case .count(let choices, let range): return choices.map { "\($0.code)=\(range.lowerBound)" }
    case .halfDays: return ["04/05/2026=1,siege"]
    case .month: return ["05/2026"]
    case .reopening, .newFact, .evidence: return try await offered(input, of: entity)
    }
  }

  /// What the page itself offers for an input whose choices the rules make.
  func offered(_ input: ActInput, of entity: EntityID?) async throws -> [String] {
    let principal = try await house.core.authenticate(session: house.cookie).get()
    let form = try #require(
      ActForm.all.first { form in form.inputs.contains { $0.name == input.name && "\($0.kind)" == "\(input.kind)" } })
    let stream = stream
    let view = try await house.core.look(as: principal) {
      try ActView($0, form, in: stream, on: entity, phrasing: Phrasing(.french))
    }
    let codes = (view.options[input.name] ?? []).map(\.code)
    return input.isRepeated ? codes : Array(codes.prefix(1))
  }

  /// Records a letter.
  func letter(_ about: String, _ direction: String, on day: String, by person: Person = .office) async throws -> String
  {
    let dated = direction == "in" ? "received" : "sent"
    let letter = try await fill(
      "mail.record", ["direction": [direction], "about": [about], dated: [day]], only: true, by: person)
    return try #require(letter).description
  }
}
