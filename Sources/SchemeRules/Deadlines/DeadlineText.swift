/// A short text about a deadline in the two languages people read, in the words of the field.
public struct DeadlineText: Sendable, Hashable {
  /// The French text.
  public let french: String
  /// The English text.
  public let english: String

  /// Creates a text from its two versions.
  public init(french: String, english: String) {
    self.french = french
    self.english = english
  }
}
