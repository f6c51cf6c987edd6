/// A deadline as RULEBOOK §4.1 writes it: `WD+30`, `M+18 M-4`, `min(M+3, @certificateEnd)`, `CD+45 roll`.
///
///     expression = ( steps | "min(" steps "," "@" name ")" ) [ "roll" ]
///     steps      = step { " " step }
///     step       = ("WD" | "CD" | "M") ("+" | "-") count | ("Y" | "H") "+" count | "ME" | "YE" | "D0"
///     count      = 1 to 5 digits | "n"
///
/// A value that exists obeys the grammar and its limits; `description` gives the shortest spelling of it, and parsing
/// that gives an equal value.
public struct DeadlineExpression: Sendable, Hashable, CustomStringConvertible {
  /// The most bytes of text that are parsed.
  public static let textBytesMax = 256
  /// The most steps of an expression.
  public static let stepsMax = 8
  /// The greatest count of a step, and the greatest `n`.
  public static let countMax = 99_999
  /// The most bytes of a name after `@`.
  public static let nameBytesMax = 64

  /// The steps, applied in the written order, each clamping on its own (R-TIME-12); never empty.
  public let steps: [DeadlineStep]
  /// The name after `@` of the date that binds when it is earlier (R-TIME-16), or nil.
  public let earlierDateName: String?
  /// Whether the expression itself asks for `Rollover.nextWorkingDay` by a trailing `roll`.
  public let rolls: Bool

  init(validSteps steps: [DeadlineStep], earlierDateName: String? = nil, rolls: Bool = false) {
    self.steps = steps
    self.earlierDateName = earlierDateName
    self.rolls = rolls
  }

  /// Whether evaluating needs `n`.
  public var needsNumber: Bool {
    steps.contains { if case .move(_, _, .parameter) = $0 { true } else { false } }
  }

  /// Whether evaluating needs an instant as trigger (`H+n`).
  public var needsInstant: Bool { steps.contains(where: \.countsHours) }

  /// The expression in its shortest spelling.
  public var description: String {
    let written = steps.map(\.description).joined(separator: " ")
    let bounded = earlierDateName.map { "min(\(written), @\($0))" } ?? written
    return rolls ? bounded + " roll" : bounded
  }
}
