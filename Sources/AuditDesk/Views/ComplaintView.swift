import AuditModel
import AuditSchema
public import SchemeRules
public import SyncCore
public import WorkingDays

/// A complaint or an appeal as the register holds it (R-ROLE-21).
public struct ComplaintView: Sendable {
  /// Where it stands; the raw value is its word in answers for programs.
  public enum Stage: String, Sendable, CaseIterable {
    case received, acknowledged, examined, notified
  }

  /// The entity.
  public let id: EntityID
  /// `complaint` or `appeal`.
  public let kind: String?
  /// Its author.
  public let from: String?
  /// What it says.
  public let about: String?
  /// The matter.
  public let concerns: String?
  /// The day it was received; nil while no mail says so.
  public let receivedOn: CivilDate?
  /// The day its acknowledgement was sent.
  public let acknowledgedOn: CivilDate?
  /// What came of it, once examined.
  public let outcome: String?
  /// Who examined it.
  public let examiner: UserID?
  /// The day its author was told.
  public let notifiedOn: CivilDate?

  /// How far it got; each step may be missing although a later one is there.
  public var stage: Stage {
    if notifiedOn != nil { return .notified }
    if examiner != nil { return .examined }
    return acknowledgedOn == nil ? .received : .acknowledged
  }

  /// The complaints and appeals of a dossier, ascending by id.
  public static func all(in fold: StreamFold, settings: QualiopiSettings = .standard) -> [ComplaintView] {
    let register = MailRegister(fold)
    return fold.standing(ofType: "complaint").compactMap { id in
      guard let view = fold.entity(id, schema: AuditSchema.current) else { return nil }
      func day(_ field: FieldName) -> CivilDate? {
        view.text(field).flatMap { EntityID($0) }.flatMap { register.holding($0) }?
          .clockStart(settings.notificationDateBasis)
      }
      let examination = ActAnswer.all(on: view, in: fold).last {
        $0.request.act == "complaint.examine" && $0.ruling?.verdict == .accepted
      }
      return ComplaintView(
        id: id, kind: view.text("kind"), from: view.text("from"), about: view.text("about"),
        concerns: view.text("concerns"), receivedOn: day("received"), acknowledgedOn: day("acknowledged"),
        outcome: examination == nil ? nil : view.text("outcome"), examiner: examination?.request.by,
        notifiedOn: day("notified"))
    }
  }

  /// One line of the list.
  public func line(_ words: FieldPhrasing) -> String {
    func say(_ fr: String, _ en: String) -> String { words.phrasing.say(fr, en) }
    func step(_ day: CivilDate?, _ done: (String, String), _ open: (String, String)) -> String {
      day.map { "\(say(done.0, done.1)) \(words.phrasing.day($0))" } ?? say(open.0, open.1)
    }
    return [
      id.description, words.words(kind.map { .string($0) }, of: "kind", in: "complaint"), from ?? "—", about ?? "—",
      step(receivedOn, ("reçu le", "received on"), ("réception non datée", "receipt not dated")),
      step(acknowledgedOn, ("accusé envoyé le", "acknowledged on"), ("sans accusé de réception", "not acknowledged")),
      outcome.map { say("suite\u{202F}: \($0)", "outcome: \($0)") } ?? say("à examiner", "to be examined"),
      step(notifiedOn, ("notifié le", "notified on"), ("suite à notifier", "outcome to be notified")),
    ].joined(separator: "  ")
  }
}
