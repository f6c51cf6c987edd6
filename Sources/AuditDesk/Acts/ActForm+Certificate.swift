import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension ActForm {
  /// Certificate data and declared changes.
  static let certificate: [ActForm] = [
    ActForm(
      "situation.declare", on: "declaration", creates: true, fr: "enregistrer un changement déclaré par l'organisme",
      en: "record a change declared by the body", roles: [.office],
      inputs: [
        ActInput("subject", .choice(declaredSubjects), fr: "objet", en: "subject", required: true),
        ActInput("declared", .line, fr: "ce que l'organisme déclare", en: "what the body declares", required: true),
        ActInput("mail", .entity("mail"), fr: "courrier reçu", en: "mail received", required: true),
        ActInput("observation", .entity("situation"), fr: "changement constaté lié", en: "linked observed change"),
      ] + declarationItems, documents: fourItems, rules: ["R-ROLE-19", "R-QUAL-104", "R-QUAL-102"]
    ) { desk, declaration, answers in
      [
        desk.write("subject", on: declaration, .string(answers.text("subject") ?? "")),
        desk.write("declared", on: declaration, .string(answers.text("declared") ?? "")),
      ]
        + (["mail", "observation"] as [FieldName]).compactMap { field in
          answers.entity(field.description).map { desk.write(field, on: declaration, .string($0.description)) }
        } + itemSteps(desk, declaration, answers)
    },
    ActForm(
      "certificate.update", on: "declaration", fr: "modifier les données du certificat sur déclaration",
      en: "change the certificate's data on a declaration", roles: [.office], act: "certificate.update",
      inputs: declarationItems, documents: fourItems, rules: ["R-QUAL-104", "R-QUAL-105", "R-ROLE-19", "R-QUAL-100"]
    ) { desk, declaration, answers in itemSteps(desk, declaration, answers) },
    ActForm(
      "certificate.publish", on: "dossier", fr: "enregistrer la signature et la publication du certificat",
      en: "record the signature and publication of the certificate", roles: [.office],
      inputs: [
        ActInput("signed", .day, fr: "certificat signé le", en: "certificate signed on"),
        ActInput("published", .day, fr: "publié dans l'espace client le", en: "published in the client space on"),
        ActInput("listed", .day, fr: "porté à la liste publique le", en: "put on the public list on"),
      ], documents: LocalizedText(fr: "certificat signé", en: "signed certificate"), deadline: .qual16,
      rules: ["R-QUAL-97", "R-QUAL-110"]
    ) { desk, dossier, answers in
      let days = ["signed", "published", "listed"].compactMap { name in
        answers.day(name).map { ("\(name)On", JSONValue.string($0.description)) }
      }
      guard let title = AuditNames.title(dossier.localName), !days.isEmpty else { return [] }
      return [desk.merge("published", on: title, days)]
    },
  ]

  private static let fourItems = LocalizedText(
    fr: "nouveau Kbis, récépissé DREETS à jour, effet ou non sur les moyens et processus, date d'effet",
    en: "new Kbis, updated DREETS receipt, whether means and processes are affected, effective date")

  private static let declaredSubjects = [
    ActChoice("address", fr: "adresse", en: "address"), ActChoice("name", fr: "dénomination", en: "name"),
    ActChoice("director", fr: "dirigeant", en: "director"), ActChoice("contact", fr: "contact", en: "contact"),
  ]

  private static let declarationItems = [
    ActInput(
      "documents", .choice(UpdateCertificate.Item.documents.map { ActChoice($0.rawValue, $0.words) }),
      fr: "pièces reçues",
      en: "documents received", repeated: true),
    ActInput("noImpact", .flag, fr: "sans effet sur les moyens et processus", en: "no impact on means and processes"),
    ActInput("effectiveOn", .day, fr: "date d'effet", en: "effective on"),
  ]

  private static func itemSteps(_ desk: CaptureDesk, _ declaration: EntityID, _ answers: ActAnswers) -> [Operation] {
    answers.texts("documents").compactMap { desk.add("documents", on: declaration, .string($0)) }
      + [
        answers.flag("noImpact").map { desk.write("noImpact", on: declaration, .bool($0)) },
        answers.day("effectiveOn").map { desk.write("effectiveOn", on: declaration, .string($0.description)) },
      ].compactMap(\.self)
  }
}
