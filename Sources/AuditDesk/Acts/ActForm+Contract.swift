import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension ActForm {
  /// Quote and contract, unpaid invoices, competences.
  static let contract: [ActForm] = [
    ActForm(
      "contract.record", on: "contract", creates: true, fr: "enregistrer un contrat, ou le compléter",
      en: "record a contract, or complete it", roles: [.office], inputs: contractInputs,
      documents: LocalizedText(fr: "NDA, Kbis, BPF, RIB", en: "NDA, Kbis, BPF, bank details"),
      rules: ["R-QUAL-26", "R-QUAL-39", "R-QUAL-41", "R-QUAL-42", "R-QUAL-45", "R-QUAL-56", "R-QUAL-63", "R-QUAL-106"]
    ) { desk, contract, answers in
      contractSteps(desk, contract, answers) + dossierSteps(desk, answers)
    },
    ActForm(
      "audit.contract", on: "audit", creates: true, fr: "enregistrer le contrat signé d'un audit",
      en: "record the signed contract of an audit", roles: [.office], act: "audit.contract",
      inputs: [
        ActInput("contract", .entity("contract"), fr: "contrat", en: "contract", required: true),
        ActInput(
          "mail", .entity("mail"), fr: "courrier du devis signé", en: "mail of the signed quote", required: true),
        ActInput("kind", .choice(PlanningChoices.kinds), fr: "nature de l'audit", en: "kind of audit"),
        ActInput("target", .month, fr: "mois visé", en: "month aimed at"),
      ],
      documents: LocalizedText(
        fr: "devis signé ; NDA, Kbis, BPF, RIB", en: "signed quote; NDA, Kbis, BPF, bank details"),
      rules: ["T-QUAL-A01", "R-QUAL-26", "R-QUAL-27", "R-QUAL-56"]
    ) { desk, audit, answers in
      guard let contract = answers.entity("contract"), let mail = answers.entity("mail") else { return [] }
      return [
        desk.writeIfNew("contract", on: audit, .string(contract.description)),
        desk.writeIfNew("signed", on: contract, .string(mail.description)),
        answers.text("kind").flatMap { desk.writeIfNew("kind", on: audit, .string($0)) },
        answers.text("target").flatMap { desk.writeIfNew("target", on: audit, .string($0)) },
      ].compactMap { $0 }
    },
    ActForm(
      "unpaid.record", on: "unpaid", creates: true, fr: "signaler une facture impayée", en: "report an unpaid invoice",
      roles: [.office],
      inputs: [
        ActInput("since", .day, fr: "impayée depuis le", en: "unpaid since", required: true),
        ActInput("amount", .euros, fr: "montant", en: "amount"),
      ], rules: ["R-QUAL-65"]
    ) { desk, unpaid, answers in
      [
        answers.day("since").map { desk.write("since", on: unpaid, .string($0.description)) },
        answers.cents("amount").map { desk.write("amountCents", on: unpaid, .integer($0)) },
      ].compactMap { $0 }
    },
    ActForm(
      "unpaid.settle", on: "unpaid", fr: "enregistrer le règlement d'une facture impayée",
      en: "record the payment of an unpaid invoice", roles: [.office],
      inputs: [ActInput("on", .day, fr: "réglée le", en: "paid on", required: true)], rules: ["R-QUAL-65"]
    ) { desk, unpaid, answers in
      [answers.day("on").map { desk.write("settledOn", on: unpaid, .string($0.description)) }].compactMap { $0 }
    },
    ActForm(
      "competence.record", on: "competence", creates: true, in: .directory,
      fr: "enregistrer la compétence d'un auditeur ou d'un expert décisionnaire",
      en: "record the competence of an auditor or a decision expert", roles: [.office],
      inputs: [
        ActInput("person", .person, fr: "personne", en: "person", required: true),
        ActInput("role", .choice(PlanningChoices.competenceRoles), fr: "fonction", en: "function", required: true),
        ActInput(
          "category", .choice(PlanningChoices.categories), fr: "catégorie d'actions", en: "action category",
          required: true, repeated: true),
        ActInput("from", .day, fr: "valable du", en: "in force from", required: true),
        ActInput("until", .day, fr: "valable jusqu'au", en: "in force until"),
        ActInput("proof", .line, fr: "justificatif", en: "proof", required: true),
      ], rules: ["R-ROLE-22"]
    ) { desk, competence, answers in
      guard let person = answers.user("person"), let from = answers.day("from") else { return [] }
      let until = answers.day("until").map { [("until", JSONValue.string($0.description))] } ?? []
      return [
        desk.write("person", on: competence, .string(person.description)),
        desk.write("role", on: competence, .string(answers.text("role") ?? "")),
        desk.write("categories", on: competence, .array(answers.codes("category"))),
        desk.write("period", on: competence, .sorted([("from", .string(from.description))] + until)),
        desk.write("proof", on: competence, .string(answers.text("proof") ?? "")),
      ]
    },
  ]

  private static let contractInputs: [ActInput] = [
    ActInput("quoted-on", .day, fr: "devis du", en: "quoted on"),
    ActInput(
      "category", .choice(PlanningChoices.categories), fr: "catégorie d'actions", en: "action category", repeated: true),
    ActInput(
      "duration", .count(PlanningChoices.kinds, 1...200), fr: "durée d'un audit, nature=demi-journées",
      en: "duration of an audit, kind=half-days", repeated: true),
    ActInput("site", .pair, fr: "site, mot=nom", en: "site, word=name", repeated: true),
    ActInput("cycle", .number(1...99), fr: "cycle", en: "cycle"),
    ActInput("option", .choice(PlanningChoices.options), fr: "option", en: "option", repeated: true),
    ActInput(
      "document", .choice(PlanningChoices.quoteDocuments), fr: "pièce du devis", en: "document of the quote",
      repeated: true),
    ActInput("turnover", .euros, fr: "chiffre d'affaires retenu", en: "turnover it rests on"),
    ActInput("day-price", .euros, fr: "prix du jour", en: "price of a day"),
    ActInput("amends", .entity("contract"), fr: "contrat modifié", en: "contract amended"),
    ActInput(
      "signed", .entity("mail"), fr: "courrier du devis ou de l'avenant signé",
      en: "mail of the signed quote or amendment"),
    ActInput("new-entrant", .flag, fr: "nouvel entrant", en: "new entrant"),
  ]

  private static func contractSteps(_ desk: CaptureDesk, _ contract: EntityID, _ answers: ActAnswers) -> [Operation] {
    let durations = answers.pairs("duration").compactMap { pair in
      Int64(pair.value).map { (pair.word, JSONValue.integer($0)) }
    }
    let sites = answers.pairs("site").map {
      JSONValue.sorted([("key", .string($0.word)), ("name", .string($0.value))])
    }
    let written: [(FieldName, JSONValue?)] = [
      ("quotedOn", answers.day("quoted-on").map { .string($0.description) }),
      ("categories", answers.isGiven("category") ? .array(answers.codes("category")) : nil),
      ("durations", durations.isEmpty ? nil : desk.merged("durations", of: contract, durations)),
      ("sites", sites.isEmpty ? nil : .array(sites)),
      ("cycle", answers.number("cycle").map { .integer(Int64($0)) }),
      ("options", answers.isGiven("option") ? .array(answers.codes("option")) : nil),
      ("turnoverCents", answers.cents("turnover").map { .integer($0) }),
      ("dayPriceCents", answers.cents("day-price").map { .integer($0) }),
      ("amends", answers.entity("amends").map { .string($0.description) }),
      ("signed", answers.entity("signed").map { .string($0.description) }),
    ]
    return written.compactMap { field, value in value.flatMap { desk.writeIfNew(field, on: contract, $0) } }
      + answers.codes("document").compactMap { desk.add("documents", on: contract, $0) }
  }

  /// What the contract tells of the body itself: new entrant (R-QUAL-41), one site or several (R-QUAL-63).
  private static func dossierSteps(_ desk: CaptureDesk, _ answers: ActAnswers) -> [Operation] {
    guard let dossier = desk.dossier else { return [] }
    let structure = SiteStructure.of(sites: answers.pairs("site").count)
    return [
      answers.flag("new-entrant").flatMap { desk.writeIfNew("newEntrant", on: dossier, .bool($0)) },
      structure.flatMap { desk.writeIfNew("structure", on: dossier, .string($0.rawValue)) },
    ].compactMap { $0 }
  }
}
