import AuditModel
import AuditSchema
import SchemeRules
import SyncCore
import Testing

@Suite("acts judged from a dossier")
struct ActJudgeTests {
  private func states(_ ruling: ActRuling) -> [String: String] {
    var states: [String: String] = [:]
    for case .state(_, let on, let to, _) in ruling.effects { states[on.description] = to }
    return states
  }

  @Test func `T-QUAL-A07 a graded audit closes, and what it raises exists once under the audit's name`() {
    var world = DossierWorld.started()
    world.grade(1, "conform")
    world.grade(22, "major", lack: "plan absent")

    let ruling = world.ask("audit.close")

    #expect(ruling.verdict == .accepted)
    #expect(ruling.rules == ["T-QUAL-A07"])
    #expect(ruling.pack == "qualiopi-2026-01")
    #expect(states(ruling) == ["audit/A1": "done", "nonconformity/A1.22": "raised"])
  }

  @Test func `T-QUAL-A07 an audit with an indicator not graded does not close, and the reason names it`() {
    var world = DossierWorld.started()
    world.grade(1, "conform")

    let ruling = world.ask("audit.close")

    #expect(ruling.verdict == .refused)
    #expect(ruling.effects.isEmpty)
    let reasons = RulingReasons.read(ruling.reasons)
    #expect(reasons.contains { $0.code == "indicator-not-graded" && $0.facts["indicators"] == ["22"] })
  }

  @Test func `R-QUAL-71 a minor on a major-only indicator refuses the closing`() {
    var world = DossierWorld.started()
    world.grade(1, "conform")
    world.grade(22, "minor", lack: "plan absent")

    #expect(world.ask("audit.close").rules == ["R-QUAL-71"])
  }

  @Test func `R-QUAL-78 closing requalifies an open minor of an earlier audit and raises a major in its place`() {
    var world = DossierWorld.started()
    let old = EntityID("nonconformity/old")!
    world.write(DossierWorld.other, [DossierWorld.set("indicator", old, 1), DossierWorld.set("grade", old, "minor")])
    world.grade(1, "major", lack: "rien montré")
    world.grade(22, "conform")

    let ruling = world.ask("audit.close")

    #expect(
      states(ruling) == ["audit/A1": "done", "nonconformity/A1.1": "raised", "nonconformity/old": "requalified"])
  }

  @Test func `T-QUAL-A07 somebody who does not lead the audit does not close it`() {
    var world = DossierWorld.started()
    world.grade(1, "conform")
    world.grade(22, "conform")

    #expect(world.ask("audit.close", by: DossierWorld.other).verdict == .refused)
  }

  @Test func `T-QUAL-A08 presenting freezes the audit at what the asker had seen`() {
    var world = DossierWorld.started()
    for indicator in [1, 22] { world.grade(indicator, "conform") }
    world.write(DossierWorld.lead, [.state("stage", on: DossierWorld.audit, to: "done", over: [])])

    let ruling = world.ask("report.present")

    #expect(ruling.verdict == .accepted)
    var seen = SeenVector()
    for id in world.fold.entities[DossierWorld.audit]!.requests.keys { seen.insert(id) }
    #expect(ruling.effects.contains(.freeze(DossierWorld.audit, at: seen)))
  }

  @Test func `R-ROLE-16 what a decision says in the change that asks for it is inside its freeze`() {
    var world = CertificateWorld(validFrom: "2025-06-30", on: "2026-12-01")
    world.audit(.surveillance, "2026-11-18")
    #expect(world.decide(.maintain, motive: "rien à signaler").verdict == .accepted)
    let decision = EntityID("decision/D1")!
    func shown(_ field: FieldName) -> JSONValue? {
      world.world.fold.field(field, of: decision, schema: AuditSchema.current)?.shown
    }
    #expect(shown("measure") == "maintain")
    world.world.write(DossierWorld.other, [DossierWorld.set("motive", decision, "autre")])
    #expect(shown("motive") == "rien à signaler")
  }

  @Test func `a binding act is refused as stale when something accepted was not seen, and only then`() {
    var world = DossierWorld.started()
    for indicator in [1, 22] { world.grade(indicator, "conform") }
    world.write(DossierWorld.lead, [.state("stage", on: DossierWorld.audit, to: "done", over: [])])

    let stale = world.ask("report.present", isStale: true)

    #expect(RulingReasons.read(stale.reasons).map(\.code) == ["stale"])
    #expect(world.ask("report.present").verdict == .accepted)
  }

  @Test func `R-ROLE-01 who graded in the audit does not decide on it, in the team's list or not`() {
    var world = DossierWorld.started()
    world.grade(1, "conform", by: DossierWorld.other)
    let decision = EntityID("decision/D1")!
    world.write(
      DossierWorld.lead,
      [
        DossierWorld.set("audit", decision, .string(DossierWorld.audit.description)),
        DossierWorld.set("outcome", decision, "favourable"), DossierWorld.set("motive", decision, "conforme"),
      ])

    let ruling = world.ask("decision.record", on: decision, by: DossierWorld.other, roles: [.decider])

    #expect(ruling.verdict == .refused)
    #expect(ruling.rules.contains("R-ROLE-01"))
  }

  @Test func `R-CIAG-44 an auditor's suspension is refused with the committee's rule alone, the proposal untouched`() {
    var world = DossierWorld(scheme: "certifiag")
    let proposal = EntityID("proposal/P1")!
    world.write(
      DossierWorld.lead,
      [.add("gaps", on: proposal, value: "CP-08"), DossierWorld.set("grounds", proposal, "écarts répétés")])

    let ruling = world.ask("habilitation.suspend", on: proposal)

    #expect(ruling.rules == ["R-CIAG-44"])
    #expect(world.fold.entity(proposal, schema: AuditSchema.current)?["gaps"]?.members.count == 1)
  }

  @Test func `an act of another scheme or of a newer version is refused as unknown`() {
    var world = DossierWorld.started()

    for act in ["habilitation.suspend", "audit.bless"] as [ActName] {
      #expect(RulingReasons.read(world.ask(act).reasons).map(\.code) == ["unknown-act"])
    }
  }

  @Test func `R-ROLE-22 what the server finds recorded nowhere counts against the act; a device leaves it open`() {
    func decision(_ seat: ActJudge.Seat) -> ActRuling {
      var world = DossierWorld.started()
      world.write(DossierWorld.lead, [.state("stage", on: DossierWorld.audit, to: "inDecision", over: [])])
      let decision = EntityID("decision/D1")!
      world.write(
        DossierWorld.lead,
        [
          DossierWorld.set("audit", decision, .string(DossierWorld.audit.description)),
          DossierWorld.set("outcome", decision, "favourable"), DossierWorld.set("motive", decision, "conforme"),
          DossierWorld.set("validFrom", AuditNames.dossier("999123458")!, "2025-01-31"),
        ])
      return world.ask("decision.record", on: decision, by: UserID("u-decider")!, roles: [.decider], seat: seat)
    }

    #expect(RulingReasons.read(decision(.server).reasons).map(\.code) == ["not-recorded"])
    #expect(decision(.device).verdict == .accepted)
    #expect(!decision(.device).needs.isEmpty)
  }

  @Test func `reasons come back from a ruling as they went in`() {
    let reasons = [RuleReason(rule: "R-QUAL-71", code: "minor-on-major-only", facts: ["indicators": ["22", "4"]])]
    #expect(RulingReasons.read(RulingReasons.json(reasons)) == reasons)
  }
}
