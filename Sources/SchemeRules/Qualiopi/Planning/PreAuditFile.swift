public import WorkingDays

/// The documents a client sends before an audit, as they were received (R-QUAL-28 to R-QUAL-31).
public struct PreAuditFile: Sendable, Hashable {
  /// One document received.
  public struct Entry: Sendable, Hashable {
    /// The day its mail was received; nil while no received mail proves it.
    public var receivedOn: CivilDate?
    /// The date it bears.
    public var dated: CivilDate?
    /// Whether whoever read it found it up to date.
    public var isCurrent: Bool

    /// Describes a document.
    public init(receivedOn: CivilDate?, dated: CivilDate? = nil, isCurrent: Bool) {
      self.receivedOn = receivedOn
      self.dated = dated
      self.isCurrent = isCurrent
    }
  }

  /// What is due.
  public var due: [DueDocument]
  /// What was received.
  public var entries: [DueDocument: Entry]
  /// The last day of the audit before; nil for a first one.
  public var previousAuditEnd: CivilDate?

  /// Describes a file.
  public init(due: [DueDocument], entries: [DueDocument: Entry], previousAuditEnd: CivilDate? = nil) {
    self.due = due
    self.entries = entries
    self.previousAuditEnd = previousAuditEnd
  }

  /// What is due and was not received, in the order of the list.
  public var missing: [DueDocument] { due.filter { entries[$0]?.receivedOn == nil } }

  /// What was received and is not up to date for this audit: found so, or of before the last audit (R-QUAL-29).
  public var outdated: [DueDocument] {
    due.filter { document in
      guard let entry = entries[document], entry.receivedOn != nil else { return false }
      let isOld = previousAuditEnd.flatMap { end in entry.dated.map { $0 <= end } } ?? false
      return isOld || !entry.isCurrent
    }
  }

  /// Complete (R-QUAL-28; the chart R-QUAL-30, the sworn statement R-QUAL-31, the order R-QUAL-95), current (R-QUAL-29).
  func verdicts(incomplete: String, outdated code: String) -> [RuleVerdict] {
    let missing = missing
    return Self.askedBy.map { rule, documents in
      let lacking = missing.filter(documents.contains)
      return .check(
        lacking.isEmpty, rule,
        orElse: RuleReason(rule: rule, code: incomplete, facts: ["documents": lacking.map(\.rawValue)]))
    } + [
      .check(
        outdated.isEmpty, "R-QUAL-29",
        orElse: RuleReason(rule: "R-QUAL-29", code: code, facts: ["documents": outdated.map(\.rawValue)]))
    ]
  }

  private static let askedBy: [(RuleID, [DueDocument])] = [
    ("R-QUAL-28", [.bpf, .activityDescription, .turnoverPerCategory]), ("R-QUAL-30", [.organisationChart]),
    ("R-QUAL-31", [.swornStatement]), ("R-QUAL-95", [.purchaseOrder]),
  ]
}
