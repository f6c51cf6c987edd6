import AuditModel
import Testing
import WorkingDays

@testable import SchemeRules

/// A surveillance of a CFA in progress, every indicator of its scope conform, requested by its lead.
enum AuditFixture {
  static let lead = "u-0001"
  static let colleague = "u-0002"
  static let scope = AuditScope(
    kind: .surveillance, profile: ServiceProfile(categories: [.apprenticeship], usesSubcontracting: true))

  static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  static func days(_ first: String, _ last: String) throws -> AuditDays {
    try #require(AuditDays(first: day(first), last: day(last)))
  }

  static func facts(state: QualiopiAuditState? = .inProgress) throws -> QualiopiAuditFacts {
    QualiopiAuditFacts(
      kind: .settled(.surveillance), state: state, days: .settled(try days("2026-05-12", "2026-05-13")),
      lead: .settled(lead), auditors: [lead, colleague], scope: .settled(Set(scope.indicators)),
      items: Dictionary(
        uniqueKeysWithValues: scope.indicators.map { ($0, QualiopiAuditFacts.Item(grade: .settled(.conform))) }),
      requester: lead, requesterRoles: [.auditor])
  }
}

extension QualiopiAuditFacts {
  mutating func grade(
    _ indicator: QualiopiIndicator, _ grades: QualiopiGrade..., evidence: Bool = false, lack: Bool = false
  ) {
    items[indicator] = Item(grade: GradeReading(of: grades), hasEvidence: evidence, notesLack: lack)
  }
}

extension ActJudgement {
  /// Rules and codes not met; each must be worded, with nothing left open in the text.
  func refusals(sourceLocation: SourceLocation = #_sourceLocation) -> [String] {
    for reason in reasons {
      #expect(
        ReasonPhrase.of(code: reason.code, rule: reason.rule) != nil, "\(reason.code) is not worded",
        sourceLocation: sourceLocation)
      for language in Language.allCases {
        let text = reason.text.sentences(in: language)
        #expect(!text.contains("{") && !text.contains("()"), "\(text)", sourceLocation: sourceLocation)
      }
    }
    return reasons.map { "\($0.rule) \($0.code)" }
  }
}
