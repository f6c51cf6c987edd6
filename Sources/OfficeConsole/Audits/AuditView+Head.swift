import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// The top of the page: where the audit stands, its plan and why each indicator is looked at.
extension AuditView {
  var values: [String: Any] {
    head.merging(plan) { $1 }.merging(gridValues) { $1 }.merging(sectionValues) { $1 }.merging(divergenceValues) { $1 }
      .merging(standingValues) { $1 }.merging(recordValues) { $1 }
  }

  private var head: [String: Any] {
    let hasReport = source.scheme == .qualiopi
    return [
      "dossierPath": ConsolePath.dossier(source.stream), "body": source.body, "scheme": titles.scheme(source.stream),
      "title": title, "stage": stage.map { text($0.words) } as Any? ?? false, "isFrozen": isFrozen,
      "isUnplanned": source.board.view.value("unplanned")?.truth ?? false,
      "reportPath": hasReport ? ConsolePath.report(source.stream, source.board.id) as Any : false,
    ]
  }

  private var plan: [String: Any] {
    let facts: [[String: Any]] = [
      fact("kind"), fact("mode"), fact("days"), fact("startedOn"), leadFact, fact("team", list: team),
      fact("sites", list: source.board.sites.map(\.name)), fact("samples", list: source.board.samples.map(\.name)),
      fact("documents", list: members("documents")), fact("guide"), fact("pack"),
    ]
    let lines = scope.lines
    return [
      "planFacts": facts, "summary": source.board.view.text("summary") as Any? ?? false,
      "hasScope": !lines.isEmpty, "scopeCount": lines.count { $0.isInScope == true },
      "isQualiopi": source.scheme == .qualiopi,
      "scopeLines": lines.map(scopeLine),
    ]
  }

  private func fact(_ field: FieldName) -> [String: Any] {
    fact(field, text: words(source.board.view.value(field), of: field))
  }

  private func fact(_ field: FieldName, list: [String]) -> [String: Any] {
    fact(field, text: list.isEmpty ? "—" : list.joined(separator: say(" ; ", "; ")))
  }

  private func fact(_ field: FieldName, text: String) -> [String: Any] {
    let name = titles.field(field, of: source.board.id)
    return [
      "factName": name.prefix(1).uppercased() + name.dropFirst(), "factText": text,
      "factDivergences": divergences(of: source.board.id, field),
    ]
  }

  /// Two leads against each other are both named: nobody leads meanwhile.
  private var leadFact: [String: Any] {
    guard let conflict = source.board.view["lead"]?.conflict else { return fact("lead") }
    let names = conflict.values.map { words($0, of: "lead") }
    return fact("lead", text: names.joined(separator: " ≠ "))
  }

  private var team: [String] { source.board.team.map { source.people.name($0) } }

  private func members(_ field: FieldName) -> [String] {
    (source.board.view[field]?.members ?? []).map { words($0.value, of: field) }
  }

  /// The open divergences of one field of an entity.
  func divergences(of entity: EntityID, _ field: FieldName) -> [[String: Any]] {
    (contents.divergences[entity] ?? []).filter { $0.field == field }.map(link)
  }

  private func scopeLine(_ line: AuditScopeTable.Line) -> [String: Any] {
    [
      "scopeAnchor": "scope-\(line.code)", "scopeCode": line.code, "scopeLabel": text(line.label),
      "scopeIn": line.isInScope.map { $0 ? say("audité", "audited") : say("hors périmètre", "out of scope") }
        ?? say("selon le cas", "if it applies"),
      "scopeReason": text(line.reason), "scopeRules": line.rules.map(\.description).joined(separator: ", "),
    ]
  }
}
