import AuditModel

/// The page `Protocol/rules.md`, written from the register.
///
/// Pure: the same register gives the same text, which ends with a line break.
public enum RuleRegisterPage {
  /// The command that writes the page, from the root of the project.
  public static let command = "constat rule page > Protocol/rules.md"

  /// The page in Markdown: English, with the French below.
  public static func text(_ chapters: [RuleChapter] = RuleRegister.qualiopiChapters) -> String {
    let head = """
      # Rules

      Every rule that Constat keeps for Qualiopi, by its id in the rulebook: `R-` rules, `T-` transitions, `DL-`
      deadlines, `A-` readings adopted where the sources are silent or at odds. `constat rule show R-QUAL-71` says the
      same of one rule on a terminal.

      Written from the register in the code (`Sources/SchemeRules/Register`), and compared with it by a test. After a
      change there: `\(command)`.

      A rule is held by the refusal of acts (named), by advice while writing, by a due date, by an automatic effect
      written once; it is computed, recorded or shown at the place named.

      | kind | entries |
      |---|---|

      """
    let entries = chapters.flatMap(\.entries)
    let kinds = RuleKind.allCases.map { kind in
      "| \(kind.rawValue)\(kind.tag.map { " (\($0))" } ?? "") | \(entries.count { $0.kind == kind }) |\n"
    }
    return head + kinds.joined() + "| all | \(entries.count) |\n" + chapters.map(table).joined()
  }

  private static func table(_ chapter: RuleChapter) -> String {
    """

    ## \(chapter.title.en) · \(chapter.title.fr)

    | id | kind | rule | held by | source |
    |---|---|---|---|---|

    """ + chapter.entries.map(row).joined()
  }

  private static func row(_ entry: RuleEntry) -> String {
    let held =
      entry.held.acts.isEmpty
      ? entry.held.words.en : "refusal of " + entry.held.acts.map { "`\($0)`" }.joined(separator: ", ")
    let cells = [
      entry.id.description, entry.kind.words.en, "\(entry.statement.en)<br>*\(entry.statement.fr)*", held,
      source(entry),
    ]
    return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }

  private static func source(_ entry: RuleEntry) -> String {
    var parts = entry.source.isEmpty ? [] : [entry.source]
    if entry.origin != .source { parts.append(entry.origin.words.en) }
    parts += entry.settings.map { name in
      "setting `\(name)`" + (RuleRegister.standardValue(of: name).map { " (\($0))" } ?? "")
    }
    return parts.joined(separator: "; ")
  }
}
