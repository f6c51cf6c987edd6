import AuditModel
import AuditSchema
import SyncCore
import WorkingDays

/// Reads the non-conformities out of what bears on them, each time it is asked.
struct NonConformitySource {
  let fold: StreamFold
  let register: MailRegister
  /// The readings where no day says which.
  let settings: QualiopiSettings
  /// Those in force on a day.
  let inForce: (CivilDate) -> QualiopiSettings

  func all() -> [NonConformityFacts] {
    let single = fold.standing(ofType: "nonconformity").map(read)
    return single.map { $0.isCumulation ? cumulation($0, minors: Self.minors(of: $0.origin, in: single)) : $0 }
      .sorted { ($0.origin?.description ?? "", $0.place) < ($1.origin?.description ?? "", $1.place) }
  }

  // MARK: one

  private func read(_ id: EntityID) -> NonConformityFacts {
    let reading = FieldReading(fold: fold, entity: id)
    let origin = reading.text("origin").flatMap { EntityID($0) }
    let grade = grade(reading, raisedBy: origin)
    let assessments = AssessmentReading(fold: fold, nonConformity: id)
    let planMail = reading.text("planMail").flatMap { EntityID($0) }.flatMap { register.holding($0) }
    return NonConformityFacts(
      id, reading.view("indicator")?.shown?.number.flatMap { QualiopiIndicator(Int($0)) }, grade,
      state: reading.text("stage").flatMap(QualiopiNonConformityState.init(rawValue:)) ?? .raised, origin: origin,
      hasPlan: planMail != nil || (reading.text("plan") ?? "").contains { !$0.isWhitespace },
      planReceivedOn: planMail?.received, isPlanLate: isPlanLate(planMail?.received, origin),
      evidence: (reading.view("evidence")?.members ?? []).map { receipt($0.value) },
      assessment: assessments.asked, sentBack: assessments.sentBack,
      clock: grade.value.flatMap { grade in
        let start = clockStart(origin, reading)
        return NonConformityClock(
          grade, from: start, certificateEnd: isInitial(origin) ? nil : certificateEnd,
          settings: start.map(inForce) ?? settings, isInitial: isInitial(origin))
      })
  }

  /// The grade; of one that an audit of this dossier raised, the grade its closing or its report gave, whatever people
  /// wrote since.
  ///
  /// One that no closing raised, taken over or entered by hand, has the grade the office recorded.
  private func grade(_ reading: FieldReading, raisedBy origin: EntityID?) -> FactReading<QualiopiGrade> {
    let grade = { (value: JSONValue) in value.text.flatMap(QualiopiGrade.init(rawValue:)) }
    let ruled = fold.entities[reading.entity]?.fields["grade"]?.writes.values.filter { $0.by == .server } ?? []
    guard let origin, fold.standing(ofType: "audit").contains(origin),
      let last = ruled.max(by: { $0.order < $1.order })
    else { return reading.reading("grade", grade) }
    return grade(last.value).map { .settled($0) } ?? .absent
  }

  private func isPlanLate(_ day: CivilDate?, _ origin: EntityID?) -> Bool {
    guard let day, let received = origin.flatMap(reportReceived),
      let due = RuleDueDate.of(.qual10, from: received, settings: inForce(received))
    else { return false }
    return due < day
  }

  /// A letter, or what was handed to an auditor on a day; an evidence entity may say what it was.
  private func receipt(_ value: JSONValue) -> EvidenceReceipt {
    if let mail = value["mail"]?.text {
      return EvidenceReceipt(
        EvidenceReceipt.reference(of: value), receivedOn: EntityID(mail).flatMap { register.holding($0)?.received })
    }
    let day = value["handedOn"]?.text
    return EvidenceReceipt(EvidenceReceipt.reference(of: value), receivedOn: day.flatMap { CivilDate($0) })
  }

  // MARK: delays

  /// The last day of the audit that raised it, or by setting the day its report was received.
  ///
  /// For one taken over, the day it was raised. Days two people wrote differently start nothing.
  private func clockStart(_ origin: EntityID?, _ reading: FieldReading) -> CivilDate? {
    guard let origin else { return reading.text("raisedOn").flatMap { CivilDate($0) } }
    if settings(of: origin).ncClockStart == .notification { return reportReceived(of: origin) }
    guard let days = FieldReading(fold: fold, entity: origin).view("days") else {
      return reading.text("raisedOn").flatMap { CivilDate($0) }
    }
    return days.conflict != nil ? nil : days.shown?["last"]?.text.flatMap { CivilDate($0) }
  }

  /// What an audit reads: the readings in force on its first day, as its rule pack is.
  private func settings(of audit: EntityID) -> QualiopiSettings {
    FieldReading(fold: fold, entity: audit).view("days")?.shown?["first"]?.text.flatMap { CivilDate($0) }
      .map(inForce) ?? settings
  }

  private func reportReceived(of audit: EntityID) -> CivilDate? {
    AuditNames.followUp(audit)
      .flatMap { FieldReading(fold: fold, entity: $0).view("presented")?.shown?["mail"]?.text }
      .flatMap { EntityID($0) }.flatMap { register.holding($0)?.receipt(settings(of: audit).notificationDateBasis) }
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
    let needed = minors.count - (facts.origin.map(settings(of:)) ?? settings).minorMax
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

extension EvidenceReceipt {
  /// What names a piece of evidence: its letter, the evidence handed over, else the day it was.
  static func reference(of value: JSONValue) -> String {
    value["mail"]?.text ?? value["evidence"]?.text ?? value["handedOn"]?.text ?? ""
  }
}
