import AuditModel
import SchemeRules
import SyncCore
import WorkingDays

extension ActForm {
  /// What the office holds of a dossier as a whole, and its contacts.
  static let dossier: [ActForm] = [
    ActForm(
      "dossier.describe", on: "dossier", fr: "décrire l'organisme dans son dossier",
      en: "describe the body in its dossier", roles: [.office],
      inputs: [
        ActInput(
          "structure", .choice(SiteStructure.allCases.map { ActChoice($0.rawValue, $0.words) }), fr: "structure",
          en: "structure"),
        ActInput("new-entrant", .flag, fr: "nouvel entrant", en: "new entrant"),
        ActInput("purchase-orders", .flag, fr: "commande par bon de commande", en: "orders by purchase order"),
        ActInput(
          "edof-year", .number(2024...2100), fr: "année du chiffre d'affaires EDOF", en: "year of EDOF turnover"),
        ActInput("edof-turnover", .euros, fr: "chiffre d'affaires EDOF de l'année", en: "EDOF turnover of the year"),
      ] + ServiceProfileForm.inputs, rules: ["R-QUAL-09", "R-QUAL-41", "R-QUAL-63", "R-QUAL-95", "R-QUAL-131"]
    ) { desk, dossier, answers in
      var steps: [Operation?] = [
        ServiceProfileForm.step(desk, dossier, answers),
        answers.text("structure").flatMap { desk.writeIfNew("structure", on: dossier, .string($0)) },
        answers.flag("new-entrant").flatMap { desk.writeIfNew("newEntrant", on: dossier, .bool($0)) },
        answers.flag("purchase-orders").flatMap { desk.writeIfNew("purchaseOrders", on: dossier, .bool($0)) },
      ]
      if let year = answers.number("edof-year"), let turnover = answers.cents("edof-turnover") {
        steps.append(desk.merge("edofTurnover", on: dossier, [(String(year), .integer(turnover))]))
      }
      return steps.compactMap { $0 }
    },
    ActForm(
      "funding.record", on: "dossier", fr: "enregistrer ce qui ouvre l'accès aux financeurs",
      en: "record what opens access to funders", roles: [.office],
      inputs: [
        ActInput("declaration-active", .flag, fr: "déclaration d'activité active", en: "activity declaration active"),
        ActInput("first-year", .number(1900...2100), fr: "première année d'activité", en: "first year of activity"),
        ActInput(
          "bpf-year", .number(1900...2100), fr: "année d'un BPF déposé", en: "year of a BPF filed", repeated: true),
        ActInput("capacity", .flag, fr: "moyens justifiés", en: "means proved"),
        ActInput(
          "training", .choice(EligibleTraining.allCases.map { ActChoice($0.rawValue, $0.words) }),
          fr: "action éligible", en: "eligible training", repeated: true),
        ActInput("habilitated", .flag, fr: "habilité par le certificateur", en: "habilitated by the certifier"),
        ActInput("compliant", .flag, fr: "en règle (droit, impôts, charges)", en: "in order (law, taxes, charges)"),
        ActInput(
          "directors-record", .flag, fr: "bulletin n° 3 des dirigeants vu", en: "directors' bulletin no. 3 seen"),
      ], deadline: .qual18, rules: ["R-QUAL-136", "R-QUAL-137"]
    ) { desk, dossier, answers in
      let flags = ["declaration-active", "capacity", "habilitated", "compliant", "directors-record"].compactMap {
        name in
        answers.flag(name).map { (name, JSONValue.bool($0)) }
      }
      let years = answers.numbers("bpf-year").compactMap { desk.add("bpfYears", on: dossier, .integer(Int64($0))) }
      let trainings = answers.texts("training")
      let members: [(String, JSONValue)] =
        flags + (answers.number("first-year").map { [("first-year", .integer(Int64($0)))] } ?? [])
        + (trainings.isEmpty ? [] : [("training", .array(Set(trainings).sorted().map { .string($0) }))])
      return (members.isEmpty ? [] : [desk.merge("funding", on: dossier, members)]) + years
    },
    ActForm(
      "contact.record", on: "contact", creates: true, fr: "enregistrer un interlocuteur de l'organisme",
      en: "record a contact of the body", roles: [.office, .auditor],
      inputs: [
        ActInput("name", .line, fr: "nom", en: "name", required: true),
        ActInput(
          "email", .line, fr: "adresse de courriel, identifiant de l'espace client",
          en: "e-mail address, the login of the client space", required: true),
        ActInput("phone", .line, fr: "téléphone", en: "telephone"),
        ActInput("recorded", .day, fr: "transmis à la planification le", en: "passed to planning on"),
      ], deadline: .qual15, rules: ["R-QUAL-102", "R-QUAL-103"]
    ) { desk, contact, answers in
      (["name", "email", "phone"] as [FieldName]).compactMap { field in
        answers.text(field.description).map { desk.write(field, on: contact, .string($0)) }
      } + (answers.day("recorded").map { [desk.write("recordedOn", on: contact, .string($0.description))] } ?? [])
    },
  ]
}
