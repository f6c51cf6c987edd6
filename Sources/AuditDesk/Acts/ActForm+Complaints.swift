import AuditModel
import AuditSchema
import SchemeRules
import SyncCore

extension ActForm {
  /// Complaints and appeals (R-ROLE-21).
  static let complaints: [ActForm] = [
    ActForm(
      "complaint.record", on: "complaint", creates: true, fr: "enregistrer une réclamation ou un recours reçu",
      en: "record a complaint or an appeal received", roles: Role.staff,
      inputs: [
        ActInput("kind", .choice(ComplaintChoices.kinds), fr: "nature", en: "kind", required: true),
        ActInput("from", .line, fr: "auteur", en: "from", required: true),
        ActInput("about", .text, fr: "objet", en: "about", required: true),
        ActInput(
          "concerns", .entityOf(["audit", "decision", "correction"]),
          fr: "audit, décision ou reprise visés\u{202F}; rien pour toute la certification",
          en: "audit, decision or correction concerned; nothing for the whole certification"),
        ActInput("received", .entity("mail"), fr: "courrier reçu", en: "mail received", required: true),
      ],
      documents: LocalizedText(
        fr: "le courrier reçu, au registre du courrier", en: "the letter received, in the mail register"),
      rules: ["R-ROLE-21", "R-TIME-21"]
    ) { desk, complaint, answers in
      (["kind", "from", "about"] as [FieldName]).compactMap { field in
        answers.text(field.description).map { desk.write(field, on: complaint, .string($0)) }
      } + link("concerns", desk, complaint, answers) + link("received", desk, complaint, answers)
    },
    ActForm(
      "complaint.acknowledge", on: "complaint", fr: "lier l'accusé de réception envoyé à l'auteur",
      en: "link the acknowledgement sent to the author", roles: Role.staff,
      inputs: [
        ActInput("acknowledged", .entity("mail"), fr: "courrier envoyé", en: "mail sent", required: true)
      ], rules: ["R-ROLE-21", "R-TIME-21"]
    ) { desk, complaint, answers in link("acknowledged", desk, complaint, answers) },
    ActForm(
      "complaint.examine", on: "complaint", fr: "examiner une réclamation ou un recours et en dire la suite",
      en: "examine a complaint or an appeal and say its outcome", roles: [.decider], act: "complaint.examine",
      inputs: [ActInput("outcome", .text, fr: "suite donnée", en: "outcome", required: true)],
      rules: ["R-ROLE-21", "R-ROLE-18"]
    ) { desk, complaint, answers in
      // In the examiner's own name: the ruling makes it the complaint's, or nothing does.
      guard let examination = AuditNames.examination(complaint, by: desk.author.user) else { return [] }
      return answers.text("outcome").map { [desk.write("outcome", on: examination, .string($0))] } ?? []
    },
    ActForm(
      "complaint.notify", on: "complaint", fr: "lier le courrier qui notifie la suite à l'auteur",
      en: "link the letter that tells the author the outcome", roles: Role.staff,
      inputs: [ActInput("notified", .entity("mail"), fr: "courrier envoyé", en: "mail sent", required: true)],
      rules: ["R-ROLE-21", "R-TIME-21"]
    ) { desk, complaint, answers in link("notified", desk, complaint, answers) },
  ]

  private static func link(
    _ field: FieldName, _ desk: CaptureDesk, _ complaint: EntityID, _ answers: ActAnswers
  ) -> [Operation] {
    answers.entity(field.description).map { [desk.write(field, on: complaint, .string($0.description))] } ?? []
  }
}

/// The codes of the register of complaints.
enum ComplaintChoices {
  static let kinds = [
    ActChoice("complaint", fr: "réclamation", en: "complaint"), ActChoice("appeal", fr: "recours", en: "appeal"),
  ]
}
