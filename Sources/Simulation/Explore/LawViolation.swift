/// The laws a run is judged by (DESIGN §2).
public enum Law: String, Sendable, CaseIterable {
  /// Saved is saved.
  case L1
  /// Same set, same state.
  case L2
  /// No silent loss.
  case L3
  /// No leak.
  case L4
  /// No skip.
  case L5
  /// Retry is free.
  case L6
  /// One bad change blocks nobody.
  case L7
  /// Faults end, work ends.
  case L8
  /// Device clocks decide nothing that matters.
  case L9
  /// History is evidence.
  case L10
  /// Rules bind decisions, not capture.
  case L11
}

/// Where a run broke a law.
public struct LawViolation: Sendable, Hashable, CustomStringConvertible {
  /// The law.
  public let law: Law
  /// What was found: names and numbers.
  public let detail: String

  /// Describes a violation.
  public init(_ law: Law, _ detail: String) {
    self.law = law
    self.detail = detail
  }

  /// The law and what was found.
  public var description: String { "\(law.rawValue): \(detail)" }
}
