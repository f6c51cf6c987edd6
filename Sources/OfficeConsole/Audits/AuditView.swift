import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// One audit ready to be shown in one language: what was taken from the reading, filed and cut to a length one reads.
struct AuditView: Sendable {
  let source: AuditSource
  let contents: AuditContents
  let grid: AuditGrid
  let scope: AuditScopeTable
  let cap: ListCap
  let phrasing: Phrasing
  let siteNames: [String: String]
  let sampleNames: [String: String]

  init(_ source: AuditSource, _ phrasing: Phrasing, showsAll: Bool) {
    self.source = source
    self.phrasing = phrasing
    contents = AuditContents(source)
    grid = AuditGrid(source, contents)
    scope = AuditScopeTable(source)
    let interviews = source.board.view["interviews"]?.entries.count ?? 0
    cap = ListCap(lineCount: contents.lineCount + interviews, showsAll: showsAll)
    siteNames = Self.names(source.board.sites)
    sampleNames = Self.names(source.board.samples)
  }

  var titles: Titles { Titles(phrasing: phrasing) }

  var path: String { ConsolePath.audit(source.stream, source.board.id) }

  /// `Audit de surveillance, du 12 mai 2026 au 13 mai 2026`.
  var title: String {
    let text = titles.audit(source.board)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Where the audit stands in its life; nil for a scheme without such states, or before any.
  var stage: QualiopiAuditState? {
    source.scheme == .qualiopi ? source.board.stage : nil
  }

  var isFrozen: Bool { source.board.view.frozenAt != nil }

  // MARK: words

  func say(_ fr: String, _ en: String) -> String { phrasing.say(phrasing.language == .french ? spaced(fr) : fr, en) }

  func text(_ words: LocalizedText) -> String { say(words.fr, words.en) }

  /// A sentence of the rules, with its spaces.
  func spaced(_ text: String) -> String {
    phrasing.language == .french ? FrenchTypography.spaced(text) : text
  }

  func site(_ key: String?) -> String { key.map { siteNames[$0] ?? $0 } ?? "—" }
  func sample(_ key: String?) -> String { key.map { sampleNames[$0] ?? $0 } ?? "—" }

  private static func names(_ named: [AuditBoard.Named]) -> [String: String] {
    Dictionary(named.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: values shared by the parts of the page

  /// The open divergences of an entity as links.
  func divergences(of entity: EntityID) -> [[String: Any]] {
    (contents.divergences[entity] ?? []).map(link)
  }

  /// `indicateur 17 — Moyens humains : cotation`.
  func place(_ entity: EntityID, _ field: FieldName?) -> String {
    let entityTitle = entity.typePath == "audit" ? nil : titles.entity(entity)
    guard let field else {
      return (entityTitle ?? say("audit", "audit")) + say(" : suppression", ": deletion")
    }
    let fieldTitle = titles.field(field, of: entity)
    return entityTitle.map { $0 + say(" : ", ": ") + fieldTitle } ?? fieldTitle
  }

  /// The link to what a list leaves out; `false` when it leaves out nothing.
  func more(_ count: Int, _ anchor: String) -> Any {
    guard count > 0 else { return false }
    return [
      "moreWords": count == 1 ? say("1 autre", "1 more") : say("\(count) autres", "\(count) more"),
      "morePath": "\(path)?all=1#\(anchor)",
    ]
  }
}

extension AuditContents {
  /// The lines of all lists of the page.
  var lineCount: Int {
    observations.values.reduce(0) { $0 + $1.count } + evidence.values.reduce(0) { $0 + $1.count }
      + looseEvidence.count + late.count
  }
}
