import AuditDesk
import AuditModel
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// The letters Constat writes from a dossier (RULEBOOK §3.2.7).
struct LetterTests {
  private let frame = LetterFrame(
    body: "Les Ateliers du Pont", certifier: "Certification Horizon", day: CivilDate("2026-09-01")!)

  private func letter(_ kind: LetterKind, _ entity: EntityID, _ world: OfficeWorld) throws -> String {
    try kind.letter(from: entity, in: world.fold, frame, person: OfficeWorld.name).text
  }

  private func fault(_ kind: LetterKind, _ entity: EntityID, _ world: OfficeWorld) -> LetterFault? {
    do throws(LetterFault) {
      _ = try kind.letter(from: entity, in: world.fold, frame, person: OfficeWorld.name)
      return nil
    } catch {
      return error
    }
  }

  @Test func `the notice of an audit says kind, days, mode, people and what the body may ask`() throws {
    let text = try letter(.auditNotice, OfficeWorld.audit, .lapsedMajor())
    for words in [
      "Le 1er septembre 2026", "Les Ateliers du Pont", "du 12 mai 2026 au 13 mai 2026", "Claude Renaud",
      "à garder l'auditeur précédent ou à en changer", "Certification Horizon",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test func `R-QUAL-58 the notice names whom the client may call`() throws {
    var world = OfficeWorld.lapsedMajor()
    world.set(OfficeWorld.audit, ["contact": "Camille Thévenet, 01 99 00 12 34"])
    #expect(
      try letter(.auditNotice, OfficeWorld.audit, world).contains(
        "Votre contact pour cet audit\u{202F}: Camille Thévenet, 01 99 00 12 34."))
  }

  @Test func `A-94 DL-QUAL-12 an older certificate's end cuts no delay in the report letter of an initial audit`()
    throws
  {
    var world = OfficeWorld.lapsedMajor()
    world.set(EntityID("dossier/\(OfficeWorld.siren)")!, ["certificateEnd": "2026-07-01"])
    world.set(OfficeWorld.audit, ["kind": "initial"])
    #expect(try letter(.reportSent, OfficeWorld.audit, world).contains("au plus tard le 13 août 2026"))
    world.set(OfficeWorld.audit, ["kind": "renewal"])
    #expect(try letter(.reportSent, OfficeWorld.audit, world).contains("au plus tard le 1er juillet 2026"))
  }

  @Test func `the letter of the report lists each non-conformity with its last day for evidence`() throws {
    let text = try letter(.reportSent, OfficeWorld.audit, .lapsedMajor())
    #expect(text.contains("- indicateur 4\u{202F}: majeure, preuves attendues au plus tard le 13 août 2026"))
    #expect(text.contains("Vous avez 10 jours calendaires à compter"))
  }

  @Test func `R-ROLE-17 a decision letter carries reasons, author, date and legal basis`() throws {
    let text = try letter(.decision, OfficeWorld.decision, .decided())
    for words in [
      "Motifs\u{202F}: La majeure n'est pas levée.", "Prise le 21 août 2026 par Dominique Vasseur",
      "Fondement\u{202F}: règles de certification\n", "- T-QUAL-C02\u{202F}: ", "défavorable",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test(arguments: ["motive", "decidedOn"] as [FieldName])
  func `R-ROLE-17 a decision letter that would lack its reasons or its date is not written`(field: FieldName) {
    var world = OfficeWorld.lapsedMajor()
    world.write(.server, on: "2026-08-20", [.state("stage", on: OfficeWorld.audit, to: "inDecision", over: [])])
    var values: [FieldName: JSONValue] = [
      "audit": "audit/A1", "outcome": "unfavourable", "motive": "x", "decidedOn": "2026-08-21",
    ]
    values[field] = nil
    world.set(OfficeWorld.decision, by: OfficeWorld.decider, values)
    let id = world.write(
      OfficeWorld.decider, on: "2026-08-21", [.request("decision.record", on: OfficeWorld.decision, seen: world.seen)])
    world.write(
      .server, on: "2026-08-21",
      [.rule(Ruling(request: id, verdict: .accepted, rules: ["T-QUAL-A13"], pack: "none", reasons: .null))])
    guard case .missing(let what) = fault(.decision, OfficeWorld.decision, world) else {
      Issue.record("the letter was written")
      return
    }
    #expect(what.fr.contains(field == "motive" ? "motif" : "date"))
  }

  @Test func `R-ROLE-17 a favourable decision without reasons has its letter all the same`() throws {
    var world = OfficeWorld.lapsedMajor()
    world.set(
      OfficeWorld.decision, by: OfficeWorld.decider,
      ["audit": "audit/A1", "outcome": "favourable", "decidedOn": "2026-08-21"])
    let id = world.write(
      OfficeWorld.decider, on: "2026-08-21", [.request("decision.record", on: OfficeWorld.decision, seen: world.seen)])
    world.write(
      .server, on: "2026-08-21",
      [.rule(Ruling(request: id, verdict: .accepted, rules: ["T-QUAL-A13"], pack: "none", reasons: .null))])
    let text = try letter(.decision, OfficeWorld.decision, world)
    #expect(text.contains("Prise le 21 août 2026") && !text.contains("Motifs"))
  }

  @Test func `R-QUAL-91 an outgoing letter says which decision it carries, and a correction of its dates keeps it`()
    throws
  {
    var world = OfficeWorld.decided()
    let mail = try world.fill(
      "mail.record", ["direction": "envoyé", "sent": "2026-08-22", "proves": OfficeWorld.decision.description])
    #expect(MailRegister(world.fold).isSent(for: OfficeWorld.decision))
    let later = try world.fill(
      "mail.correct", ["of": mail.description, "motive": "le cachet dit le 23", "sent": "2026-08-23"])
    #expect(world.text("proves", of: later) == OfficeWorld.decision.description)
    #expect(MailRegister(world.fold).isSent(for: OfficeWorld.decision))
  }

  @Test func `a letter tells nothing the server has not accepted, and says so in both languages`() throws {
    var world = OfficeWorld.lapsedMajor()
    world.set(OfficeWorld.decision, ["audit": "audit/A1", "outcome": "unfavourable", "motive": "x"])
    let found = try #require(fault(.decision, OfficeWorld.decision, world))
    #expect(found == .notAccepted(OfficeWorld.decision))
    #expect(found.sentence.fr.contains("Synchronisez"))
    #expect(found.sentence.en.contains("Sync"))
    let wrong = try #require(fault(.decision, OfficeWorld.audit, world))
    #expect(wrong.sentence.fr.contains("decision/…"))
    #expect(wrong.sentence.en.contains("decision/…"))
    let missing = try #require(fault(.auditNotice, EntityID("audit/A9")!, world))
    #expect(missing.sentence.fr.contains("il manque au dossier les dates de l'audit"))
    #expect(missing.sentence.en.contains("the days of the audit"))
  }

  @Test func `R-QUAL-84 DL-QUAL-13 a suspension letter states the condition and the delay`() throws {
    let world = OfficeWorld.decided(
      kind: "surveillance",
      [
        "measure": "suspend", "condition": .sorted([("text", "lever la majeure de l'indicateur 4")]),
      ])
    let text = try letter(.suspension, OfficeWorld.decision, world)
    #expect(text.contains("suspendu à compter du 21 août 2026"))
    #expect(text.contains("Condition à remplir\u{202F}: lever la majeure de l'indicateur 4"))
    #expect(text.contains("jusqu'au 21 novembre 2026 inclus"))
    guard case .missing(let what) = fault(.suspension, OfficeWorld.decision, .decided()) else {
      Issue.record("a suspension letter was written from another decision")
      return
    }
    #expect(what.fr.contains("mesure de suspension"))
  }

  @Test func `R-TIME-19 DL-QUAL-13 a letter counts its delay by the settings in force at its trigger`() throws {
    let world = OfficeWorld.decided(
      kind: "surveillance",
      ["measure": "suspend", "condition": .sorted([("text", "lever la majeure de l'indicateur 4")])])
    // 21 November 2026 is a Saturday.
    for (from, words) in [("2026-08-22", "jusqu'au 21 novembre 2026"), ("2026-08-21", "jusqu'au 23 novembre 2026")] {
      var directory = StreamFold(stream: .directory)
      directory.apply(
        Change(
          id: ChangeID(replica: ReplicaID(bits: 9), seq: 1), salt: String(repeating: "0", count: 26), time: 1,
          by: UserID("u-office")!, stream: .directory,
          operations: [
            .add(
              "values", on: try #require(SettingValue.entity("rollover")),
              value: SettingValue(from: try #require(CivilDate(from)), text: "nextWorkingDay").json)
          ]))
      let letter = try LetterKind.suspension.letter(
        from: OfficeWorld.decision, in: world.fold, directory: directory, frame, person: OfficeWorld.name)
      #expect(letter.text.contains(words))
    }
  }

  @Test func `R-ROLE-18 a correction letter says what is cancelled, what replaces it, from when and why`() throws {
    var world = try OfficeWorld.reopened()
    let correction = try world.fill(
      "correction.record", by: OfficeWorld.second, roles: [.decider],
      [
        "of": "nonconformity/A1.4", "outcome": "replaced", "standing": "evidenceReceived", "from": "2026-08-12",
        "motive": "Preuve reçue à temps.", "valid-until": "2029-09-01",
      ])
    #expect(fault(.correction, correction, world) == .notAccepted(correction))
    world.rule(on: correction, roles: [.decider])
    let text = try letter(.correction, correction, world)
    for words in [
      "est annulé", "13 août 2026", "à compter du 12 août 2026\u{202F}: preuves reçues", "Preuve reçue à temps.",
      "Camille Thévenet", "- T-QUAL-X01\u{202F}: ", "- R-ROLE-18\u{202F}: ", "fin de validité le 1er septembre 2029",
    ] { #expect(text.contains(words), "\(words)") }

    var maintained = try OfficeWorld.reopened()
    let second = try maintained.fill(
      "correction.record", by: OfficeWorld.second, roles: [.decider],
      ["of": "nonconformity/A1.4", "outcome": "maintenu", "motive": "Preuve insuffisante."])
    maintained.rule(on: second, roles: [.decider])
    #expect(try letter(.correction, second, maintained).contains("est maintenu"))
  }

  @Test func `R-ROLE-21 the acknowledgement says what was received, when, and who will examine it`() throws {
    var world = OfficeWorld()
    let mail = try world.fill("mail.record", ["direction": "in", "received": "2026-08-30"])
    let complaint = try world.fill(
      "complaint.record",
      ["kind": "recours", "from": "Les Ateliers du Pont", "about": "la suspension", "received": mail.description])
    let text = try letter(.complaintAcknowledgement, complaint, world)
    #expect(text.contains("reçu le 30 août 2026 votre recours"))
    #expect(text.contains("ni à l'audit, ni à sa relecture, ni à la décision"))
  }

  @Test func `what people typed cannot break a letter apart`() throws {
    var world = OfficeWorld.lapsedMajor()
    world.set(OfficeWorld.audit, ["place": "salle\u{1B}[2J\u{202E}A\r\nBcc: x"])
    let text = try letter(.auditNotice, OfficeWorld.audit, world)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!text.unicodeScalars.contains { $0.value == 0x202E })
  }
}
