import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct MonCompteFormationAccessTests {
  static let complete = MonCompteFormationAccess.Facts(
    isCertified: true, hasActiveDeclaration: true, firstYearOfActivity: 2019, bpfYears: [2025], hasCapacity: true,
    trainings: [.registeredCertification], isHabilitated: true, isCompliant: true, hasDirectorsRecord: true)

  func refusals(on day: String = "2026-05-12", _ change: (inout MonCompteFormationAccess.Facts) -> Void) throws
    -> [String]
  {
    var facts = Self.complete
    change(&facts)
    return MonCompteFormationAccess.judge(facts, on: try AuditFixture.day(day)).refusals()
  }

  @Test func `R-QUAL-136 a body that meets the eight conditions has access`() throws {
    #expect(try refusals { _ in }.isEmpty)
    let day = try AuditFixture.day("2026-05-12")
    #expect(MonCompteFormationAccess.verdicts(Self.complete, on: day).count == 8)
  }

  @Test func `R-QUAL-136 each condition is asked for by itself`() throws {
    #expect(try refusals { $0.isCertified = false } == ["R-QUAL-136 mcf-not-certified"])
    #expect(try refusals { $0.hasActiveDeclaration = false } == ["R-QUAL-136 mcf-declaration-not-active"])
    #expect(try refusals { $0.bpfYears = [] } == ["R-QUAL-136 mcf-bpf-missing"])
    #expect(try refusals { $0.hasCapacity = false } == ["R-QUAL-136 mcf-capacity-not-proved"])
    #expect(try refusals { $0.isHabilitated = false } == ["R-QUAL-136 mcf-not-habilitated"])
    #expect(try refusals { $0.isCompliant = false } == ["R-QUAL-136 mcf-not-compliant"])
    #expect(try refusals { $0.hasDirectorsRecord = false } == ["R-QUAL-136 mcf-directors-record-missing"])
  }

  @Test func `R-QUAL-137 R-QUAL-136 at least one of seven eligible trainings is offered`() throws {
    #expect(try refusals { $0.trainings = [] } == ["R-QUAL-137 mcf-no-eligible-training"])
    #expect(
      EligibleTraining.allCases.map(\.rawValue) == [
        "registered-certification", "prior-experience-support", "skills-assessment", "clea", "business-creation",
        "citizen-engagement", "driving-licence-b",
      ])
    for training in EligibleTraining.allCases {
      #expect(try refusals { $0.trainings = [training] }.isEmpty, "\(training)")
    }
  }

  @Test func `R-QUAL-136 a habilitation is asked of those who prepare a certification`() throws {
    for training in EligibleTraining.allCases {
      let refused = try refusals {
        $0.trainings = [training]
        $0.isHabilitated = false
      }
      #expect(refused.isEmpty == (training != .registeredCertification && training != .clea), "\(training)")
    }
  }

  @Test func `R-QUAL-136 DL-QUAL-18 a year's BPF may come until its last day, then it is missing`() throws {
    #expect(try refusals(on: "2026-12-31") { _ in }.isEmpty)
    #expect(try refusals(on: "2027-01-01") { _ in } == ["R-QUAL-136 mcf-bpf-missing"])
    #expect(try refusals(on: "2027-01-01") { $0.bpfYears = [2026] }.isEmpty)
    #expect(try refusals(on: "2027-01-01") { $0.bpfYears = [2027] }.isEmpty, "filed since")
    #expect(
      try refusals(on: "2026-05-12") {
        $0.bpfYears = []
        $0.firstYearOfActivity = 2026
      }.isEmpty, "in its first year a body has none to have filed")
  }

  @Test func `R-QUAL-138 R-QUAL-139 R-QUAL-140 three notes are shown of those who fund training`() {
    #expect(FunderNote.allCases.map(\.rule) == ["R-QUAL-138", "R-QUAL-139", "R-QUAL-140"])
    #expect(FunderNote.skillsOperators.since?.description == "2022-01-01")
    #expect(FunderNote.skillsOperators.words.fr.contains("OPCO"))
    #expect(FunderNote.employmentFund.words.fr.contains("FNE"))
    #expect(FunderNote.jobseekers.words.fr.contains("CARIF-OREF"))
    #expect(FunderNote.employmentFund.since == nil && FunderNote.jobseekers.since == nil)
  }
}
