import AuditModel
import SchemeRules
import SyncCore

extension ActForm {
  /// Presenting the report, the answer to it, its closing.
  static let reports: [ActForm] = [
    ActForm(
      "report.present", on: "audit", fr: "demander la présentation du rapport", en: "ask to present the report",
      roles: [.auditor], act: "report.present", inputs: [],
      documents: LocalizedText(
        fr: "cotations tranchées, preuve ou absence de preuve pour chaque non-conformité",
        en: "settled grades, evidence or its lack for each non-conformity"),
      deadline: .qual09,
      rules: ["R-QUAL-66", "R-ROLE-16", "R-QUAL-10", "R-QUAL-71", "R-QUAL-21", "R-QUAL-60", "T-QUAL-A08"]
    ) { _, _, _ in [] },
    ActForm(
      "report.sent", on: "audit", fr: "enregistrer l'envoi du rapport à l'organisme",
      en: "record the sending of the report to the body", roles: [.auditor, .office],
      inputs: [mailInput(fr: "courrier d'envoi", en: "mail it was sent by")],
      documents: LocalizedText(fr: "courrier d'envoi, au registre", en: "the mail it was sent by, in the register"),
      deadline: .qual09, rules: ["R-QUAL-66", "R-TIME-21"]
    ) { desk, audit, answers in
      guard let followUp = AuditNames.followUp(audit), let mail = answers.entity("mail") else { return [] }
      return [desk.write("presented", on: followUp, .sorted([("mail", .string(mail.description))]))]
    },
    ActForm(
      "report.answer", on: "audit", fr: "enregistrer la réponse de l'organisme au rapport",
      en: "record the body's answer to the report", roles: [.auditor, .office], act: "report.answer",
      inputs: [
        mailInput(fr: "courrier de réponse", en: "mail of the answer"),
        ActInput("validated", .flag, fr: "rapport validé", en: "report validated", required: true),
      ],
      documents: LocalizedText(
        fr: "rapport validé, plan d'action pour chaque non-conformité",
        en: "validated report, action plan for each non-conformity"),
      deadline: .qual10, rules: ["R-QUAL-67", "R-QUAL-89", "R-TIME-21", "T-QUAL-A09"]
    ) { desk, audit, answers in
      guard let followUp = AuditNames.followUp(audit), let mail = answers.entity("mail") else { return [] }
      return [
        desk.write(
          "answer", on: followUp,
          .sorted([
            ("mail", .string(mail.description)), ("validated", .bool(answers.flag("validated") ?? false)),
          ]))
      ]
    },
    ActForm(
      "report.await-evidence", on: "audit", fr: "mettre le rapport en attente des preuves",
      en: "have the report wait for evidence", roles: [.auditor], act: "report.await-evidence", inputs: [],
      deadline: .qual12, rules: ["T-QUAL-A11", "R-QUAL-81"]
    ) { _, _, _ in [] },
    ActForm(
      "report.close", on: "audit", fr: "clore le rapport", en: "close the report", roles: [.auditor],
      act: "report.close",
      inputs: [
        ActInput(
          "unanswered", .flag, fr: "aucune réponse de l'organisme dans son délai",
          en: "no answer of the body in its time")
      ],
      documents: LocalizedText(
        fr: "plans d'action pour les mineures, avis sur les preuves pour les majeures",
        en: "action plans for minors, a ruling on the evidence for majors"),
      deadline: .qual12,
      rules: ["R-QUAL-82", "R-QUAL-74", "R-QUAL-83", "R-QUAL-67", "R-QUAL-89", "T-QUAL-A10", "T-QUAL-A12"]
    ) { desk, audit, answers in
      // An answer that is recorded is never written over by the statement that none came.
      guard answers.flag("unanswered") ?? false, let followUp = AuditNames.followUp(audit),
        desk.shown("answer", of: followUp) == nil
      else { return [] }
      return [desk.write("answer", on: followUp, ReportAnswer.silence)]
    },
    ActForm(
      "report.submit", on: "audit", fr: "transmettre le rapport pour décision", en: "send the report to decision",
      roles: [.auditor], act: "report.submit", inputs: [],
      documents: LocalizedText(fr: "rapport clos", en: "closed report"), deadline: .qual14,
      rules: ["R-QUAL-82", "R-QUAL-92", "T-QUAL-A13"]
    ) { _, _, _ in [] },
  ]

  static func mailInput(fr: String, en: String) -> ActInput {
    ActInput("mail", .entity("mail"), fr: fr, en: en, required: true)
  }
}
