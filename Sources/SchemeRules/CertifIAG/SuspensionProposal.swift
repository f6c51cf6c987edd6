/// What a suspension would rest on: the gaps found and the grounds (R-CIAG-44).
public struct SuspensionProposal: Sendable, Hashable {
  /// A gap cited, with the grade that stands in the audit when the proposal is judged.
  public struct CitedGap: Sendable, Hashable {
    /// The control point.
    public let point: ControlPoint
    /// The grade; nil when the audit holds none for the point.
    public let grade: CertifIAGGrade?

    /// Cites a gap.
    public init(_ point: ControlPoint, _ grade: CertifIAGGrade?) {
      self.point = point
      self.grade = grade
    }
  }

  /// The gaps cited.
  public var gaps: [CitedGap]
  /// The grounds, in words.
  public var grounds: String

  /// Creates a proposal.
  public init(gaps: [CitedGap], grounds: String) {
    self.gaps = gaps
    self.grounds = grounds
  }

  /// The codes of the points cited, in the order of the table, each once.
  public var codes: [String] {
    ControlPoint.all.map(\.code).filter { code in gaps.contains { $0.point.code == code } }
  }

  /// Whether it says a reason: words, or a point graded a gap.
  public var hasGrounds: Bool {
    grounds.contains { !$0.isWhitespace } || gaps.contains { $0.grade?.isGap == true }
  }
}
