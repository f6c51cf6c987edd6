import AuditDesk
import AuditModel
import SchemeRules
import SyncCore

/// A decision or an automatic effect that rested on facts since corrected: somebody entitled to decide takes it up again
/// (R-ROLE-18).
struct ReopenedFile: Sendable {
  /// The key a correction names it by.
  let key: String
  /// What is to be taken up.
  let title: LocalizedText
  /// What changed since, one line each.
  let lines: [LocalizedText]
  /// Where it is done.
  let path: String

  /// Those of a dossier, in the order of the entities; most dossiers hold nothing that could be, and cost one look.
  static func all(
    in fold: StreamFold, directory: StreamFold?, person: @escaping @Sendable (UserID) -> String? = { _ in nil }
  ) -> [ReopenedFile] {
    let form = ActForm.required("correction.record")
    // Judged once, said twice: each decision is judged again on its own past state.
    return Reopenings.all(in: fold, directory: directory).map { reopening in
      let fr = ReopeningView(reopening, of: fold.stream, language: .french, person: person)
      let en = ReopeningView(reopening, of: fold.stream, language: .english, person: person)
      return ReopenedFile(
        key: fr.key, title: LocalizedText(fr: fr.what, en: en.what),
        lines: zip(fr.facts + [fr.who], en.facts + [en.who]).map { LocalizedText(fr: $0, en: $1) },
        path: ConsolePath.act(form, fold.stream, given: [("of", fr.key)]))
    }
  }
}
