import AuditDesk
import AuditModel
import AuditSchema
import SyncCore
import Testing

/// The life of the dossier: an initial audit to its certificate, then what comes beside and after.
extension FilledDossier {
  /// A dossier after every form was filled in.
  static func lived() async throws -> FilledDossier {
    let dossier = try await FilledDossier()
    try await dossier.competences()
    let (audit, contract, quote) = try await dossier.contracted()
    try await dossier.planned(audit, contract)
    try await dossier.held(audit)
    try await dossier.reported(audit)
    try await dossier.complained()
    try await dossier.decided(audit)
    try await dossier.beside(audit)
    try await dossier.takenUpAgain(contract, quote)
    return dossier
  }

  private func competences() async throws {
    for (person, role) in [(lead.user, "auditor"), (decider, "decider")] {
      try await fill(
        "competence.record",
        [
          "person": [person.description], "role": [role], "category": ["AF"], "from": ["01/01/2026"],
          "until": ["31/12/2028"], "proof": ["Dossier de compétence"],
        ])
    }
  }

  private func contracted() async throws -> (audit: EntityID, contract: String, quote: String) {
    let made = try await fill(
      "contract.record",
      [
        "quoted-on": ["02/02/2026"], "category": ["AF"], "duration": ["initial=3", "surveillance=2", "renewal=2"],
        "site": ["siege=Siège"], "cycle": ["1"], "document": ["nda", "kbis", "bpf", "rib"], "turnover": ["120000.00"],
      ], only: true)
    let contract = try #require(made).description
    let quote = try await letter("Devis signé", "in", on: "05/02/2026")
    let audit = try await fill(
      "audit.contract",
      ["contract": [contract], "mail": [quote], "kind": ["initial"], "target": ["03/2026"]])
    return (try #require(audit), contract, quote)
  }

  private func planned(_ audit: EntityID, _ contract: String) async throws {
    let days = ["from": ["10/03/2026"], "to": ["11/03/2026"]]
    try await fill(
      "audit.plan", on: audit,
      days.merging([
        "kind": ["initial"], "mode": ["on-site"], "place": ["12 rue des Essais, 75010 Paris"], "contract": [contract],
        "lead": [lead.user.description], "site": ["siege=Siège"], "sample": ["s1=Bureautique;2.5d"],
      ]) { $1 }, only: true)
    try await fill("audit.name-auditor", on: audit, ["lead": [lead.user.description]], only: true)
    try await fill("audit.move", on: audit, days, without: ["half-days"])
    let file = try await letter("Dossier préalable", "in", on: "16/02/2026")
    for code in ["bpf", "organisation-chart", "activity-description", "turnover-per-category", "sworn-statement"] {
      try await fill(
        "audit.document", on: audit,
        ["code": [code], "mail": [file], "dated": ["16/02/2026"], "turnover": ["120000.00"]])
    }
    let notice = try await letter("Notification", "out", on: "17/02/2026")
    try await fill("audit.notice", on: audit, ["mail": [notice], "contact": ["planification, 01 00 00 00 00"]])
    let validation = try await letter("Notification validée", "in", on: "19/02/2026")
    try await fill("audit.validate-notice", on: audit, ["mail": [validation]])
    let programme = try await letter("Programme des deux jours", "out", on: "02/03/2026", by: .lead)
    try await fill("audit.send-plan", on: audit, ["mail": [programme]], by: .lead)
  }

  /// The audit as its laptop captured it.
  private func held(_ audit: EntityID) async throws {
    func set(_ field: FieldName, _ entity: EntityID?, _ value: JSONValue) throws -> SyncCore.Operation {
      .set(field, on: try #require(entity), to: value, over: [], motive: nil)
    }
    let scope = try await fold().field("scope", of: audit, schema: AuditSchema.current)?.shown?.elements ?? []
    var steps = [try set("startedOn", audit, "2026-03-10")]
    for indicator in scope.compactMap(\.number) {
      let item = AuditNames.item(audit, indicator: Int(indicator))
      let grade: JSONValue = indicator == 17 ? "minor" : indicator == 32 ? "major" : "conform"
      steps.append(try set("grade", item, grade))
      if grade != "conform" { steps.append(try set("lack", item, "Aucune preuve présentée")) }
    }
    let observation = AuditNames.observation(audit, indicator: "17", site: "siege", sample: "s1")
    let evidence = audit.child("evidence", "E1")
    for sheet in AuditSheet.allCases {
      let entity = AuditNames.sheet(audit, sheet)
      steps += [
        try set("heldOn", entity, "2026-03-10"), try set("representative", entity, "La directrice"),
        .add("participants", on: try #require(entity), value: "Le formateur"),
        try set("remarks", entity, "Sans remarque"),
      ]
    }
    steps += [
      try set("text", observation, "Une salle sans chauffage"), try set("indicator", observation, "17"),
      try set("site", observation, "siege"), try set("sample", observation, "s1"),
      try set("title", evidence, "Bail"), try set("dated", evidence, "2026-01-05"), try set("held", evidence, "seen"),
      try set("shownBy", evidence, "La directrice"),
      .add("indicators", on: try #require(evidence), value: 17),
      .append(
        "interviews", on: audit, value: .sorted([("text", "Tout va."), ("with", "la directrice")]), answers: nil),
    ]
    let replica = try await lead.push(stream, steps).replica
    try await lead.push(
      stream,
      [try set("done", AuditNames.device(audit, replica), .sorted([("user", .string(lead.user.description))]))])
    try await lead.push(stream, [.request("audit.close", on: audit, seen: try await seen())])
    try await fill("audit.mark", on: audit, ["use": ["irregular"]], by: .lead)
  }

  private func reported(_ audit: EntityID) async throws {
    try await fill("report.present", on: audit, by: .lead)
    let report = try await letter("Rapport provisoire", "out", on: "17/03/2026", by: .lead)
    try await fill("report.sent", on: audit, ["mail": [report]], by: .lead)
    let answer = try await letter("Rapport validé et plans d'action", "in", on: "27/03/2026")
    let found = try await fold().standing(ofType: "nonconformity")
    try #require(found.count == 2)
    for one in found { try await fill("nonconformity.plan", on: one, ["mail": [answer]], by: .lead) }
    try await fill("report.answer", on: audit, ["mail": [answer]], by: .lead)
    try await fill("report.await-evidence", on: audit, by: .lead)
    let fold = try await fold()
    let major = try #require(
      found.first { fold.field("grade", of: $0, schema: AuditSchema.current)?.shown == "major" })
    let first = try await letter("Premières preuves", "in", on: "15/04/2026")
    try await fill("nonconformity.evidence", on: major, ["mail": [first], "handed-on": ["16/04/2026"]], by: .lead)
    try await fill("nonconformity.return", on: major, by: .lead)
    let second = try await letter("Preuves complètes", "in", on: "24/04/2026")
    try await fill("nonconformity.evidence", on: major, ["mail": [second]], only: true, by: .lead)
    try await fill("nonconformity.lift", on: major, by: .lead)
    try await fill("report.close", on: audit, by: .lead)
    try await fill("report.submit", on: audit, by: .lead)
  }

  private func complained() async throws {
    let received = try await letter("Réclamation", "in", on: "28/04/2026")
    let complaint = try await fill("complaint.record", ["received": [received]])
    try await fill("complaint.acknowledge", on: complaint)
    try await fill("complaint.examine", on: complaint, by: .decider)
    try await fill("complaint.notify", on: complaint)
  }

  private func decided(_ audit: EntityID) async throws {
    try await fill(
      "decision.record",
      [
        "measure": ["grant"], "audit": [audit.description], "validFrom": ["05/05/2026"], "validTo": ["05/05/2029"],
        "decidedOn": ["05/05/2026"], "number": ["QC-2026-001"], "remoteSurveillance": ["no"],
      ], without: ["condition", "effect", "until", "contract"], by: .decider)
    let dossier = try #require(AuditNames.dossier(Self.key))
    try await fill("certificate.publish", on: dossier)
    try await fill("order.record", on: audit)
    try await fill("audit.bill", on: audit)
    try await fill("billing.correct", ["amount": ["10.00"]])
  }

  private func beside(_ audit: EntityID) async throws {
    let dossier = try #require(AuditNames.dossier(Self.key))
    for form in ["dossier.describe", "funding.record", "dossier.record"] { try await fill(form, on: dossier) }
    try await fill("contact.record")
    try await fill("contract.record")
    let letter = try await letter("Changement de dénomination", "in", on: "01/05/2026")
    let declaration = try await fill(
      "situation.declare", ["subject": ["name"], "mail": [letter], "documents": ["kbis"]])
    try await fill("certificate.update", on: declaration, ["effectiveOn": ["30/04/2026"]])
    let unpaid = try await fill("unpaid.record")
    try await fill("unpaid.settle", on: unpaid)
    try await fill("subcontract.record")
    try await fill("mail.record", ["direction": ["out"]])
    try await fill("mail.correct", ["of": [letter]])
    try await fill("audit.replace-lead", on: audit)
  }

  /// A second audit, cancelled though it had begun: a decision expert takes it up again, and suspends the certificate.
  private func takenUpAgain(_ contract: String, _ quote: String) async throws {
    let second = try await fill(
      "audit.contract", ["contract": [contract], "mail": [quote], "kind": ["surveillance"]])
    try await fill("audit.plan", on: second, ["kind": ["surveillance"], "contract": [contract]], ending: .any)
    try await fill("audit.name-auditor", on: second, ending: .any)
    try await fill("audit.move", on: second)
    try await fill("audit.cancel", on: second)
    try await lead.push(
      stream, [.set("startedOn", on: try #require(second), to: "2026-05-04", over: [], motive: nil)])
    try await fill("correction.record", ["outcome": ["replaced"], "standing": ["inProgress"]], by: .decider)
    try await fill("decision.record", ["measure": ["suspend"]], without: ["audit"], by: .decider, ending: .any)
    try await dispute()
  }

  /// Two people of the office who say differently when a letter came.
  private func dispute() async throws {
    let letter = try #require(EntityID("mail/DISPUTED"))
    func set(_ field: FieldName, _ value: JSONValue) -> SyncCore.Operation {
      .set(field, on: letter, to: value, over: [], motive: nil)
    }
    let colleague = try await Laptop("Collègue", [.office], house.core)
    try await house.office.push(
      stream, [set("direction", "in"), set("received", "2026-04-01"), set("channel", "hand")])
    try await colleague.push(stream, [set("received", "2026-04-03"), set("channel", "registered")])
  }
}
