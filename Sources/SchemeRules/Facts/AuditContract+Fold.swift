import AuditModel
import SyncCore
import WorkingDays

/// What the contract of an audit says of a decision: categories, and for an extension the amendment.
struct AuditContract {
  private let context: ActContext
  private let audit: EntityID?
  private let contract: EntityID?

  /// - Parameter named: the contract the decision itself names; before the audit's own.
  init(of audit: EntityID?, named: EntityID?, in context: ActContext) {
    self.context = context
    self.audit = audit
    contract = named ?? audit.flatMap { context.reading($0).text("contract") }.flatMap { EntityID($0) }
  }

  /// The categories contracted, else those of the body's services.
  var categories: [ActionCategory] {
    let contracted = ActionCategory.read(contract.flatMap { context.reading($0).view("categories")?.shown })
    if !contracted.isEmpty { return contracted }
    let profile = context.dossierEntity.flatMap { context.reading($0).view("profile")?.shown }
    return ActionCategory.read(profile?["categories"])
  }

  /// The categories a decision on the audit needs a competence for: an extension's are those it adds.
  func categoriesJudged(_ certified: [ActionCategory]) -> [ActionCategory] {
    guard let audit else { return certified.isEmpty ? categories : certified }
    let added = ActionCategory.read(context.reading(audit).view("addedCategories")?.shown)
    return context.reading(audit).text("kind") == QualiopiAuditKind.extension.rawValue && !added.isEmpty
      ? added : categories
  }

  /// The amendment an extension rests on; nil where no contract is named.
  var amendment: DecisionTerms.Amendment? {
    guard let contract else { return nil }
    let reading = context.reading(contract)
    let halfDays = reading.view("durations")?.shown?[QualiopiAuditKind.extension.rawValue]?.number ?? 0
    return DecisionTerms.Amendment(
      amends: reading.text("amends") != nil, isSigned: reading.text("signed") != nil, needsAudit: halfDays > 0)
  }
}
