import AuditModel
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

/// What is « à reprendre », one kind after the other.
struct ReopeningTests {
  // MARK: non-conformities

  @Test
  func `R-ROLE-18 DL-QUAL-12 T-QUAL-N07 evidence received in time and recorded late reopens the effect that came`() {
    var world = CorrectionWorld.lapsedMajor()
    #expect(world.reopenings.isEmpty)

    world.evidence(received: "2026-08-12", recorded: "2026-08-20")

    let reopening = world.reopenings.first
    #expect(world.reopenings.count == 1)
    #expect(reopening?.subject.key == "nonconformity/A1.4:DL-QUAL-12:2026-08-13")
    #expect(reopening?.gave.map(\.state) == ["notLifted"])
    #expect(reopening?.rule == "T-QUAL-N07")
    #expect(reopening?.cause == .facts)
    #expect(reopening?.facts.compactMap(\.day).first == CivilDate("2026-08-12"))
    #expect(reopening?.facts.flatMap(\.sources).map(\.by).contains(CorrectionWorld.office) == true)
    // Nothing is silently undone: the state it gave holds.
    #expect(world.text("stage", CorrectionWorld.major) == "notLifted")
  }

  @Test(arguments: [("2026-08-13", 1), ("2026-08-14", 0)])
  func `R-ROLE-18 R-TIME-14 the day of receipt decides, not the day of recording`(received: String, count: Int) {
    var world = CorrectionWorld.lapsedMajor()
    world.evidence(received: received, recorded: "2026-09-30")
    #expect(world.reopenings.count == count)
  }

  @Test func `R-ROLE-18 evidence handed to the auditor in time counts from that day`() {
    var world = CorrectionWorld.lapsedMajor()
    world.write(
      CorrectionWorld.lead, on: "2026-08-20",
      [.add("evidence", on: CorrectionWorld.major, value: .sorted([("handedOn", "2026-08-10")]))])
    #expect(world.reopenings.first?.facts.first?.day == CivilDate("2026-08-10"))
  }

  @Test func `R-ROLE-18 R-TIME-21 a receipt corrected by a new entry reopens what rested on the wrong date`() {
    var world = CorrectionWorld.lapsedMajor()
    let mail = world.evidence(received: "2026-08-14", recorded: "2026-08-14")
    #expect(world.reopenings.isEmpty)

    world.set(
      EntityID("mail/M2")!, on: "2026-08-25",
      [
        "direction": "in", "received": "2026-08-13", "corrects": .string(mail.description),
        "motive": "le cachet dit le 13",
      ])

    #expect(world.reopenings.first?.facts.flatMap(\.sources).map(\.entity).contains(EntityID("mail/M2")!) == true)
  }

  @Test func `R-ROLE-18 evidence the auditor ruled on and sent back does not reopen the effect that followed`() {
    var world = CorrectionWorld.audited()
    world.evidence(received: "2026-06-10", recorded: "2026-06-10")
    world.accept(
      "nonconformity.return", on: CorrectionWorld.major, by: CorrectionWorld.lead, day: "2026-06-20",
      [
        .state(
          "stage", on: CorrectionWorld.major, to: "planReceived",
          over: world.heads("stage", CorrectionWorld.major))
      ])
    world.lapse(
      "DL-QUAL-12", on: CorrectionWorld.major, due: "2026-08-13",
      gives: (CorrectionWorld.major, "stage", "notLifted"))
    #expect(world.reopenings.isEmpty)
  }

  @Test
  func `R-ROLE-18 DL-QUAL-11 T-QUAL-N05 a minor overdue on a wrong last day of the audit is to be taken up again`() {
    var world = CorrectionWorld.audited()
    world.set(CorrectionWorld.major, by: .server, ["grade": "minor"])
    world.lapse(
      "DL-QUAL-11", on: CorrectionWorld.major, due: "2026-11-13",
      gives: (CorrectionWorld.major, "stage", "overdue"))
    #expect(world.reopenings.isEmpty)

    world.set(
      CorrectionWorld.audit, on: "2026-11-20", ["days": .sorted([("first", "2026-05-12"), ("last", "2026-05-20")])])

    let reopening = world.reopenings.first
    #expect(reopening?.rule == "T-QUAL-N05")
    #expect(reopening?.facts.first?.sources.first?.field == "days")
    #expect(reopening?.facts.first?.day == CivilDate("2026-11-20"))
  }

  @Test func `R-ROLE-18 DL-QUAL-12 a major cut short by a mistyped end of validity is to be taken up again`() {
    var world = CorrectionWorld.audited()
    world.set(CorrectionWorld.dossier, ["certificateEnd": "2026-06-30"])
    world.lapse(
      "DL-QUAL-12", on: CorrectionWorld.major, due: "2026-06-30",
      gives: (CorrectionWorld.major, "stage", "notLifted"))
    #expect(world.reopenings.isEmpty)
    world.set(CorrectionWorld.dossier, on: "2026-07-05", ["certificateEnd": "2027-06-30"])
    let fact = world.reopenings.first?.facts.first
    #expect(fact?.sources.first?.field == "certificateEnd")
    #expect(fact?.day == CivilDate("2026-08-13"))
  }

  @Test func `R-ROLE-18 A-49 where a major must be lifted in time, evidence in time takes no ground away`() {
    var world = CorrectionWorld.lapsedMajor()
    world.evidence(received: "2026-08-12", recorded: "2026-08-20")
    var strict = QualiopiSettings.standard
    strict.majorClockStops = .lifted
    #expect(Reopenings.all(in: world.fold, settings: strict).isEmpty)
    #expect(world.reopenings.count == 1)
  }

  @Test func `A-105 an effect only announced falls with the recorded fact and leaves nothing to take up again`() {
    var world = CorrectionWorld.audited()
    world.evidence(received: "2026-08-12", recorded: "2026-08-20")
    world.move(CorrectionWorld.major, "stage", to: "evidenceReceived", on: "2026-08-20")

    let later = ActContext(dossier: world.fold, directory: nil, today: CivilDate("2026-08-21")!)
    #expect(AutomaticEffects.due(in: later).isEmpty)
    #expect(world.reopenings.isEmpty)
    // The trace is the evidence itself, with the day it was received.
    #expect(MailRegister(world.fold)[EntityID("mail/M1")!]?.received == CivilDate("2026-08-12"))
  }

  // MARK: the certificate

  @Test func `GX-90 DL-QUAL-06 T-QUAL-C09 an end of validity mistyped and corrected reopens the expiry`() {
    let world = CorrectionWorld.expired(typed: "2027-06-30", printed: "2027-07-31")
    let reopening = world.reopenings.first
    #expect(reopening?.subject.key == "title/999123458:DL-QUAL-06:2027-06-30")
    #expect(reopening?.gave.map(\.state) == ["expired"])
    #expect(reopening?.facts.first?.day == CivilDate("2027-07-31"))
  }

  @Test func `GX-90 a new end that a ruling wrote for a new cycle reopens nothing`() {
    var world = CorrectionWorld.expired(typed: "2027-06-30", printed: nil)
    world.set(CorrectionWorld.dossier, by: .server, ["certificateEnd": "2030-09-01", "validFrom": "2027-09-01"])
    #expect(world.reopenings.isEmpty)
    world.set(CorrectionWorld.dossier, ["certificateEnd": "2030-09-15"])
    #expect(world.reopenings.isEmpty)
  }

  @Test
  func `R-ROLE-18 T-QUAL-C09 a favourable renewal decision of an earlier day, recorded after the expiry, reopens it`() {
    var world = CorrectionWorld.expired(typed: "2027-06-30", printed: nil)
    world.set(CorrectionWorld.audit, ["kind": "renewal"])
    world.move(CorrectionWorld.audit, "stage", to: "inDecision")
    world.set(
      CorrectionWorld.decision, by: CorrectionWorld.decider, on: "2027-07-05",
      [
        "audit": .string(CorrectionWorld.audit.description), "outcome": "favourable", "measure": "renew",
        "motive": "conforme", "decidedOn": "2027-06-28",
      ])
    world.write(
      CorrectionWorld.decider, on: "2027-07-05",
      [.request("decision.record", on: CorrectionWorld.decision, seen: world.seen)])
    #expect(world.reopenings.isEmpty == false)
    #expect(world.reopenings.first?.facts.first?.day == CivilDate("2027-06-28"))

    world.set(CorrectionWorld.decision, by: CorrectionWorld.decider, ["decidedOn": "2027-07-01"])
    #expect(world.reopenings.isEmpty)
  }

  // MARK: decisions

  @Test func `R-ROLE-18 R-ROLE-01 a decider found to have taken part in the audit reopens the decision`() {
    let parts: [(inout CorrectionWorld) -> Void] = [
      { world in
        world.write(
          CorrectionWorld.office, on: "2026-08-01",
          [.add("team", on: CorrectionWorld.audit, value: .string(CorrectionWorld.decider.description))])
      },
      { $0.set(EntityID("audit/A1/item/1")!, by: CorrectionWorld.decider, on: "2026-08-01", ["grade": "conform"]) },
      { $0.set(CorrectionWorld.audit, on: "2026-08-01", ["lead": .string(CorrectionWorld.decider.description)]) },
    ]
    for part in parts {
      var world = CorrectionWorld.decided()
      #expect(world.reopenings.isEmpty)
      part(&world)
      let reopening = world.reopenings.first
      #expect(reopening?.cause == .independence)
      #expect(reopening?.rule == "R-ROLE-01")
      #expect(reopening?.barred == [CorrectionWorld.decider])
      #expect(reopening?.gave.map(\.state) == ["active", "decided"])
      #expect(reopening?.facts.count == 1)
    }
  }

  @Test func `R-ROLE-18 R-ROLE-16 a part written after the report was frozen is known all the same`() {
    var world = CorrectionWorld.decided()
    world.write(.server, [.freeze(CorrectionWorld.audit, at: world.seen)])
    world.write(
      CorrectionWorld.office, on: "2026-08-01",
      [.add("team", on: CorrectionWorld.audit, value: .string(CorrectionWorld.decider.description))])
    #expect(world.reopenings.first?.cause == .independence)
  }

  @Test func `R-ROLE-18 R-QUAL-81 a decision whose evidence turns out late is to be taken up again, the fact named`() {
    var world = CorrectionWorld.audited()
    world.set(CorrectionWorld.major, ["plan": "former l'équipe"])
    world.move(CorrectionWorld.major, "stage", to: "lifted", on: "2026-06-20")
    world.move(CorrectionWorld.audit, "stage", to: "inDecision", on: "2026-06-21")
    world.set(
      CorrectionWorld.decision, by: CorrectionWorld.decider,
      ["audit": .string(CorrectionWorld.audit.description), "outcome": "favourable", "motive": "conforme"])
    // What the guard of the day let through rested on evidence nobody dates any more.
    world.accept(
      "decision.record", on: CorrectionWorld.decision, by: CorrectionWorld.decider, day: "2026-07-02",
      [.state("stage", on: CorrectionWorld.audit, to: "decided", over: world.heads("stage", CorrectionWorld.audit))])

    let reopening = world.reopenings.first
    #expect(reopening?.cause == .facts)
    #expect(reopening?.rule == "R-QUAL-81")
    #expect(reopening?.facts.first?.reason?.code == "major-evidence-late")
    #expect(reopening?.barred == [])
  }

  @Test func `R-ROLE-18 what happens to machines after a decision does not take its grounds away`() {
    var world = CorrectionWorld.decided()
    world.move(CorrectionWorld.audit, "stage", to: "invoiced", on: "2026-07-10")
    world.move(CorrectionWorld.major, "stage", to: "raised", on: "2026-07-10")
    #expect(world.reopenings.isEmpty)
  }

  // MARK: cancelled audits

  @Test
  func
    `R-ROLE-18 T-QUAL-X01 an audit cancelled and held all the same is to be taken up again when its start arrives, whatever its day`()
  {
    for (started, count) in [("2026-06-02", 1), ("2026-06-04", 1)] {
      var world = CorrectionWorld()
      world.accept(
        "audit.cancel", on: CorrectionWorld.audit, by: CorrectionWorld.office, day: "2026-06-03",
        [.state("stage", on: CorrectionWorld.audit, to: "cancelled", over: [])])
      #expect(world.reopenings.isEmpty)
      world.set(CorrectionWorld.audit, by: CorrectionWorld.lead, on: "2026-06-05", ["startedOn": .string(started)])
      #expect(world.reopenings.count == count, "\(started)")
      #expect(world.reopenings.first.map { $0.gave.map(\.state) } ?? ["cancelled"] == ["cancelled"])
    }
  }
}

extension CorrectionWorld {
  /// A certificate expired on a typed end of validity, which the office corrects to the printed one afterwards.
  static func expired(typed: String, printed: String?) -> CorrectionWorld {
    var world = CorrectionWorld()
    world.set(dossier, ["validFrom": "2024-07-31", "certificateEnd": .string(typed)])
    world.move(title, "standing", to: "active")
    world.lapse("DL-QUAL-06", on: title, due: typed, gives: (title, "standing", "expired"))
    if let printed { world.set(dossier, on: "2027-07-02", ["certificateEnd": .string(printed)]) }
    return world
  }
}
