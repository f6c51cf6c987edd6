extension QualiopiAuditState {
  /// Cancelling, from wherever the audit stands before it begins (R-QUAL-57; the side end of RULEBOOK §3.2.3).
  public static let cancellations: [StateTransition<QualiopiAuditState>] =
    allCases.filter { $0.isBefore(.inProgress) }.map {
      StateTransition("R-QUAL-57", from: $0, to: .cancelled, by: [.planning])
    }

  /// Where a move of the rulebook leads from here; nil when it does not start here.
  func next(by id: RuleID) -> QualiopiAuditState? {
    (Self.transitions + Self.cancellations).first { $0.id == id && $0.from == self }?.to
  }
}
