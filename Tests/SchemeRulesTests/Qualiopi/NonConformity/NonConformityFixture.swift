import AuditModel
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

/// A non-conformity of a surveillance that ended on 2026-11-18, with a plan, and the lead who rules on it.
enum NonConformityFixture {
  static let lead = "u-0001"
  static let stranger = "u-0009"

  static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  static func facts(
    _ grade: QualiopiGrade, _ state: QualiopiNonConformityState, received: String..., end: String = "2026-11-18",
    certificateEnd: String? = nil
  ) throws -> NonConformityFacts {
    NonConformityFacts(
      try #require(EntityID("nonconformity/A1.17")), 17, .settled(grade), state: state,
      origin: EntityID("audit/A1"), hasPlan: true,
      evidence: try received.enumerated().map { EvidenceReceipt("mail/\($0)", receivedOn: try day($1)) },
      clock: NonConformityClock(grade, from: try day(end), certificateEnd: try certificateEnd.map(day)))
  }

  static func asked(
    _ facts: NonConformityFacts, by requester: String = lead, roles: Set<Role> = [.auditor],
    today: String = "2026-12-01", strict: Bool = false
  ) throws -> NonConformityCase {
    NonConformityCase(
      facts, leads: [lead], requester: requester, requesterRoles: roles, today: try day(today),
      majorClockStops: strict ? .lifted : .evidenceReceived)
  }
}

extension NonConformityFacts {
  /// Ruled on, by an act that was accepted: on the evidence named, else on all there is.
  func assessed(_ isSufficient: Bool, on named: Set<String>? = nil, reason: String? = nil) -> NonConformityFacts {
    var facts = self
    let references = named ?? Set(evidence.map(\.reference))
    facts.assessment = .settled(EvidenceAssessment(isSufficient: isSufficient, on: references, reason: reason))
    facts.sentBack = isSufficient ? [] : references
    return facts
  }
}
