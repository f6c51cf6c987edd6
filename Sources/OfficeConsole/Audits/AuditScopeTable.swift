import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore

/// Why each indicator or control point is looked at, or not: what the rules say beside what the plan records.
struct AuditScopeTable: Sendable {
  struct Line: Sendable {
    let code: String
    let label: LocalizedText
    /// Whether the audit looks at it; nil where nobody recorded it.
    let isInScope: Bool?
    let reason: LocalizedText
    let rules: [RuleID]
  }

  let lines: [Line]

  init(_ source: AuditSource) {
    switch source.scheme {
    case .qualiopi: lines = Self.indicators(source)
    case .certifIAG: lines = ControlPoint.all.map(Self.line)
    case .cleaNumerique, nil: lines = []
    }
  }

  private static func indicators(_ source: AuditSource) -> [Line] {
    guard let kind = source.board.view.text("kind").flatMap(QualiopiAuditKind.init(rawValue:)),
      let dossier = Titles.key(of: source.stream).flatMap({ AuditNames.dossier($0) })
    else { return [] }
    let recorded = source.board.scope.map { Set($0.compactMap { QualiopiIndicator($0) }) }
    let scope = AuditPreparation(
      fold: source.fold, dossier: dossier, kind: kind, added: recorded ?? [], audit: source.board.id
    ).scope
    return scope.entries.map { entry in
      let isInScope = recorded.map { $0.contains(entry.indicator) }
      return Line(
        code: entry.indicator.description, label: entry.indicator.info.label, isInScope: isInScope,
        reason: reason(entry, isRecorded: isInScope), rules: [entry.rule])
    }
  }

  /// The rules' reason, and that the plan says otherwise where it does.
  static func reason(_ entry: AuditScope.Entry, isRecorded: Bool?) -> LocalizedText {
    let words = entry.reason.words
    switch (isRecorded, entry.isInScope) {
    case (true, false):
      return LocalizedText(
        fr: "inscrit au plan, alors que les règles l'écartent : \(words.fr)",
        en: "in the plan, though the rules leave it out: \(words.en)")
    case (false, true):
      return LocalizedText(
        fr: "absent du plan, alors que les règles le retiennent : \(words.fr)",
        en: "not in the plan, though the rules ask for it: \(words.en)")
    default: return words
    }
  }

  private static func line(_ point: ControlPoint) -> Line {
    let reason =
      switch point.condition {
      case .always: LocalizedText(fr: "toujours contrôlé", en: "always checked")
      case .ifRemote: LocalizedText(fr: "si la formation est à distance", en: "if the training is remote")
      case .ifCPF: LocalizedText(fr: "si l'organisme vend par le CPF", en: "if the body sells through the CPF")
      }
    return Line(
      code: point.code, label: point.label, isInScope: point.condition == .always ? true : nil, reason: reason,
      rules: point.rules)
  }
}
