import AuditModel
import AuditSchema
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

/// A surveillance of 2026-11-18 with a major on 17, whose body never answers the report received on 2026-11-25.
@Suite struct UnansweredReportLifeTests {
  private static let lead = UserID("u-lead")!
  private static let followUp = AuditNames.followUp(CertificateWorld.audit)!

  private func world(on today: String) -> CertificateWorld {
    var world = CertificateWorld(validFrom: "2025-06-30", on: today)
    world.audit(.surveillance, "2026-11-18", state: "reportProvisional")
    world.major()
    let sent = world.world.mail("report", sent: "2026-11-25")
    world.world.write(
      DossierWorld.other, [DossierWorld.set("presented", Self.followUp, .sorted([("mail", .string(sent.description))]))]
    )
    return world
  }

  @discardableResult
  private func close(_ world: inout CertificateWorld, stating: Bool = true) -> ActRuling {
    let steps = stating ? [DossierWorld.set("answer", Self.followUp, ReportAnswer.silence)] : []
    return world.world.accept("report.close", by: Self.lead, today: world.today, with: steps)
  }

  @Test
  func `R-QUAL-83 T-QUAL-A12 T-QUAL-C05 a body that never answers is decided on: what is proposed can be recorded`()
    throws
  {
    var world = world(on: "2027-02-19")
    #expect(CertificateProposals.due(world.context).map(\.measure) == [.suspend])
    let letter: [(FieldName, JSONValue)] = [("condition", .sorted([("text", "lever la majeure du 17")]))]
    #expect(world.decide(.suspend, letter).codes == ["T-QUAL-A13 report-not-closed"])
    #expect(close(&world, stating: false).codes == ["R-QUAL-67 silence-not-stated"])
    #expect(close(&world).rules == ["T-QUAL-A12"])
    #expect(world.text("stage", of: CertificateWorld.audit) == "reportClosed")
    #expect(world.decide(.suspend, letter).rules == ["T-QUAL-C05"])
    #expect(world.record.standing == .suspended)
  }

  @Test func `R-QUAL-83 the day the evidence is due the report still waits`() {
    var world = world(on: "2027-02-18")
    #expect(close(&world).codes == ["R-QUAL-83 evidence-delay-running"])
  }

  @Test func `R-QUAL-67 a report closed without an answer grounds no favourable decision until one is on record`()
    throws
  {
    var world = world(on: "2027-02-19")
    close(&world)
    world.major(evidence: "2027-03-01")
    let refused = ["R-QUAL-67 report-not-answered", "R-QUAL-81 major-evidence-late"]
    #expect(world.decide(.maintain, on: "2027-03-05").codes == refused)
    let late = world.world.mail("answer", received: "2027-03-02")
    let over = world.world.fold.field("answer", of: Self.followUp, schema: AuditSchema.current)?.over ?? []
    world.world.write(
      DossierWorld.other,
      [
        .set(
          "answer", on: Self.followUp, to: .sorted([("mail", .string(late.description)), ("validated", true)]),
          over: over, motive: nil)
      ])
    #expect(world.decide(.maintain, on: "2027-03-05").codes == ["R-QUAL-81 major-evidence-late"])
  }

  @Test func `DL-QUAL-10 R-QUAL-67 a report closed without an answer still shows the answer missed`() {
    var world = world(on: "2027-02-19")
    func answer() -> RunningDeadline.State? {
      QualiopiDeadlines.all(in: world.context).first { $0.id == .qual10 }?.state
    }
    #expect(answer() == .missed)
    close(&world)
    #expect(answer() == .missed)
    world.decide(.suspend, [("condition", .sorted([("text", "lever la majeure du 17")]))])
    #expect(answer() == .done, "once decided nothing is left to watch")
  }

  @Test func `R-QUAL-83 the lead is told to close it, from the day on which that is possible`() {
    func closing(on today: String) -> [[String]] {
      let world = world(on: today)
      let guide = AuditGuide(
        CertificateWorld.audit, for: ActActor(user: Self.lead, roles: [.auditor]), in: world.context)
      return guide.steps.filter { $0.rule == "R-QUAL-83" }.map(\.command)
    }
    #expect(closing(on: "2027-02-18") == [])
    #expect(closing(on: "2027-02-19") == [["report", "close", "--unanswered"]])
  }
}
