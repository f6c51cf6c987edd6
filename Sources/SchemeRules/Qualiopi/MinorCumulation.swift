/// The rule that too many minors of one audit make a major (R-QUAL-73, A-47).
public struct MinorCumulation: Sendable, Hashable {
  /// The setting `minorMax`: how many minors leave the decision open.
  public static let minorMax = 4

  /// The minors raised at the audit; requalified ones, being majors, are not among them.
  public let raised: Int
  /// How many of them are lifted.
  public let lifted: Int
  /// How many leave the decision open.
  public let max: Int

  /// Counts minors.
  public init(raised: Int, lifted: Int = 0, max: Int = MinorCumulation.minorMax) {
    self.raised = raised
    self.lifted = lifted
    self.max = max
  }

  /// Whether the audit carries a cumulation major.
  public var isRaised: Bool { raised > max }
  /// Whether it is still open: it is lifted once `max` minors or fewer remain.
  public var isOpen: Bool { raised - lifted > max }
}
