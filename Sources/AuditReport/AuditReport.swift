public import AuditDesk
public import AuditModel
import AuditSchema
import Mustache
public import SchemeRules
public import SyncCore
import WorkingDays

/// The provisional report of one audit, prepared value by value for its template: no decision is left to the page.
///
/// A French document under any locale.
public struct AuditReport: Sendable {
  private let board: AuditBoard
  private let fold: StreamFold
  private let organisation: StreamFold?
  private let directory: StreamFold?
  private let name: @Sendable (UserID) -> String
  private let phrasing = Phrasing(.french)

  /// Takes an audit up.
  /// - Parameters:
  ///   - fold: the dossier the audit stands in.
  ///   - organisation: the body's stream; nil where it is not held.
  ///   - directory: where the settings in force stand; nil for those of the rulebook.
  ///   - name: what a person is called.
  public init(
    of board: AuditBoard, in fold: StreamFold, organisation: StreamFold?, directory: StreamFold?,
    name: @escaping @Sendable (UserID) -> String
  ) {
    self.board = board
    self.fold = fold
    self.organisation = organisation
    self.directory = directory
    self.name = name
  }

  /// One deadline of the report: what, when, by which rule.
  public struct Due: Sendable {
    /// The deadline of the rulebook.
    public let id: DeadlineID
    /// The day, `YYYY-MM-DD`.
    public let due: String
    /// The rule it comes from.
    public let rule: String
    /// What has to be done.
    public let words: LocalizedText
  }

  private var scheme: Scheme? {
    guard case .dossier(let scheme, _) = fold.stream.family else { return nil }
    return Scheme(rawValue: scheme)
  }

  private var bodyKey: String? {
    guard case .dossier(_, let key) = fold.stream.family else { return nil }
    return key
  }

  /// The deadlines that run from the last day of the audit.
  /// - Throws: `DeadlineQueryError` for a date outside the calendar.
  public func deadlines() throws -> [Due] {
    try DossierDueDate.all(of: board, in: fold, directory: directory).map { due in
      guard let date = due.date else { throw DeadlineQueryError.outsideCalendar }
      return Due(id: due.deadline, due: date.description, rule: due.ruleID, words: DeadlineWords.title(due.deadline))
    }
  }

  private static func capitalised(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }

  /// The page, HTML in UTF-8, whole and without outside assets.
  /// - Throws: `DeadlineQueryError` for a date outside the calendar.
  public func html() throws -> String {
    let template = try MustacheTemplate(string: FrenchTypography.spaced(ReportTemplate.page))
    return template.render(try values())
  }

  private func values() throws -> [String: Any] {
    let key = bodyKey ?? ""
    let body = AuditNames.body(key)
    func fact(_ field: FieldName) -> String {
      guard let body, let organisation else { return "—" }
      return phrasing.words(FactView(field, of: body, in: organisation).value)
    }
    let evidence = views("audit/evidence")
    let titles = Self.titlesByCode(evidence)
    let previous = PreviousNonConformity.all(in: fold, before: board.id)
    let situations = situations(key)
    let observations = views("audit/observation")
    let interviews = board.view["interviews"]?.entries ?? []
    let shortages = board.items.filter { ["major", "minor", "gap", "serious-gap"].contains($0.grade ?? "") }
    return [
      "body": fact("legalName"), "siren": key, "address": fact("address"), "scheme": scheme?.name ?? "—",
      "kind": board.view.text("kind").flatMap(QualiopiAuditKind.init(rawValue:))?.words.fr ?? "audit",
      "version": "1", "firstDay": phrasing.day(board.days?.first), "lastDay": phrasing.day(board.days?.last),
      "mode": board.view.text("mode") == "remote" ? "à distance" : "sur place",
      "lead": lead,
      "team": board.team.map { name($0) }.joined(separator: ", "),
      "sites": board.sites.map(\.name).joined(separator: ", "),
      "samples": board.samples.map(\.name).joined(separator: ", "),
      "guide": board.view.text("guide") ?? "—", "pack": board.view.text("pack") ?? "—",
      "deadlines": try deadlines().map {
        ["what": Self.capitalised($0.words.fr), "due": phrasing.day($0.due), "rule": "\($0.id.rawValue), \($0.rule)"]
      },
      "hasNonConformities": !shortages.isEmpty,
      "nonConformities": shortages.map { item -> [String: Any] in
        [
          "code": item.code, "label": label(item.code), "grade": phrasing.words(item.grade.map { .string($0) }),
          "comment": item.comment ?? "",
          "origin": isRequalified(item, previous)
            ? "Mineure d'un audit antérieur, requalifiée (R-QUAL-78)." as Any : false,
          "evidence": (titles[item.code] ?? []).joined(separator: "\u{202F}; "), "lack": item.lack as Any? ?? false,
        ]
      },
      "items": board.items.map { item -> [String: Any] in
        [
          "code": item.code, "label": label(item.code),
          "grade": phrasing.words(item.grade.map { .string($0) })
            + (item.isDisputed ? " (retenue en attendant\u{202F}: divergence)" : ""),
          "comment": item.comment ?? "", "motive": item.motive as Any? ?? false,
        ]
      },
      "hasObservations": !observations.isEmpty, "hasInterviews": !interviews.isEmpty, "hasEvidence": !evidence.isEmpty,
      "observations": observations.map { view -> [String: Any] in
        [
          "indicator": view.text("indicator") ?? "", "site": siteName(view.text("site")),
          "sample": sampleName(view.text("sample")), "text": view.text("text") ?? "",
        ]
      },
      "interviews": interviews.map { entry -> [String: Any] in
        [
          "with": entry.value["with"]?.text ?? "", "site": siteName(entry.value["site"]?.text),
          "text": entry.value["text"]?.text ?? "",
        ]
      },
      "evidence": evidence.map { view -> [String: Any] in
        [
          "title": view.text("title") ?? "", "indicators": Self.indicators(view),
          "held": EvidenceStanding(held: view.text("held")).words.fr,
          "dated": view.text("dated").map { phrasing.day($0) } as Any? ?? false,
          "shownBy": view.text("shownBy") as Any? ?? false,
        ]
      },
      "sheets": [(AuditSheet.opening, "Ouverture"), (.closing, "Clôture")].compactMap { sheet, name -> [String: Any]? in
        guard let id = AuditNames.sheet(board.id, sheet),
          let view = fold.entity(id, schema: AuditSchema.current)
        else { return nil }
        return [
          "name": name, "heldOn": phrasing.day(view.text("heldOn")),
          "representative": phrasing.words(view.value("representative")),
          "participants": phrasing.words(view.value("participants")),
        ]
      },
      "hasSituations": !situations.isEmpty,
      "situations": situations.map { report -> [String: Any] in
        [
          "what": report.subject == "address" ? "Adresse" : report.subject == "name" ? "Dénomination" : "Dirigeant",
          "observed": phrasing.words(report.observed),
          "state": report.isConfirmed ? "confirmé par le registre" : "à confirmer",
        ]
      },
      "digest": fold.stateDigest(schema: AuditSchema.current).description,
    ]
  }

  private func situations(_ key: String) -> [SituationReport] {
    organisation.map { SituationReport.all(in: $0, body: key) } ?? []
  }

  private func views(_ type: String) -> [EntityView] {
    fold.standing(ofType: type).filter { $0.isBelow(board.id) }
      .compactMap { fold.entity($0, schema: AuditSchema.current) }
  }

  /// `indicateurs 4, 20`.
  private static func indicators(_ evidence: EntityView) -> String {
    let codes = codes(evidence)
    if codes.isEmpty { return "sans indicateur" }
    return (codes.count == 1 ? "indicateur " : "indicateurs ") + codes.joined(separator: ", ")
  }

  private static func codes(_ evidence: EntityView) -> [String] {
    (evidence["indicators"]?.members ?? []).compactMap { $0.value.number.map(String.init) ?? $0.value.text }
  }

  /// The titles of the evidence of each indicator, read once for all of them.
  private static func titlesByCode(_ evidence: [EntityView]) -> [String: [String]] {
    var titles: [String: [String]] = [:]
    for view in evidence {
      guard let title = view.text("title") else { continue }
      for code in codes(view) { titles[code, default: []].append(title) }
    }
    return titles
  }

  private func isRequalified(_ item: AuditBoard.Item, _ previous: [PreviousNonConformity]) -> Bool {
    guard item.grade == "major", let number = Int(item.code) else { return false }
    return previous.contains { $0.indicator.number == number && $0.grade == .minor }
  }

  /// Nobody leads while two leads stand against each other: both are named.
  private var lead: String {
    let named = (board.view["lead"]?.conflict?.values ?? [board.view.value("lead")].compactMap { $0 })
      .compactMap { $0.text.flatMap { UserID($0) } }.map { name($0) }
    return named.isEmpty ? "—" : named.joined(separator: " ou ") + (named.count > 1 ? " (divergence)" : "")
  }

  private func label(_ code: String) -> String {
    Int(code).flatMap { QualiopiIndicator($0) }?.info.label.fr ?? ControlPoint.of(code: code)?.label.fr ?? ""
  }

  private func siteName(_ key: String?) -> String { board.sites.first { $0.key == key }?.name ?? key ?? "—" }
  private func sampleName(_ key: String?) -> String { board.samples.first { $0.key == key }?.name ?? key ?? "—" }
}
