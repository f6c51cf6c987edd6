import AuditModel
import AuditSchema
public import SyncCore
public import WorkingDays

/// What an audit has to look at before anybody leaves the office, computed from the dossier (RULEBOOK §5.1, R-QUAL-32).
public struct AuditPreparation: Sendable {
  /// The kind of audit.
  public let kind: QualiopiAuditKind
  /// What the body does, as the samples show it.
  public let profile: ServiceProfile
  /// The 32 indicators, in or out, with reasons.
  public let scope: AuditScope
  /// The indicators no surveillance leaves out; empty for another kind (R-QUAL-60).
  public let surveillanceMinimum: [QualiopiIndicator]
  /// Non-conformities of earlier audits.
  public let previous: [PreviousNonConformity]
  /// Documents due before the audit.
  public let documents: [DueDocument]
  /// The same documents, each with what came of it.
  public let file: [PreparedDocument]
  /// The services looked at.
  public let samples: [SampledService]
  /// The sites looked at, by name.
  public let sites: [String]
  /// The start of validity, when recorded.
  public let validFrom: CivilDate?
  /// The end of validity, when recorded.
  public let certificateEnd: CivilDate?
  /// Whether the body is in its first year, or starts a category (R-QUAL-41).
  public let isNewEntrant: Bool
  /// The last request to funders recorded (R-QUAL-15).
  public let lastFunderRequest: CivilDate?
  /// The days planned, when they are.
  public let days: AuditDays?
  /// The pack the audit is pinned to, once it is planned.
  public let pinnedPack: String?

  /// Prepares an audit of a kind.
  /// - Parameters:
  ///   - fold: the dossier.
  ///   - dossier: its one `dossier` entity.
  ///   - added: indicators the auditor or the office adds.
  ///   - audit: the audit prepared, once it exists: what it raises itself is not of an earlier one.
  ///   - addedCategories: the categories an extension being planned adds; empty for those the audit says.
  ///   - leftOut: the indicators a shortened initial audit being planned leaves out; empty for those the audit says.
  public init(
    fold: StreamFold, dossier: EntityID, kind: QualiopiAuditKind, added: Set<QualiopiIndicator>, audit: EntityID? = nil,
    addedCategories: Set<ActionCategory> = [], leftOut: Set<QualiopiIndicator> = []
  ) {
    let reading = FieldReading(fold: fold, entity: dossier)
    let plan = audit.map { FieldReading(fold: fold, entity: $0) }
    self.kind = kind
    samples = audit.map { SampledService.all(of: $0, in: fold) } ?? []
    sites = (plan?.view("sites")?.members ?? []).compactMap { $0.value["name"]?.text ?? $0.value["key"]?.text }
    profile = Self.profile(reading, plan, kind, adding: addedCategories).sampled(samples)
    // What earlier audits found, and the plans made for it, is what the next one looks at first (R-QUAL-77).
    previous = RuleSwitches.isOn("R-QUAL-77") ? PreviousNonConformity.all(in: fold, before: audit) : []
    let dropped = kind == .initial && !leftOut.isEmpty ? leftOut : Self.dropped(kind, plan: plan, in: fold)
    scope = AuditScope(kind: kind, profile: profile, previous: previous, droppedAtInitial: dropped, added: added)
    surveillanceMinimum =
      kind == .surveillance
      ? AuditScope(kind: kind, profile: profile, previous: previous, droppedAtInitial: dropped).indicators : []
    documents = DueDocument.before(kind, usesPurchaseOrders: reading.view("purchaseOrders")?.shown?.truth ?? false)
    let register = MailRegister(fold)
    file = documents.map { PreparedDocument($0, of: audit, in: fold, register) }
    validFrom = reading.text("validFrom").flatMap { CivilDate($0) }
    certificateEnd = reading.text("certificateEnd").flatMap { CivilDate($0) }
    isNewEntrant = NewEntrant.isOne(in: fold, dossier: dossier)
    lastFunderRequest = reading.view("funderRequest")?.shown?["on"]?.text.flatMap { CivilDate($0) }
    days = plan.flatMap { plan in
      guard let value = plan.view("days")?.shown, let first = value["first"]?.text.flatMap({ CivilDate($0) }),
        let last = value["last"]?.text.flatMap({ CivilDate($0) })
      else { return nil }
      return AuditDays(first: first, last: last)
    }
    pinnedPack = plan?.text("pack")
  }

  /// The reading guide in force on the first day (R-QUAL-11).
  public func guide(on firstDay: CivilDate) -> String { ReadingGuide.inForce(on: firstDay).rawValue }

  /// The rule pack an audit of that day is pinned to (R-TIME-19).
  public func pack(on firstDay: CivilDate) -> String {
    RulePack.inForce(.qualiopi, on: firstDay)?.name ?? "qualiopi-none"
  }

  /// The indicators to look at, the corrective actions of the previous audit first, then by criterion (R-QUAL-61).
  public var order: [QualiopiIndicator] {
    let first = RuleSwitches.isOn("R-QUAL-61") ? Set(previous.map(\.indicator)) : []
    return scope.indicators.filter(first.contains) + scope.indicators.filter { !first.contains($0) }
  }

  /// An extension looks at the categories it adds, where the plan says them.
  private static func profile(
    _ reading: FieldReading, _ plan: FieldReading?, _ kind: QualiopiAuditKind, adding: Set<ActionCategory>
  ) -> ServiceProfile {
    var profile = ServiceProfile(reading.view("profile")?.shown ?? .null)
    let added = adding.isEmpty ? ServiceProfile.categories(plan?.view("addedCategories")?.shown) : adding
    if kind == .extension, !added.isEmpty { profile.categories = added }
    return profile
  }

  /// What a shortened initial audit left out: that audit's own list, or the initial one's at surveillance.
  private static func dropped(
    _ kind: QualiopiAuditKind, plan: FieldReading?, in fold: StreamFold
  ) -> Set<QualiopiIndicator> {
    func dropped(_ reading: FieldReading) -> [QualiopiIndicator] {
      (reading.view("dropped")?.shown?.elements ?? []).compactMap {
        $0.number.flatMap { QualiopiIndicator(Int(clamping: $0)) }
      }
    }
    if kind == .initial { return Set(plan.map(dropped) ?? []) }
    let initial = fold.standing(ofType: "audit").map { FieldReading(fold: fold, entity: $0) }.filter {
      $0.text("kind") == QualiopiAuditKind.initial.rawValue
    }
    return Set(initial.flatMap(dropped))
  }
}
