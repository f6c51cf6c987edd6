public import SchemeRules
public import SyncCore

/// A subcontract as a dossier holds it, with what the rules say of it (R-QUAL-126 to R-QUAL-135).
public struct SubcontractView: Sendable {
  /// The entity.
  public let id: EntityID
  /// The subcontractor, as written.
  public let party: String
  /// What it entrusts.
  public let contract: Subcontract
  /// What the cap counts of it.
  public let service: SubcontractingCap.Service
  /// The rules not met, in the order of the check.
  public let breaches: [RuleReason]

  /// Reads one; nil while nobody wrote its terms.
  public init?(_ id: EntityID, in fold: StreamFold) {
    guard let contract = Subcontract(id, in: fold), let service = SubcontractingCap.Service(id, in: fold) else {
      return nil
    }
    self.id = id
    party = FactView("party", of: id, in: fold).value?.text ?? "—"
    self.contract = contract
    self.service = service
    breaches = SubcontractCheck.judge(contract).reasons
  }

  /// Those of a dossier, by the day their mission was accepted.
  public static func all(in fold: StreamFold) -> [SubcontractView] {
    fold.standing(ofType: "subcontract").compactMap { SubcontractView($0, in: fold) }
      .sorted { ($0.contract.acceptedOn, $0.id) < ($1.contract.acceptedOn, $1.id) }
  }
}
