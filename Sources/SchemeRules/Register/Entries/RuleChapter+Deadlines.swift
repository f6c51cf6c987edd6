import AuditModel

extension RuleChapter {
  /// The deadlines of Qualiopi, told from the rows of `DeadlineTable.standard`.
  static let qualiopiDeadlines = RuleChapter(
    fr: "Échéances", en: "Deadlines",
    DeadlineTable.standard.rules.filter { $0.scheme == .qualiopi }.map { rule in
      let delay = rule.expression.words(from: rule.trigger)
      return RuleEntry(
        RegisterID(rule.id), .deadline, adoptedConsequences.contains(rule.id) ? .adopted : .source,
        from: rule.source, held: .deadline(rule.id),
        fr: "\(capitalized(delay.fr)) ; \(rule.consequence.fr).",
        en: "\(capitalized(delay.en)); \(rule.consequence.en).")
    })

  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// What follows these is a reading, not a source.
  private static let adoptedConsequences: Set<DeadlineID> = [.qual10]
}
