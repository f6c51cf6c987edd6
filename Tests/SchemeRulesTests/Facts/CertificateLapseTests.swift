import AuditModel
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

@Suite("the end of validity")
struct CertificateLapseTests {
  private func lapses(_ world: CertificateWorld) -> [String] {
    AutomaticEffects.due(in: world.context).map { "\($0.transition) \($0.deadline) \($0.due)" }
  }

  @Test func `T-QUAL-C09 EX-31 DL-QUAL-06 R-QUAL-55 the certificate expires at the end of its last day, once`() {
    var world = CertificateWorld(validFrom: "2024-12-31", on: "2027-12-31")
    #expect(lapses(world).isEmpty)
    world.today = CivilDate("2028-01-01")!
    #expect(lapses(world) == ["T-QUAL-C09 DL-QUAL-06 2027-12-31"])
    world.lapse()
    #expect(world.record.standing == .expired)
    #expect(world.record.standing.hasLeftPublicList)
    #expect(world.record.lapsedOn == CivilDate("2027-12-31"))
    #expect(lapses(world).isEmpty)
  }

  @Test func `A-41 T-QUAL-C09 the printed end wins over the computed one`() {
    var world = CertificateWorld(validFrom: "2024-12-31", to: "2027-12-30", on: "2027-12-31")
    world.lapse()
    #expect(world.record.standing == .expired)
  }

  @Test func `R-QUAL-52 T-QUAL-C09 a suspension does not put the end off, a withdrawn certificate does not expire`() {
    var world = CertificateWorld(validFrom: "2024-12-31", on: "2028-01-01")
    world.stand(.suspended)
    #expect(lapses(world) == ["T-QUAL-C09 DL-QUAL-06 2027-12-31"])
    world.stand(.withdrawn)
    #expect(lapses(world).isEmpty)
  }

  @Test func `T-QUAL-C09 an end in dispute expires nothing until it is settled`() {
    var world = CertificateWorld(validFrom: "2024-12-31", to: "2027-12-30", on: "2028-01-10")
    world.world.write(
      DossierWorld.lead, [DossierWorld.set("certificateEnd", CertificateWorld.dossier, "2027-12-31")])
    #expect(world.record.isValidityInConflict)
    #expect(lapses(world).isEmpty)
  }

  @Test func `T-QUAL-C04 R-QUAL-33 a renewal decided in time keeps the certificate from expiring`() {
    var world = CertificateWorld(validFrom: "2024-01-15", to: "2027-01-15", on: "2026-10-20")
    world.audit(.renewal, "2026-09-08")
    world.decide(.renew)
    world.today = CivilDate("2027-01-16")!
    #expect(lapses(world).isEmpty)
  }

  @Test
  func `R-QUAL-50 DL-QUAL-04 A-67 a surveillance held in its window takes the proposal away, one held before does not`()
  {
    for (day, proposed) in [("2026-06-16", 0), ("2026-02-27", 1), ("2026-11-02", 1)] {
      var world = CertificateWorld(validFrom: "2024-12-31", on: "2026-11-03")
      world.audit(.surveillance, day)
      #expect(CertificateProposals.due(world.context).count == proposed, "\(day)")
    }
  }

  @Test
  func
    `R-QUAL-83 R-QUAL-84 DL-QUAL-12 T-QUAL-C05 a major past its delay proposes the unfavourable decision, on its report`()
  {
    var world = CertificateWorld(validFrom: "2025-06-30", on: "2027-02-18")
    world.audit(.surveillance, "2026-11-18", state: "evidencePending")
    world.major()
    #expect(CertificateProposals.due(world.context).isEmpty)
    world.today = CivilDate("2027-02-19")!
    let proposal = CertificateProposals.due(world.context).first
    #expect(proposal?.measure == .suspend)
    #expect(proposal?.transition == "T-QUAL-C05")
    #expect(proposal?.deadline == .qual12)
    #expect(proposal?.audit == CertificateWorld.audit)

    var initial = CertificateWorld(validFrom: nil, on: "2027-03-01")
    initial.audit(.initial, "2026-11-30", state: "reportClosed")
    initial.major()
    #expect(CertificateProposals.due(initial.context).map(\.transition) == ["T-QUAL-C02"])
  }

  @Test func `R-QUAL-107 a validity recorded without a decision is a certificate taken over as active`() {
    #expect(CertificateWorld(validFrom: "2025-06-30", on: "2026-01-01").record.standing == .active)
    #expect(CertificateWorld(validFrom: nil, on: "2026-01-01").record.standing == .notGranted)
  }
}
