import AuditModel
import Testing

@testable import SchemeRules

@Suite struct IndicatorCatalogueTests {
  @Test func `there are 32 indicators and no other`() {
    #expect(QualiopiIndicator.all.map(\.number) == Array(1...32))
    for number in [-1, 0, 33, Int.max] { #expect(QualiopiIndicator(number) == nil) }
    for text in ["", "0", "33", "017", "+17", " 17", "17.", "IV"] { #expect(QualiopiIndicator(text) == nil, "\(text)") }
    #expect(QualiopiIndicator("17".description)?.number == 17)
  }

  @Test func `R-QUAL-03 the seven criteria hold the indicators in this order`() {
    #expect(IndicatorCatalogue.all.map(\.indicator) == QualiopiIndicator.all)
    let counts = QualiopiCriterion.allCases.map { criterion in
      IndicatorCatalogue.all.count { $0.criterion == criterion }
    }
    #expect(counts == [3, 5, 8, 4, 2, 7, 3])
    #expect(QualiopiCriterion.allCases.map(\.code) == ["C1", "C2", "C3", "C4", "C5", "C6", "C7"])
    #expect((22 as QualiopiIndicator).info.criterion == .staff)
  }

  @Test func `R-QUAL-71 seventeen indicators give majors only`() {
    let majorOnly = QualiopiIndicator.all.filter { $0.info.isMajorOnly }.map(\.number)
    #expect(majorOnly == [4, 5, 6, 7, 10, 11, 14, 15, 16, 20, 21, 22, 26, 27, 29, 31, 32])
  }

  @Test func `R-QUAL-72 the fifteen others give minors or majors`() {
    let both = QualiopiIndicator.all.filter { !$0.info.isMajorOnly }.map(\.number)
    #expect(both == [1, 2, 3, 8, 9, 12, 13, 17, 18, 19, 23, 24, 25, 28, 30])
  }

  @Test func `R-QUAL-60 twenty-one indicators are always in a surveillance where they apply`() {
    let always = QualiopiIndicator.all.filter { $0.info.isAlwaysInSurveillance }
    #expect(always.count == 21)
    #expect(always.filter { !$0.info.isMajorOnly }.map(\.number) == [1, 3, 17, 19])
  }

  @Test func `R-QUAL-119 R-QUAL-120 R-QUAL-124 R-QUAL-125 the subcontractor column counts 17, 5, 3 and 7`() {
    func numbers(_ column: IndicatorDescription.AsSubcontractor) -> [Int] {
      QualiopiIndicator.all.filter { $0.info.asSubcontractor == column }.map(\.number)
    }
    #expect(numbers(.same) == [4, 6, 8, 10, 11, 12, 17, 18, 19, 21, 22, 23, 24, 25, 27, 31, 32])
    #expect(numbers(.perContract) == [7, 9, 13, 16, 28])
    #expect(numbers(.adapted) == [5, 26, 30])
    #expect(numbers(.notApplicable) == [1, 2, 3, 14, 15, 20, 29])
  }

  @Test func `R-QUAL-09 twenty-two indicators are common, ten conditional`() {
    let common = QualiopiIndicator.all.filter { indicator in
      ActionCategory.allCases.allSatisfy { indicator.info.condition(for: $0) == .always }
    }
    // The rulebook counts 8 among the common: it has no condition, but two categories never ask for it.
    let conditional = Set(QualiopiIndicator.all).subtracting(common)
    #expect(conditional.subtracting([8]).map(\.number).sorted() == [3, 7, 13, 14, 15, 16, 20, 27, 28, 29])
    #expect(common.count + 1 == 22)
  }

  @Test(arguments: [
    ("AF", ServiceProfile(categories: [.training], usesSubcontracting: true), 23),
    (
      "AF alternating and work-based",
      ServiceProfile(categories: [.training], isAlternating: true, isWorkBased: true, usesSubcontracting: true), 25
    ),
    ("AF certifying", ServiceProfile(categories: [.training], isCertifying: true, usesSubcontracting: true), 26),
    ("CBC", ServiceProfile(categories: [.skillsAssessment], usesSubcontracting: true), 22),
    ("VAE", ServiceProfile(categories: [.priorExperience], usesSubcontracting: true), 24),
    ("CFA", ServiceProfile(categories: [.apprenticeship], usesSubcontracting: true), 32),
  ])
  func `R-QUAL-09 the categories give these counts, 27 included`(name: String, profile: ServiceProfile, count: Int) {
    #expect(QualiopiIndicator.all.count { profile.exclusion(of: $0) == nil } == count, "\(name)")
  }

  @Test func `labels are short and each its own`() {
    let labels = IndicatorCatalogue.all.map(\.label)
    #expect(Set(labels.map(\.fr)).count == 32)
    #expect(Set(labels.map(\.en)).count == 32)
    #expect(labels.allSatisfy { $0.fr.count <= 42 && $0.en.count <= 42 })
  }
}
