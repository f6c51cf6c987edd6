/// Columns beside each other on an 80-column screen.
public enum SideBySide {
  /// Lays columns out, wrapping what is too long.
  /// - Parameter columns: the lines of each column, already safe for a terminal.
  public static func lines(_ columns: [[String]], width: Int = 80) -> [String] {
    guard !columns.isEmpty else { return [] }
    let each = max(12, (width - 3 * (columns.count - 1)) / columns.count)
    let wrapped = columns.map { column in column.flatMap { wrap($0, to: each) } }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { row in
      wrapped.map { column in
        let text = row < column.count ? column[row] : ""
        return text + String(repeating: " ", count: max(0, each - text.count))
      }.joined(separator: " │ ").trimmedRight
    }
  }

  /// Breaks at spaces; a word longer than the column is broken inside.
  public static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      var word = String(word)
      if line.isEmpty == false, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      while word.count > width {
        lines.append(String(word.prefix(width)))
        word = String(word.dropFirst(width))
      }
      line = line.isEmpty ? word : line + " " + word
    }
    lines.append(line)
    return lines
  }
}

extension String {
  fileprivate var trimmedRight: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
