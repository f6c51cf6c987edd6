/// A page of `Protocol/`, read for the examples it holds.
public struct ProtocolPage: Sendable {
  /// The whole page.
  public let text: String

  /// An example is not enclosed by exactly two marks.
  public struct MarksMissing: Error, CustomStringConvertible {
    /// What the page should have.
    public let description: String
  }

  /// Reads a page by its file name.
  public init(_ name: String) throws { text = try RepositoryFiles.text("Protocol/\(name)") }

  /// The lines between two marks `<!-- name -->`, fences of code blocks apart.
  /// - Throws: `MarksMissing`.
  public func lines(between mark: String) throws -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let marks = lines.indices.filter { lines[$0] == "<!-- \(mark) -->" }
    guard marks.count == 2 else {
      throw MarksMissing(description: "two lines `<!-- \(mark) -->` enclose the example, not \(marks.count)")
    }
    return lines[(marks[0] + 1)..<marks[1]].filter { !$0.hasPrefix("```") }
  }

  /// Whether the page says this, word for word.
  public func contains(_ part: String) -> Bool { text.contains(part) }
}
