import AuditSchema
public import SyncCore
public import WorkingDays

/// A correction that stands: what it took up again, on which facts, and what came of it.
public struct AcceptedCorrection: Sendable, Hashable {
  /// The entity.
  public let id: EntityID
  /// The key of what it corrects (`Reopening.Subject.key`).
  public let of: String
  /// The facts it cites.
  public let facts: [String]
  /// Maintained or replaced.
  public let outcome: CorrectionOutcome?
  /// The state that replaces; nil where it maintains.
  public let standing: String?
  /// From when it counts.
  public let from: CivilDate?
  /// Why.
  public let motive: String?
  /// Who recorded it.
  public let by: UserID
  /// The day of its ruling.
  public let day: CivilDate

  /// The corrections of a dossier, ascending by the change that accepted them.
  public static func all(in fold: StreamFold) -> [AcceptedCorrection] {
    fold.standing(ofType: "correction").flatMap { id -> [(ChangeID, AcceptedCorrection)] in
      let reading = FieldReading(fold: fold, entity: id)
      guard let requests = fold.entities[id]?.requests.values, let of = reading.text("of") else { return [] }
      return requests.compactMap { request in
        guard request.act == "correction.record", let ruling = request.acceptance(in: fold) else { return nil }
        return (
          ruling.id,
          AcceptedCorrection(
            id: id, of: of, facts: cited(reading),
            outcome: reading.text("outcome").flatMap(CorrectionOutcome.init(rawValue:)),
            standing: reading.text("standing"), from: reading.text("from").flatMap { CivilDate($0) },
            motive: reading.text("motive"), by: request.by, day: ruling.day)
        )
      }
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The facts answered, by what was corrected.
  static func answers(in fold: StreamFold) -> [String: Set<String>] {
    all(in: fold).reduce(into: [:]) { $0[$1.of, default: []].formUnion($1.facts) }
  }

  /// What a correction cites, accepted or asked for.
  static func cited(_ reading: FieldReading) -> [String] {
    let fact = reading.view("fact")?.shown
    return fact?.elements?.compactMap(\.text) ?? fact?.text.map { [$0] } ?? []
  }
}
