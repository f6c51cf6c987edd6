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

  /// The reason a citation gives; nil for one that names a change.
  public static func reason(citedAs citation: String) -> RuleReason? {
    let parts = citation.split(separator: ":").map(String.init)
    guard parts.count >= 2, let rule = RuleID(parts[0]) else { return nil }
    let facts = parts.dropFirst(2).compactMap { part -> (String, [String])? in
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return halves.count == 2 ? (halves[0], halves[1].split(separator: ",").map(String.init)) : nil
    }
    return RuleReason(rule: rule, code: parts[1], facts: Dictionary(facts, uniquingKeysWith: { first, _ in first }))
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
