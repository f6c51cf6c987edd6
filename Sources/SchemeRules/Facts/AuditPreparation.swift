import AuditModel
import AuditSchema
public import SyncCore
public import WorkingDays

/// What an audit has to look at before anybody leaves the office, computed from the dossier (RULEBOOK §5.1).
public struct AuditPreparation: Sendable {
  /// The 32 indicators, in or out, with reasons.
  public let scope: AuditScope
  /// Non-conformities of earlier audits.
  public let previous: [PreviousNonConformity]
  /// Documents due before the audit.
  public let documents: [DueDocument]
  /// The start of validity, when recorded.
  public let validFrom: CivilDate?
  /// The end of validity, when recorded.
  public let certificateEnd: CivilDate?

  /// Prepares an audit of a kind.
  /// - Parameters:
  ///   - fold: the dossier.
  ///   - dossier: its one `dossier` entity.
  ///   - added: indicators the auditor or the office adds.
  ///   - audit: the audit prepared, once it exists: what it raises itself is not of an earlier one.
  public init(
    fold: StreamFold, dossier: EntityID, kind: QualiopiAuditKind, added: Set<QualiopiIndicator>, audit: EntityID? = nil
  ) {
    let reading = FieldReading(fold: fold, entity: dossier)
    // What earlier audits found, and the plans made for it, is what the next one looks at first (R-QUAL-77).
    previous = RuleSwitches.isOn("R-QUAL-77") ? PreviousNonConformity.all(in: fold, before: audit) : []
    scope = AuditScope(
      kind: kind, profile: ServiceProfile(reading.view("profile")?.shown ?? .null), previous: previous, added: added)
    documents = DueDocument.before(kind, usesPurchaseOrders: reading.view("purchaseOrders")?.shown?.truth ?? false)
    validFrom = reading.text("validFrom").flatMap { CivilDate($0) }
    certificateEnd = reading.text("certificateEnd").flatMap { CivilDate($0) }
  }

  /// The reading guide in force on the first day (R-QUAL-11).
  public func guide(on firstDay: CivilDate) -> String { ReadingGuide.inForce(on: firstDay).rawValue }

  /// The rule pack an audit of that day is pinned to (R-TIME-19).
  public func pack(on firstDay: CivilDate) -> String {
    RulePack.inForce(.qualiopi, on: firstDay)?.name ?? "qualiopi-none"
  }
}

extension ServiceProfile {
  /// Reads the profile field of a dossier; what is missing counts as no.
  public init(_ value: JSONValue) {
    self.init(
      categories: Set(
        (value["categories"]?.elements ?? []).compactMap { $0.text.flatMap(ActionCategory.init(rawValue:)) }),
      isCertifying: value["certifying"]?.truth ?? false, isAlternating: value["alternating"]?.truth ?? false,
      isWorkBased: value["workBased"]?.truth ?? false, usesSubcontracting: value["subcontracting"]?.truth ?? false)
  }
}
