public import AuditModel
import AuditSchema
public import SyncCore
import WorkingDays

extension QualiopiAuditFacts {
  /// Reads the facts of the audit a request is on.
  init(_ ruled: ActCase) {
    self.init(
      audit: ruled.entity, in: ruled.context.dossier, requester: ruled.actor.user, roles: ruled.actor.roles)
  }

  /// Reads the facts of an audit from the fold of its dossier: the same on a device and inside the server's transaction.
  public init(audit: EntityID, in fold: StreamFold, requester: UserID, roles: Set<Role>) {
    let reading = FieldReading(fold: fold, entity: audit)
    self.init(
      kind: reading.reading("kind") { $0.text.flatMap(QualiopiAuditKind.init(rawValue:)) },
      state: QualiopiAuditState.standing(of: audit, in: fold),
      days: Self.days(reading),
      lead: AuditLead.of(audit, in: fold),
      auditors: Set(AuditConductors(of: audit, in: fold).people.map(\.description)),
      scope: reading.reading("scope") { value in
        value.elements.map { Set($0.compactMap { $0.number.flatMap { QualiopiIndicator(Int($0)) } }) }
      },
      items: Self.items(of: audit, in: fold),
      previous: PreviousNonConformity.all(in: fold, before: audit),
      certificateEnd: Self.certificateEnd(in: fold),
      requester: requester.description, requesterRoles: roles)
  }

  /// The first and last day of an audit.
  static func days(_ reading: FieldReading) -> FactReading<AuditDays> {
    reading.reading("days") { value in
      guard let first = value["first"]?.text.flatMap({ CivilDate($0) }),
        let last = value["last"]?.text.flatMap({ CivilDate($0) })
      else { return nil }
      return AuditDays(first: first, last: last)
    }
  }

  private static func items(of audit: EntityID, in fold: StreamFold) -> [QualiopiIndicator: Item] {
    let proved = evidenced(audit, in: fold)
    var items: [QualiopiIndicator: Item] = [:]
    for id in fold.standing(ofType: "audit/item") where id.isBelow(audit) {
      guard let indicator = Int(id.localName).flatMap({ QualiopiIndicator($0) }) else { continue }
      let reading = FieldReading(fold: fold, entity: id)
      // As in the merge, a grade of a newer version counts as the gravest.
      let heads = (reading.view("grade")?.heads ?? []).filter { $0.value != .null }
        .map { $0.value.text.flatMap(QualiopiGrade.init(rawValue:)) ?? .major }
      items[indicator] = Item(
        grade: GradeReading(of: heads), hasEvidence: proved.contains(indicator),
        notesLack: reading.text("lack") != nil)
    }
    return items
  }

  /// Indicators that a piece of evidence names.
  private static func evidenced(_ audit: EntityID, in fold: StreamFold) -> Set<QualiopiIndicator> {
    var proved: Set<QualiopiIndicator> = []
    for id in fold.standing(ofType: "audit/evidence") where id.isBelow(audit) {
      let members = FieldReading(fold: fold, entity: id).view("indicators")?.members ?? []
      proved.formUnion(members.compactMap { $0.value.number.flatMap { QualiopiIndicator(Int($0)) } })
    }
    return proved
  }

  private static func certificateEnd(in fold: StreamFold) -> CivilDate? {
    fold.standing(ofType: "dossier").first
      .flatMap { FieldReading(fold: fold, entity: $0).text("certificateEnd") }.flatMap { CivilDate($0) }
  }
}

extension PreviousNonConformity {
  /// The non-conformities a dossier holds from before an audit, ascending by indicator; all of them for none.
  public static func all(in fold: StreamFold, before audit: EntityID?) -> [PreviousNonConformity] {
    let earlier = audit.map { EarlierNonConformities(of: $0, in: fold) }
    return fold.standing(ofType: "nonconformity").compactMap { id in
      let reading = FieldReading(fold: fold, entity: id)
      guard earlier?.contains(id) ?? true,
        let indicator = reading.view("indicator")?.shown?.number.flatMap({ QualiopiIndicator(Int($0)) }),
        let grade = reading.text("grade").flatMap(QualiopiGrade.init(rawValue:))
      else { return nil }
      return PreviousNonConformity(
        indicator, grade,
        state: reading.text("stage").flatMap(QualiopiNonConformityState.init(rawValue:)) ?? .raised,
        raisedOn: reading.text("raisedOn").flatMap { CivilDate($0) })
    }.sorted { $0.indicator.number < $1.indicator.number }
  }
}
