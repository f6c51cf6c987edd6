import AuditModel
import AuditSchema
public import SyncCore
import WorkingDays

extension CertificateRecord {
  /// Reads the certificate of a dossier, its validity by the readings in force at its start (R-TIME-19).
  public init(_ context: ActContext) { self.init(context.dossier, settings: context.settings(on:)) }

  /// Reads the certificate of a dossier by one set of readings.
  public init(_ fold: StreamFold, settings: QualiopiSettings = .standard) {
    self.init(fold, settings: { _ in settings })
  }

  private init(_ fold: StreamFold, settings: (CivilDate) -> QualiopiSettings) {
    guard case .dossier(_, let key) = fold.stream.family, let title = AuditNames.title(key),
      let dossier = AuditNames.dossier(key)
    else {
      self.init(standing: .notGranted)
      return
    }
    let reading = FieldReading(fold: fold, entity: title)
    let from = FieldReading(fold: fold, entity: dossier).reading("validFrom") { $0.text.flatMap { CivilDate($0) } }
    let end = FieldReading(fold: fold, entity: dossier).reading("certificateEnd") { $0.text.flatMap { CivilDate($0) } }
    let validity = Self.validity(from: from, end: end, settings)
    let recorded = reading.text("standing").flatMap(CertificateStanding.init(rawValue:))
    self.init(
      // A certificate taken over is known by its validity alone (R-QUAL-107).
      standing: recorded ?? (from == .absent && end == .absent ? .notGranted : .active),
      validity: validity, isValidityInConflict: from.isInConflict || end.isInConflict,
      number: reading.text("number"), cycle: reading.view("cycle")?.shown?.number.map(Int.init),
      categories: ActionCategory.read(reading.view("categories")?.shown),
      isRemoteSurveillanceAllowed: reading.view("remoteSurveillance")?.conflict == nil
        && reading.view("remoteSurveillance")?.shown?.truth == true,
      suspension: reading.view("suspension")?.shown.flatMap { Suspension($0) },
      since: reading.text("since").flatMap { CivilDate($0) }, lapsedOn: Self.lapsedOn(title, in: fold))
  }

  /// The end printed or recorded wins over the computed one; an end alone tells its cycle's start.
  private static func validity(
    from: FactReading<CivilDate>, end: FactReading<CivilDate>, _ settings: (CivilDate) -> QualiopiSettings
  ) -> CertificateValidity? {
    guard !from.isInConflict, !end.isInConflict else { return nil }
    if let start = from.value {
      let computed = CertificateValidity(cycleFrom: start, settings: settings(start))
      return (end.value ?? computed?.to).map { CertificateValidity(from: start, to: $0) }
    }
    guard let end = end.value, let start = end.adding(years: -3) else { return nil }
    return CertificateValidity(from: start, to: end)
  }

  private static func lapsedOn(_ title: EntityID, in fold: StreamFold) -> CivilDate? {
    (fold.entity(title, schema: AuditSchema.current)?.lapses ?? [])
      .filter { $0.deadline.utf8.elementsEqual(DeadlineID.qual06.rawValue.utf8) }
      .compactMap { CivilDate($0.due) }.max()
  }
}

extension CertificateRecord.Suspension {
  /// The value of the field `suspension`; null where none is in force.
  var json: JSONValue {
    .sorted(
      [
        ("condition", .string(condition)), ("from", .string(from.description)),
        ("transition", .string(transition.description)), ("until", .string(until.description)),
      ] + (decision.map { [("decision", .string($0.description))] } ?? []))
  }

  init?(_ value: JSONValue) {
    guard let condition = value["condition"]?.text, let from = value["from"]?.text.flatMap({ CivilDate($0) }),
      let until = value["until"]?.text.flatMap({ CivilDate($0) })
    else { return nil }
    self.init(
      condition: condition, from: from, until: until,
      decision: value["decision"]?.text.flatMap { EntityID($0) },
      transition: value["transition"]?.text.flatMap { RuleID($0) } ?? "T-QUAL-C05")
  }
}

extension ActionCategory {
  /// The categories of a value, in their usual order; codes of a newer version are left out.
  static func read(_ value: JSONValue?) -> [ActionCategory] {
    let codes = (value?.elements ?? []).compactMap(\.text)
    return allCases.filter { category in codes.contains { $0.utf8.elementsEqual(category.rawValue.utf8) } }
  }

  /// The value of a field of categories.
  static func json(_ categories: [ActionCategory]) -> JSONValue { .array(categories.map { .string($0.rawValue) }) }
}
