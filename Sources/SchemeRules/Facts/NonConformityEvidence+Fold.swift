import SyncCore
import WorkingDays

/// When the evidence on a non-conformity was received: by mail, or handed to the auditor.
enum NonConformityEvidence {
  /// The day the last piece was received, dates of mail as corrected since; nil where none is recorded.
  static func receivedOn(_ nonConformity: EntityID, in fold: StreamFold, mail: MailRegister) -> CivilDate? {
    let pieces = FieldReading(fold: fold, entity: nonConformity).view("evidence")?.members ?? []
    return pieces.compactMap { piece in
      piece.value["mail"]?.text.flatMap { EntityID($0) }.flatMap { mail.holding($0)?.received }
        ?? piece.value["handedOn"]?.text.flatMap { CivilDate($0) }
    }.max()
  }
}
