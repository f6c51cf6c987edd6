import AuditModel

extension RuleChapter {
  /// What audits cost.
  static let fees = RuleChapter(
    fr: "Tarifs", en: "Fees",
    [
      RuleEntry(
        "R-QUAL-112", .fee, from: "Qualiopi FAQ planning",
        held: .computed(RulePlace.billing),
        fr: "Un jour d'audit coûte 980\u{202F}€, hors accord-cadre ou de réseau.",
        en: "An audit day costs €980, framework and network agreements apart."),
      RuleEntry(
        "R-QUAL-113", .fee, from: "Qualiopi FAQ planning",
        held: .computed(RulePlace.billing),
        fr: "Frais de mission par jour entamé : 80\u{202F}€ en monosite, 140\u{202F}€ en multisite.",
        en: "Mission costs per started day: €80 single-site, €140 multi-site."),
      RuleEntry(
        "R-QUAL-114", .fee, from: "Qualiopi FAQ planning",
        held: .computed(RulePlace.billing),
        fr: "L'outre-mer compte en multisite ; un auditeur venu de métropole, au coût réel.",
        en: "Overseas counts as multi-site; an auditor from mainland France is charged at actual cost."),
      RuleEntry(
        "R-QUAL-115", .fee, from: "Qualiopi FAQ planning",
        held: .computed(RulePlace.billing),
        fr: "Frais de dossier une fois par cycle : 120\u{202F}€ en monosite, 300\u{202F}€ en multisite.",
        en: "The file fee is due once a cycle: €120 single-site, €300 multi-site."),
      RuleEntry(
        "R-QUAL-116", .fee, from: "Qualiopi FAQ planning; FAQ certificate",
        held: .computed(RulePlace.billing),
        fr: "Modifier le certificat à la demande du client coûte 100\u{202F}€.",
        en: "A change of the certificate asked for by the client costs €100."),
      RuleEntry(
        "R-QUAL-117", .fee, from: "Qualiopi price; reconstruction",
        held: .shown(RulePlace.billing),
        fr: "Trois ans de certification coûtent au moins 1\u{202F}590\u{202F}€ hors taxes, mission en sus.",
        en: "Three years of certification cost €1,590 before tax at least, mission costs apart."),
      RuleEntry(
        "R-QUAL-118", .information, from: "Qualiopi price",
        held: .shown(RulePlace.billing),
        fr: "Le coût dépend du nombre de jours d'audit.",
        en: "The cost depends on the number of audit days."),
    ])
}
