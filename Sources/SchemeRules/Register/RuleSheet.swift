public import AuditModel

/// All there is to read of one entry, in words: what `constat rule show` says.
public struct RuleSheet: Sendable, Hashable {
  /// One line: what it is, and its content.
  public struct Line: Sendable, Hashable {
    /// What it is, such as « source ».
    public let label: LocalizedText
    /// The content.
    public let text: LocalizedText
  }

  /// The id and the kind.
  public let heading: LocalizedText
  /// The rule in one sentence.
  public let statement: LocalizedText
  /// Source, origin, schemes, settings, how it is held, acts, moves and delays, in this order; a label may come back.
  public let lines: [Line]

  /// Reads an entry.
  public init(_ entry: RuleEntry) {
    heading = LocalizedText(fr: "\(entry.id), \(entry.kind.words.fr)", en: "\(entry.id), \(entry.kind.words.en)")
    statement = entry.statement
    lines =
      [
        Self.source(entry),
        Line(label: LocalizedText(fr: "origine", en: "origin"), text: entry.origin.words),
        Self.schemes(entry),
      ]
      + entry.settings.map { Self.setting($0) }
      + [Line(label: LocalizedText(fr: "tenue par", en: "held by"), text: entry.held.words)]
      + entry.held.acts.map { Self.act($0) } + entry.moves.map { Self.move($0) }
      + entry.deadlines.map { Self.delay($0) }
  }

  private static func source(_ entry: RuleEntry) -> Line {
    Line(
      label: LocalizedText(fr: "source", en: "source"),
      text: entry.source.isEmpty
        ? LocalizedText(fr: "aucun document source", en: "no source document")
        : LocalizedText(fr: entry.source, en: entry.source))
  }

  private static func schemes(_ entry: RuleEntry) -> Line {
    let names = Scheme.allCases.filter(entry.schemes.contains).map(\.name).joined(separator: ", ")
    return Line(
      label: LocalizedText(fr: entry.schemes.count > 1 ? "dispositifs" : "dispositif", en: "scheme"),
      text: LocalizedText(fr: names, en: names))
  }

  private static func setting(_ name: String) -> Line {
    let text =
      RuleRegister.standardValue(of: name).map {
        LocalizedText(fr: "\(name) (par défaut : \($0))", en: "\(name) (default: \($0))").spaced
      } ?? LocalizedText(fr: name, en: name)
    return Line(label: LocalizedText(fr: "réglage", en: "setting"), text: text)
  }

  private static func act(_ name: String) -> Line {
    let text =
      ActCatalogue.act(named: name).map {
        LocalizedText(fr: "\(name), \($0.words.fr)", en: "\(name), \($0.words.en)")
      } ?? LocalizedText(fr: name, en: name)
    return Line(label: LocalizedText(fr: "acte", en: "act"), text: text)
  }

  private static func move(_ move: RuleMove) -> Line {
    let who = LocalizedText(
      fr: move.actors.map(\.words.fr).joined(separator: ", "), en: move.actors.map(\.words.en).joined(separator: ", "))
    return Line(
      label: LocalizedText(fr: "transition", en: "move"),
      text: LocalizedText(
        fr: "\(move.from.map { $0.fr + " → " } ?? "→ ")\(move.to.fr) ; \(who.fr)",
        en: "\(move.from.map { $0.en + " → " } ?? "→ ")\(move.to.en); \(who.en)"
      ).spaced)
  }

  private static func delay(_ rule: DeadlineRule) -> Line {
    let delay = rule.expression.words(from: rule.trigger)
    let who = LocalizedText(
      fr: rule.actors.map(\.name.fr).joined(separator: ", "), en: rule.actors.map(\.name.en).joined(separator: ", "))
    return Line(
      label: LocalizedText(fr: "échéance", en: "deadline"),
      text: LocalizedText(
        fr: "\(rule.id) (\(rule.expression)) : \(delay.fr) ; \(who.fr) ; \(rule.consequence.fr)",
        en: "\(rule.id) (\(rule.expression)): \(delay.en); \(who.en); \(rule.consequence.en)"
      ).spaced)
  }
}
