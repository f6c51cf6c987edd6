import AuditModel
import SchemeRules
import Testing

/// What the reading guide adds to an indicator for the services at hand.
@Suite struct IndicatorNotesTests {
  private func notes(
    _ indicator: QualiopiIndicator, _ profile: ServiceProfile = ServiceProfile(categories: [.training]),
    newEntrant: Bool = false, guide: ReadingGuide = .v9, samples: [SampledService] = []
  ) -> [String] {
    IndicatorNotes(profile: profile, samples: samples, isNewEntrant: newEntrant, guide: guide).on(indicator)
      .map(\.rule.description)
  }

  @Test func `R-QUAL-12 A-55 V8 adds duties to certifying training on 1, 3, 4, 5, 6 and 8 and on no other`() {
    let certifying = ServiceProfile(categories: [.training], isCertifying: true)
    let bearing = QualiopiIndicator.all.filter { notes($0, certifying).contains("R-QUAL-12") }
    #expect(bearing.map(\.number) == [1, 3, 4, 5, 6, 8])
    #expect(!QualiopiIndicator.all.contains { notes($0).contains("R-QUAL-12") })
  }

  @Test func `R-QUAL-14 indicator 6 says what accessibility means`() { #expect(notes(6) == ["R-QUAL-14"]) }
  @Test func `R-QUAL-15 indicator 30 says what is enough for funders`() { #expect(notes(30) == ["R-QUAL-15"]) }
  @Test func `R-QUAL-16 indicator 26 asks for an identified network`() { #expect(notes(26) == ["R-QUAL-16"]) }
  @Test func `R-QUAL-17 indicator 22 covers the disability officer`() { #expect(notes(22) == ["R-QUAL-17"]) }
  @Test func `R-QUAL-18 indicator 19 is reinforced`() { #expect(notes(19) == ["R-QUAL-18"]) }
  @Test func `R-QUAL-19 indicator 1 lists what the public must find`() { #expect(notes(1) == ["R-QUAL-19"]) }
  @Test func `R-QUAL-20 indicator 20 names mobility, disability officer and council`() {
    #expect(notes(20) == ["R-QUAL-20"])
  }

  @Test func `R-QUAL-135 indicator 27 says what the principal checks`() { #expect(notes(27) == ["R-QUAL-135"]) }

  @Test func `R-QUAL-08 new entrants, VAE, skills assessments and apprenticeship carry duties of their own`() {
    #expect(notes(2, newEntrant: true) == ["R-QUAL-08"] && notes(2) == [])
    #expect(notes(10, ServiceProfile(categories: [.priorExperience])) == ["R-QUAL-08"])
    #expect(notes(11, ServiceProfile(categories: [.skillsAssessment])) == ["R-QUAL-08"])
    #expect(notes(13, ServiceProfile(categories: [.apprenticeship])) == ["R-QUAL-08"])
  }

  @Test
  func `R-QUAL-120 R-QUAL-121 R-QUAL-122 R-QUAL-123 the notes of V9 come with V9 and a subcontracted sample only`() {
    var mission = SampledService(key: "m", title: "Mission")
    mission.isSubcontracted = true
    #expect(notes(5, samples: [mission]) == ["R-QUAL-121"])
    #expect(notes(26, samples: [mission]) == ["R-QUAL-16", "R-QUAL-122"])
    #expect(notes(30, samples: [mission]) == ["R-QUAL-15", "R-QUAL-123"])
    #expect(notes(5, guide: .v8, samples: [mission]) == [])
    #expect(notes(5) == [])
  }

  @Test func `R-QUAL-119 five indicators follow the mission contract`() {
    let profile = ServiceProfile(categories: [.training], services: .asSubcontractorOnly(entrusted: []))
    #expect(
      QualiopiIndicator.all.filter { notes($0, profile).contains("R-QUAL-119") }.map(\.number) == [7, 9, 13, 16, 28])
  }

  @Test func `durations are read in half-days, with a comma or a point`() {
    #expect(SampledService.halfDays("2,5") == 5 && SampledService.halfDays("2.5") == 5)
    #expect(SampledService.halfDays("3") == 6 && SampledService.halfDays("0.5") == 1)
    for bad in ["", "0", "2,3", "1,5,5", "x", "401"] { #expect(SampledService.halfDays(bad) == nil, "\(bad)") }
    var service = SampledService(key: "cap", title: "CAP", halfDays: 5)
    service.isCertifying = true
    #expect(SampledService(service.json) == service)
    #expect(SampledService(SampledService(key: "a", title: "A", halfDays: 6).json)?.halfDays == 6)
  }
}
