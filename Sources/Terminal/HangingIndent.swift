import AuditModel

/// A paragraph under a mark: the first line begins with the mark, the others under the text.
public enum HangingIndent {
  /// Lays a paragraph out; no line begins with a French mark that goes with the word before it.
  /// - Parameters:
  ///   - mark: what the first line begins with, spaces included, such as `  • 17  `.
  ///   - text: the paragraph, already safe for a terminal.
  ///   - width: columns of the screen.
  public static func lines(_ mark: String, _ text: String, width: Int = 80) -> [String] {
    let indent = String(repeating: " ", count: mark.count)
    let wrapped = SideBySide.wrap(FrenchTypography.spaced(text), to: max(12, width - mark.count))
    return wrapped.enumerated().map { index, line in (index == 0 ? mark : indent) + line }
  }
}
