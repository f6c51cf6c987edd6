public import AuditModel

/// The grade of an indicator (R-QUAL-10); the raw value is the wire name, the cases stand gravest first (R-QUAL-141).
public enum QualiopiGrade: String, Sendable, Hashable, CaseIterable {
  case major, minor, conform
  case notApplicable = "not-applicable"
  case notAudited = "not-audited"

  /// Whether the grade is a non-conformity.
  public var isNonConformity: Bool { self == .major || self == .minor }

  /// Whether this grade holds against another until somebody settles (R-QUAL-141).
  public func isGraver(than other: QualiopiGrade) -> Bool {
    place < other.place && RuleSwitches.isOn("R-QUAL-141")
  }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }

  /// The gravest of several grades, or nil of none.
  public static func gravest(of grades: some Sequence<QualiopiGrade>) -> QualiopiGrade? {
    grades.min { $0.isGraver(than: $1) }
  }

  /// The word on screen.
  public var words: LocalizedText {
    switch self {
    case .major: LocalizedText(fr: "majeure", en: "major")
    case .minor: LocalizedText(fr: "mineure", en: "minor")
    case .conform: LocalizedText(fr: "conforme", en: "conform")
    case .notApplicable: LocalizedText(fr: "non applicable", en: "not applicable")
    case .notAudited: LocalizedText(fr: "non audité", en: "not audited")
    }
  }
}
