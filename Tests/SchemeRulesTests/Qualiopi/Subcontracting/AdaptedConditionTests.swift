import AuditModel
import Testing

@testable import SchemeRules

@Suite struct AdaptedConditionTests {
  /// Every condition holds, so that only the sample decides.
  static func profile(_ services: ServiceProfile.Services) -> ServiceProfile {
    ServiceProfile(
      categories: Set(ActionCategory.allCases), isCertifying: true, isAlternating: true, isWorkBased: true,
      usesSubcontracting: true, services: services)
  }

  static let entrusted: Set<QualiopiIndicator> = [7, 9, 13, 16, 28]
  static let usual: Set<QualiopiIndicator> = [4, 6, 8, 10, 11, 12, 17, 18, 19, 21, 22, 23, 24, 25, 27, 31, 32]
  static let adapted: Set<QualiopiIndicator> = [5, 26, 30]

  func scope(_ entrusted: Set<QualiopiIndicator>) -> AuditScope {
    AuditScope(kind: .renewal, profile: Self.profile(.asSubcontractorOnly(entrusted: entrusted)))
  }

  @Test func `R-QUAL-119 each of 7, 9, 13, 16 and 28 is in only when the mission contract entrusts its task`() {
    for indicator in Self.entrusted {
      #expect(scope([indicator])[indicator].isInScope)
      #expect(scope(Self.entrusted.subtracting([indicator]))[indicator].reason == .taskNotEntrusted)
    }
    #expect(scope([1, 14])[1].reason == .subcontractedService, "a contract does not bring in what does not apply")
  }

  @Test
  func `R-QUAL-120 A-56 indicators 5, 26 and 30 are judged in adapted form only when the sample is subcontracted`() {
    for indicator in QualiopiIndicator.all {
      let subcontracted = Self.profile(.asSubcontractorOnly(entrusted: []))
      #expect((subcontracted.adaptedCondition(of: indicator) != nil) == Self.adapted.contains(indicator))
      #expect(Self.profile(.own).adaptedCondition(of: indicator) == nil)
    }
    #expect(Self.adapted.allSatisfy { scope([])[$0].isInScope })
    #expect(AdaptedCondition.all.map(\.indicator) == [5, 26, 30])
  }

  @Test func `R-QUAL-120 the catalogue marks as adapted the indicators that have an adapted condition`() {
    for row in IndicatorCatalogue.all {
      #expect((row.asSubcontractor == .adapted) == (AdaptedCondition.of(row.indicator) != nil))
    }
  }

  @Test func `R-QUAL-121 as subcontractor, 5 is met by the principal's objectives taken into account`() throws {
    let condition = try #require(AdaptedCondition.of(5))
    #expect(condition.rule == "R-QUAL-121")
    #expect(condition.words.fr.contains("objectifs du donneur d'ordres"))
  }

  @Test func `R-QUAL-122 as subcontractor, 26 is met by an own network or the principal's list`() throws {
    let condition = try #require(AdaptedCondition.of(26))
    #expect(condition.rule == "R-QUAL-122")
    #expect(condition.words.fr.contains("réseau propre") && condition.words.fr.contains("liste"))
    #expect(condition.words.en.contains("own network") && condition.words.en.contains("specific measures"))
  }

  @Test func `R-QUAL-123 as subcontractor, 30 is met by the appreciations of beneficiaries and of the principal`()
    throws
  {
    let condition = try #require(AdaptedCondition.of(30))
    #expect(condition.rule == "R-QUAL-123")
    #expect(condition.words.fr.contains("bénéficiaires et du donneur d'ordres"))
  }

  @Test func `R-QUAL-124 the seventeen others apply to a subcontracted service as for the principal`() {
    for indicator in QualiopiIndicator.all where Self.usual.contains(indicator) {
      #expect(scope([])[indicator].isInScope, "\(indicator)")
    }
    #expect(Set(scope([]).indicators) == Self.usual.union(Self.adapted), "17 as usual and 3 adapted")
    #expect(scope(Self.entrusted).indicators.count == 25)
  }

  @Test func `R-QUAL-125 A-57 1, 2, 3, 14, 15, 20 and 29 do not apply to a subcontracted service`() {
    for indicator in [1, 2, 3, 14, 15, 20, 29] as [QualiopiIndicator] {
      #expect(scope(Self.entrusted)[indicator].reason == .subcontractedService)
      #expect(scope(Self.entrusted)[indicator].rule == "R-QUAL-125")
    }
  }

  @Test func `R-QUAL-124 a body with own services as well is audited on them in full`() {
    #expect(AuditScope(kind: .renewal, profile: Self.profile(.own)).indicators.count == 32)
  }
}
