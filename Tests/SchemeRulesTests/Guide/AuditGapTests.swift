import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing
import WorkingDays

/// Each kind of gap planted alone in a capture that lacks nothing: that gap is found, and no other.
@Suite struct AuditGapTests {
  private func expect(
    _ kind: AuditGap.Kind, _ rule: RuleID, _ severity: AuditGap.Severity, in world: DossierWorld,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let gaps = CaptureWorld.gaps(world)
    #expect(gaps.map(\.kind) == [kind], sourceLocation: sourceLocation)
    #expect(gaps.map(\.reason.rule) == [rule], sourceLocation: sourceLocation)
    #expect(gaps.map(\.severity) == [severity], sourceLocation: sourceLocation)
    for gap in gaps {
      for language in Language.allCases {
        let text = gap.reason.text.sentences(in: language)
        #expect(
          !text.contains("{") && !text.contains("version plus récente"), "\(text)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test func `a capture that lacks nothing has no gap`() {
    #expect(CaptureWorld.gaps(CaptureWorld.whole()).isEmpty)
  }

  @Test func `T-QUAL-A07 an indicator of the scope nobody graded stops the closing`() {
    expect(.indicatorNotGraded, "T-QUAL-A07", .stopsClosing, in: CaptureWorld.whole(grades: [1: "conform"]))
  }

  @Test func `R-QUAL-60 « non audité » inside the minimum stops the closing`() {
    expect(
      .notAuditedInMinimum, "R-QUAL-60", .stopsClosing,
      in: CaptureWorld.whole(grades: [1: "conform", 22: "not-audited"]))
  }

  @Test func `R-QUAL-71 a minor on a major-only indicator stops the closing`() {
    var world = CaptureWorld.whole(grades: [1: "conform"])
    world.grade(22, "minor", lack: "rien n'a été montré")
    world.write(DossierWorld.lead, [CaptureWorld.announce(22, "minor")])
    expect(.minorOnMajorOnly, "R-QUAL-71", .stopsClosing, in: world)
  }

  @Test func `R-QUAL-21 a non-conformity without evidence or noted lack stops the closing`() {
    var world = CaptureWorld.whole(grades: [1: "conform", 22: "major"])
    world.write(DossierWorld.lead, [CaptureWorld.announce(22, "major")])
    expect(.evidenceMissing, "R-QUAL-21", .stopsClosing, in: world)
  }

  @Test func `R-QUAL-10 an open divergence of grades is told before leaving`() {
    var world = CaptureWorld.whole(grades: [22: "conform"])
    world.grade(1, "conform")
    world.grade(1, "minor", by: DossierWorld.other)
    world.write(DossierWorld.lead, [CaptureWorld.announce(1, "minor")])
    expect(.gradesDiverge, "R-QUAL-10", .advice, in: world)
  }

  @Test func `R-QUAL-57 a missing opening sheet is told`() {
    expect(.openingSheetMissing, "R-QUAL-57", .advice, in: CaptureWorld.whole(without: [.opening]))
  }

  @Test func `R-QUAL-57 a missing closing sheet is told`() {
    expect(.closingSheetMissing, "R-QUAL-57", .advice, in: CaptureWorld.whole(without: [.closing]))
  }

  @Test func `R-QUAL-63 R-QUAL-64 a site of the plan without any observation is told`() {
    expect(.siteNotVisited, "R-QUAL-64", .advice, in: CaptureWorld.whole(sites: ["siege", "lyon"]))
  }

  @Test func `R-QUAL-22 a sample without observation is told`() {
    let samples = [
      SampledService(key: "cap", title: "CAP", halfDays: 6), SampledService(key: "tp", title: "TP", halfDays: 8),
    ]
    expect(.sampleNotObserved, "R-QUAL-22", .advice, in: CaptureWorld.whole(samples: samples))
  }

  @Test func `R-QUAL-21 evidence without a date is told`() {
    var world = CaptureWorld.whole()
    world.write(DossierWorld.lead, CaptureWorld.evidence("charte", dated: nil, indicators: [22]))
    expect(.evidenceUndated, "R-QUAL-21", .advice, in: world)
  }

  @Test func `R-QUAL-21 evidence that proves no indicator is told`() {
    var world = CaptureWorld.whole()
    world.write(DossierWorld.lead, CaptureWorld.evidence("charte", dated: "2026-01-05", indicators: []))
    expect(.evidenceProvesNothing, "R-QUAL-21", .advice, in: world)
  }

  @Test func `R-QUAL-68 a non-conformity announced otherwise than graded is told`() {
    var world = CaptureWorld.whole()
    world.write(DossierWorld.lead, [CaptureWorld.announce(22, "major")])
    expect(.announcedDiffers, "R-QUAL-68", .advice, in: world)
  }

  @Test func `R-QUAL-62 the use of the mark is checked at surveillance, at no other audit`() {
    expect(.markUseNotChecked, "R-QUAL-62", .advice, in: CaptureWorld.whole(without: [.mark]))
    var renewal = CaptureWorld.whole(without: [.mark])
    let kind = renewal.fold.field("kind", of: CaptureWorld.audit, schema: AuditSchema.current)?.over ?? []
    renewal.write(
      DossierWorld.other, [.set("kind", on: CaptureWorld.audit, to: "renewal", over: kind, motive: "corrigé")])
    #expect(CaptureWorld.gaps(renewal).isEmpty)
  }

  @Test func `R-QUAL-61 R-QUAL-77 the corrective action of an earlier non-conformity nobody looked at is told`() {
    var world = CaptureWorld.whole()
    let earlier = EntityID("nonconformity/A0.22")!
    world.write(
      DossierWorld.other,
      [
        DossierWorld.set("indicator", earlier, 22), DossierWorld.set("grade", earlier, "major"),
        DossierWorld.set("origin", earlier, "audit/A0"),
      ])
    expect(.correctiveActionNotExamined, "R-QUAL-61", .advice, in: world)
    world.write(DossierWorld.lead, CaptureWorld.observation("22"))
    #expect(CaptureWorld.gaps(world).isEmpty)
  }

  @Test func `R-QUAL-13 indicator 12 graded though every sampled service lasts two days or less is told`() {
    let short = [SampledService(key: "cap", title: "CAP", halfDays: 4)]
    let grades = [1: "conform", 12: "conform", 22: "conform"]
    expect(.shortServicesGraded, "R-QUAL-13", .advice, in: CaptureWorld.whole(samples: short, grades: grades))
    #expect(CaptureWorld.gaps(CaptureWorld.whole(grades: grades)).isEmpty)
  }

  @Test func `R-ROLE-16 a member of the team whose capture is not « terminée » is told by name`() {
    let world = CaptureWorld.whole(team: [DossierWorld.lead, DossierWorld.other])
    expect(.captureNotDone, "R-ROLE-16", .advice, in: world)
    #expect(CaptureWorld.gaps(world).first?.reason.facts["people"] == [DossierWorld.other.description])
  }

  @Test func `T-QUAL-A07 another reason of the guard is shown as one that stops the closing`() {
    var world = CaptureWorld.whole()
    world.write(DossierWorld.other, [.state("stage", on: CaptureWorld.audit, to: "done", over: [])])
    expect(.closingRefused, "T-QUAL-A07", .stopsClosing, in: world)
  }

  @Test func `every kind has a name, and what the guard refuses comes first`() {
    let world = CaptureWorld.whole(without: [.opening, .mark], grades: [1: "conform"])
    #expect(
      CaptureWorld.gaps(world).map(\.kind) == [.indicatorNotGraded, .openingSheetMissing, .markUseNotChecked])
    #expect(Set(AuditGap.Kind.allCases.map(\.rawValue)).count == AuditGap.Kind.allCases.count)
  }
}
