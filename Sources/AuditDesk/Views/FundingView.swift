public import SchemeRules
public import SyncCore
public import WorkingDays

/// What a dossier shows of those who fund training (R-QUAL-136 to R-QUAL-140); funders decide, not the certifier
/// (R-QUAL-111).
public struct FundingView: Sendable {
  /// The eight conditions of Mon Compte Formation, in the order of the list.
  public let conditions: [RuleVerdict]
  /// The eligible trainings recorded.
  public let trainings: [EligibleTraining]
  /// What certified bodies are told of the other funders, as far as it holds on the day.
  public let notes: [FunderNote]

  /// Reads what is recorded of a dossier.
  /// - Parameter day: the day it is shown for.
  public init(_ fold: StreamFold, on day: CivilDate) {
    let facts = MonCompteFormationAccess.Facts(in: fold)
    conditions = MonCompteFormationAccess.verdicts(facts, on: day)
    trainings = EligibleTraining.allCases.filter(facts.trainings.contains)
    notes = FunderNote.allCases.filter { note in note.since.map { $0 <= day } ?? true }
  }

  /// The conditions not met.
  public var gaps: [RuleReason] { conditions.compactMap(\.reason) }
}
