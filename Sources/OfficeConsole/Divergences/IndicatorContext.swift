import AuditDesk
import AuditModel
import AuditSchema
import SyncCore

/// What was recorded around one indicator of an audit: the comments and observations that explain a value, and the
/// evidence linked to it.
struct IndicatorContext {
  private static let shownMax = 12
  private static let textMax = 280

  private let fold: StreamFold
  private let entity: EntityID
  private let field: FieldName
  private let audit: EntityID
  /// The indicator's number or the control point's code; nil for what belongs to none.
  private let code: String?

  /// Nil for what belongs to no audit.
  init?(_ entity: EntityID, _ field: FieldName, in fold: StreamFold) {
    guard let audit = ([entity] + entity.ancestors).first(where: { $0.typePath == "audit" }) else { return nil }
    self.fold = fold
    self.entity = entity
    self.field = field
    self.audit = audit
    code =
      switch entity.typePath {
      case "audit/item", "audit/point": entity.localName
      case "audit/observation": Self.indicator(of: entity, in: fold)
      default: nil
      }
  }

  private static func indicator(of observation: EntityID, in fold: StreamFold) -> String? {
    fold.field("indicator", of: observation, schema: AuditSchema.current)?.shown?.text
      ?? observation.localName.split(separator: ".").first.map(String.init)
  }

  /// The last comment each of these people wrote on the same indicator.
  func comments(_ reading: DivergenceReading, by authors: Set<UserID>) throws -> [OpenDivergence.Note] {
    guard field == "grade", let history = fold.entities[entity]?.fields["comment"] else { return [] }
    let label = reading.people.phrasing.say("Commentaire", "Comment")
    return try authors.sorted().compactMap { author in
      let last = history.writes.values.filter { $0.by == author }.max { $0.order < $1.order }
      guard let last, let text = last.value.text, !text.isEmpty else { return nil }
      return OpenDivergence.Note(
        label: label, text: Self.short(text), attribution: try reading.attribution(last))
    }
  }

  /// The observations of the same indicator whose last writer passes the filter.
  func observations(_ reading: DivergenceReading, by isMeant: (UserID) -> Bool) throws -> [OpenDivergence.Note] {
    guard let code, field == "grade" || field == "comment" else { return [] }
    let schema = AuditSchema.current
    let ids = fold.standing(ofType: "audit/observation").filter {
      $0.isBelow(audit) && Self.indicator(of: $0, in: fold) == code
    }
    // Sites and samples are named by a word of the plan; people know them by their names.
    let board = AuditBoard(audit, in: fold)
    let named = ((board?.sites ?? []) + (board?.samples ?? [])).map { ($0.key, $0.name) }
    let names = Dictionary(named) { first, _ in first }
    return try ids.compactMap { id -> OpenDivergence.Note? in
      guard let text = fold.field("text", of: id, schema: schema), let shown = text.shown?.text,
        let last = text.heads.last, isMeant(last.by)
      else { return nil }
      let place = ["site", "sample"].compactMap { fold.field($0, of: id, schema: schema)?.shown?.text }
        .map { names[$0] ?? $0 }
      let label = ([reading.people.phrasing.say("Constat", "Observation")] + place).joined(separator: ", ")
      return OpenDivergence.Note(label: label, text: Self.short(shown), attribution: try reading.attribution(last))
    }.prefix(Self.shownMax).map(\.self)
  }

  /// The evidence of the same indicator; for a field of a piece of evidence, that piece.
  func evidence(_ reading: DivergenceReading) throws -> [OpenDivergence.EvidenceLine] {
    let schema = AuditSchema.current
    let number = code.flatMap { Int64($0) }
    let ids = fold.standing(ofType: "audit/evidence").filter { id in
      guard id != entity else { return true }
      guard let number, id.isBelow(audit) else { return false }
      let members = fold.field("indicators", of: id, schema: schema)?.members ?? []
      return members.contains { $0.value == .integer(number) }
    }
    return try ids.prefix(Self.shownMax).map { id in
      func field(_ name: FieldName) -> FieldView? { fold.field(name, of: id, schema: schema) }
      return OpenDivergence.EvidenceLine(
        title: field("title")?.shown?.text ?? reading.people.phrasing.say("sans titre", "untitled"),
        dated: field("dated")?.shown?.text.map { reading.people.phrasing.day($0) },
        standing: EvidenceStanding(held: field("held")?.shown?.text).words.text(in: reading.people.phrasing.language),
        attribution: try field("title")?.heads.last.map(reading.attribution))
    }
  }

  /// Enough to recognise a text by; the whole stands on the audit's page.
  static func short(_ text: String, _ countMax: Int = textMax) -> String {
    text.count <= countMax ? text : text.prefix(countMax - 1) + "…"
  }
}
