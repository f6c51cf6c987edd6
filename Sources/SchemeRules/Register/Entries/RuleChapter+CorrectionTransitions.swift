import AuditModel

extension RuleChapter {
  /// What is taken up again.
  static let correctionTransitions = RuleChapter(
    fr: "Corrections", en: "Corrections",
    [
      RuleEntry(
        "T-QUAL-X01", .transition, from: "transitions §3.2.9",
        held: .guards(["correction.record"]),
        fr: "Un état fondé sur des faits corrigés est maintenu, ou remplacé à compter d'une date, par une "
          + "nouvelle décision motivée.",
        en: "A state that rested on facts since corrected is maintained, or replaced from a date, by a new "
          + "decision with its motive.")
    ])
}
