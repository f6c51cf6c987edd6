import AuditModel

extension RuleChapter {
  /// Which grade holds meanwhile, and how an expired certificate comes back.
  static let gradesAndRenewal = RuleChapter(
    fr: "Ordre des cotations et renouvellement tardif", en: "Order of grades and late renewal",
    [
      RuleEntry(
        "R-QUAL-141", .guard, .adopted, from: "§2.4",
        held: .computed(RulePlace.merge),
        fr: "Entre cotations différentes, la plus grave tient jusqu'à ce qu'on tranche ; « non applicable » ou « "
          + "non audité » face à une cotation est une divergence.",
        en: "Between grades that differ the graver holds until settled; “not applicable” or “not audited” "
          + "against a grade is a divergence."),
      RuleEntry(
        "R-QUAL-142", .state, .adopted, from: "Qualiopi FAQ planning",
        held: .guards(["decision.record"]),
        fr: "Un certificat échu revient en cycle neuf si l'audit précède la fin de validité et si ses majeures "
          + "sont prouvées sous trois mois ; rien n'est antidaté.",
        en: "An expired certificate returns as a new cycle if the audit came before the end and its majors are "
          + "proved within three months; nothing is back-dated."),
    ])
}
