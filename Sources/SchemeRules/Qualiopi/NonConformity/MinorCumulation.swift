/// The rule that too many minors of one audit make a major (R-QUAL-73, A-47).
public struct MinorCumulation: Sendable, Hashable {
  /// The minors raised at the audit; requalified ones, being majors, are not among them.
  public let raised: Int
  /// How many of them are lifted.
  public let lifted: Int
  /// How many leave the decision open: the setting `minorMax`.
  public let max: Int

  /// Counts minors.
  public init(raised: Int, lifted: Int = 0, max: Int) {
    self.raised = raised
    self.lifted = lifted
    self.max = max
  }

  /// Whether the audit carries a cumulation major.
  public var isRaised: Bool { raised > max && RuleSwitches.isOn("R-QUAL-73") }
  /// Whether it is still open: it is lifted once `max` minors or fewer remain.
  public var isOpen: Bool { raised - lifted > max && RuleSwitches.isOn("R-QUAL-73") }
}
