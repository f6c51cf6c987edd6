import AuditModel
import SyncCore

/// The non-conformities from before an audit, and which of their minors that audit requalified.
struct EarlierMinors {
  /// A minor the audit requalified, with where it stood before.
  struct Requalified {
    let facts: NonConformityFacts
    let stateBefore: QualiopiNonConformityState

    /// As the audit met it.
    var asMet: PreviousNonConformity? {
      facts.indicator.flatMap { PreviousNonConformity($0, .minor, state: stateBefore, raisedOn: facts.clock?.start) }
    }
  }

  let all: [NonConformityFacts]
  let requalifiedHere: [Requalified]

  init(of audit: EntityID, _ reading: NonConformityReading, in fold: StreamFold) {
    let earlier = EarlierNonConformities(of: audit, in: fold)
    all = reading.all.filter { earlier.contains($0.entity) }
    requalifiedHere = all.compactMap { Self.requalified($0, by: audit, in: fold) }
  }

  /// The change that requalified it wrote the grade of the major that stands in its place.
  private static func requalified(
    _ facts: NonConformityFacts, by audit: EntityID, in fold: StreamFold
  ) -> Requalified? {
    guard facts.state == .requalified, facts.grade.value == .minor, let indicator = facts.indicator,
      let move = FieldReading(fold: fold, entity: facts.entity).view("stage")?.heads.last,
      let history = fold.entities[facts.entity]?.fields["stage"],
      let major = fold.entities[AuditNames.nonConformity(audit, indicator.number)]?.fields["grade"],
      major.writes[move.id] != nil
    else { return nil }
    let before = move.over.last.flatMap { history.writes[$0]?.value.text }
    return Requalified(
      facts: facts, stateBefore: before.flatMap(QualiopiNonConformityState.init(rawValue:)) ?? .raised)
  }
}
