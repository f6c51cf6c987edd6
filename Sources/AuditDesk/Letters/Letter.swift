public import WorkingDays

/// A letter of the certifier, in French, ready to be read again and sent by a person.
///
/// Writing one records nothing: what was sent enters the mail register with its date (R-TIME-21).
public struct Letter: Sendable, Hashable {
  /// Which letter.
  public let kind: LetterKind
  /// The day it bears.
  public let day: CivilDate
  /// The subject line, one line.
  public let subject: String
  /// The paragraphs, in order.
  public let paragraphs: [String]

  /// The letter as plain text: the day, the subject, the paragraphs, with French spaces.
  public var text: String {
    let lines = ["Le \(FrenchDate.words(day))", "Objet : \(subject)"] + paragraphs
    return LetterText.plain(lines.joined(separator: "\n\n")) + "\n"
  }
}

/// What a letter is made of besides the dossier.
public struct LetterFrame: Sendable {
  /// The legal name of the body it goes to.
  public let body: String
  /// The certifier's name under the letter.
  public let certifier: String
  /// The day it bears.
  public let day: CivilDate

  /// Brings the three together.
  public init(body: String, certifier: String, day: CivilDate) {
    self.body = body
    self.certifier = certifier
    self.day = day
  }
}
