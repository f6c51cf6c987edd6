public import SchemeRules
public import SyncCore
import WorkingDays

/// A year of subcontracting against the cap of 80 % (R-QUAL-131 to R-QUAL-133).
public struct SubcontractingYear: Sendable {
  /// The calendar year.
  public let year: Int
  /// The EDOF turnover recorded; nil where nobody recorded one.
  public let turnover: EuroCents?
  /// What was subcontracted of the services the cap counts.
  public let subcontracted: EuroCents
  /// What the rule says.
  public let verdict: RuleVerdict

  /// The years in which a dossier has a subcontracted service or a recorded turnover, ascending; none before the cap.
  public static func all(in fold: StreamFold, settings: QualiopiSettings = .standard) -> [SubcontractingYear] {
    let services = SubcontractView.all(in: fold).map(\.service)
    let recorded =
      fold.standing(ofType: "dossier").first
      .flatMap { FactView("edofTurnover", of: $0, in: fold).value?.members }?.compactMap { Int($0.key) } ?? []
    let dated = services.compactMap { $0.dates[settings.capBasis]?.year }
    return Set(recorded + dated).sorted().compactMap { year in
      SubcontractingCap.figures(services, year: year, basis: settings.capBasis).map { figures in
        let turnover = SubcontractingCap.turnover(of: year, in: fold)
        return SubcontractingYear(
          year: year, turnover: turnover, subcontracted: figures.subcontracted,
          verdict: SubcontractingCap.verdict(services, year: year, turnover: turnover, basis: settings.capBasis))
      }
    }
  }
}
