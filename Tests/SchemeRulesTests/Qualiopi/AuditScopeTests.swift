import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

@Suite struct AuditScopeTests {
  static let af = ServiceProfile(categories: [.training], usesSubcontracting: true)

  func numbers(_ scope: AuditScope) -> [Int] { scope.indicators.map(\.number) }

  func surveillance(_ profile: ServiceProfile) -> [Int] { numbers(AuditScope(kind: .surveillance, profile: profile)) }

  @Test func `GX-01 AF non-certifying with subcontractors: 14 indicators`() {
    #expect(surveillance(Self.af) == [1, 4, 5, 6, 10, 11, 17, 19, 21, 22, 26, 27, 31, 32])
  }

  @Test func `GX-02 AF certifying with subcontractors: 17 indicators`() {
    let profile = ServiceProfile(categories: [.training], isCertifying: true, usesSubcontracting: true)
    #expect(surveillance(profile) == [1, 3, 4, 5, 6, 7, 10, 11, 16, 17, 19, 21, 22, 26, 27, 31, 32])
  }

  @Test func `GX-03 CBC with subcontractors: 14 indicators`() {
    let profile = ServiceProfile(categories: [.skillsAssessment], usesSubcontracting: true)
    #expect(surveillance(profile) == [1, 4, 5, 6, 10, 11, 17, 19, 21, 22, 26, 27, 31, 32])
  }

  @Test func `GX-04 VAE with subcontractors: 16 indicators`() {
    let profile = ServiceProfile(categories: [.priorExperience], usesSubcontracting: true)
    #expect(surveillance(profile) == [1, 3, 4, 5, 6, 10, 11, 16, 17, 19, 21, 22, 26, 27, 31, 32])
  }

  @Test func `GX-05 CFA with subcontractors: 21 indicators`() {
    let profile = ServiceProfile(categories: [.apprenticeship], usesSubcontracting: true)
    #expect(
      surveillance(profile) == [1, 3, 4, 5, 6, 7, 10, 11, 14, 15, 16, 17, 19, 20, 21, 22, 26, 27, 29, 31, 32])
  }

  @Test func `GX-06 without subcontractors 27 leaves, 13 remain, with the reason of R-QUAL-07`() {
    let scope = AuditScope(kind: .surveillance, profile: ServiceProfile(categories: [.training]))
    #expect(numbers(scope) == [1, 4, 5, 6, 10, 11, 17, 19, 21, 22, 26, 31, 32])
    #expect(scope[27].reason == .noSubcontracting)
    #expect(scope[27].rule == "R-QUAL-07")
  }

  @Test func `GX-07 a minor on 24 at the initial audit joins, 15 in all, even once lifted`() throws {
    for state in [QualiopiNonConformityState.planReceived, .lifted] {
      let minor = try #require(PreviousNonConformity(24, .minor, state: state))
      let scope = AuditScope(kind: .surveillance, profile: Self.af, previous: [minor])
      #expect(numbers(scope) == [1, 4, 5, 6, 10, 11, 17, 19, 21, 22, 24, 26, 27, 31, 32])
      #expect(scope[24].reason == .previousNonConformity)
    }
  }

  @Test func `R-QUAL-60 each of the 32 carries its reason, in or out`() throws {
    let minor = try #require(PreviousNonConformity(22, .minor, state: .raised))
    let scope = AuditScope(
      kind: .surveillance, profile: Self.af, previous: [minor], droppedAtInitial: [23], added: [2, 4, 14])
    #expect(scope.entries.map(\.indicator) == QualiopiIndicator.all)
    #expect(scope.entries.allSatisfy { entry in entry.reasons.allSatisfy { $0.isInScope == entry.isInScope } })
    #expect(scope[22].reasons == [.previousNonConformity, .majorOnly])
    #expect(scope[4].reasons == [.majorOnly])
    #expect(scope[17].reasons == [.alwaysInSurveillance])
    #expect(scope[23].reasons == [.droppedAtInitial])
    #expect(scope[2].reasons == [.addedByAuditor])
    #expect(scope[14].reasons == [.notInCategory])
    #expect(scope[24].reasons == [.outsideSurveillanceMinimum])
    #expect(scope.entries.allSatisfy { $0.rule.description.hasPrefix("R-QUAL-") })
  }

  @Test func `R-QUAL-04 3, 7 and 16 are out where training leads to no certification`() {
    let scope = AuditScope(kind: .renewal, profile: Self.af)
    for indicator in [3, 7, 16] as [QualiopiIndicator] {
      #expect(scope[indicator].reason == .notCertifying)
      #expect(scope[indicator].rule == "R-QUAL-04")
    }
  }

  @Test func `R-QUAL-05 13 asks for alternating training and 28 for work-based periods`() {
    let without = AuditScope(kind: .initial, profile: Self.af)
    #expect(without[13].reason == .notAlternating && without[28].reason == .notWorkBased)
    #expect(without[13].rule == "R-QUAL-05")
    let profile = ServiceProfile(categories: [.training], isAlternating: true, isWorkBased: true)
    let with = AuditScope(kind: .initial, profile: profile)
    #expect(with[13].isInScope && with[28].isInScope)
  }

  @Test func `R-QUAL-06 14, 15, 20 and 29 are for apprenticeship only`() {
    for category in [ActionCategory.training, .skillsAssessment, .priorExperience] {
      let scope = AuditScope(kind: .renewal, profile: ServiceProfile(categories: [category], isCertifying: true))
      for indicator in [14, 15, 20, 29] as [QualiopiIndicator] { #expect(scope[indicator].reason == .notInCategory) }
    }
  }

  @Test func `R-QUAL-13 12 leaves only when every sampled service lasts two days or less`() {
    let short = ServiceProfile(categories: [.training], samplesTwoDaysAtMost: true)
    #expect(AuditScope(kind: .initial, profile: short)[12].reason == .shortServices)
    #expect(AuditScope(kind: .initial, profile: short)[12].rule == "R-QUAL-13")
    #expect(AuditScope(kind: .initial, profile: Self.af)[12].isInScope)
  }

  @Test func `for several categories the scope is the union, and a failed condition says more than a category`() {
    let scope = AuditScope(
      kind: .renewal, profile: ServiceProfile(categories: [.training, .skillsAssessment, .priorExperience]))
    #expect(scope[3].isInScope && scope[16].isInScope && scope[8].isInScope)
    #expect(scope[7].reason == .notCertifying)
    #expect(scope[20].reason == .notInCategory)
  }

  @Test func `initial, renewal and extension audits take all that applies, a shortened initial less`() {
    for kind in [QualiopiAuditKind.initial, .renewal, .extension] {
      #expect(AuditScope(kind: kind, profile: Self.af).indicators.count == 23)
    }
    let shortened = AuditScope(kind: .initial, profile: Self.af, droppedAtInitial: [2, 24])
    #expect(shortened.indicators.count == 21)
    #expect(shortened[24].reason == .shortenedInitial)
    #expect(AuditScope(kind: .renewal, profile: Self.af, droppedAtInitial: [2, 24]).indicators.count == 23)
  }

  @Test func `R-QUAL-125 R-QUAL-119 a sample done for a principal drops seven and keeps five per contract`() {
    let profile = ServiceProfile(
      categories: [.training], isCertifying: true, isAlternating: true, isWorkBased: true, usesSubcontracting: true,
      services: .asSubcontractorOnly(entrusted: [9, 16]))
    let scope = AuditScope(kind: .renewal, profile: profile)
    for indicator in [1, 2, 3] as [QualiopiIndicator] {
      #expect(scope[indicator].reason == .subcontractedService)
      #expect(scope[indicator].rule == "R-QUAL-125")
    }
    for indicator in [7, 13, 28] as [QualiopiIndicator] {
      #expect(scope[indicator].reason == .taskNotEntrusted)
      #expect(scope[indicator].rule == "R-QUAL-119")
    }
    #expect(scope[9].isInScope && scope[16].isInScope && scope[5].isInScope && scope[26].isInScope)
  }

  @Test func `no category applies to nothing`() {
    #expect(AuditScope(kind: .renewal, profile: ServiceProfile(categories: [])).indicators.isEmpty)
  }

  @Test func `codes of reasons are unique and split into in and out`() {
    #expect(ScopeReason.allCases.count { $0.isInScope } == 6)
    #expect(Set(ScopeReason.allCases.map(\.words.fr)).count == ScopeReason.allCases.count)
  }
}
