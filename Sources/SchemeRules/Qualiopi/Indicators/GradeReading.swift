/// The grade of an indicator as a guard reads it: a cautious field reads the graver value (DESIGN §6, R-QUAL-141).
public enum GradeReading: Sendable, Hashable {
  /// Nobody graded.
  case none
  /// One grade.
  case settled(QualiopiGrade)
  /// Different grades, not settled yet; the holding one counts meanwhile.
  case inConflict(holding: QualiopiGrade, values: [QualiopiGrade])

  /// Reads the grades that stand, in any order and repeated or not.
  public init(of grades: some Collection<QualiopiGrade>) {
    let distinct = QualiopiGrade.allCases.filter(grades.contains)
    switch distinct.count {
    case 0: self = .none
    case 1: self = .settled(distinct[0])
    default: self = .inConflict(holding: distinct[0], values: distinct)
    }
  }

  /// The grade that counts.
  public var holding: QualiopiGrade? {
    switch self {
    case .none: nil
    case .settled(let grade), .inConflict(let grade, _): grade
    }
  }

  /// Whether somebody has to settle.
  public var isInConflict: Bool {
    if case .inConflict = self { true } else { false }
  }
}
