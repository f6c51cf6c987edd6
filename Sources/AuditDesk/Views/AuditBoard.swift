import AuditModel
import AuditSchema
public import SchemeRules
public import SyncCore

/// One audit as its team and the office see it: the plan, the grid, the sheets, and who is done.
public struct AuditBoard: Sendable {
  /// One indicator or control point of the grid.
  public struct Item: Sendable {
    /// The entity.
    public let id: EntityID
    /// `17` or `CP-08`.
    public let code: String
    /// The grade shown.
    public let grade: String?
    /// Whether grades stand against each other.
    public let isDisputed: Bool
    /// The motive of the settling the grade comes from.
    public let motive: String?
    /// The comment shown.
    public let comment: String?
    /// The lack of evidence noted.
    public let lack: String?
    /// Grades that came after a freeze.
    public let late: [Write]
  }

  /// A word people type with the name behind it.
  public struct Named: Sendable {
    /// The word.
    public let key: String
    /// The name.
    public let name: String
  }

  /// The audit.
  public let id: EntityID
  /// The stream.
  public let stream: StreamID
  /// The audit's own fields.
  public let view: EntityView
  /// Where it stands, a moved date or a replaced lead counted; nil while nothing was asked and nothing begun.
  public let stage: QualiopiAuditState?
  /// Items with a grade or comment, in the order of codes.
  public let items: [Item]
  /// The sites.
  public let sites: [Named]
  /// The samples.
  public let samples: [Named]
  /// The auditors.
  public let team: [UserID]
  /// The indicators in scope; nil for a scheme without indicators or before planning.
  public let scope: [Int]?

  /// Reads an audit; nil when the stream holds none of that id.
  public init?(_ id: EntityID, in fold: StreamFold) {
    guard let view = fold.entity(id, schema: AuditSchema.current), view.life != .deleted else { return nil }
    self.id = id
    stream = fold.stream
    self.view = view
    stage = QualiopiAuditState.standing(of: id, in: fold)
    items = Self.items(of: id, in: fold)
    sites = Self.named(view["sites"], name: "name")
    samples = Self.named(view["samples"], name: "title")
    team = (view["team"]?.members ?? []).compactMap { $0.value.text.flatMap { UserID($0) } }
    scope = view.value("scope")?.elements?.compactMap { $0.number.map(Int.init) }
  }

  /// First and last day, `YYYY-MM-DD`.
  public var days: (first: String, last: String)? {
    guard let days = view.value("days"), let first = days["first"]?.text, let last = days["last"]?.text else {
      return nil
    }
    return (first, last)
  }

  /// The lead auditor, nil while disputed.
  public var lead: UserID? { view["lead"]?.conflict == nil ? view.text("lead").flatMap { UserID($0) } : nil }

  /// An item by code, graded or not.
  public func item(_ code: String) -> Item? { items.first { $0.code == code } }

  /// The items of an audit in a stream, indicators before control points.
  private static func items(of audit: EntityID, in fold: StreamFold) -> [Item] {
    let schema = AuditSchema.current
    let ids = (fold.standing(ofType: "audit/item") + fold.standing(ofType: "audit/point"))
      .filter { $0.isBelow(audit) }
    return ids.compactMap { id in
      guard let view = fold.entity(id, schema: schema) else { return nil }
      let grade = view["grade"]
      return Item(
        id: id, code: id.localName, grade: grade?.shown?.text, isDisputed: grade?.conflict != nil,
        motive: grade?.motive, comment: view.text("comment"), lack: view.text("lack"), late: grade?.late ?? [])
    }.sorted { left, right in
      switch (Int(left.code), Int(right.code)) {
      case (let a?, let b?): a < b
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): left.code < right.code
      }
    }
  }

  private static func named(_ field: FieldView?, name: String) -> [Named] {
    (field?.members ?? []).compactMap { member in
      guard let key = member.value["key"]?.text else { return nil }
      return Named(key: key, name: member.value[name]?.text ?? key)
    }
  }
}
