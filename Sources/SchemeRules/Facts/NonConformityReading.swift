import AuditModel
import AuditSchema
public import SyncCore
import WorkingDays

/// The non-conformities of a dossier with all that bears on them: plans and evidence by the mail register, delays by the
/// days of the audit that raised them.
public struct NonConformityReading: Sendable {
  private let fold: StreamFold
  private let register: MailRegister
  private let settings: QualiopiSettings

  /// Reads a dossier.
  public init(_ fold: StreamFold, settings: QualiopiSettings = .standard) {
    self.fold = fold
    self.settings = settings
    register = MailRegister(fold)
  }

  /// All of the dossier, ascending by audit and indicator; the cumulation of an audit after its indicators.
  public var all: [NonConformityFacts] {
    let single = fold.standing(ofType: "nonconformity").map(read)
    return single.map { $0.isCumulation ? cumulation($0, minors: Self.minors(of: $0.origin, in: single)) : $0 }
      .sorted { ($0.origin?.description ?? "", $0.place) < ($1.origin?.description ?? "", $1.place) }
  }

  /// Those an audit raised.
  public func raised(by audit: EntityID) -> [NonConformityFacts] { all.filter { $0.origin == audit } }

  /// One non-conformity; nil for one the dossier does not hold.
  public func facts(of id: EntityID) -> NonConformityFacts? { all.first { $0.entity == id } }

  // MARK: one

  private func read(_ id: EntityID) -> NonConformityFacts {
    let reading = FieldReading(fold: fold, entity: id)
    let grade = reading.reading("grade") { $0.text.flatMap(QualiopiGrade.init(rawValue:)) }
    let origin = reading.text("origin").flatMap { EntityID($0) }
    let planMail = reading.text("planMail").flatMap { EntityID($0) }.flatMap { register.holding($0) }
    return NonConformityFacts(
      id, reading.view("indicator")?.shown?.number.flatMap { QualiopiIndicator(Int($0)) }, grade,
      state: reading.text("stage").flatMap(QualiopiNonConformityState.init(rawValue:)) ?? .raised, origin: origin,
      hasPlan: planMail != nil || (reading.text("plan") ?? "").contains { !$0.isWhitespace },
      planReceivedOn: planMail?.received, isPlanLate: isPlanLate(planMail?.received, origin),
      evidence: (reading.view("evidence")?.members ?? []).map { receipt($0.value) },
      assessment: reading.reading("assessment", Self.assessment),
      clock: grade.value.flatMap { grade in
        NonConformityClock(
          grade, from: clockStart(origin, reading), certificateEnd: isInitial(origin) ? nil : certificateEnd,
          settings: settings, isInitial: isInitial(origin))
      })
  }

  private func isPlanLate(_ day: CivilDate?, _ origin: EntityID?) -> Bool {
    guard let day, let received = origin.flatMap(reportReceived),
      let due = RuleDueDate.of(.qual10, from: received, settings: settings)
    else { return false }
    return due < day
  }

  /// A letter, or what was handed to an auditor on a day; an evidence entity may say what it was.
  private func receipt(_ value: JSONValue) -> EvidenceReceipt {
    if let mail = value["mail"]?.text {
      return EvidenceReceipt(mail, receivedOn: EntityID(mail).flatMap { register.holding($0)?.received })
    }
    let day = value["handedOn"]?.text
    return EvidenceReceipt(value["evidence"]?.text ?? day ?? "", receivedOn: day.flatMap { CivilDate($0) })
  }

  private static func assessment(_ value: JSONValue) -> EvidenceAssessment? {
    guard let found = value["found"]?.text else { return nil }
    return EvidenceAssessment(
      isSufficient: found.utf8.elementsEqual("sufficient".utf8),
      on: Set((value["on"]?.elements ?? []).compactMap(\.text)), reason: value["reason"]?.text)
  }

  // MARK: delays

  /// The last day of the audit that raised it, or by setting the day its report was received.
  ///
  /// For one taken over, the day it was raised. Days two people wrote differently start nothing.
  private func clockStart(_ origin: EntityID?, _ reading: FieldReading) -> CivilDate? {
    guard let origin else { return reading.text("raisedOn").flatMap { CivilDate($0) } }
    if settings.ncClockStart == .notification { return reportReceived(of: origin) }
    guard let days = FieldReading(fold: fold, entity: origin).view("days") else {
      return reading.text("raisedOn").flatMap { CivilDate($0) }
    }
    return days.conflict != nil ? nil : days.shown?["last"]?.text.flatMap { CivilDate($0) }
  }

  private func reportReceived(of audit: EntityID) -> CivilDate? {
    AuditNames.followUp(audit)
      .flatMap { FieldReading(fold: fold, entity: $0).view("presented")?.shown?["mail"]?.text }
      .flatMap { EntityID($0) }.flatMap { register.holding($0)?.clockStart(settings.notificationDateBasis) }
  }

  /// An initial audit has no certificate yet whose end could cut a delay: one that is there is an older one (EX-39, A-94).
  private func isInitial(_ audit: EntityID?) -> Bool {
    audit.map { FieldReading(fold: fold, entity: $0).text("kind") == QualiopiAuditKind.initial.rawValue } ?? false
  }

  private var certificateEnd: CivilDate? {
    fold.standing(ofType: "dossier").first
      .flatMap { FieldReading(fold: fold, entity: $0).text("certificateEnd") }.flatMap { CivilDate($0) }
  }

  // MARK: the cumulation

  private static func minors(of origin: EntityID?, in all: [NonConformityFacts]) -> [NonConformityFacts] {
    all.filter { !$0.isCumulation && $0.origin == origin && !$0.isMajor }
  }

  /// The cumulation with the days its minors give it: that their evidence came, that it was found sufficient.
  private func cumulation(_ facts: NonConformityFacts, minors: [NonConformityFacts]) -> NonConformityFacts {
    let needed = minors.count - settings.minorMax
    guard needed > 0 else { return facts }
    func day(_ days: [CivilDate]) -> CivilDate? { days.count >= needed ? days.sorted()[needed - 1] : nil }
    let lifted = minors.filter { $0.state == .lifted }.compactMap(\.evidenceReceivedOn)
    let waiting = minors.filter { $0.state != .lifted && $0.state.isOpen }
      .compactMap { $0.pendingEvidence.compactMap(\.receivedOn).min() }
    var facts = facts
    facts.cumulationCuredOn = day(lifted)
    facts.evidence = day(lifted + waiting).map { [EvidenceReceipt("minors", receivedOn: $0)] } ?? []
    return facts
  }
}

extension NonConformityFacts {
  fileprivate var place: Int { indicator?.number ?? Int.max }
}
