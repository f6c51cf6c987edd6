public import AuditModel
public import WorkingDays

/// A version of a scheme's rules: an audit is pinned to the one in force when it was planned (R-TIME-19).
///
/// The certifier's own readings go with it: an act on an audit is judged by those in force on its first day, a delay by
/// those in force at its trigger (`ActContext.pinned(to:)`, `ActContext.due`).
public struct RulePack: Sendable, Hashable {
  /// The name kept in audits and rulings, such as `qualiopi-2026-01`.
  public let name: String
  /// The scheme.
  public let scheme: Scheme
  /// The first day it is in force.
  public let effectiveFrom: CivilDate

  /// Every pack this version knows, oldest first within a scheme.
  public static let all: [RulePack] = [
    RulePack("qualiopi-2026-01", .qualiopi, year: 2026, month: 1),
    RulePack("certifiag-2026-01", .certifIAG, year: 2026, month: 1),
  ]

  /// The pack of a name, or nil when this version does not know it.
  public static func named(_ name: String) -> RulePack? {
    all.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The pack of a scheme in force on a day, or nil before the first.
  public static func inForce(_ scheme: Scheme, on day: CivilDate) -> RulePack? {
    all.last { $0.scheme == scheme && ($0.effectiveFrom <= day || !RuleSwitches.isOn("R-TIME-19")) }
  }

  private init(_ name: String, _ scheme: Scheme, year: Int, month: Int) {
    guard let day = CivilDate(year: year, month: month, day: 1) else { preconditionFailure("\(name) has no such day") }
    self.name = name
    self.scheme = scheme
    effectiveFrom = day
  }
}
