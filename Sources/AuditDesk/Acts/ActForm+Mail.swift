import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension ActForm {
  /// The mail register: entries, and corrections of their dates (R-TIME-21).
  static let mail: [ActForm] = [
    ActForm(
      "mail.record", on: "mail", creates: true, fr: "enregistrer un courrier reçu ou envoyé",
      en: "record a letter or e-mail received or sent", roles: Role.staff,
      inputs: [
        ActInput("direction", .choice(MailChoices.directions), fr: "sens", en: "direction", required: true)
      ] + mailInputs, rules: ["R-TIME-21", "R-TIME-14"]
    ) { desk, mail, answers in
      [desk.write("direction", on: mail, .string(answers.text("direction") ?? ""))] + mailSteps(desk, mail, answers)
    },
    ActForm(
      "mail.correct", on: "mail", creates: true, fr: "corriger les dates d'un courrier par une nouvelle entrée",
      en: "correct the dates of a mail item by a new entry", roles: Role.staff,
      inputs: [
        ActInput("of", .entity("mail"), fr: "courrier corrigé", en: "mail item corrected", required: true),
        ActInput("motive", .text, fr: "motif", en: "motive", required: true),
      ] + mailInputs, rules: ["R-TIME-21"]
    ) { desk, mail, answers in
      guard let named = answers.entity("of") else { return [] }
      let corrected = MailRegister(desk.fold).correctable(named)
      // What the correction does not say again stands as it was.
      let kept: [Operation] = (["direction"] + mailFields.map(\.field)).compactMap { field in
        guard !mailFields.contains(where: { $0.field == field && answers.isGiven($0.input) }),
          let value = desk.shown(field, of: corrected)
        else { return nil }
        return desk.write(field, on: mail, value)
      }
      return [
        desk.write("corrects", on: mail, .string(corrected.description)),
        desk.write("motive", on: mail, .string(answers.text("motive") ?? "")),
      ] + kept + mailSteps(desk, mail, answers)
    },
  ]

  private static let mailInputs: [ActInput] = [
    ActInput("about", .line, fr: "objet", en: "about"),
    ActInput("sender", .line, fr: "expéditeur", en: "sender"),
    ActInput("addressee", .line, fr: "destinataire", en: "addressee"),
    ActInput("channel", .choice(MailChoices.channels), fr: "voie", en: "channel"),
    ActInput("dated", .day, fr: "date portée", en: "dated"),
    ActInput("sent", .day, fr: "envoyé le", en: "sent on"),
    ActInput("sent-proof", .line, fr: "preuve de l'envoi", en: "proof of sending"),
    ActInput("received", .day, fr: "reçu le", en: "received on"),
    ActInput("received-proof", .line, fr: "preuve de la réception", en: "proof of receipt"),
    ActInput("acknowledged", .day, fr: "accusé de réception le", en: "acknowledged on"),
    ActInput("acknowledged-proof", .line, fr: "preuve de l'accusé de réception", en: "proof of acknowledgement"),
    ActInput(
      "file", .line, fr: "fichier, ou pièce du dossier où il est gardé",
      en: "file, or evidence or document of the dossier that holds it"),
    ActInput(
      "proves", .entityOf(MailChoices.carried), fr: "la décision, la reprise ou l'acte qu'il porte",
      en: "the decision, the correction or the act it carries"),
  ]

  /// The fields of an entry, each with the input it is filled in by.
  private static let mailFields: [(field: FieldName, input: String)] =
    ["about", "sender", "addressee", "channel", "dated", "sent", "received", "acknowledged", "file", "proves"]
    .map { ($0, $0.description) } + [
      ("sentProof", "sent-proof"), ("receivedProof", "received-proof"), ("acknowledgedProof", "acknowledged-proof"),
    ]

  private static func mailSteps(_ desk: CaptureDesk, _ mail: EntityID, _ answers: ActAnswers) -> [Operation] {
    mailFields.compactMap { field, input in
      let said =
        answers.text(input) ?? answers.day(input)?.description ?? answers.entity(input)?.description
      return said.map { desk.write(field, on: mail, .string($0)) }
    }
  }
}

/// The codes of the mail register.
enum MailChoices {
  static let directions = [
    ActChoice("in", fr: "reçu", en: "received"), ActChoice("out", fr: "envoyé", en: "sent"),
  ]
  static let channels = [
    ActChoice("letter", fr: "lettre", en: "letter"), ActChoice("registered", fr: "recommandé", en: "registered letter"),
    ActChoice("e-mail", fr: "courriel", en: "e-mail"), ActChoice("hand", fr: "remise en main propre", en: "by hand"),
    ActChoice("space", fr: "espace client", en: "client space"),
  ]
  /// What a letter may carry; those are frozen when it leaves, so that the letter names them.
  static let carried = [
    "decision", "correction", "audit", "followup", "nonconformity", "contract", "declaration", "complaint",
  ]
}
