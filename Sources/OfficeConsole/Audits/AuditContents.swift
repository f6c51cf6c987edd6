import AuditDesk
import AuditModel
import AuditSchema
import SyncCore

/// What stands below an audit, each entity viewed once and filed under the item it speaks of: a page of 200 observations
/// looks nothing up twice.
struct AuditContents: Sendable {
  /// Grades and comments by code.
  let items: [String: EntityView]
  /// By the indicator each names, in the order of sites and samples.
  let observations: [String: [EntityView]]
  /// By each indicator it proves.
  let evidence: [String: [EntityView]]
  /// Evidence that names no indicator.
  let looseEvidence: [EntityView]
  let sheets: [AuditSheet: EntityView]
  /// Open divergences by entity; those of the audit itself among them.
  let divergences: [EntityID: [Divergence]]
  /// Writes that came after a freeze, in display order.
  let late: [LateWrite]

  /// A write outside a freeze, with its place.
  struct LateWrite: Sendable {
    let entity: EntityID
    let field: FieldName
    let write: Write
  }

  init(_ source: AuditSource) {
    let (board, fold) = (source.board, source.fold)
    func views(_ type: String) -> [EntityView] {
      fold.standing(ofType: type).filter { $0.isBelow(board.id) }
        .compactMap { fold.entity($0, schema: AuditSchema.current) }
    }
    let graded = views("audit/item") + views("audit/point")
    let observed = Self.inOrder(views("audit/observation"), of: board)
    let proofs = views("audit/evidence")
    let meetings = views("audit/sheet")

    items = Dictionary(graded.map { ($0.id.localName, $0) }, uniquingKeysWith: { first, _ in first })
    observations = Dictionary(grouping: observed, by: Self.code)
    var filed: [String: [EntityView]] = [:]
    var loose: [EntityView] = []
    for proof in proofs {
      let codes = Self.codes(proof["indicators"])
      if codes.isEmpty { loose.append(proof) }
      for code in codes { filed[code, default: []].append(proof) }
    }
    evidence = filed
    looseEvidence = loose
    sheets = Dictionary(
      meetings.compactMap { view in AuditSheet(rawValue: view.id.localName).map { ($0, view) } },
      uniquingKeysWith: { first, _ in first })
    divergences = Dictionary(
      grouping: Divergence.all(in: fold, reader: source.reader)
        .filter { $0.entity == board.id || $0.entity.isBelow(board.id) }, by: \.entity)
    late = ([board.view] + graded + observed + proofs + meetings).flatMap { view in
      view.fields.flatMap { field, held in held.late.map { LateWrite(entity: view.id, field: field, write: $0) } }
    }.sorted { $0.write.order < $1.write.order }
  }

  /// The codes an evidence names, numbers or texts.
  static func codes(_ field: FieldView?) -> [String] {
    (field?.members ?? []).compactMap { $0.value.number.map(String.init) ?? $0.value.text }
  }

  /// The item an observation speaks of: what it says, else the first word of its id.
  private static func code(_ observation: EntityView) -> String {
    observation.text("indicator")
      ?? observation.id.localName.split(separator: ".").first.map(String.init) ?? observation.id.localName
  }

  private static func inOrder(_ views: [EntityView], of board: AuditBoard) -> [EntityView] {
    func places(_ named: [AuditBoard.Named]) -> [String: Int] {
      Dictionary(named.enumerated().map { ($1.key, $0) }, uniquingKeysWith: min)
    }
    let (sites, samples) = (places(board.sites), places(board.samples))
    return views.map { view in
      (
        view, sites[view.text("site") ?? ""] ?? sites.count, samples[view.text("sample") ?? ""] ?? samples.count
      )
    }.sorted { ($0.1, $0.2, $0.0.id) < ($1.1, $1.2, $1.0.id) }.map(\.0)
  }
}
