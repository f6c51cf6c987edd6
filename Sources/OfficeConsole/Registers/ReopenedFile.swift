import AuditDesk
import AuditModel
import SyncCore

/// A decision or an automatic effect that rested on facts since corrected: somebody entitled to decide takes it up again
/// (R-ROLE-18).
struct ReopenedFile: Sendable {
  /// What is to be taken up.
  let title: LocalizedText
  /// What changed since, one line each.
  let lines: [LocalizedText]
  /// Where it is done.
  let path: String

  /// Those of a dossier, in the order they were decided.
  static func all(in fold: StreamFold) -> [ReopenedFile] {
    let french = ReopeningView.all(in: fold, directory: nil, language: .french)
    guard !french.isEmpty else { return [] }
    let form = ActForm.required("correction.record")
    return zip(french, ReopeningView.all(in: fold, directory: nil, language: .english)).map { fr, en in
      ReopenedFile(
        title: LocalizedText(fr: fr.what, en: en.what),
        lines: zip(fr.facts + [fr.who], en.facts + [en.who]).map { LocalizedText(fr: $0, en: $1) },
        path: ConsolePath.act(form, fold.stream, given: [("of", fr.key)]))
    }
  }
}
