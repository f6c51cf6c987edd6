import AuditModel
public import AuditSchema
public import SyncCore

/// Where an intention becomes steps: the state shown, who writes, and which heads their screen displayed.
///
/// Pure: the store hands in what it read in the transaction that will hold the change.
public struct CaptureDesk {
  /// The stream as the device holds it.
  public let fold: StreamFold
  /// The author.
  public let author: WriteAuthor
  /// What the device holds of the stream: what a request says it had seen.
  public let seen: SeenVector
  /// The digest of the state the author's screen showed: what a decision is bound to (DESIGN §5).
  public var stateShown: Digest { rendered ?? fold.stateDigest(schema: schema) }
  private let rendered: Digest?
  private let shown: (FieldName, EntityID) -> [ChangeID]
  private let newEntity: (String, Int) -> EntityID
  private let schema = AuditSchema.current

  /// Creates a desk.
  /// - Parameters:
  ///   - shown: the heads this device displayed of a field, whether still heads or not.
  ///   - rendered: the state a page rendered earlier; nil where the screen shows `fold` itself.
  ///   - newEntity: a fresh id for a type word and a number that differs within one change.
  public init(
    fold: StreamFold, author: WriteAuthor, seen: SeenVector, rendered: Digest? = nil,
    shown: @escaping (FieldName, EntityID) -> [ChangeID],
    newEntity: @escaping (String, Int) -> EntityID
  ) {
    self.fold = fold
    self.author = author
    self.seen = seen
    self.rendered = rendered
    self.shown = shown
    self.newEntity = newEntity
  }

  /// A fresh entity id.
  public func fresh(_ type: String, _ number: Int = 1) -> EntityID { newEntity(type, number) }

  /// A write of a register that names the author's own heads and those the screen displayed (DESIGN §4).
  ///
  /// Someone not entitled to settle names their own heads only, so the write joins as an alternative (DESIGN §5); with
  /// a motive, the write is a settling and names all that was displayed.
  public func write(_ field: FieldName, on entity: EntityID, _ value: JSONValue, motive: String? = nil) -> Operation {
    .set(field, on: entity, to: value, over: over(field, on: entity), motive: motive)
  }

  /// A write only where it says something new: nil when the field already shows the value, undisputed.
  public func writeIfNew(_ field: FieldName, on entity: EntityID, _ value: JSONValue) -> Operation? {
    if let view = fold.field(field, of: entity, schema: schema), view.conflict == nil, view.shown == value {
      return nil
    }
    return write(field, on: entity, value)
  }

  /// The value a field shows; nil where nobody wrote it.
  public func shown(_ field: FieldName, of entity: EntityID) -> JSONValue? {
    fold.field(field, of: entity, schema: schema)?.shown
  }

  /// An addition to a set, unless the value is there.
  public func add(_ field: FieldName, on entity: EntityID, _ value: JSONValue) -> Operation? {
    let members = fold.field(field, of: entity, schema: schema)?.members ?? []
    return members.contains { $0.value == value } ? nil : .add(field, on: entity, value: value)
  }

  /// The dossier's one entity; nil outside a dossier.
  var dossier: EntityID? {
    guard case .dossier(_, let key) = fold.stream.family else { return nil }
    return AuditNames.dossier(key)
  }

  /// An object field with members said anew; the others stay as shown.
  func merged(_ field: FieldName, of entity: EntityID, _ members: [(String, JSONValue)]) -> JSONValue {
    let kept = (shown(field, of: entity)?.members ?? []).filter { member in
      !members.contains { $0.0.utf8.elementsEqual(member.key.utf8) }
    }
    return .sorted(kept.map { ($0.key, $0.value) } + members)
  }

  /// A request of an act, with what the asker has seen.
  public func request(_ act: ActName, on entity: EntityID) -> Operation { .request(act, on: entity, seen: seen) }

  private func over(_ field: FieldName, on entity: EntityID) -> [ChangeID] {
    guard let view = fold.field(field, of: entity, schema: schema) else { return [] }
    let displayed = Set(shown(field, entity))
    let named = view.heads.filter { $0.by == author.user || displayed.contains($0.id) }
    let right = schema.rule(of: field, in: entity.typePath)?.settlers ?? .none
    let settles = Set(named.map(\.value)).count > 1 && named.contains { $0.by != author.user }
    if settles, !schema.maySettle(right, of: entity, named: named, author: author, fold: fold) {
      return named.filter { $0.by == author.user }.map(\.id).sorted()
    }
    return named.map(\.id).sorted()
  }
}
