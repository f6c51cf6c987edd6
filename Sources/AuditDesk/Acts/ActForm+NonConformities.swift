import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

extension ActForm {
  /// Plans, evidence, lifting.
  static let nonConformities: [ActForm] = [
    ActForm(
      "nonconformity.plan", on: "nonconformity", fr: "enregistrer le plan d'action de l'organisme",
      en: "record the body's action plan", roles: [.auditor, .office], act: "nonconformity.plan",
      inputs: [
        mailInput(fr: "courrier du plan", en: "mail of the plan"),
        ActInput("plan", .text, fr: "plan d'action", en: "plan"),
      ],
      documents: LocalizedText(fr: "plan d'action de cette non-conformité", en: "action plan of this non-conformity"),
      deadline: .qual10, rules: ["R-QUAL-75", "R-QUAL-79", "R-QUAL-67", "T-QUAL-N02"]
    ) { desk, nonConformity, answers in
      guard let mail = answers.entity("mail") else { return [] }
      return [desk.write("planMail", on: nonConformity, .string(mail.description))]
        + (answers.text("plan").map { [desk.write("plan", on: nonConformity, .string($0))] } ?? [])
    },
    ActForm(
      "nonconformity.evidence", on: "nonconformity", fr: "enregistrer des preuves reçues",
      en: "record evidence received", roles: [.auditor, .office], act: "nonconformity.evidence",
      inputs: [
        ActInput("mail", .entity("mail"), fr: "courrier qui les porte", en: "mail that carries it", repeated: true),
        ActInput("handed-on", .day, fr: "remises à l'auditeur le", en: "handed to the auditor on"),
        ActInput("to", .person, fr: "remises à", en: "handed to"),
        ActInput("evidence", .entity("audit/evidence"), fr: "preuve saisie", en: "evidence captured"),
      ],
      documents: LocalizedText(
        fr: "preuves propres à cette non-conformité\u{202F}; pour une mineure, le délai est celui de DL-QUAL-11",
        en: "evidence of this non-conformity; for a minor the delay is that of DL-QUAL-11"),
      deadline: .qual12, rules: ["R-QUAL-81", "R-QUAL-76", "R-QUAL-79", "R-QUAL-75", "T-QUAL-N03"]
    ) { desk, nonConformity, answers in
      let letters = answers.entities("mail").map { JSONValue.sorted([("mail", .string($0.description))]) }
      let handed = answers.day("handed-on").map { handedOver(on: $0, desk, answers) }
      return (letters + [handed].compactMap { $0 }).compactMap { desk.add("evidence", on: nonConformity, $0) }
    },
    ActForm(
      "nonconformity.lift", on: "nonconformity", fr: "lever une non-conformité sur ses preuves",
      en: "lift a non-conformity on its evidence", roles: [.auditor], act: "nonconformity.lift",
      inputs: [
        ActInput(
          "on", .evidence, fr: "preuve retenue\u{202F}: courrier, preuve ou jour de remise",
          en: "evidence relied on: mail item, evidence or day handed over", repeated: true)
      ],
      documents: LocalizedText(
        fr: "plan d'action et preuves reçus\u{202F}; sans précision, toutes les preuves sont retenues",
        en: "plan and evidence received; unless named, all evidence is relied on"),
      deadline: .qual12, rules: ["R-QUAL-82", "R-QUAL-75", "R-QUAL-79", "R-QUAL-73", "T-QUAL-N04", "T-QUAL-N08"]
    ) { desk, nonConformity, answers in
      [assess(nonConformity, "sufficient", on: answers.texts("on"), reason: nil, desk)]
    },
    ActForm(
      "nonconformity.return", on: "nonconformity", fr: "renvoyer des preuves insuffisantes",
      en: "send insufficient evidence back", roles: [.auditor], act: "nonconformity.return",
      inputs: [ActInput("reason", .text, fr: "ce qui manque", en: "what is missing", required: true)],
      documents: LocalizedText(fr: "preuves reçues", en: "evidence received"), deadline: .qual12,
      rules: ["R-QUAL-82", "T-QUAL-N04"]
    ) { desk, nonConformity, answers in
      [assess(nonConformity, "insufficient", on: [], reason: answers.text("reason"), desk)]
    },
  ]

  private static func handedOver(on day: CivilDate, _ desk: CaptureDesk, _ answers: ActAnswers) -> JSONValue {
    .sorted(
      [
        ("handedOn", .string(day.description)),
        ("to", .string((answers.user("to") ?? desk.author.user).description)),
      ] + (answers.entity("evidence").map { [("evidence", .string($0.description))] } ?? []))
  }

  /// The ruling names the evidence it rests on, so that what comes later changes nothing of it.
  private static func assess(
    _ nonConformity: EntityID, _ found: String, on references: [String], reason: String?, _ desk: CaptureDesk
  ) -> Operation {
    let held = NonConformityReading.evidence(on: nonConformity, in: desk.fold)
    let named = references.isEmpty ? held : references
    return desk.write(
      "assessment", on: nonConformity,
      .sorted(
        [("found", .string(found)), ("on", .array(named.sorted().map { .string($0) }))]
          + (reason.map { [("reason", .string($0))] } ?? [])))
  }
}
