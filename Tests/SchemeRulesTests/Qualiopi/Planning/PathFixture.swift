import AuditModel
import SyncCore
import Testing
import WorkingDays

@testable import SchemeRules

/// A surveillance of a CFA on its way from the quote to the audit plan, with everything each step asks for.
enum PathFixture {
  static let lead = "u-0001"
  static let today = "2026-05-13"

  static func mail(_ direction: MailItem.Direction, _ day: String, inConflict: [String] = []) throws -> MailProof {
    let day = try AuditFixture.day(day)
    return .settled(
      MailItem(
        id: try #require(EntityID("mail/M1")), direction: direction, dated: nil,
        sent: direction == .outgoing ? day : nil, received: direction == .incoming ? day : nil, acknowledged: nil,
        corrects: nil, proves: nil, motive: nil, inConflict: inConflict))
  }

  static let terms = ContractTerms(
    categories: [.apprenticeship], durations: [.initial: 3, .surveillance: 3, .renewal: 3, .extension: 3], cycle: 1,
    turnoverCents: 10_000_000, documents: Set(QuoteDocument.allCases))

  static func path(_ state: QualiopiAuditState?, kind: QualiopiAuditKind = .surveillance) throws -> AuditPathFacts {
    AuditPathFacts(
      recorded: state, kind: .settled(kind), days: .settled(try AuditFixture.days("2026-06-02", "2026-06-03")),
      lead: .settled(lead), contract: .settled(terms), signedQuote: try mail(.incoming, "2026-04-01"),
      requester: "u-office", requesterRoles: [.office])
  }

  static func planning(_ kind: QualiopiAuditKind = .surveillance) throws -> AuditPlanning.Facts {
    AuditPlanning.Facts(
      kind: kind, mode: .onSite, days: try AuditFixture.days("2026-06-02", "2026-06-03"),
      schedule: try schedule(["2026-06-02": 2, "2026-06-03": 1]), place: "12 rue des Essais, 75010 Paris",
      validFrom: try AuditFixture.day("2024-11-15"), isRemoteSurveillanceAllowed: false, contract: terms,
      turnoverNowCents: 12_000_000, today: try AuditFixture.day(today))
  }

  static func schedule(_ days: [String: Int]) throws -> [ScheduledDay] {
    try days.sorted { $0.key < $1.key }.map {
      try #require(ScheduledDay(date: AuditFixture.day($0.key), halfDays: $0.value, site: "siege"))
    }
  }

  static func file() throws -> PreAuditFile {
    let due = DueDocument.before(.surveillance, usesPurchaseOrders: true)
    let entry = PreAuditFile.Entry(receivedOn: try AuditFixture.day("2026-05-04"), isCurrent: true)
    return PreAuditFile(due: due, entries: Dictionary(uniqueKeysWithValues: due.map { ($0, entry) }))
  }

  static func sign(_ state: QualiopiAuditState?) throws -> SignContract.Facts {
    SignContract.Facts(path: try path(state))
  }

  static func plan(_ state: QualiopiAuditState?) throws -> PlanAudit.Facts {
    PlanAudit.Facts(path: try path(state), plan: .whole(try planning()))
  }

  static func name(_ state: QualiopiAuditState?) throws -> NameAuditor.Facts {
    NameAuditor.Facts(
      path: try path(state), services: [AuditorRotation.Service(auditor: lead)], cycle: 1, keepRequest: .absent,
      competenceGap: CompetenceGap.none)
  }

  static func notice(_ state: QualiopiAuditState?) throws -> NoticeAudit.Facts {
    NoticeAudit.Facts(
      path: try path(state), plan: .whole(try planning()), file: try file(), competenceGap: CompetenceGap.none,
      notice: try mail(.outgoing, "2026-05-10"), contact: "planification")
  }

  static func validate(_ state: QualiopiAuditState?) throws -> ValidateNotice.Facts {
    ValidateNotice.Facts(
      path: try path(state), notice: try mail(.outgoing, "2026-05-10"), validation: try mail(.incoming, "2026-05-11"))
  }

  static func send(_ state: QualiopiAuditState?) throws -> SendAuditPlan.Facts {
    var path = try path(state)
    path.requester = lead
    path.requesterRoles = [.auditor]
    let minimum = Set(AuditFixture.scope.indicators)
    return SendAuditPlan.Facts(
      path: path, scope: .settled(minimum), minimum: minimum, sending: try mail(.outgoing, "2026-05-20"))
  }

  static func cancel(_ state: QualiopiAuditState?) throws -> CancelAudit.Facts {
    CancelAudit.Facts(path: try path(state), motive: .settled("l'organisme ferme"))
  }
}
