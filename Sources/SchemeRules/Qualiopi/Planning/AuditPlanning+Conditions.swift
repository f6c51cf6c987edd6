import WorkingDays

/// The verdicts on what has to be there before an audit is planned, and the advice that refuses nothing.
extension AuditPlanning {
  /// The contract says how long this kind of audit lasts; how the half-days fit is `durationVerdicts`.
  static func covered(_ facts: Facts) -> RuleVerdict {
    .check(
      facts.contracted != nil, "T-QUAL-A02",
      orElse: RuleReason(rule: "T-QUAL-A02", code: "contract-without-duration", facts: ["kind": [facts.kind.rawValue]]))
  }

  /// The pre-audit file is asked for when the audit is planned, so that it is there for the notice.
  static func asked(_ facts: Facts) -> RuleVerdict {
    .check(
      facts.documentsNotAsked.isEmpty, "R-QUAL-28",
      orElse: RuleReason(
        rule: "R-QUAL-28", code: "file-not-asked", facts: ["documents": facts.documentsNotAsked.map(\.rawValue)]))
  }

  static func paid(_ facts: Facts) -> RuleVerdict {
    let open = facts.unpaid.filter { invoice in facts.today.map(invoice.isUnpaid(on:)) ?? (invoice.settledOn == nil) }
    return .check(
      open.isEmpty, "R-QUAL-65",
      orElse: RuleReason(
        rule: "R-QUAL-65", code: "unpaid-invoice", facts: ["since": open.compactMap(\.since?.description)]))
  }

  /// What is allowed and worth a warning: a renewal after DL-QUAL-08 (R-QUAL-52, R-QUAL-53), another month than the one
  /// aimed at (R-QUAL-45).
  public static func advice(_ facts: Facts) -> [RuleReason] { [lateRenewal(facts), target(facts)].compactMap { $0 } }

  private static func lateRenewal(_ facts: Facts) -> RuleReason? {
    guard facts.kind == .renewal, RuleSwitches.isOn("R-QUAL-53"), RuleSwitches.isOn("DL-QUAL-08"),
      let end = facts.certificateEnd, let due = RuleDueDate.of(.qual08, from: end, settings: facts.settings),
      facts.days.last > due
    else { return nil }
    if RuleSwitches.isOn("R-QUAL-52"), facts.days.last > end {
      return RuleReason(rule: "R-QUAL-52", code: "renewal-after-end", facts: ["closes": [end.description]])
    }
    return RuleReason(
      rule: "R-QUAL-53", code: "renewal-late", facts: ["due": [due.description], "closes": [end.description]])
  }

  private static func target(_ facts: Facts) -> RuleReason? {
    guard RuleSwitches.isOn("R-QUAL-45"), let target = facts.targetMonth,
      !facts.days.first.description.utf8.starts(with: target.utf8)
    else { return nil }
    let isPaid = facts.contract.map { !$0.options.isDisjoint(with: [.guaranteedWeek, .guaranteedDay]) } ?? false
    return RuleReason(
      rule: "R-QUAL-45", code: isPaid ? "outside-guaranteed-month" : "outside-target-month",
      facts: ["target": [target]])
  }
}
