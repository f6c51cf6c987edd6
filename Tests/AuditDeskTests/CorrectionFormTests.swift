import AuditDesk
import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// What people read of a file « à reprendre », and the form that answers it.
struct CorrectionFormTests {
  private func views(_ world: OfficeWorld, _ language: Language = .french) -> [ReopeningView] {
    ReopeningView.all(in: world.fold, directory: nil, language: language, person: OfficeWorld.name)
  }

  @Test func `R-ROLE-18 a file to be taken up again says what was done, on what, and the fact known now`() throws {
    let view = try #require(views(try OfficeWorld.reopened()).first)
    #expect(view.key == "nonconformity/A1.4:DL-QUAL-12:2026-08-13")
    #expect(
      view.what
        == "Effet automatique sur la non-conformité de l'indicateur 4, délai DL-QUAL-12 échu le 13 août 2026 (la non-conformité de l'indicateur 4\u{202F}: non levée dans le délai)"
    )
    #expect(view.facts.contains { $0.contains("12 août 2026") && $0.contains("Alix Morel le 20 août 2026") })
    #expect(view.who == "Un expert décisionnaire.")
    let english = try #require(views(try OfficeWorld.reopened(), .english).first)
    #expect(english.what.contains("Automatic effect"))
    #expect(english.who == "A decision expert.")
  }

  @Test func `R-ROLE-18 where independence is the cause, the list names who may not correct`() throws {
    var world = OfficeWorld.decided()
    world.set(OfficeWorld.audit, on: "2026-09-01", ["lead": .string(OfficeWorld.decider.description)])
    let view = try #require(views(world).first)
    #expect(view.what.contains("Dominique Vasseur"))
    #expect(
      view.who == "Un expert décisionnaire, mais pas Dominique Vasseur, dont l'indépendance est en cause.")
    #expect(try #require(views(world, .english).first).who.contains("but not Dominique Vasseur"))
  }

  @Test func `T-QUAL-X01 the form cites what the screen showed and its correction empties the list`() throws {
    var world = try OfficeWorld.reopened()
    let correction = try world.fill(
      "correction.record", by: OfficeWorld.second, roles: [.decider],
      [
        "of": "nonconformity/A1.4", "outcome": "annulé et remplacé", "standing": "preuves reçues",
        "from": "2026-08-12", "motive": "Preuve reçue à temps.",
      ])
    #expect(world.text("of", of: correction) == "nonconformity/A1.4:DL-QUAL-12:2026-08-13")
    #expect(world.rule(on: correction, roles: [.decider]).verdict == .accepted)
    #expect(world.text("stage", of: OfficeWorld.major) == "evidenceReceived")
    #expect(views(world).isEmpty)
  }

  @Test func `T-QUAL-X01 a form about something that is not to be taken up again is refused by the rule, not lost`()
    throws
  {
    var world = OfficeWorld.lapsedMajor()
    let correction = try world.fill(
      "correction.record", by: OfficeWorld.second, roles: [.decider],
      ["of": "decision/D9", "outcome": "maintenu", "motive": "sans objet"])
    let ruling = world.rule(on: correction, roles: [.decider])
    #expect(ruling.verdict == .refused)
    #expect(RulingReasons.read(ruling.reasons).first?.text.what.fr == "Ce que la reprise vise n'est pas à reprendre.")
    #expect(world.text("motive", of: correction) == "sans objet")
  }

  @Test func `T-QUAL-X01 T-QUAL-A13 a request carries the state its author was shown`() throws {
    for name in ["correction.record", "decision.record"] {
      var world = try OfficeWorld.reopened()
      let given =
        name == "correction.record"
        ? ["of": "nonconformity/A1.4", "outcome": "maintenu", "motive": "x"] : ["measure": "maintain"]
      let now = world.fold.stateDigest(schema: AuditSchema.current).description
      let own = try world.fill(name, by: OfficeWorld.second, roles: [.decider], given)
      #expect(world.text("shownState", of: own) == now)
    }
  }

  @Test func `R-ROLE-17 the form does not let a correction leave without its motive`() {
    #expect(throws: ActInputFault.self) {
      try ActForm.required("correction.record").answers(to: ["of": ["x"], "outcome": ["maintenu"]])
    }
  }
}
