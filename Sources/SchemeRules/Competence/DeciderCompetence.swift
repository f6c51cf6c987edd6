/// Whoever decides is competent for every category of the audit on the day (R-ROLE-22).
enum DeciderCompetence {
  /// - Parameter gap: what is lacking; nil where the register is not to be seen.
  static func verdict(_ gap: CompetenceGap?) -> RuleVerdict {
    gap.map { $0.verdict(lacking: "competence-missing") }
      ?? .undeterminedHere("R-ROLE-22", needs: [.competenceRegister])
  }
}
