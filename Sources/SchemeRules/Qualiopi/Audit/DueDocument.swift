public import AuditModel

/// A document the client sends before an audit, brought up to date for each one (R-QUAL-28, R-QUAL-29); the raw value
/// is the wire name.
public enum DueDocument: String, Sendable, Hashable, CaseIterable {
  case bpf
  case organisationChart = "organisation-chart"
  case activityDescription = "activity-description"
  case turnoverPerCategory = "turnover-per-category"
  case swornStatement = "sworn-statement"
  case purchaseOrder = "purchase-order"

  /// The documents due before an audit, in the order of the list; for an extension audit the sources ask for none.
  public static func before(_ kind: QualiopiAuditKind, usesPurchaseOrders: Bool) -> [DueDocument] {
    let file: [DueDocument] =
      switch kind {
      case .initial, .surveillance, .renewal:
        [.bpf, .organisationChart, .activityDescription, .turnoverPerCategory, .swornStatement]
      case .extension: []
      }
    let due = usesPurchaseOrders ? file + [.purchaseOrder] : file
    return due.filter { $0.rules.allSatisfy { RuleSwitches.isOn($0) } }
  }

  /// The rules that ask for it, the main one first.
  public var rules: [RuleID] {
    switch self {
    case .bpf, .activityDescription, .turnoverPerCategory: ["R-QUAL-28", "R-QUAL-29"]
    case .organisationChart: ["R-QUAL-28", "R-QUAL-29", "R-QUAL-30"]
    case .swornStatement: ["R-QUAL-28", "R-QUAL-29", "R-QUAL-31"]
    case .purchaseOrder: ["R-QUAL-95"]
    }
  }

  /// What it is, on screen.
  public var label: LocalizedText {
    switch self {
    case .bpf:
      LocalizedText(
        fr: "bilan pédagogique et financier en vigueur", en: "yearly teaching and financial report (BPF) in force")
    case .organisationChart:
      LocalizedText(
        fr: "organigramme fonctionnel nominatif", en: "functional organisation chart with names and functions")
    case .activityDescription: LocalizedText(fr: "présentation de l'activité", en: "description of the activity")
    case .turnoverPerCategory:
      LocalizedText(fr: "chiffre d'affaires par catégorie d'actions", en: "turnover per category of actions")
    case .swornStatement:
      LocalizedText(
        fr: "attestation sur l'honneur de non-engagement auprès d'un autre certificateur",
        en: "sworn statement of no commitment with another certifier")
    case .purchaseOrder:
      LocalizedText(
        fr: "bon de commande (SIRET de facturation, numéro, service payeur)",
        en: "purchase order (billing SIRET, number, paying department)")
    }
  }
}
