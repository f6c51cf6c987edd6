import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension ActForm {
  /// Subcontracts.
  static let subcontracts: [ActForm] = [
    ActForm(
      "subcontract.record", on: "subcontract", creates: true, fr: "enregistrer un contrat de sous-traitance",
      en: "record a subcontract", roles: [.office, .auditor],
      inputs: [
        ActInput("party", .line, fr: "sous-traitant", en: "subcontractor", required: true),
        ActInput(
          "item", .choice(SubcontractItem.allCases.map { ActChoice($0.rawValue, $0.words) }),
          fr: "mention du contrat", en: "item of the contract", repeated: true),
      ] + termInputs + standingInputs,
      documents: LocalizedText(fr: "le contrat et ses huit mentions", en: "the contract with its eight items"),
      rules: ["R-QUAL-134", "R-QUAL-126", "R-QUAL-127", "R-QUAL-128", "R-QUAL-129", "R-QUAL-130", "R-QUAL-135"]
    ) { desk, contract, answers in
      [
        desk.write("party", on: contract, .string(answers.text("party") ?? "")),
        desk.write("terms", on: contract, object(termInputs, answers)),
        desk.write("standing", on: contract, object(standingInputs, answers)),
      ] + Set(answers.texts("item")).sorted().compactMap { desk.add("items", on: contract, .string($0)) }
    }
  ]

  private static let termInputs: [ActInput] = [
    ActInput("accepted", .day, fr: "mission acceptée le", en: "mission accepted on", required: true),
    ActInput("written", .flag, fr: "contrat écrit", en: "in writing"),
    ActInput(
      "service", .choice(SubcontractingCap.Service.Nature.allCases.map { ActChoice($0.rawValue, $0.words) }),
      fr: "prestation", en: "service"),
    ActInput("cpf", .flag, fr: "payée par le CPF", en: "paid by the CPF"),
    ActInput("edof", .flag, fr: "vendue par EDOF", en: "sold through EDOF"),
    ActInput(
      "share", .choice(Subcontract.Share.allCases.map { ActChoice($0.rawValue, $0.words) }),
      fr: "part confiée d'une prestation certifiante", en: "share entrusted of a certifying service"),
    ActInput("of-subcontractor", .flag, fr: "par un sous-traitant", en: "by a subcontractor"),
    ActInput("amount", .euros, fr: "montant sous-traité", en: "amount subcontracted"),
    ActInput("ordered", .day, fr: "commandée le", en: "ordered on"),
    ActInput("invoiced", .day, fr: "facturée le", en: "invoiced on"),
    ActInput("paid", .day, fr: "payée le", en: "paid on"),
  ]

  private static let standingInputs: [ActInput] = [
    ActInput("qualiopi", .flag, fr: "sous-traitant certifié Qualiopi", en: "subcontractor Qualiopi-certified"),
    ActInput("holder", .flag, fr: "détient la certification", en: "holds the certification"),
    ActInput("habilitated", .flag, fr: "habilité à former", en: "habilitated to train"),
    ActInput("micro-social", .flag, fr: "régime micro-social", en: "micro-social scheme"),
    ActInput("turnover", .euros, fr: "chiffre d'affaires du sous-traitant", en: "turnover of the subcontractor"),
    ActInput("delisted-from", .day, fr: "déréférencé depuis le", en: "delisted from"),
    ActInput("delisted-until", .day, fr: "déréférencé jusqu'au", en: "delisted until"),
    ActInput("checked", .flag, fr: "conformité vérifiée par le donneur d'ordres", en: "checked by the principal"),
  ]

  /// The answers to some inputs as one object, by their names; what was not answered is not there.
  private static func object(_ inputs: [ActInput], _ answers: ActAnswers) -> JSONValue {
    .sorted(
      inputs.compactMap { input -> (String, JSONValue)? in
        let value: JSONValue? =
          answers.flag(input.name).map { .bool($0) } ?? answers.cents(input.name).map { .integer($0) }
          ?? answers.day(input.name).map { .string($0.description) } ?? answers.text(input.name).map { .string($0) }
        return value.map { (input.name, $0) }
      })
  }
}
