import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

@Suite("a non-conformity's life, from a dossier")
struct NonConformityLifeTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
  private static let fiveMinors = [2: "minor", 8: "minor", 9: "minor", 23: "minor", 24: "minor"]

  @Test func `T-QUAL-N01 R-QUAL-68 the closing raises one for each indicator, with its delay`() throws {
    let world = DossierWorld.closed([1: "conform", 9: "minor", 17: "major"])
    let found = NonConformityReading(world.fold).raised(by: DossierWorld.audit)
    #expect(found.map(\.indicator) == [9, 17])
    #expect(found.map(\.state) == [.raised, .raised])
    #expect(found.map { $0.due?.description } == ["2026-11-13", "2026-08-13"])
    #expect(world.stage(DossierWorld.found("9")) == "raised")
  }

  @Test func `T-QUAL-N01 what the closing graded is no longer graded by the office`() throws {
    var world = DossierWorld.closed([17: "major"])
    world.overwrite("grade", DossierWorld.found("17"), "minor")
    #expect(world.facts("17").grade == .settled(.major))
    #expect(world.facts("17").due?.description == "2026-08-13")
  }

  @Test func `T-QUAL-N02 T-QUAL-N03 T-QUAL-N04 plan, evidence in time and a ruling lift it`() throws {
    var world = DossierWorld.closed([17: "major"])
    #expect(world.plan("17").rules == ["T-QUAL-N02"])
    #expect(world.stage(DossierWorld.found("17")) == "planReceived")
    #expect(world.evidence("17", received: "2026-08-13", recordedOn: "2026-08-20").rules == ["T-QUAL-N03"])
    #expect(world.stage(DossierWorld.found("17")) == "evidenceReceived")
    #expect(world.lift("17", today: "2026-09-01").rules == ["T-QUAL-N04"])
    #expect(world.stage(DossierWorld.found("17")) == "lifted")
    #expect(world.facts("17").evidenceReceivedOn?.description == "2026-08-13")
  }

  @Test func `R-QUAL-81 evidence handed to an auditor counts from that day`() throws {
    var world = DossierWorld.closed([17: "major"])
    world.plan("17")
    world.write(
      DossierWorld.lead,
      [
        .add(
          "evidence", on: DossierWorld.found("17"),
          value: .sorted([("handedOn", "2026-07-01"), ("to", .string(DossierWorld.lead.description))]))
      ])
    #expect(world.accept("nonconformity.evidence", on: DossierWorld.found("17")).verdict == .accepted)
    #expect(world.facts("17").evidence.map(\.receivedOn?.description) == ["2026-07-01"])
  }

  @Test func `T-QUAL-N04 evidence sent back waits for more with the same due date`() throws {
    var world = DossierWorld.closed([9: "minor"])
    world.plan("9")
    world.evidence("9", received: "2026-07-01", recordedOn: "2026-07-01")
    let due = world.facts("9").due
    world.write(
      DossierWorld.lead,
      [
        DossierWorld.set(
          "assessment", DossierWorld.found("9"),
          .sorted([
            ("found", "insufficient"), ("on", .array(["mail/evidence-9-2026-07-01"])), ("reason", "pièce illisible"),
          ]))
      ])
    #expect(world.accept("nonconformity.return", on: DossierWorld.found("9")).rules == ["T-QUAL-N04"])
    #expect(world.stage(DossierWorld.found("9")) == "planReceived")
    #expect(world.facts("9").due == due)
    #expect(world.facts("9").pendingEvidence.isEmpty)
    #expect(world.evidence("9", received: "2026-07-15", recordedOn: "2026-07-15").verdict == .accepted)
  }

  // MARK: what time does

  @Test func `T-QUAL-N05 DL-QUAL-11 R-QUAL-76 a minor past its six months is overdue the day after, once`() throws {
    var world = DossierWorld.closed([9: "minor"])
    #expect(world.lapse(today: try day("2026-11-13")).isEmpty)
    let written = world.lapse(today: try day("2026-11-14"))
    #expect(written.map(\.transition) == ["T-QUAL-N05"])
    #expect(written.map(\.due.description) == ["2026-11-13"])
    #expect(world.stage(DossierWorld.found("9")) == "overdue")
    #expect(world.lapse(today: try day("2026-11-14")).isEmpty)
    #expect(world.lapse(today: try day("2027-05-01")).isEmpty)
    #expect(world.fold.entity(DossierWorld.found("9"), schema: AuditSchema.current)?.lapses.count == 1)
  }

  @Test func `T-QUAL-N07 DL-QUAL-12 R-QUAL-83 a major past its three months is not lifted the day after, once`() throws
  {
    var world = DossierWorld.closed([17: "major"])
    world.plan("17")
    #expect(world.lapse(today: try day("2026-08-13")).isEmpty)
    #expect(world.lapse(today: try day("2026-08-14")).map(\.transition) == ["T-QUAL-N07"])
    #expect(world.stage(DossierWorld.found("17")) == "notLifted")
    #expect(world.lapse(today: try day("2026-08-15")).isEmpty)
  }

  @Test func `EX-37 T-QUAL-N07 the end of validity cuts the delay`() throws {
    var world = DossierWorld.closed([17: "major"])
    let dossier = try #require(EntityID("dossier/999123458"))
    world.write(DossierWorld.other, [DossierWorld.set("certificateEnd", dossier, "2026-07-01")])
    world.write(DossierWorld.other, [DossierWorld.set("kind", DossierWorld.audit, "renewal")])
    let over = world.lapse(today: try day("2026-07-02"))
    #expect(over.map(\.due.description) == ["2026-07-01", "2026-07-01"])
    #expect(Set(over.map(\.transition)) == ["T-QUAL-N07", "T-QUAL-C09"])
  }

  @Test func `T-QUAL-N05 T-QUAL-N07 A-49 evidence received in time stops the clock, recorded late or not asked for`()
    throws
  {
    for (mark, grade) in [("9", "minor"), ("17", "major")] {
      var world = DossierWorld.closed([Int(mark) ?? 0: grade])
      let letter = world.mail("evidence", received: "2026-08-01")
      world.write(
        DossierWorld.other,
        [.add("evidence", on: DossierWorld.found(mark), value: .sorted([("mail", .string(letter.description))]))])
      #expect(world.lapse(today: try day("2027-06-01")).isEmpty, "\(grade)")
      // The date was wrong: a correction in the register brings the delay back.
      world.mail("corrected", received: "2026-12-24", corrects: "evidence")
      #expect(world.lapse(today: try day("2027-06-01")).count == 1, "\(grade)")
    }
  }

  @Test func `T-QUAL-N07 evidence in time that was sent back does not stop the clock`() throws {
    var world = DossierWorld.closed([17: "major"])
    world.plan("17")
    world.evidence("17", received: "2026-08-01", recordedOn: "2026-08-01")
    #expect(world.lapse(today: try day("2026-09-01")).isEmpty)
    world.write(DossierWorld.lead, [world.assessment("17", "insufficient", reason: "sans rapport")])
    world.accept("nonconformity.return", on: DossierWorld.found("17"), today: try day("2026-09-01"))
    #expect(world.lapse(today: try day("2026-09-02")).map(\.transition) == ["T-QUAL-N07"])
  }

  @Test func `A-49 A-45 strict settings: only a ruling stops a major, a minor past its delay becomes one`() throws {
    var strict = QualiopiSettings.standard
    strict.majorClockStops = .lifted
    var world = DossierWorld.closed([17: "major"])
    world.plan("17")
    world.evidence("17", received: "2026-08-01", recordedOn: "2026-08-01")
    #expect(world.lapse(today: try day("2026-08-14"), settings: strict).map(\.transition) == ["T-QUAL-N07"])

    var harder = QualiopiSettings.standard
    harder.minorOverdueBecomesMajor = true
    world = DossierWorld.closed([9: "minor"])
    world.lapse(today: try day("2026-11-14"), settings: harder)
    #expect(world.facts("9").grade.value == .major)
    #expect(world.stage(DossierWorld.found("9")) == "notLifted")
  }

  @Test func `A-43 by setting the delay runs from the day the report reached the body`() throws {
    var setting = QualiopiSettings.standard
    setting.ncClockStart = .notification
    var world = DossierWorld.closed([9: "minor"])
    #expect(world.facts("9", settings: setting).due == nil)
    let sent = world.mail("report", sent: "2026-05-20")
    let followUp = try #require(AuditNames.followUp(DossierWorld.audit))
    world.write(
      DossierWorld.other, [DossierWorld.set("presented", followUp, .sorted([("mail", .string(sent.description))]))])
    #expect(world.facts("9", settings: setting).due?.description == "2026-11-20")
    #expect(world.facts("9").due?.description == "2026-11-13")
  }

  @Test func `GX-22 T-QUAL-N08 A-97 late evidence is marked, and lifts once the delay is over`() throws {
    var world = DossierWorld.closed([17: "major"])
    world.plan("17")
    let refused = world.evidence("17", received: "2026-08-14", recordedOn: "2026-08-14")
    #expect(refused.verdict == .refused)
    #expect(world.stage(DossierWorld.found("17")) == "notLifted", "what is over by date is so before the ruling")
    #expect(world.facts("17").lateEvidence.count == 1)
    #expect(world.lift("17", today: "2026-09-01").rules == ["T-QUAL-N08"])
    #expect(world.facts("17").evidenceReceivedOn?.description == "2026-08-14")
  }

  @Test func `GX-25 R-QUAL-81 on the day after, evidence recorded before any lapse is refused as late and kept`() throws
  {
    var world = DossierWorld.closed([17: "major"])
    world.plan("17")
    // Recorded on the last day, yet received on the next by its letter.
    let refused = world.evidence("17", received: "2026-08-14", recordedOn: "2026-08-13")
    #expect(RulingReasons.read(refused.reasons).map(\.code) == ["evidence-late"])
    #expect(world.stage(DossierWorld.found("17")) == "planReceived")
  }

  // MARK: the cumulation

  @Test func `GX-17 R-QUAL-73 five minors raise a cumulation, a major without indicator`() throws {
    let world = DossierWorld.closed(Self.fiveMinors)
    let cumulation = world.facts("cumulation")
    #expect(cumulation.isCumulation && cumulation.isMajor)
    #expect(cumulation.due?.description == "2026-08-13")
    #expect(
      DossierWorld.closed([2: "minor", 8: "minor", 9: "minor", 23: "minor"]).stage(DossierWorld.found("cumulation"))
        == nil)
  }

  @Test func `GX-18 R-QUAL-73 the lifting that leaves four minors lifts the cumulation with it`() throws {
    var world = DossierWorld.closed(Self.fiveMinors)
    for mark in ["2", "8"] {
      world.plan(mark)
      world.evidence(mark, received: "2026-06-24", recordedOn: "2026-06-24")
    }
    world.lift("2", today: "2026-06-25")
    #expect(world.stage(DossierWorld.found("cumulation")) == "lifted")
    #expect(world.facts("cumulation").evidenceReceivedOn?.description == "2026-06-24")
    world.lift("8", today: "2026-06-26")
    #expect(world.stage(DossierWorld.found("8")) == "lifted")
    #expect(world.stage(DossierWorld.found("cumulation")) == "lifted")
  }

  @Test func `R-QUAL-73 with two too many, the first lifting is not enough`() throws {
    var world = DossierWorld.closed(Self.fiveMinors.merging([25: "minor"]) { $1 })
    for mark in ["2", "8"] {
      world.plan(mark)
      world.evidence(mark, received: "2026-06-24", recordedOn: "2026-06-24")
      #expect(world.stage(DossierWorld.found("cumulation")) == "raised")
      world.lift(mark, today: "2026-06-25")
    }
    #expect(world.stage(DossierWorld.found("cumulation")) == "lifted")
  }

  @Test func `T-QUAL-N07 R-QUAL-73 the cumulation lapses too, unless evidence in time leaves four minors`() throws {
    var bare = DossierWorld.closed(Self.fiveMinors)
    #expect(bare.lapse(today: try day("2026-08-14")).map(\.entity) == [DossierWorld.found("cumulation")])
    #expect(bare.stage(DossierWorld.found("cumulation")) == "notLifted")
    // Lifted late, it falls all the same; what that is worth is the decision's.
    bare.plan("2", today: try day("2026-08-20"))
    bare.evidence("2", received: "2026-08-20", recordedOn: "2026-08-20")
    bare.lift("2", today: "2026-08-21")
    #expect(bare.stage(DossierWorld.found("cumulation")) == "lifted")
    #expect(bare.facts("cumulation").evidenceReceivedOn?.description == "2026-08-20")

    var proved = DossierWorld.closed(Self.fiveMinors)
    proved.plan("2")
    proved.evidence("2", received: "2026-08-13", recordedOn: "2026-08-13")
    #expect(proved.lapse(today: try day("2026-08-14")).isEmpty)
  }

  // MARK: the next audit

  private func next(_ world: inout DossierWorld, grade: String) -> EntityID {
    let audit = EntityID("audit/A2")!
    world.write(
      DossierWorld.other,
      [
        DossierWorld.set("kind", audit, "surveillance"),
        DossierWorld.set("lead", audit, .string(DossierWorld.other.description)),
        DossierWorld.set("named", audit, .string(DossierWorld.other.description)),
        DossierWorld.set("days", audit, .sorted([("first", "2027-11-16"), ("last", "2027-11-16")])),
        DossierWorld.set("scope", audit, .array([9])), DossierWorld.set("startedOn", audit, "2027-11-16"),
      ])
    let item = AuditNames.item(audit, indicator: 9)!
    world.write(
      DossierWorld.other, [DossierWorld.set("grade", item, .string(grade)), DossierWorld.set("lack", item, "rien")])
    return audit
  }

  @Test
  func `GX-19 T-QUAL-N06 R-QUAL-78 A-46 a minor still open at the next audit is requalified, a major raised there`()
    throws
  {
    var world = DossierWorld.closed([9: "minor"])
    let audit = next(&world, grade: "minor")
    world.accept("audit.close", on: audit, by: DossierWorld.other, today: try day("2027-11-16"))
    #expect(world.stage(DossierWorld.found("9")) == "requalified")
    let raised = try #require(NonConformityReading(world.fold).raised(by: audit).first)
    #expect(raised.grade.value == .major && raised.due?.description == "2028-02-16")
  }

  @Test func `GX-20 R-QUAL-78 a minor lifted at the next audit leaves a new one a minor`() throws {
    var world = DossierWorld.closed([9: "minor"])
    world.plan("9")
    let audit = next(&world, grade: "minor")
    world.evidence("9", received: "2027-11-16", recordedOn: "2027-11-16")
    // the lead of the next audit lifts too.
    world.write(DossierWorld.other, [world.assessment("9", "sufficient")])
    let lifted = world.accept(
      "nonconformity.lift", on: DossierWorld.found("9"), by: DossierWorld.other, today: try day("2027-11-16"))
    #expect(lifted.rules == ["T-QUAL-N08"])
    world.accept("audit.close", on: audit, by: DossierWorld.other, today: try day("2027-11-16"))
    #expect(world.stage(DossierWorld.found("9")) == "lifted")
    #expect(NonConformityReading(world.fold).raised(by: audit).map(\.grade.value) == [.minor])
  }

  @Test func `T-QUAL-N06 only minors of audits that ended before this one began are requalified`() throws {
    var world = DossierWorld.closed([9: "minor"])
    let same = EntityID("nonconformity/A3.9")!
    world.write(
      DossierWorld.other,
      [
        DossierWorld.set("indicator", same, 9), DossierWorld.set("grade", same, "minor"),
        DossierWorld.set("origin", same, "audit/A3"), DossierWorld.set("raisedOn", same, "2027-11-16"),
      ])
    let audit = next(&world, grade: "minor")
    world.accept("audit.close", on: audit, by: DossierWorld.other, today: try day("2027-11-16"))
    #expect(world.stage(DossierWorld.found("9")) == "requalified")
    #expect(world.stage(same) == nil)
    #expect(PreviousNonConformity.all(in: world.fold, before: audit).count == 1)
  }

  @Test func `R-QUAL-77 the next audit's preparation lists the minor and takes its indicator into the scope`() throws {
    var world = DossierWorld.closed([9: "minor"])
    world.plan("9")
    let preparation = AuditPreparation(
      fold: world.fold, dossier: try #require(EntityID("dossier/999123458")), kind: .surveillance, added: [])
    #expect(preparation.previous.map(\.indicator) == [9])
    #expect(preparation.previous.map(\.state) == [.planReceived])
  }

  @Test func `A-45 a minor overdue before the next audit stays a minor`() throws {
    var world = DossierWorld.closed([9: "minor"])
    world.lapse(today: try day("2026-11-14"))
    #expect(world.facts("9").grade.value == .minor)
    #expect(world.stage(DossierWorld.found("9")) == "overdue")
  }

  @Test func `R-QUAL-82 two leads of the audit in conflict rule on nothing`() throws {
    var world = DossierWorld.closed([17: "major"])
    world.plan("17")
    world.evidence("17", received: "2026-06-01", recordedOn: "2026-06-01")
    world.write(DossierWorld.other, [DossierWorld.set("lead", DossierWorld.audit, "u-third")])
    let refused = world.lift("17", today: "2026-06-02")
    #expect(RulingReasons.read(refused.reasons).map(\.code) == ["conflict-open"])
  }
}
