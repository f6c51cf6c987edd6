public import SyncCore

/// The gravity of grades, gravest first (R-QUAL-141, RULEBOOK §2.4).
public enum Rankings {
  /// Grades of a Qualiopi indicator.
  public static let qualiopiGrade = Ranking(gravestFirst: [
    "major", "minor", "conform", "not-applicable", "not-audited",
  ])
  /// Grades of a CertifIAG control point.
  public static let certifIAGGrade = Ranking(gravestFirst: ["serious-gap", "gap", "conform", "not-applicable"])
}
