public import AuditModel
public import SchemeRules
public import SyncCore
public import WorkingDays

/// A non-conformity as a list shows it: where it stands, until when, and what came late.
public struct NonConformityLine: Sendable, Hashable {
  /// What is marked on it; nothing marked is refused by that.
  public enum Mark: String, Sendable, Hashable, CaseIterable {
    /// The plan came after DL-QUAL-10.
    case planLate = "plan-late"
    /// Evidence came after the due date.
    case evidenceLate = "evidence-late"
    /// Evidence received in time waits for the auditor.
    case evidenceWaits = "evidence-waits"
  }

  /// What is known of it.
  public let facts: NonConformityFacts
  /// Working days left until the due date; nil when there is none or it no longer waits for evidence.
  public let workingDaysLeft: Int?
  /// What is marked on it.
  public let marks: [Mark]

  /// The non-conformities of a dossier, by audit and indicator, each delay by the settings in force when it began
  /// (R-TIME-19).
  public static func all(in context: ActContext) -> [NonConformityLine] {
    NonConformityReading(context).all.map { NonConformityLine($0, on: context.today, context.settings.calendar) }
  }

  /// The same by one set of settings.
  public static func all(
    in fold: StreamFold, on today: CivilDate, settings: QualiopiSettings = .standard
  ) -> [NonConformityLine] {
    NonConformityReading(fold, settings: settings).all.map { NonConformityLine($0, on: today, settings.calendar) }
  }

  init(_ facts: NonConformityFacts, on today: CivilDate, _ calendar: WorkingDayCalendar) {
    self.facts = facts
    let waits = facts.state == .raised || facts.state == .planReceived
    workingDaysLeft = waits ? facts.due.map { calendar.remainingWorkingDays(on: today, until: $0) } : nil
    marks =
      (facts.isPlanLate ? [.planLate] : [])
      + (!facts.isCumulation && !facts.lateEvidence.isEmpty ? [.evidenceLate] : [])
      + (facts.state.isOpen && !facts.isCumulation && facts.hasEvidenceInTime ? [.evidenceWaits] : [])
  }

  /// What it is about: the indicator, or the cumulation.
  public var subject: LocalizedText {
    facts.indicator.map {
      LocalizedText(fr: "indicateur \($0.number)", en: "indicator \($0.number)")
    } ?? LocalizedText(fr: "cumul de mineures", en: "cumulation of minors")
  }

  /// The grade; of two that stand against each other the graver.
  public var grade: LocalizedText {
    switch facts.grade {
    case .absent: LocalizedText(fr: "gravité inconnue", en: "grade unknown")
    case .settled(let grade): grade.words
    case .inConflict: facts.isMajor ? QualiopiGrade.major.words : QualiopiGrade.minor.words
    }
  }

  /// The days left or the lack of them; nil when it no longer waits for evidence.
  public func delay(on today: CivilDate) -> LocalizedText? {
    guard let due = facts.due, let left = workingDaysLeft else { return nil }
    if due < today { return LocalizedText(fr: "délai dépassé", en: "overdue") }
    return LocalizedText(
      fr: left > 1 ? "\(left) jours ouvrés" : "\(left) jour ouvré",
      en: left == 1 ? "1 working day" : "\(left) working days")
  }
}

extension NonConformityLine.Mark {
  /// The words on screen.
  public var words: LocalizedText {
    switch self {
    case .planLate: LocalizedText(fr: "plan reçu hors délai", en: "plan received late")
    case .evidenceLate: LocalizedText(fr: "preuves reçues hors délai", en: "evidence received late")
    case .evidenceWaits: LocalizedText(fr: "preuves à examiner", en: "evidence to rule on")
    }
  }
}
