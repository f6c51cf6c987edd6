public import SyncCore
import WorkingDays

extension Subcontract {
  /// Reads a subcontract of a dossier; nil while nobody wrote its terms.
  ///
  /// What is not recorded is not assumed in anybody's favour: a flag nobody wrote counts as no.
  public init?(_ id: EntityID, in fold: StreamFold) {
    let reading = FieldReading(fold: fold, entity: id)
    guard let terms = reading.view("terms")?.shown, let accepted = terms.day("accepted") else { return nil }
    self.init(
      isWritten: terms.flag("written"),
      items: Set(reading.texts("items").compactMap(SubcontractItem.init(rawValue:))), isCPF: terms.flag("cpf"),
      certifyingShare: terms["share"]?.text.flatMap(Share.init(rawValue:)),
      isOfSubcontractor: terms.flag("of-subcontractor"), acceptedOn: accepted,
      subcontractor: Subcontractor(reading.view("standing")?.shown ?? .null))
  }
}

extension SubcontractingCap.Service {
  /// Reads what a subcontract takes of the cap; its price counts in the turnover recorded of the year, not here.
  public init?(_ id: EntityID, in fold: StreamFold) {
    guard let terms = FieldReading(fold: fold, entity: id).view("terms")?.shown else { return nil }
    let dates = SubcontractingCap.Basis.allCases.compactMap { basis in
      terms.day(basis.rawValue).map { (basis, $0) }
    }
    self.init(
      nature: terms["service"]?.text.flatMap(Nature.init(rawValue:)) ?? .other, isSoldThroughEDOF: terms.flag("edof"),
      isPaidByCPF: terms.flag("cpf"), dates: Dictionary(uniqueKeysWithValues: dates), price: .zero,
      subcontracted: terms.cents("amount") ?? .zero)
  }
}

extension SubcontractingCap {
  /// The EDOF turnover recorded of a year; nil where nobody recorded one.
  public static func turnover(of year: Int, in fold: StreamFold) -> EuroCents? {
    fold.standing(ofType: "dossier").first
      .flatMap { FieldReading(fold: fold, entity: $0).view("edofTurnover")?.shown?.cents(String(year)) }
  }
}

extension Subcontractor {
  fileprivate init(_ standing: JSONValue) {
    self.init(
      isCertified: standing.flag("qualiopi"), holdsCertification: standing.flag("holder"),
      isHabilitated: standing.flag("habilitated"), isMicroSocial: standing.flag("micro-social"),
      turnover: standing.cents("turnover"),
      delistings: standing.day("delisted-from").map { [Delisting(from: $0, until: standing.day("delisted-until"))] }
        ?? [],
      isChecked: standing.flag("checked"))
  }
}

extension JSONValue {
  fileprivate func flag(_ key: String) -> Bool { self[key]?.truth ?? false }
  fileprivate func day(_ key: String) -> CivilDate? { self[key]?.text.flatMap { CivilDate($0) } }
  fileprivate func cents(_ key: String) -> EuroCents? { self[key]?.number.flatMap(EuroCents.init(cents:)) }
}
