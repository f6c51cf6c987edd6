import AuditModel
import AuditSchema
public import SyncCore

extension QualiopiDecisionFacts {
  /// Reads a decision and the audit it is about from the dossier.
  ///
  /// The register of competences and the conditions of the audit are not recorded yet, so what they would say stays
  /// undetermined.
  public init(decision: EntityID, in fold: StreamFold, actor: ActActor) {
    let reading = FieldReading(fold: fold, entity: decision)
    // A decision that names no audit is judged against an audit nobody planned: nothing of it is met.
    let audit = reading.text("audit").flatMap { EntityID($0) } ?? decision
    self.init(
      audit: QualiopiAuditFacts(audit: audit, in: fold, requester: actor.user, roles: actor.roles),
      outcome: reading.reading("outcome") { $0.text.flatMap(DecisionOutcome.init(rawValue:)) },
      motive: reading.reading("motive", \.text),
      nonConformities: Self.raised(by: audit, in: fold),
      categoriesWithoutCompetence: nil, irregularities: nil)
  }

  private static func raised(by audit: EntityID, in fold: StreamFold) -> [NonConformity] {
    fold.standing(ofType: "nonconformity").compactMap { id in
      let reading = FieldReading(fold: fold, entity: id)
      guard reading.text("origin") == audit.description,
        let grade = reading.text("grade").flatMap(QualiopiGrade.init(rawValue:))
      else { return nil }
      return NonConformity(
        reading.view("indicator")?.shown?.number.flatMap { QualiopiIndicator(Int($0)) }, grade,
        state: reading.text("stage").flatMap(QualiopiNonConformityState.init(rawValue:)) ?? .raised,
        hasPlan: reading.text("plan") != nil)
    }
  }
}
