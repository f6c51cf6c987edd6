import AuditModel
import SchemeRules
import Terminal

/// The register of rules laid out for a terminal.
enum RuleLines {
  private static let idWidth = 12
  private static let labelWidth = 12

  /// One entry after the other under the headings of their chapters, statements wrapped beside id and kind.
  static func list(_ chapters: [RuleChapter], in language: Language, width: Int = 80) -> [String] {
    let kindWidth = (RuleKind.allCases.map { $0.words.text(in: language).count }.max() ?? 0) + 2
    let indent = idWidth + kindWidth
    return chapters.flatMap { chapter in
      ["", chapter.title.text(in: language)]
        + chapter.entries.flatMap { entry in
          beside(
            padded(entry.id.description, to: idWidth) + padded(entry.kind.words.text(in: language), to: kindWidth),
            entry.statement.text(in: language), indent: indent, width: width)
        }
    }.dropFirst().map(\.self)
  }

  /// One entry whole: heading, statement, then a labelled line each.
  static func sheet(_ sheet: RuleSheet, in language: Language, width: Int = 80) -> [String] {
    [sheet.heading.text(in: language)]
      + SideBySide.wrap(sheet.statement.text(in: language), to: width) + [""]
      + sheet.lines.flatMap { line in
        beside(
          padded(line.label.text(in: language), to: labelWidth), line.text.text(in: language), indent: labelWidth,
          width: width)
      }
  }

  private static func beside(_ left: String, _ text: String, indent: Int, width: Int) -> [String] {
    let wrapped = SideBySide.wrap(text, to: width - indent)
    let blank = String(repeating: " ", count: indent)
    return wrapped.enumerated().map { ($0.offset == 0 ? left : blank) + $0.element }
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
