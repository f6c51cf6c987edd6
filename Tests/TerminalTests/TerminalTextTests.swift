import AuditModel
import Foundation
import Terminal
import Testing

@Suite("text on its way to a terminal")
struct TerminalTextTests {
  @Test(arguments: [
    ("\u{1B}[2Jrm", "[U+1B][2Jrm"), ("\u{9B}31m", "[U+9B]31m"), ("\u{1B}]0;title\u{07}", "[U+1B]]0;title[U+7]"),
    ("a\u{202E}b", "a[U+202E]b"), ("a\nb", "a b"), ("é ✓ « œ »", "é ✓ « œ »"),
  ])
  func `control sequences and bidirectional overrides reach the terminal as their codes only`(
    raw: String, safe: String
  ) {
    #expect(SafeText(raw).description == safe)
  }

  @Test func `line breaks stay only where they are asked to`() {
    #expect(SafeText("a\nb", keepsLines: true).description == "a\nb")
  }

  @Test func `French marks get their narrow space once, and other spaces stay`() {
    let spaced = FrenchTypography.spaced("Dossier « A » : prêt ; ok ?")
    #expect(spaced == "Dossier «\u{202F}A\u{202F}»\u{202F}: prêt\u{202F}; ok\u{202F}?")
    #expect(FrenchTypography.spaced(spaced) == spaced)
  }

  @Test func `columns stay within the width of the screen and lose no word`() {
    let lines = SideBySide.lines([["un deux trois quatre"], ["cinq", "six"]], width: 30)
    #expect(lines.allSatisfy { $0.count <= 30 })
    for word in ["un", "deux", "trois", "quatre", "cinq", "six"] {
      #expect(lines.joined(separator: " ").contains(word))
    }
  }

  @Test(arguments: [("fr_FR.UTF-8", Language.french), ("en_GB.UTF-8", .english), ("C", .english)])
  func `the language is that of the locale, English without one`(locale: String, language: Language) {
    #expect(Console.language(["LANG": locale]) == language)
    #expect(Console.language(["LC_ALL": locale, "LANG": "xx"]) == language)
  }

  @Test func `a JSON answer carries no control sequence, and reads back as the same text`() throws {
    let raw = "{\"name\":\"a\u{9B}31m\u{202E}é\u{E0041}\"}"
    let safe = SafeText.insideJSON(raw)
    #expect(safe == "{\"name\":\"a\\u009b31m\\u202eé\\udb40\\udc41\"}")
    let read = try JSONDecoder().decode([String: String].self, from: Data(safe.utf8))
    #expect(read["name"] == "a\u{9B}31m\u{202E}é\u{E0041}")
  }
}
