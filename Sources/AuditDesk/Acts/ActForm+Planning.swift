import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

extension ActForm {
  /// From planning to the audit plan.
  static let planning: [ActForm] = [
    ActForm(
      "audit.plan", on: "audit", creates: true, fr: "planifier un audit", en: "plan an audit", roles: [.office],
      act: "audit.plan", inputs: AuditPlanForm.inputs,
      documents: LocalizedText(fr: "contrat signé", en: "signed contract"), deadline: .qual04,
      rules: [
        "T-QUAL-A02", "R-QUAL-27", "R-QUAL-35", "R-QUAL-36", "R-QUAL-37", "R-QUAL-38", "R-QUAL-45", "R-QUAL-49",
        "R-QUAL-58", "R-QUAL-60", "R-QUAL-65", "R-QUAL-86",
      ]
    ) { desk, audit, answers in AuditPlanForm.steps(desk, audit, answers) },
    ActForm(
      "audit.move", on: "audit", fr: "déplacer les dates d'un audit", en: "move the dates of an audit",
      roles: [.office], inputs: AuditPlanForm.dates,
      documents: LocalizedText(
        fr: "accord du client et de l'auditeur ; la notification est ensuite refaite et validée de nouveau",
        en: "agreement of client and auditor; the notice is then sent and validated again"),
      rules: ["R-QUAL-46", "R-QUAL-47"]
    ) { desk, audit, answers in AuditPlanForm.move(desk, audit, answers) },
    ActForm(
      "audit.name-auditor", on: "audit", fr: "nommer l'auditeur", en: "name the auditor", roles: [.office],
      act: "audit.name-auditor",
      inputs: [
        ActInput("lead", .person, fr: "responsable d'audit", en: "lead auditor"),
        ActInput("team", .person, fr: "auditeur de l'équipe", en: "auditor of the team", repeated: true),
        ActInput(
          "keep-request", .entity("mail"), fr: "courrier demandant à garder l'auditeur",
          en: "mail asking to keep the auditor"),
      ],
      documents: LocalizedText(
        fr: "demande écrite du client pour un deuxième cycle", en: "the client's written request for a second cycle"),
      rules: ["T-QUAL-A03", "R-ROLE-06", "R-ROLE-07", "R-ROLE-08", "R-ROLE-22"]
    ) { desk, audit, answers in
      let lead = answers.user("lead")
      let team = Set(answers.users("team") + (lead.map { [$0] } ?? [])).sorted()
      return [
        lead.flatMap { desk.writeIfNew("lead", on: audit, .string($0.description)) },
        answers.entity("keep-request").flatMap { desk.writeIfNew("keepRequest", on: audit, .string($0.description)) },
      ].compactMap { $0 } + leaving(desk, audit, lead: lead, team: team)
        + team.compactMap { desk.add("team", on: audit, .string($0.description)) }
    },
    replaceLead,
    ActForm(
      "audit.document", on: "audit", fr: "enregistrer une pièce du dossier préalable",
      en: "record a document of the pre-audit file", roles: [.office, .auditor],
      inputs: [
        ActInput("code", .choice(PlanningChoices.dueDocuments), fr: "pièce", en: "document", required: true),
        ActInput("mail", .entity("mail"), fr: "courrier qui l'apporte", en: "mail that brings it", required: true),
        ActInput("dated", .day, fr: "date de la pièce", en: "dated"),
        ActInput("current", .flag, fr: "à jour", en: "up to date"),
        ActInput("turnover", .euros, fr: "chiffre d'affaires porté", en: "turnover stated"),
      ], rules: ["R-QUAL-28", "R-QUAL-29", "R-QUAL-30", "R-QUAL-31", "R-QUAL-43"]
    ) { desk, audit, answers in
      guard let code = answers.text("code"), let document = audit.child("document", code) else { return [] }
      return [
        answers.entity("mail").flatMap { desk.writeIfNew("mail", on: document, .string($0.description)) },
        answers.day("dated").flatMap { desk.writeIfNew("dated", on: document, .string($0.description)) },
        answers.flag("current").flatMap { desk.writeIfNew("current", on: document, .bool($0)) },
        answers.cents("turnover").flatMap { desk.writeIfNew("turnoverCents", on: document, .integer($0)) },
      ].compactMap { $0 }
    },
    ActForm(
      "audit.notice", on: "audit", fr: "notifier l'audit", en: "send the audit notice", roles: [.office],
      act: "audit.notice",
      inputs: [
        ActInput("mail", .entity("mail"), fr: "courrier envoyé", en: "mail sent", required: true),
        ActInput(
          "contact", .line, fr: "contact donné au client, s'il n'est pas au plan",
          en: "contact given to the client, unless planned"),
      ],
      documents: LocalizedText(
        fr: "dossier préalable complet et à jour : BPF, organigramme, présentation, chiffre d'affaires, attestation",
        en: "complete and current pre-audit file: BPF, organisation chart, description, turnover, sworn statement"),
      rules: ["T-QUAL-A04", "R-QUAL-28", "R-QUAL-29", "R-QUAL-58", "R-QUAL-65"]
    ) { desk, audit, answers in
      [
        mailStep("notice", "mail", desk, audit, answers),
        answers.text("contact").flatMap { desk.writeIfNew("contact", on: audit, .string($0)) },
      ].compactMap { $0 }
    },
    ActForm(
      "audit.validate-notice", on: "audit", fr: "enregistrer la validation de la notification par le client",
      en: "record the client's validation of the notice", roles: [.office], act: "audit.validate-notice",
      inputs: [ActInput("mail", .entity("mail"), fr: "courrier du client", en: "mail of the client", required: true)],
      documents: LocalizedText(fr: "validation du client", en: "the client's validation"),
      rules: ["T-QUAL-A04", "R-QUAL-46", "R-QUAL-58"]
    ) { desk, audit, answers in [mailStep("validation", "mail", desk, audit, answers)].compactMap { $0 } },
    ActForm(
      "audit.send-plan", on: "audit", fr: "envoyer le plan d'audit", en: "send the audit plan", roles: [.auditor],
      act: "audit.send-plan",
      inputs: [ActInput("mail", .entity("mail"), fr: "courrier envoyé", en: "mail sent", required: true)],
      documents: LocalizedText(fr: "plan d'audit", en: "audit plan"), rules: ["T-QUAL-A05", "R-QUAL-59", "R-QUAL-60"]
    ) { desk, audit, answers in [mailStep("planSent", "mail", desk, audit, answers)].compactMap { $0 } },
    ActForm(
      "audit.cancel", on: "audit", fr: "annuler un audit qui n'a pas commencé", en: "cancel an audit not begun",
      roles: [.office], act: "audit.cancel",
      inputs: [ActInput("motive", .text, fr: "motif", en: "motive", required: true)], rules: ["R-QUAL-57"]
    ) { desk, audit, answers in
      [answers.text("motive").flatMap { desk.writeIfNew("cancellation", on: audit, .string($0)) }].compactMap { $0 }
    },
  ]

  /// Whoever was lead leaves the team when another is named: their competence no longer counts for or against it.
  private static func leaving(_ desk: CaptureDesk, _ audit: EntityID, lead: UserID?, team: [UserID]) -> [Operation] {
    guard let lead, let former = desk.shown("lead", of: audit)?.text.flatMap({ UserID($0) }), former != lead,
      !team.contains(former)
    else { return [] }
    let members = desk.fold.field("team", of: audit, schema: AuditSchema.current)?.members ?? []
    return members.filter { $0.value == .string(former.description) }
      .map { .remove("team", on: audit, value: $0.value, over: $0.additions) }
  }

  /// A lead who is gone is replaced: on the audit, or beside it once its report is presented and the audit frozen.
  private static let replaceLead = ActForm(
    "audit.replace-lead", on: "audit", fr: "remplacer le responsable d'audit", en: "replace the lead auditor",
    roles: [.office],
    inputs: [ActInput("lead", .person, fr: "nouveau responsable d'audit", en: "new lead auditor", required: true)],
    rules: ["R-ROLE-16", "R-QUAL-46"]
  ) { desk, audit, answers in
    guard let lead = answers.user("lead").map({ JSONValue.string($0.description) }) else { return [] }
    let state = desk.shown("stage", of: audit)?.text.flatMap(QualiopiAuditState.init(rawValue:))
    guard state?.isBefore(.reportProvisional) ?? true else {
      return [AuditNames.followUp(audit).flatMap { desk.writeIfNew("lead", on: $0, lead) }].compactMap { $0 }
    }
    return [desk.writeIfNew("lead", on: audit, lead), desk.add("team", on: audit, lead)].compactMap { $0 }
  }

  private static func mailStep(
    _ field: FieldName, _ input: String, _ desk: CaptureDesk, _ audit: EntityID, _ answers: ActAnswers
  ) -> Operation? {
    answers.entity(input).flatMap { desk.writeIfNew(field, on: audit, .string($0.description)) }
  }
}
