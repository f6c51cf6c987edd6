import SyncCore

/// Decisions and automatic effects somebody took up again.
extension RegisterReader {
  var corrections: Register {
    table(
      "corrections", of: "correction", title: say("Reprises", "Corrections"),
      caption: say("Maintenu, ou annulé et remplacé", "Maintained, or cancelled and replaced"),
      columns: ["from", "of", "outcome", "standing", "validity"], lines: ["motive", "fact", "letter"])
  }
}
