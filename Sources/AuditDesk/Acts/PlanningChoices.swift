import AuditModel
import SchemeRules

/// The codes of the forms from the quote to the audit plan.
enum PlanningChoices {
  static let kinds: [ActChoice] = [
    ActChoice("initial", fr: "initial", en: "initial"),
    ActChoice("surveillance", fr: "surveillance", en: "surveillance"),
    ActChoice("renewal", fr: "renouvellement", en: "renewal"), ActChoice("extension", fr: "extension", en: "extension"),
  ]
  static let modes = AuditMode.allCases.map { ActChoice($0.rawValue, $0.words) }
  static let categories = ActionCategory.allCases.map { ActChoice($0.rawValue, $0.words) }
  static let options = ContractOption.allCases.map { ActChoice($0.rawValue, $0.words) }
  static let quoteDocuments = QuoteDocument.allCases.map { ActChoice($0.rawValue, $0.label) }
  static let competenceRoles = Competence.roles.map { ActChoice($0.rawValue, $0.words) }
  /// The documents of the pre-audit file, by short names people type.
  static let dueDocuments = [
    short(.bpf, "BPF", "BPF"), short(.organisationChart, "organigramme", "organisation chart"),
    short(.activityDescription, "présentation", "activity description"),
    short(.turnoverPerCategory, "chiffre d'affaires", "turnover"),
    short(.swornStatement, "attestation", "sworn statement"),
    short(.purchaseOrder, "bon de commande", "purchase order"),
  ]

  private static func short(_ document: DueDocument, _ fr: String, _ en: String) -> ActChoice {
    ActChoice(document.rawValue, fr: fr, en: en)
  }
}
