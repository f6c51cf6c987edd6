/// Why a text is no deadline expression: where reading stopped, what was expected there and what stood there.
public struct DeadlineExpressionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What the grammar foresees at a position.
  public enum Expected: Sendable, Hashable, CaseIterable {
    /// `WD`, `CD`, `M`, `Y`, `H`, `ME`, `YE`, `D0`, or at the start `min(`.
    case step
    /// `+` or `-`.
    case sign
    /// `+`, since the unit goes forward only (`Y`, `H`).
    case plus
    /// Digits of a count 0…99999, or `n`.
    case count
    /// A count from 1, or `n`: there is no working day number 0.
    case countFromOne
    /// A space before another step, `roll`, or the end.
    case separator
    /// `(` after `min`.
    case openingParenthesis
    /// `,` before `@name` in `min(…)`.
    case comma
    /// `@` and a name of at most 64 ASCII letters and digits.
    case dateName
    /// `)`.
    case closingParenthesis
    /// Nothing more.
    case end
    /// A step on dates: hours come before any step that gives a date.
    case stepOnDates
    /// At most 8 steps.
    case fewerSteps
    /// A text of at most 256 bytes.
    case shorterText
  }

  /// The character at which reading stopped, from 1; one past the end when the text is too short.
  public let position: Int
  /// What was expected there.
  public let expected: Expected
  /// The rest of the word that stood there, at most 16 characters; empty at the end of the text.
  public let found: String

  /// One English sentence: position, expectation, finding.
  public var description: String {
    let seen = found.isEmpty ? "the text ends" : "'\(found)' stands"
    return "At character \(position), \(expected.english) is expected, but \(seen) there."
  }
}

extension DeadlineExpressionError.Expected {
  /// The expectation as an English noun phrase.
  public var english: String {
    switch self {
    case .step: "one of WD, CD, M, Y, H, ME, YE, D0"
    case .sign: "+ or -"
    case .plus: "+ (this unit counts forward only)"
    case .count: "a count from 0 to 99999, or n"
    case .countFromOne: "a count from 1 to 99999, or n"
    case .separator: "a space before the next step or 'roll', or the end"
    case .openingParenthesis: "( after min"
    case .comma: "a comma before @ and a date name"
    case .dateName: "@ and a date name of at most 64 letters and digits"
    case .closingParenthesis: ")"
    case .end: "the end of the expression"
    case .stepOnDates: "a step on dates (hours come first)"
    case .fewerSteps: "an expression of at most 8 steps"
    case .shorterText: "a text of at most 256 bytes"
    }
  }

  /// The expectation as a French noun phrase.
  public var french: String {
    switch self {
    case .step: "l'un des mots WD, CD, M, Y, H, ME, YE, D0"
    case .sign: "+ ou -"
    case .plus: "+ (cette unité ne se compte qu'en avant)"
    case .count: "un nombre de 0 à 99999, ou n"
    case .countFromOne: "un nombre de 1 à 99999, ou n"
    case .separator: "une espace avant l'étape suivante ou avant «\u{202F}roll\u{202F}», ou la fin"
    case .openingParenthesis: "( après min"
    case .comma: "une virgule avant @ et un nom de date"
    case .dateName: "@ et un nom de date d'au plus 64 lettres et chiffres"
    case .closingParenthesis: ")"
    case .end: "la fin de l'expression"
    case .stepOnDates: "une étape sur des dates (les heures viennent d'abord)"
    case .fewerSteps: "une expression d'au plus 8 étapes"
    case .shorterText: "un texte d'au plus 256 octets"
    }
  }
}
