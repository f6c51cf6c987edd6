import AuditModel

extension RuleChapter {
  /// The moves of a certificate.
  static let certificateTransitions = RuleChapter(
    fr: "Certificat : transitions", en: "Certificate: transitions",
    [
      RuleEntry(
        "T-QUAL-C01", .transition, from: "transitions §3.2.2",
        held: .guards(["decision.record"]),
        fr: "Délivrer : audit initial clos, majeures levées sur preuves reçues à temps, rapport répondu ; la "
          + "validité part de la date imprimée.",
        en: "Grant: initial audit closed, majors lifted on evidence in time, report answered; validity starts on "
          + "the printed date."),
      RuleEntry(
        "T-QUAL-C02", .transition, from: "transitions §3.2.2",
        held: .guards(["decision.record"]),
        fr:
          "Refuser : une majeure de l'audit initial n'est pas levée à temps ; un nouvel audit initial est nécessaire.",
        en: "Refuse: a major of the initial audit is not lifted in time; a new initial audit is needed."),
      RuleEntry(
        "T-QUAL-C03", .transition, from: "transitions §3.2.2",
        held: .guards(["decision.record"]),
        fr: "Maintenir : surveillance close sans majeure ouverte ; la fin de validité ne change pas.",
        en: "Maintain: surveillance closed with no open major; the end of validity stays."),
      RuleEntry(
        "T-QUAL-C04", .transition, .adopted, from: "transitions §3.2.2",
        held: .guards(["decision.record"]),
        fr: "Renouveler : audit de renouvellement clos sans majeure ouverte ; le nouveau cycle part de l'ancienne fin.",
        en: "Renew: renewal audit closed with no open major; the new cycle runs from the old end."),
      RuleEntry(
        "T-QUAL-C05", .transition, from: "transitions §3.2.2",
        held: .guards(["decision.record"]),
        fr: "Suspendre pour majeure non levée : par décision seulement, avec un délai et une condition.",
        en: "Suspend for a major not lifted: by decision only, with a delay and a condition."),
      RuleEntry(
        "T-QUAL-C06", .transition, from: "transitions §3.2.2",
        held: .guards(["decision.record"]),
        fr: "Suspendre faute de surveillance : proposé le lendemain de la fenêtre, décidé ensuite.",
        en: "Suspend for want of surveillance: proposed the day after the window, then decided."),
      RuleEntry(
        "T-QUAL-C07", .transition, from: "transitions §3.2.2",
        held: .guards(["decision.record"]),
        fr: "Rétablir : la condition de la lettre est remplie à temps.",
        en: "Reinstate: the condition of the letter is met in time."),
      RuleEntry(
        "T-QUAL-C08", .transition, from: "transitions §3.2.2",
        held: .guards(["decision.record"]),
        fr: "Retirer : la condition n'est pas remplie à temps ; l'organisme quitte la liste.",
        en: "Withdraw: the condition is not met in time; the body leaves the list."),
      RuleEntry(
        "T-QUAL-C09", .transition, from: "transitions §3.2.2",
        held: .automatic,
        fr: "Échoir : la fin de validité passe sans décision de renouvellement.",
        en: "Expire: validity ends without a decision to renew."),
      RuleEntry(
        "T-QUAL-C10", .transition, .adopted, from: "transitions §3.2.2",
        held: .guards(["decision.record"]),
        fr: "Étendre : avenant, et audit sur place s'il le faut ; la fin de validité ne change pas.",
        en: "Extend: an amendment, and an on-site audit if needed; the end of validity stays."),
      RuleEntry(
        "T-QUAL-C11", .transition, from: "transitions §3.2.2",
        held: .guards(["certificate.update"]),
        fr: "Mettre à jour les données : quatre pièces reçues et aucun effet sur moyens et processus, sinon "
          + "audit d'abord.",
        en: "Update the data: four documents received and no impact on means and processes, else an audit first."),
      RuleEntry(
        "T-QUAL-C12", .transition, from: "transitions §3.2.2",
        held: .guards(["decision.record"]),
        fr: "Renouveler après échéance : audit tenu avant la fin, majeures prouvées sous trois mois ; le cycle "
          + "part de la décision.",
        en: "Renew after expiry: audit held before the end, majors proved in three months; the cycle starts on "
          + "the decision."),
    ])
}
