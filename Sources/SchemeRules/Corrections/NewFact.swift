public import SyncCore
public import WorkingDays

/// A fact known now that a decision or an automatic effect did not rest on.
public struct NewFact: Sendable, Hashable {
  /// Where the fact was written.
  public struct Source: Sendable, Hashable {
    /// The entity.
    public let entity: EntityID
    /// The field.
    public let field: FieldName
    /// What was written.
    public let value: JSONValue
    /// The change.
    public let change: ChangeID
    /// Who wrote it.
    public let by: UserID
    /// When, by the writer's clock, milliseconds since 1970 UTC.
    public let time: Int64

    init(_ entity: EntityID, _ field: FieldName, _ write: Write) {
      self.entity = entity
      self.field = field
      value = write.value
      change = write.id
      by = write.by
      time = write.time
    }

    /// What a change added to a set; nil when it added nothing.
    init?(_ entity: EntityID, _ field: FieldName, added change: ChangeID, in fold: StreamFold) {
      guard let write = fold.entities[entity]?.fields[field]?.additions(of: change).first else { return nil }
      self.init(entity, field, write)
    }
  }

  /// What a correction names it by: the change that holds it, or the reason it gives.
  public let citation: String
  /// The writes it was read from; empty where it is a reason that no single write explains.
  public let sources: [Source]
  /// The day it counts from, such as the day evidence was received.
  public let day: CivilDate?
  /// The rule that is not met on the facts of now; nil where the fact speaks for itself.
  public let reason: RuleReason?

  init(_ source: Source, day: CivilDate? = nil) {
    citation = source.change.description
    sources = [source]
    self.day = day
    reason = nil
  }

  /// A reason is the same fact as long as it looks at the same things.
  init(_ reason: RuleReason, sources: [Source]) {
    let facts = reason.facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.joined(separator: ","))" }
    citation = (["\(reason.rule)", reason.code] + facts).joined(separator: ":")
    self.sources = sources
    day = nil
    self.reason = reason
  }
}
