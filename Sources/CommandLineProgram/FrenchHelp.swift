/// The words of the argument parser in French: headings of the help and what it says of a command it cannot read.
///
/// The library speaks English only; a line that is none of these stands as it is.
enum FrenchHelp {
  private typealias Phrase = (english: Regex<AnyRegexOutput>, french: (Regex<AnyRegexOutput>.Match) -> String)

  /// The text with the parser's own lines in French.
  static func of(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
  }

  private static func line(_ line: String) -> String {
    if let heading = headings.first(where: { line.hasPrefix($0.english) }) {
      return heading.french + line.dropFirst(heading.english.count)
    }
    if line.hasSuffix(" SUBCOMMANDS:") { return line.dropLast(" SUBCOMMANDS:".count) + " :" }
    return phrases.reduce(line) { line, phrase in line.replacing(phrase.english, with: phrase.french) }
  }

  private static let headings: [(english: String, french: String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "USAGE : "), ("Usage: ", "Usage : "), ("ARGUMENTS:", "ARGUMENTS :"),
    ("OPTIONS:", "OPTIONS :"), ("Help: ", "Aide : "), ("SUBCOMMANDS:", "COMMANDES :"),
  ]

  /// In this order: the first word of an error comes before what it says.
  private static var phrases: [Phrase] {
    [
      phrase(#"^Error: "#) { _ in "Erreur : " },
      phrase(#"Show the version\."#) { _ in "Montrer la version." },
      phrase(#"Show help information\."#) { _ in "Montrer cette aide." },
      phrase(#" \(default\)$"#) { _ in " (défaut)" },
      phrase(#"See '(.+) help (.*)<subcommand>' for detailed help\."#) {
        "« \($0(1)) help \($0(2))COMMANDE » en dit plus."
      },
      phrase(#"See '(.+)' for more information\."#) { "« \($0(1)) » en dit plus." },
      phrase(#"Unknown option '(.+?)'"#) { "Option inconnue : « \($0(1)) »" },
      phrase(#"Did you mean '(.+?)'\?"#) { "Vouliez-vous dire « \($0(1)) » ?" },
      phrase(#"Missing expected argument '(.+?)'"#) { "Il manque « \($0(1)) »" },
      phrase(#"Missing value for '(.+?)'"#) { "Il manque la valeur de « \($0(1)) »" },
      phrase(#"The value '(.*?)' is invalid for '(.+?)'"#) { "« \($0(1)) » ne convient pas à « \($0(2)) »" },
      phrase(#"Unexpected argument '(.+?)'"#) { "Argument en trop : « \($0(1)) »" },
      phrase(#"(\d+) unexpected arguments: "#) { "\($0(1)) arguments en trop : " },
    ]
  }

  private static func phrase(_ pattern: String, _ french: @escaping ((Int) -> Substring) -> String) -> Phrase {
    do {
      return (
        try Regex(pattern), { match in french { place in match.output[place].substring ?? "" } }
      )
    } catch {
      preconditionFailure("the pattern \(pattern) does not read: \(error)")
    }
  }
}
