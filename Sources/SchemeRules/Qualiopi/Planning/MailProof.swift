public import WorkingDays

/// A mail item that a field names as proof: not named or not in the register, disputed, or there.
public typealias MailProof = FactReading<MailItem>

extension FactReading where Value == MailItem {
  /// The day it was received; nil while it proves none.
  public var receivedOn: CivilDate? {
    guard let item = value, item.direction == .incoming else { return nil }
    return item.received
  }

  /// The day it was sent; nil while it proves none.
  public var sentOn: CivilDate? {
    guard let item = value, item.direction == .outgoing else { return nil }
    return item.sent
  }

  /// Met when the client's mail came in on a day nobody disputes.
  func checkReceived(_ rule: RuleID, field: String, orElse code: String) -> RuleVerdict {
    check(rule, field: field, day: receivedOn, dayField: "received", orElse: code)
  }

  /// Met when the certifier's mail went out on a day nobody disputes.
  func checkSent(_ rule: RuleID, field: String, orElse code: String) -> RuleVerdict {
    check(rule, field: field, day: sentOn, dayField: "sent", orElse: code)
  }

  private func check(
    _ rule: RuleID, field: String, day: CivilDate?, dayField: String, orElse code: String
  ) -> RuleVerdict {
    if isInConflict { return .notMet(QualiopiAuditFacts.conflictOpen(rule, field: field)) }
    if value?.inConflict.contains(dayField) ?? false {
      return .notMet(QualiopiAuditFacts.conflictOpen(rule, field: dayField))
    }
    return .check(day != nil, rule, orElse: RuleReason(rule: rule, code: code))
  }
}
