public import SyncCore

extension MonCompteFormationAccess.Facts {
  /// Reads what is recorded of a dossier; the certificate counts while its standing is active.
  public init(in fold: StreamFold) {
    let dossier = fold.standing(ofType: "dossier").first
    let reading = dossier.map { FieldReading(fold: fold, entity: $0) }
    let funding = reading?.view("funding")?.shown ?? .null
    let standing = fold.standing(ofType: "title").first
      .flatMap { FieldReading(fold: fold, entity: $0).text("standing") }
    func flag(_ key: String) -> Bool { funding[key]?.truth ?? false }
    self.init(
      isCertified: standing == "active", hasActiveDeclaration: flag("declaration-active"),
      firstYearOfActivity: funding["first-year"]?.number.flatMap { Int(exactly: $0) },
      bpfYears: Set(
        (reading?.view("bpfYears")?.members ?? []).compactMap { $0.value.number.flatMap { Int(exactly: $0) } }),
      hasCapacity: flag("capacity"),
      trainings: Set(
        (funding["training"]?.elements ?? []).compactMap { $0.text.flatMap(EligibleTraining.init(rawValue:)) }),
      isHabilitated: flag("habilitated"), isCompliant: flag("compliant"), hasDirectorsRecord: flag("directors-record"))
  }
}
