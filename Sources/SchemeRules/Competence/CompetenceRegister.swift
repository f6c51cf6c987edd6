public import AuditModel
import AuditSchema
public import SyncCore
public import WorkingDays

/// What a person may be named or decide for, and from when to when (R-ROLE-22).
public struct Competence: Sendable, Hashable {
  /// The two functions a competence is recorded for.
  public static let roles: [Role] = [.auditor, .decider]

  /// The entry.
  public let id: EntityID
  /// The person's opaque id.
  public let person: String?
  /// The function: auditor or decision expert.
  public let role: Role?
  /// The categories of actions.
  public let categories: Set<ActionCategory>
  /// The first day; nil where nobody wrote it, and then it is not in force.
  public let from: CivilDate?
  /// The last day; nil for no end.
  public let until: CivilDate?
  /// Whether two people wrote it differently: nothing rests on it until settled.
  public let isInConflict: Bool

  /// Whether it is in force on a day, both ends included.
  public func isInForce(on day: CivilDate) -> Bool {
    !isInConflict && (from.map { $0 <= day } ?? false) && (until.map { day <= $0 } ?? true)
  }
}

/// The competences of a certifier's people, read from the directory.
public struct CompetenceRegister: Sendable {
  /// All entries, ascending by id.
  public let entries: [Competence]

  /// Reads the directory.
  public init(_ directory: StreamFold) {
    entries = directory.standing(ofType: "competence").map { Competence($0, in: directory) }
  }

  /// The categories a person has no competence in force for on a day.
  ///
  /// With `competencePerCategory` off, any competence of the function stands for all of them.
  public func lacking(
    _ categories: Set<ActionCategory>, person: String, role: Role, on day: CivilDate, settings: QualiopiSettings
  ) -> Set<ActionCategory> {
    guard RuleSwitches.isOn("R-ROLE-22") else { return [] }
    let held = entries.filter {
      $0.role == role && $0.isInForce(on: day) && ($0.person?.utf8.elementsEqual(person.utf8) ?? false)
    }
    guard settings.competencePerCategory else { return held.isEmpty ? categories : [] }
    return held.reduce(categories) { $0.subtracting($1.categories) }
  }
}

extension Competence {
  init(_ id: EntityID, in fold: StreamFold) {
    let reading = FieldReading(fold: fold, entity: id)
    let period = reading.view("period")?.shown
    let fields: [FieldName] = ["person", "role", "categories", "period"]
    self.init(
      id: id, person: reading.text("person"), role: reading.text("role").flatMap(Role.init(rawValue:)),
      categories: Set(
        (reading.view("categories")?.shown?.elements ?? []).compactMap {
          $0.text.flatMap(ActionCategory.init(rawValue:))
        }
      ),
      from: period?["from"]?.text.flatMap { CivilDate($0) }, until: period?["until"]?.text.flatMap { CivilDate($0) },
      isInConflict: fields.contains { reading.view($0)?.conflict != nil })
  }
}
