import AuditModel
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct CompetenceRegisterTests {
  private let register = CompetenceRegister(DossierWorld.directory(categories: ["CFA"], until: "2026-12-31"))
  private let lead = DossierWorld.lead.description

  private func lacking(
    _ categories: Set<ActionCategory>, role: Role = .auditor, on day: String = "2026-06-02",
    settings: QualiopiSettings = .standard
  ) throws -> Set<ActionCategory> {
    register.lacking(
      categories, person: lead, role: role, on: try #require(CivilDate(day)), settings: settings)
  }

  @Test func `R-ROLE-22 a competence is of one person, one function, its categories and its period`() throws {
    #expect(try lacking([.apprenticeship]).isEmpty)
    #expect(try lacking([.apprenticeship, .training]) == [.training])
    #expect(try lacking([.apprenticeship], role: .decider) == [.apprenticeship])
    #expect(try lacking([.apprenticeship], on: "2024-12-31") == [.apprenticeship])
    #expect(try lacking([.apprenticeship], on: "2025-01-01").isEmpty)
    #expect(try lacking([.apprenticeship], on: "2027-01-01") == [.apprenticeship])
    #expect(
      register.lacking(
        [.apprenticeship], person: "u-9", role: .auditor, on: DossierWorld.day, settings: .standard)
        == [.apprenticeship])
  }

  @Test func `A-109 without categories any competence of the function stands for all`() throws {
    var settings = QualiopiSettings.standard
    settings.competencePerCategory = false
    #expect(try lacking([.training, .priorExperience], settings: settings).isEmpty)
    #expect(try lacking([.training], role: .decider, settings: settings) == [.training])
  }

  @Test func `R-ROLE-22 nothing rests on a competence two people wrote differently`() {
    var directory = DossierWorld.directory(categories: ["CFA"], until: "2026-12-31")
    directory.apply(
      Change(
        id: ChangeID(replica: ReplicaID(bits: 9), seq: 1), salt: String(repeating: "0", count: 26), time: 2,
        by: DossierWorld.other, stream: .directory,
        operations: [DossierWorld.set("period", EntityID("competence/K1")!, .sorted([("from", "2020-01-01")]))]))
    let register = CompetenceRegister(directory)
    #expect(register.entries.map(\.isInConflict) == [true])
    #expect(
      register.lacking([.apprenticeship], person: lead, role: .auditor, on: DossierWorld.day, settings: .standard)
        == [.apprenticeship])
  }

  @Test func `R-ROLE-22 where no category is known nobody is competent, and the refusal says so`() {
    let verdict = CompetenceGap(of: [], lacking: []).verdict(lacking: "competence-missing")
    let reason = RuleReason(rule: "R-ROLE-22", code: "categories-missing")
    #expect(verdict == .notMet(reason))
    #expect(reason.text.sentences(in: .french).contains("Aucune catégorie"))
    #expect(reason.text.sentences(in: .english).contains("No category"))
    #expect(CompetenceGap(of: [.training], lacking: []).verdict(lacking: "competence-missing") == .met("R-ROLE-22"))
  }
}
