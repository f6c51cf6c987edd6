import AuditDesk
import AuditSchema
import SyncCore
import WorkingDays

/// A change an auditor saw that the register does not say and nobody has answered.
struct WaitingSituation: Sendable {
  let path: String
  let subject: String
  let observed: ShortText
  /// When it was seen.
  let on: CivilDate?
  /// The proof still to come, short.
  let proofDue: String?

  /// The open ones of an organisation.
  static func all(in fold: StreamFold, body key: String) -> [WaitingSituation] {
    SituationReport.all(in: fold, body: key).compactMap { report in
      guard !report.isConfirmed, !isAnswered(report.id, in: fold) else { return nil }
      return WaitingSituation(
        path: ConsolePath.situation(fold.stream, report.id), subject: report.subject,
        observed: ShortText { [$0.words(report.observed)] }, on: report.on.flatMap { CivilDate($0) },
        proofDue: report.proofDue.map(ShortText.cut))
    }
  }

  private static func isAnswered(_ situation: EntityID, in fold: StreamFold) -> Bool {
    fold.entity(situation, schema: AuditSchema.current)?.value("answer") != nil
  }
}
