import AuditModel
import AuditSchema
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct PresentReportTests {
  @Test func `T-QUAL-A08 the lead presents the report of a closed audit`() throws {
    #expect(PresentReport.judge(try AuditFixture.facts(state: .done)).outcome == .accepted)
  }

  @Test(arguments: QualiopiAuditState.allCases.filter { $0 != .done })
  func `T-QUAL-A08 no report is presented at another stage`(state: QualiopiAuditState) throws {
    #expect(PresentReport.judge(try AuditFixture.facts(state: state)).refusals() == ["T-QUAL-A08 audit-not-done"])
  }

  @Test func `T-QUAL-A08 a colleague does not present the report`() throws {
    var facts = try AuditFixture.facts(state: .done)
    facts.requester = AuditFixture.colleague
    #expect(PresentReport.judge(facts).refusals() == ["T-QUAL-A08 requester-not-lead"])
  }

  @Test func `R-QUAL-10 a grade in conflict keeps the report back`() throws {
    var facts = try AuditFixture.facts(state: .done)
    facts.grade(17, .major, .conform, evidence: true)
    facts.grade(3, .conform, .notApplicable)
    let judgement = PresentReport.judge(facts)
    #expect(judgement.refusals() == ["R-QUAL-10 conflict-open"])
    #expect(judgement.reasons[0].facts == ["indicators": ["3", "17"]])
  }

  @Test func `R-QUAL-71 a minor on a major-only indicator keeps the report back`() throws {
    var facts = try AuditFixture.facts(state: .done)
    facts.grade(26, .minor, evidence: true)
    #expect(PresentReport.judge(facts).refusals() == ["R-QUAL-71 minor-on-major-only"])
  }

  @Test func `R-QUAL-21 R-QUAL-60 T-QUAL-A08 what a grade settled after the closing breaks keeps the report back`()
    throws
  {
    var bare = try AuditFixture.facts(state: .done)
    bare.grade(17, .major)
    #expect(PresentReport.judge(bare).refusals() == ["R-QUAL-21 evidence-missing"])
    bare.grade(17, .major, lack: true)
    #expect(PresentReport.judge(bare).outcome == .accepted)

    var unseen = try AuditFixture.facts(state: .done)
    unseen.grade(17, .notAudited)
    #expect(PresentReport.judge(unseen).refusals() == ["R-QUAL-60 indicator-not-audited"])
    unseen.items[17] = nil
    #expect(PresentReport.judge(unseen).refusals() == ["T-QUAL-A08 indicator-not-graded"])
    unseen.scope = .inConflict([])
    #expect(PresentReport.judge(unseen).refusals() == ["T-QUAL-A08 conflict-open"])
    unseen.scope = .absent
    #expect(PresentReport.judge(unseen).refusals() == ["T-QUAL-A08 scope-missing"])
  }

  @Test func `R-QUAL-21 T-QUAL-A08 a graver grade that came between closing and presentation is proved first`() {
    var world = DossierWorld.started()
    for indicator in [1, 22] { world.grade(indicator, "conform") }
    #expect(world.accept("audit.close").rules == ["T-QUAL-A07"])
    let item = AuditNames.item(DossierWorld.audit, indicator: 22)!
    let over = world.fold.field("grade", of: item, schema: AuditSchema.current)?.over ?? []
    world.write(DossierWorld.lead, [.set("grade", on: item, to: "major", over: over, motive: nil)])
    #expect(RulingReasons.read(world.accept("report.present").reasons).map(\.code) == ["evidence-missing"])
    world.write(DossierWorld.lead, [DossierWorld.set("lack", item, "rien montré")])
    #expect(world.accept("report.present").rules == ["T-QUAL-A08"])
    #expect(world.stage(DossierWorld.found("22")) == "raised")
  }

  @Test func `R-QUAL-66 the report is due five working days after the audit, Ascension Day not counted`() throws {
    #expect(
      PresentReport.due(auditEnd: try AuditFixture.day("2026-05-13"), settings: .standard)?.description == "2026-05-21")
  }
}
