import SyncCore
import WorkingDays

/// What a contract says of money: the day it was quoted, its price of a day, its durations, its cycle.
struct BilledContract {
  let quotedOn: CivilDate?
  let dayPrice: EuroCents?
  /// What tells one certification cycle from another: the cycle written, else the contract itself.
  let cycle: JSONValue
  private let durations: JSONValue?
  /// Fields that two people wrote differently.
  let conflicts: [String]

  /// The contract an audit names, else the last one quoted; nil where the dossier holds none.
  init?(of audit: EntityID, in fold: StreamFold) {
    let named = FieldReading(fold: fold, entity: audit).text("contract").flatMap { EntityID($0) }
    let all = fold.standing(ofType: "contract").sorted()
    let last = all.max { first, second in
      let days = [first, second].map { FieldReading(fold: fold, entity: $0).text("quotedOn") ?? "" }
      return days[0].utf8.lexicographicallyPrecedes(days[1].utf8)
    }
    guard let contract = named.flatMap({ all.contains($0) ? $0 : nil }) ?? last else { return nil }
    let reading = FieldReading(fold: fold, entity: contract)
    quotedOn = reading.text("quotedOn").flatMap { CivilDate($0) }
    dayPrice = reading.view("dayPriceCents")?.shown?.number.flatMap(EuroCents.init(cents:))
    cycle = reading.view("cycle")?.shown ?? .string(contract.description)
    durations = reading.view("durations")?.shown
    conflicts = (["quotedOn", "dayPriceCents", "durations", "cycle"] as [FieldName])
      .filter { reading.view($0)?.conflict != nil }.map(\.description)
  }

  /// How long an audit of a kind lasts.
  func duration(_ kind: QualiopiAuditKind) -> AuditDuration? {
    durations?[kind.rawValue]?.number.flatMap { Int(exactly: $0) }.flatMap(AuditDuration.init(halfDays:))
  }

  /// The tariff it was quoted under, with its own price of a day (R-TIME-19, R-QUAL-112); a quote older than any tariff
  /// known takes the one of the audit.
  func tariff(auditedOn day: CivilDate?) -> QualiopiTariff? {
    let tariff = quotedOn.flatMap(QualiopiTariff.inForce) ?? day.flatMap(QualiopiTariff.inForce)
    guard let tariff, let dayPrice, dayPrice != tariff[.auditDay] else { return tariff }
    return tariff.replacingDayPrice(with: dayPrice, under: nil)
  }
}
