public import AuditModel
import AuditSchema
public import SyncCore
public import WorkingDays

/// A document due before an audit, with what came of it (R-QUAL-28, R-QUAL-29).
public struct PreparedDocument: Sendable, Hashable {
  /// What came of it.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// Nothing came.
    case awaited
    /// It came, and nobody has said whether it is up to date.
    case received
    /// It came and is up to date.
    case current
    /// It came, and is not of this audit's time.
    case outdated

    /// The words on screen.
    public var words: LocalizedText {
      switch self {
      case .awaited: LocalizedText(fr: "attendue", en: "awaited")
      case .received: LocalizedText(fr: "reçue, à vérifier", en: "received, to check")
      case .current: LocalizedText(fr: "reçue, à jour", en: "received, up to date")
      case .outdated: LocalizedText(fr: "reçue, pas à jour", en: "received, not up to date")
      }
    }
  }

  /// The document.
  public let document: DueDocument
  /// What came of it.
  public let standing: Standing
  /// The day it came, by the mail register.
  public let receivedOn: CivilDate?
  /// The date it bears.
  public let dated: CivilDate?

  /// Reads what came of a document of an audit; nothing before there is an audit.
  public init(_ document: DueDocument, of audit: EntityID?, in fold: StreamFold, _ register: MailRegister) {
    self.document = document
    guard let entity = audit?.child("document", document.rawValue) else {
      standing = .awaited
      receivedOn = nil
      dated = nil
      return
    }
    let reading = FieldReading(fold: fold, entity: entity)
    let mail = reading.text("mail").flatMap { EntityID($0) }
    receivedOn = mail.flatMap { register.holding($0)?.received }
    dated = reading.text("dated").flatMap { CivilDate($0) }
    switch (mail, reading.view("current")?.shown?.truth) {
    case (_, true): standing = .current
    case (_, false): standing = .outdated
    case (_?, nil): standing = .received
    case (nil, nil): standing = .awaited
    }
  }
}
