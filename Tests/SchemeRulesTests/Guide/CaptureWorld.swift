import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import WorkingDays

/// A surveillance captured whole: nothing lacks, so that one planted gap is the one found.
enum CaptureWorld {
  /// What a whole capture holds beside its grades.
  enum Part: CaseIterable { case opening, closing, observation, evidence, mark, done }

  static let audit = DossierWorld.audit
  static let actor = ActActor(user: DossierWorld.lead, roles: [.auditor])

  static func whole(
    without omitted: Set<Part> = [],
    samples: [SampledService] = [SampledService(key: "cap", title: "CAP", halfDays: 6)],
    sites: [String] = ["siege"], team: [UserID] = [DossierWorld.lead],
    grades: [Int: String] = [1: "conform", 22: "conform"]
  ) -> DossierWorld {
    var world = DossierWorld.started()
    world.write(
      DossierWorld.other,
      samples.map { .add("samples", on: audit, value: $0.json) }
        + sites.map { .add("sites", on: audit, value: .sorted([("key", .string($0)), ("name", .string($0))])) }
        + team.map { .add("team", on: audit, value: .string($0.description)) })
    for (indicator, grade) in grades { world.grade(indicator, grade) }
    for part in Part.allCases where !omitted.contains(part) { world.write(DossierWorld.lead, operations(part)) }
    return world
  }

  static func gaps(_ world: DossierWorld) -> [AuditGap] {
    AuditGap.all(in: AuditCaptureFacts(audit: audit, in: world.fold, actor: actor))
  }

  static func observation(_ indicator: String, site: String = "siege", sample: String = "cap") -> [SyncCore.Operation] {
    let id = AuditNames.observation(audit, indicator: indicator, site: site, sample: sample)!
    return [
      DossierWorld.set("indicator", id, .string(indicator)), DossierWorld.set("site", id, .string(site)),
      DossierWorld.set("sample", id, .string(sample)), DossierWorld.set("text", id, "vu"),
    ]
  }

  static func evidence(_ name: String, dated: String?, indicators: [Int]) -> [SyncCore.Operation] {
    let id = audit.child("evidence", name)!
    return [DossierWorld.set("title", id, .string(name))]
      + (dated.map { [DossierWorld.set("dated", id, .string($0))] } ?? [])
      + indicators.map { .add("indicators", on: id, value: .integer(Int64($0))) }
  }

  static func announce(_ indicator: Int64, _ grade: String) -> SyncCore.Operation {
    .add(
      "announced", on: AuditNames.sheet(audit, .closing)!,
      value: .sorted([("grade", .string(grade)), ("indicator", .integer(indicator))]))
  }

  private static func operations(_ part: Part) -> [SyncCore.Operation] {
    switch part {
    case .opening: [DossierWorld.set("heldOn", AuditNames.sheet(audit, .opening)!, "2026-05-12")]
    case .closing: [DossierWorld.set("heldOn", AuditNames.sheet(audit, .closing)!, "2026-05-13")]
    case .observation: observation("1")
    case .evidence: evidence("programme", dated: "2026-03-02", indicators: [1])
    case .mark: [DossierWorld.set("markUse", audit, .sorted([("use", "conform")]))]
    case .done:
      [
        DossierWorld.set(
          "done", audit.child("device", "0000000000007")!,
          .sorted([("last", 1), ("user", .string(DossierWorld.lead.description))]))
      ]
    }
  }
}
