public import AuditModel

/// The grade of a control point (RULEBOOK §3.3.4); the raw value is the wire name, the cases stand gravest first.
public enum CertifIAGGrade: String, Sendable, Hashable, CaseIterable {
  case seriousGap = "serious-gap"
  case gap, conform
  case notApplicable = "not-applicable"

  /// Whether the grade is a gap, serious or not.
  public var isGap: Bool { self == .seriousGap || self == .gap }

  /// Whether this grade holds against another until somebody settles (RULEBOOK §2.4).
  public func isGraver(than other: CertifIAGGrade) -> Bool { place < other.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }

  /// The word on screen.
  public var words: LocalizedText {
    switch self {
    case .seriousGap: LocalizedText(fr: "écart grave", en: "serious gap")
    case .gap: LocalizedText(fr: "écart", en: "gap")
    case .conform: LocalizedText(fr: "conforme", en: "conform")
    case .notApplicable: LocalizedText(fr: "non applicable", en: "not applicable")
    }
  }
}
