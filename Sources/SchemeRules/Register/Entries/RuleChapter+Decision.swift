import AuditModel

extension RuleChapter {
  /// Who decides, on what, and what is invoiced.
  static let decision = RuleChapter(
    fr: "Décision et facturation", en: "Decision and billing",
    [
      RuleEntry(
        "R-QUAL-88", .authority, from: "Qualiopi audit types; FAQ planning",
        held: .guards(["decision.record"]),
        fr: "Un expert décisionnaire qualifié, ou la commission, décide sur le rapport.",
        en: "A qualified decision expert, or the committee, decides on the report."),
      RuleEntry(
        "R-QUAL-89", .state, from: "Qualiopi ten steps 10",
        held: .guards(["report.submit"]),
        fr: "Sans non-conformité, la validation du client suffit pour décider.",
        en: "Without non-conformity the client's validation is enough to decide."),
      RuleEntry(
        "R-QUAL-90", .state, from: "Qualiopi FAQ planning",
        held: .recorded(RulePlace.dossierPage),
        fr: "La décision initiale ou de renouvellement dit si la surveillance peut se tenir à distance.",
        en: "An initial or renewal decision says whether the next surveillance may be remote."),
      RuleEntry(
        "R-QUAL-91", .notification, from: "Qualiopi FAQ after audit",
        held: .recorded(RulePlace.mailRegister),
        fr: "La décision donne une lettre et un courriel, suivis de courriels pour le certificat et la facture.",
        en: "A decision brings a letter and an e-mail, then e-mails for the certificate and the invoice."),
      RuleEntry(
        "R-QUAL-92", .notification, from: "Qualiopi FAQ after audit",
        held: .recorded(RulePlace.mailRegister),
        fr: "L'auditeur reçoit un accusé quand le rapport part en décision.",
        en: "The auditor gets an acknowledgement when the report goes to decision."),
      RuleEntry(
        "R-QUAL-93", .deadline, from: "Qualiopi FAQ after audit",
        held: .deadline(.qual14),
        fr: "Un dossier sans majeure se traite en trois semaines environ, à titre indicatif.",
        en: "A file without majors takes about three weeks; this is indicative."),
      RuleEntry(
        "R-QUAL-94", .fee, from: "Qualiopi FAQ after audit",
        held: .guards(["audit.bill", "billing.correct"]),
        fr: "Chaque audit est facturé quand le dossier passe en décision.",
        en: "Each audit is invoiced when its file goes to decision."),
      RuleEntry(
        "R-QUAL-95", .document, from: "Qualiopi FAQ after audit",
        held: .recorded(RulePlace.billing),
        fr: "Un bon de commande précède l'audit, avec SIRET, numéro et service payeur ; sinon la facture part sans.",
        en: "A purchase order comes before the audit with SIRET, number and paying department; otherwise the "
          + "invoice does without."),
      RuleEntry(
        "R-QUAL-96", .information, from: "Qualiopi FAQ after audit",
        held: .shown(RulePlace.billing),
        fr: "Avec ces trois éléments la facture se transmet d'elle-même ; aucun dépôt manuel.",
        en: "With these three items the invoice travels by itself; nothing is deposited by hand."),
    ])
}
