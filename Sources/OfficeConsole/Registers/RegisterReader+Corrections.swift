import AuditDesk
import SchemeRules
import SyncCore

/// Decisions and automatic effects somebody took up again.
extension RegisterReader {
  var corrections: Register {
    let plain = table(
      "corrections", of: "correction", title: say("Reprises", "Corrections"),
      caption: say("Maintenu, ou annulé et remplacé", "Maintained, or cancelled and replaced"),
      columns: ["from", "of", "outcome", "standing", "validity"], lines: ["fact", "motive", "letter"])
    return plain.replacing(column: 1) { correction in
      Register.Cell(wording.text("of", of: correction).map(corrected))
    }
  }

  /// What was taken up again, by its key in words: which act or deadline, on what.
  private func corrected(_ key: String) -> String {
    switch Reopening.Subject(key: key) {
    case .act(let act, let entity, _): "\(say(ActWords.words(act))) — \(wording.name(entity))"
    case .lapse(let deadline, let entity, let due):
      "\(say(DeadlineWords.title(deadline))) (\(deadline)), \(wording.phrasing.day(due)) — \(wording.name(entity))"
    case nil: say("une décision ou un effet", "a decision or an effect")
    }
  }
}
