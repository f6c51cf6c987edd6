import AuditModel
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

/// What runs keeps the readings in force when it began, whatever is adopted since (R-TIME-19).
@Suite struct SettingsAtTriggerTests {
  /// A surveillance that ended on 2026-05-13 with one minor or major.
  private func world(_ grade: String, setting: (String, String), from day: String) -> DeadlineWorld {
    var world = DeadlineWorld()
    world.hold("surveillance", "2026-05-12", "2026-05-13")
    world.raise(grade)
    world.setting(setting.0, setting.1, from: day)
    return world
  }

  private func grades(_ world: DeadlineWorld, on day: String) -> [Bool] {
    AutomaticEffects.due(in: world.context(on: day)).map { effect in
      effect.operations.contains { if case .set("grade", _, _, _, _) = $0 { true } else { false } }
    }
  }

  @Test func `R-TIME-19 T-QUAL-N05 A-45 a minor lapses by the reading in force on the last day of its audit`() {
    let adopted = ("minorOverdueBecomesMajor", "true")
    #expect(grades(world("minor", setting: adopted, from: "2026-05-14"), on: "2026-11-14") == [false])
    #expect(grades(world("minor", setting: adopted, from: "2026-05-13"), on: "2026-11-14") == [true])
  }

  @Test func `R-TIME-19 T-QUAL-N07 A-49 evidence in time stops a major by the reading of then`() {
    for (day, count) in [("2026-05-14", 0), ("2026-05-13", 1)] {
      var world = world("major", setting: ("majorClockStops", "lifted"), from: day)
      world.write(
        .add("evidence", on: EntityID("nonconformity/N1")!, value: .sorted([("handedOn", "2026-08-12")])))
      #expect(AutomaticEffects.due(in: world.context(on: "2026-08-14")).count == count, "\(day)")
    }
  }

  @Test func `R-TIME-19 DL-QUAL-12 A-85 lists and lapses name the due day of the reading of then`() {
    // 15 August 2026 is a Saturday and a holiday.
    for (day, due) in [("2026-05-16", "2026-08-15"), ("2026-05-15", "2026-08-17")] {
      var world = DeadlineWorld()
      world.hold("surveillance", "2026-05-15", "2026-05-15")
      world.raise("major")
      world.setting("rollover", "nextWorkingDay", from: day)
      let context = world.context(on: "2026-09-01")
      #expect(AutomaticEffects.due(in: context).map(\.due.description) == [due])
      #expect(NonConformityReading(context).all.map(\.due?.description) == [due])
      #expect(world.line(.qual12, on: "2026-09-01") == "missed \(due)")
    }
  }

  @Test func `R-TIME-19 A-41 T-QUAL-C09 a validity ends by the reading in force at its start`() {
    for (day, end) in [("2025-01-01", "2027-12-31"), ("2024-12-31", "2027-12-30")] {
      var world = DeadlineWorld()
      world.set("validFrom", "2024-12-31")
      world.setting("validityEndRule", "eve", from: day)
      let context = world.context(on: "2028-01-01")
      #expect(AutomaticEffects.due(in: context).map(\.due.description) == [end])
      #expect(CertificateRecord(context).validity?.to.description == end)
    }
  }

  @Test func `R-TIME-19 A-37 DL-QUAL-04 a surveillance is missed by the window in force when the validity began`() {
    for (day, closes) in [("2025-01-01", "2026-10-31"), ("2024-12-31", "2026-08-31")] {
      var world = DeadlineWorld()
      world.set("validFrom", "2024-12-31")
      world.state("standing", DeadlineWorld.title, "active")
      world.setting("surveillanceWindow", "14-20", from: day)
      #expect(CertificateProposals.due(world.context(on: "2026-11-02")).map(\.due.description) == [closes])
    }
  }

  @Test func `R-TIME-19 R-ROLE-18 A-49 a lapse is taken up by the reading it came by, not by a later one`() {
    var world = CorrectionWorld.lapsedMajor()
    world.evidence(received: "2026-08-12", recorded: "2026-08-20")
    for (day, count) in [("2026-09-01", 1), ("2026-05-13", 0)] {
      var settings = DeadlineWorld()
      settings.setting("majorClockStops", "lifted", from: day)
      #expect(Reopenings.all(in: world.fold, directory: settings.directory).count == count, "\(day)")
    }
  }

  @Test func `R-TIME-19 R-ROLE-18 A-47 a decision is taken up by the reading of its audit, not by a later one`() {
    var world = CorrectionWorld.audited()
    world.set(CorrectionWorld.dossier, ["profile": .sorted([("categories", .array(["AF"]))])])
    for number in [9, 17] {
      let minor = EntityID("nonconformity/A1.\(number)")!
      world.set(
        minor, by: .server,
        [
          "indicator": .integer(Int64(number)), "grade": "minor", "origin": .string(CorrectionWorld.audit.description),
          "raisedOn": "2026-05-13",
        ])
      world.set(minor, ["plan": "former l'équipe"])
      world.move(minor, "stage", to: "planReceived")
    }
    world.evidence(received: "2026-06-10", recorded: "2026-06-10")
    world.move(CorrectionWorld.major, "stage", to: "lifted", on: "2026-06-20")
    world.move(CorrectionWorld.audit, "stage", to: "inDecision", on: "2026-06-21")
    world.set(
      CorrectionWorld.decision, by: CorrectionWorld.decider,
      ["audit": .string(CorrectionWorld.audit.description), "outcome": "favourable", "decidedOn": "2026-07-02"])
    for (day, count) in [("2026-08-01", 0), ("2026-05-12", 1)] {
      var settings = DeadlineWorld()
      settings.directory.apply(Self.competence)
      settings.setting("minorMax", "1", from: day)
      var asked = world
      let ruling = asked.ask(
        "decision.record", on: CorrectionWorld.decision, by: CorrectionWorld.decider, roles: [.decider],
        day: "2026-07-02")
      #expect(ruling.verdict == .accepted)
      #expect(Reopenings.all(in: asked.fold, directory: settings.directory).count == count, "\(day)")
    }
  }

  /// The decider of the corrections is competent for training.
  private static let competence = Change(
    id: ChangeID(replica: ReplicaID(bits: 5), seq: 1), salt: String(repeating: "0", count: 26), time: 1, by: .server,
    stream: .directory,
    operations: [
      DossierWorld.set("person", EntityID("competence/C1")!, .string(CorrectionWorld.decider.description)),
      DossierWorld.set("role", EntityID("competence/C1")!, "decider"),
      DossierWorld.set("categories", EntityID("competence/C1")!, .array(["AF"])),
      DossierWorld.set(
        "period", EntityID("competence/C1")!, .sorted([("from", "2020-01-01"), ("until", "2035-12-31")])),
    ])

  @Test func `R-TIME-19 R-QUAL-78 an open minor's advice names the day of the reading in force`() throws {
    var facts = try AuditFixture.facts()
    facts.days = .settled(try AuditFixture.days("2026-05-15", "2026-05-15"))
    facts.previous = [try #require(PreviousNonConformity(9, .minor, state: .planReceived))]
    var settings = QualiopiSettings.standard
    settings.rolloverToNextWorkingDay = true
    #expect(GradeAdvice.on(9, in: facts).first?.facts["evidenceDue"] == ["2026-08-15"])
    #expect(GradeAdvice.on(9, in: facts, settings: settings).first?.facts["evidenceDue"] == ["2026-08-17"])
  }
}
