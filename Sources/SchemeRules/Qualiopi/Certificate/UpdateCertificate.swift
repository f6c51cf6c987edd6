public import AuditModel
import WorkingDays

/// The act `certificate.update`: the office changes what the certificate says of the body, on the body's own declaration
/// (T-QUAL-C11, R-QUAL-104, R-QUAL-105).
public enum UpdateCertificate: GuardedAct {
  /// One of the four items of a change of address or name (R-QUAL-104); the raw value is its code.
  public enum Item: String, Sendable, Hashable, CaseIterable {
    case kbis
    case dreetsReceipt = "dreets-receipt"
    /// Whether means and processes are affected, one way or the other.
    case impact
    case effectiveDate = "effective-date"

    /// The items that are documents.
    public static let documents: [Item] = [.kbis, .dreetsReceipt]

    /// The words on screen.
    public var words: LocalizedText {
      switch self {
      case .kbis: LocalizedText(fr: "nouveau Kbis", en: "new Kbis")
      case .dreetsReceipt: LocalizedText(fr: "récépissé DREETS à jour", en: "updated DREETS receipt")
      case .impact:
        LocalizedText(fr: "effet ou non sur les moyens et processus", en: "whether means and processes are affected")
      case .effectiveDate: LocalizedText(fr: "date d'effet", en: "effective date")
      }
    }
  }

  /// What the guard looks at.
  public struct Facts: Sendable, Hashable {
    /// The requester's roles.
    public var requesterRoles: Set<Role>
    /// Where the certificate stands.
    public var standing: CertificateStanding
    /// Whether the body's own declaration is a mail item received.
    public var isDeclared: Bool
    /// The items there.
    public var items: Set<Item>
    /// Whether means or processes are affected; nil while the body has not said.
    public var hasImpact: Bool?
    /// Whether an audit begun after the declaration has been decided favourably.
    public var isAudited: Bool

    /// Gathers the facts.
    public init(
      requesterRoles: Set<Role>, standing: CertificateStanding, isDeclared: Bool, items: Set<Item>, hasImpact: Bool?,
      isAudited: Bool = false
    ) {
      self.requesterRoles = requesterRoles
      self.standing = standing
      self.isDeclared = isDeclared
      self.items = items
      self.hasImpact = hasImpact
      self.isAudited = isAudited
    }
  }

  /// The act's row.
  public static let act = Act(
    "certificate.update", .qualiopi, roles: [.office], freezes: false, isBinding: false, transition: "T-QUAL-C11",
    resultingState: CertificateStanding.active.rawValue, fr: "modifier les données du certificat",
    en: "change the certificate's data")

  /// Who, on which certificate, on whose word, with what, and whether an audit comes first.
  public static func verdicts(_ facts: Facts) -> [RuleVerdict] {
    let lacking = Item.allCases.filter { !facts.items.contains($0) }
    return [
      .check(
        facts.requesterRoles.contains(.office), "T-QUAL-C11",
        orElse: RuleReason(rule: "T-QUAL-C11", code: "requester-not-office")),
      .check(
        facts.standing.move("T-QUAL-C11") != nil, "T-QUAL-C11",
        orElse: RuleReason(
          rule: "T-QUAL-C11", code: "certificate-not-active", facts: ["certificate": [facts.standing.rawValue]])),
      .check(
        facts.isDeclared, "R-ROLE-19", orElse: RuleReason(rule: "R-ROLE-19", code: "declaration-not-received")),
      .check(
        lacking.isEmpty, "R-QUAL-104",
        orElse: RuleReason(rule: "R-QUAL-104", code: "items-missing", facts: ["items": lacking.map(\.rawValue)])),
      .check(
        facts.hasImpact != true || facts.isAudited, "R-QUAL-105",
        orElse: RuleReason(rule: "R-QUAL-105", code: "audit-comes-first")),
    ]
  }
}
